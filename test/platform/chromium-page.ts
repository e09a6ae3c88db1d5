/** Pages in Chromium that use inkgrad. */

import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { chromiumPath, howToInstall } from './chromium.ts';
import { servePage } from './page.ts';
import type { Site, TestServer } from './server.ts';

export { epochs, headers, trainInNode } from './page.ts';

// A contributor may lack a browser; the checks of every change must not.
export const skipped = !chromiumPath && !process.env.CI;
if (skipped) console.warn(`NOT RUN, the tests in Chromium: ${howToInstall}`);

/** A page of a site of its own, and what the page has said on its console. */
export async function openPage(
  browser: Browser,
  { path = '/index.html', ...site }: Partial<Site> & { readonly path?: string },
): Promise<{ page: Page; server: TestServer; said: string[] }> {
  const server = await servePage(site);
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  await page.goto(`${server.url}${path}`);
  return { page, server, said };
}
