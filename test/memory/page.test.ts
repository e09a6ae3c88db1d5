/** What models hold on to in a page: nothing after `dispose`, neither in the page nor in the engine's workers. */

import puppeteer from 'puppeteer-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chromiumArguments, chromiumPath, howToInstall, skipsWithoutChromium } from '../platform/chromium.ts';
import { servePage } from '../platform/page.ts';

const skipped = skipsWithoutChromium('the memory of pages');

describe.skipIf(skipped)('in Chromium, 1,000 models made, trained, used and disposed of', () => {
  test.each([1, 2])('leave nothing behind, with %i threads', async (threads) => {
    if (!chromiumPath) throw new Error(howToInstall);
    // Not by Playwright, which does not let us ask a worker for its heap.
    const browser = await puppeteer.launch({ executablePath: chromiumPath, args: chromiumArguments });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${(await servePage({})).url}/index.html`);

    const rounds: { wasm: number; heap: number; workers: number }[] = [];
    for (let round = 0; round < 6; round++) {
      const wasm = await page.evaluate((threads) => cycleModels(threads, 250), threads);
      const [engine] = page.workers(); // its threads wait for work, and answer nobody else
      if (!engine) expect.unreachable('a page has its engine in a worker');
      let heap = 0;
      for (const client of [await page.createCDPSession(), engine.client]) {
        await client.send('HeapProfiler.collectGarbage');
        const { usedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage');
        heap += usedSize + backingStorageSize;
      }
      rounds.push({ wasm, heap, workers: page.workers().length });
    }

    const [, second, ...later] = rounds;
    if (!second) expect.unreachable('six rounds were asked for');
    for (const { wasm, workers } of later) {
      expect(wasm).toBe(second.wasm);
      expect(workers).toBe(threads);
    }
    expect(second.heap).toBeGreaterThan(500_000); // less than the scripts themselves would be no measurement
    expect(Math.min(...later.slice(-2).map(({ heap }) => heap)) - second.heap).toBeLessThan(300_000);
  });
});
