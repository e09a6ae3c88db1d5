/** What one browser is asked for all: frames while it trains, files that were moved, and a thread that dies. */

import { expect, test } from 'vitest';
import { describeInChromium, epochs } from './chromium-page.ts';

describeInChromium('threads and files in Chromium', (chromium) => {
  test('takes all cores by default, and goes on drawing meanwhile', async ({ annotate }) => {
    const { page, said } = await chromium.open({});
    const { info } = await page.evaluate((given) => train(...given), [{}, 1] as const);
    expect(info).toMatchObject({ threads: info.cores, reason: expect.stringContaining(`${info.cores}`) });
    const gaps = (await page.evaluate(() => trainWhileDrawing(60))).sort((a, b) => a - b);
    const middle = gaps[gaps.length >> 1] ?? Number.POSITIVE_INFINITY;
    await annotate(`${gaps.length} frames: ${middle.toFixed(1)} ms apart, at most ${gaps.at(-1)?.toFixed(1)} ms`);
    expect(gaps.length).toBeGreaterThan(5);
    // The longest is what a busy machine decides.
    expect(middle).toBeLessThan(100);
    expect(said).toEqual([]);
  });

  test('finds files that were moved', async () => {
    const moved = { '/wasm/': 'dist/', '/workers/': 'dist/' };
    const gone = ['inkgrad-threads.wasm', 'inkgrad-single.wasm', 'engine-worker.js'] as const;
    const instead = Object.fromEntries(gone.map((name) => [`/dist/${name}`, 404 as const]));
    const { page, server } = await chromium.open({ folders: moved, instead });
    const options = { wasmUrl: 'wasm', workerUrl: '/workers/engine-worker.js' };
    for (const threads of [1, 2]) {
      const { hash } = await page.evaluate((given) => train(...given), [{ ...options, threads }, epochs] as const);
      expect(hash).toBe(chromium.inNode.hash);
    }
    expect(server.requests).toContain('/wasm/inkgrad-single.wasm');
    expect(server.requests).toContain('/workers/engine-worker.js');
  });

  test('tells when a thread has died, and trains the next model on a new engine', async ({ annotate }) => {
    const { page, said } = await chromium.open({});
    const { failure, time, info, hash } = await page.evaluate(() => loseThread());
    await annotate(`told after ${time.toFixed(0)} ms`);
    expect(failure).toMatchObject({
      name: 'EngineError',
      message: expect.stringContaining('a thread of the engine died'),
    });
    expect(time).toBeLessThan(5000); // the promise is a second, on a machine that has one to spare
    expect(info).toMatchObject({ threads: 2 });
    expect(hash).toBe(chromium.inNode.hash);
    await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(2); // the new engine's
    expect(said).toEqual([]);
  });
});
