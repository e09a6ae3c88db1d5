/** Pages in Chromium that use inkgrad. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { launchChromium, listenTo, skipsWithoutChromium } from './chromium.ts';
import { servePage, trainInNode } from './page.ts';
import type { Site, TestServer } from './server.ts';

export { epochs, headers } from './page.ts';

/** What tests in Chromium have in common. */
export interface InChromium {
  /** An empty page, and what it says on its console. */
  newPage(): Promise<{ page: Page; said: readonly string[] }>;
  /** Opens the page of page/, as a site of its own. */
  open(
    site: Partial<Site> & { readonly path?: string },
  ): Promise<{ page: Page; server: TestServer; said: readonly string[] }>;
  /** What `train` of page/page.js gives, as Node has it. */
  readonly inNode: Awaited<ReturnType<typeof trainInNode>>;
}

/** Describes tests that share a Chromium; `tests` may use what it is given when they run. */
export function describeInChromium(name: string, tests: (chromium: InChromium) => void): void {
  describe.skipIf(skipsWithoutChromium(name))(name, () => {
    let browser: Browser;
    let inNode: InChromium['inNode'];

    beforeAll(async () => {
      browser = await launchChromium();
      inNode = await trainInNode();
    });
    afterAll(() => browser?.close());

    const newPage: InChromium['newPage'] = async () => {
      const context = await browser.newContext();
      onTestFinished(() => context.close());
      const page = await context.newPage();
      return { page, said: listenTo(page) };
    };

    tests({
      get inNode() {
        return inNode;
      },
      newPage,
      async open({ path = '/index.html', ...site }) {
        const server = await servePage(site);
        const { page, said } = await newPage();
        await page.goto(`${server.url}${path}`);
        return { page, server, said };
      },
    });
  });
}
