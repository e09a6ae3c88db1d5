/** inkgrad in a page without a bundler: the same bits as in Node. */

import { readFileSync } from 'node:fs';
import { loadMnist } from 'inkgrad';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { epochs, headers, openPage, skipped, trainInNode } from './chromium-page.ts';
import type { Site } from './server.ts';

describe.skipIf(skipped)('in Chromium', () => {
  let browser: Browser;
  let inNode: Awaited<ReturnType<typeof trainInNode>>;

  beforeAll(async () => {
    browser = await launchChromium();
    inNode = await trainInNode();
  });
  afterAll(() => browser?.close());

  const open = (site: Partial<Site>) => openPage(browser, site);

  test.each([1, 2, 3])('trains to the bits of Node with %i threads', async (threads) => {
    const { page, server, said } = await open({});
    const { info, afterLoading, ...trained } = await page.evaluate((given) => train(...given), [
      { threads },
      epochs,
    ] as const);
    expect(trained).toEqual(inNode);
    expect(afterLoading).toEqual(trained.predictions);
    expect(info).toMatchObject({ threads, simd: true, relaxed: false, isolated: true });
    expect(server.requests.filter((path) => path === '/dist/engine-worker.js').length).toBe(threads);
    expect(server.requests).toContain(`/dist/inkgrad-${threads === 1 ? 'single' : 'threads'}.wasm`);
    expect(said).toEqual([]);
  });

  test('trains the ten digits to the bits that they always gave', async () => {
    const { x, y } = (await loadMnist()).train;
    const { page } = await open({ instead: { '/ten-digits/x': x.bytes, '/ten-digits/y': y } });
    const golden = readFileSync(new URL('../determinism/golden/ten-digits.txt', import.meta.url), 'utf8').trim();
    for (const threads of [1, 2, 4]) {
      expect(await page.evaluate((engine) => trainTenDigits(engine), { threads })).toBe(golden);
    }
  });

  test('takes all cores by default, and goes on drawing meanwhile', async ({ annotate }) => {
    const { page, said } = await open({});
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

  test('without isolation, has one thread and says once how to get more', async () => {
    const { page, said } = await open({ isolated: false });
    const reason = `one thread: the page is not cross-origin isolated; serve it with ${headers}`;
    for (const engine of [{ threads: 1 }, {}, { threads: 2 }]) {
      const { info, afterLoading, ...trained } = await page.evaluate((given) => train(...given), [
        engine,
        epochs,
      ] as const);
      expect(trained).toEqual(inNode);
      expect(info).toMatchObject({ threads: 1, isolated: false });
      if (!('threads' in engine && engine.threads === 1)) expect(info.reason).toBe(reason);
      expect(said).toEqual(engine.threads === 1 ? [] : [`warning: inkgrad: ${reason}`]);
    }
  });

  test('finds files that were moved', async () => {
    const moved = { '/wasm/': 'dist/', '/workers/': 'dist/' };
    const gone = ['inkgrad-threads.wasm', 'inkgrad-single.wasm', 'engine-worker.js'] as const;
    const instead = Object.fromEntries(gone.map((name) => [`/dist/${name}`, 404 as const]));
    const { page, server } = await open({ folders: moved, instead });
    const options = { wasmUrl: 'wasm', workerUrl: '/workers/engine-worker.js' };
    for (const threads of [1, 2]) {
      const { hash } = await page.evaluate((given) => train(...given), [{ ...options, threads }, epochs] as const);
      expect(hash).toBe(inNode.hash);
    }
    expect(server.requests).toContain('/wasm/inkgrad-single.wasm');
    expect(server.requests).toContain('/workers/engine-worker.js');
  });

  test('hears from the worker what is wrong with data', async () => {
    const { page } = await open({});
    const { notFinite, diverged } = await page.evaluate(() => dataFailures());
    expect(notFinite).toMatchObject({
      name: 'NonFiniteError',
      argument: 'x',
      message: 'x: expected finite numbers, got NaN at row 1, column 1',
    });
    expect(notFinite.kinds).toEqual(expect.arrayContaining(['NonFiniteError', 'ArgumentError', 'InkgradError']));
    expect(diverged).toMatchObject({
      name: 'NonFiniteLossError',
      message: expect.stringContaining('in epoch 1 at batch'),
    });
    expect(diverged.kinds).toContain('NonFiniteLossError');
  });

  test('ends a training whose engine is terminated', async () => {
    const { page } = await open({});
    const failure = await page.evaluate(() => terminateInFit());
    expect(failure).toMatchObject({ name: 'EngineError', message: 'the engine has been terminated' });
  });

  test('tells when a thread has died, and trains the next model on a new engine', async ({ annotate }) => {
    const { page, said } = await open({});
    const { failure, time, info, hash } = await page.evaluate(() => loseThread());
    await annotate(`told after ${time.toFixed(0)} ms`);
    expect(failure).toMatchObject({
      name: 'EngineError',
      message: expect.stringContaining('a thread of the engine died'),
    });
    expect(time).toBeLessThan(5000); // the promise is a second, on a machine that has one to spare
    expect(info).toMatchObject({ threads: 2 });
    expect(hash).toBe(inNode.hash);
    await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(2); // the new engine's
    expect(said).toEqual([]);
  });
});
