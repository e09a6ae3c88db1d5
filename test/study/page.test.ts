/** Pages of studies and comparisons in a browser: on a desk and on a phone, light and dark. */

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { AxeResults } from 'axe-core';
import { study, writeStudyPage } from 'inkgrad/study';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { program } from '../cli/program.ts';
import { launchChromium, skipsWithoutChromium } from '../platform/chromium.ts';

interface Axe {
  run(): Promise<AxeResults>;
}

let folder: string;
let browser: Browser;
const skipped = skipsWithoutChromium('the tests of pages of studies in Chromium');

beforeAll(async () => {
  if (skipped) return;
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-pages-'));
  browser = await launchChromium();
  const result = await study({
    rows: 600,
    settings: { epochs: 6, hiddenUnits: [16] },
    random: { trials: 9, ranges: { learningRate: { from: 1e-4, to: 1e-2, scale: 'log' } } },
    halving: true,
    seeds: 3,
    folder: join(folder, 'study'),
  });
  await writeStudyPage(result, { command: `npx inkgrad study ${'a-long-word'.repeat(20)}` });
  const inkgrad = (...args: string[]) => promisify(execFile)(process.execPath, [program, ...args], { cwd: folder });
  await inkgrad('train', 'binary', '--epochs', '1', '-o', 'a');
  await inkgrad('train', 'binary', '--epochs', '3', '-o', 'b');
  await inkgrad('compare', 'a', 'b', '-o', 'study');
});
afterAll(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const pages = ['report.html', 'comparison.html'] as const;
const views = pages.flatMap((page) => [[page, 1280, 'light'] as const, [page, 390, 'dark'] as const]);

describe.skipIf(skipped)('in Chromium', () => {
  test.each(views)(
    '%s, %i pixels wide, %s: asks for nothing, fits and is accessible',
    async (name, width, colorScheme) => {
      const address = pathToFileURL(join(folder, 'study', name)).href;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const [asked, said]: [string[], string[]] = [[], []];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      await page.goto(address);
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([address]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      const results = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
      expect(results.violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html])).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(20);
      expect(said).toEqual([]);
    },
  );
});
