/** Pages that Vite builds, on hosts of two kinds, and whether they fit those who use them. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  let folder: string;
  beforeAll(async () => {
    folder = await buildPages(configFile);
    hosts.isolating = await servePages(configFile, folder, isolation);
    hosts.plain = await servePages(configFile, folder, {});
    hosts.browser = await launchChromium();
  }, timeout);
  afterAll(async () => {
    await hosts.browser?.close();
    await Promise.all([hosts.isolating?.close(), hosts.plain?.close()]);
    if (folder) rmSync(folder, { recursive: true });
  });
  return hosts as Hosts;
}

/** Builds pages into a folder of their own, since several suites build the same ones at a time. */
export async function buildPages(configFile: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'inkgrad-pages-'));
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return outDir;
}

export function servePages(
  configFile: string,
  outDir: string,
  headers: Record<string, string>,
): Promise<PreviewServer> {
  const host = { host: '127.0.0.1', port: 0, headers };
  return preview({ configFile, logLevel: 'error', build: { outDir }, preview: host });
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
