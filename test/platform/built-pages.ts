/** Pages that Vite builds, on hosts of two kinds, and whether they fit those who use them. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a host sends so that pages may have threads. */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export interface Hosts {
  readonly browser: Browser;
  /** It isolates pages. */
  readonly isolating: PreviewServer;
  /** It knows nothing of that. */
  readonly plain: PreviewServer;
}

/** Builds pages before the tests of a suite, and serves them until they are done: the hosts are there in tests only. */
export function hostsOfBuild(configFile: string, timeout: number): Hosts {
  const hosts: { -readonly [Name in keyof Hosts]?: Hosts[Name] } = {};
  beforeAll(async () => {
    await build({ configFile, logLevel: 'error' });
    hosts.isolating = await serveBuild(configFile, isolation);
    hosts.plain = await serveBuild(configFile, {});
    hosts.browser = await launchChromium();
  }, timeout);
  afterAll(async () => {
    await hosts.browser?.close();
    await Promise.all([hosts.isolating?.close(), hosts.plain?.close()]);
  });
  return hosts as Hosts;
}

export function serveBuild(configFile: string, headers: Record<string, string>): Promise<PreviewServer> {
  return preview({ configFile, logLevel: 'error', preview: { host: '127.0.0.1', port: 0, headers } });
}

/** Nothing serious for those who use the page in other ways, and nothing outside of the screen. */
export async function expectFit(page: Page): Promise<void> {
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes[0]?.html])).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
  }
  const [width, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width).toBe(screen);
}
