/** inkgrad in a page of each browser: the same bits as in Node, with threads and without, and errors that say enough. */

import { createEngine, type EngineOptions, loadMnist } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { golden } from '../determinism/golden.ts';
import { dataOf, type TaskName, tasks } from '../determinism/tasks.ts';
import { browsers, type TestBrowser, type TestPage } from './browsers.ts';
import { headers, servePage, trainInNode } from './page.ts';
import type { Site, TestServer } from './server.ts';

for (const kind of browsers) {
  // A contributor may lack a browser; the checks of every change must not.
  const skipped = kind.missing !== undefined && !process.env.CI;
  if (skipped) console.warn(`NOT RUN, the tests in ${kind.name}: ${kind.missing}`);

  const name = skipped ? `${kind.name} (${kind.missing})` : kind.name;
  describe.skipIf(skipped)(name, { retry: kind.retries ?? 0 }, () => {
    let browser: TestBrowser;
    let inNode: Awaited<ReturnType<typeof trainInNode>>;

    beforeAll(async () => {
      browser = await kind.launch();
      inNode = await trainInNode();
    });
    afterAll(() => browser?.close());

    async function open(site: Partial<Site>): Promise<{ page: TestPage; server: TestServer }> {
      const server = await servePage(site);
      const page = await browser.open(`${server.url}/index.html`);
      onTestFinished(() => page.close());
      return { page, server };
    }

    /** Whatever number of threads is asked for, one trains as in Node, and whoever asked for more is told why, once. */
    async function trainOnOne(page: TestPage, reason: string): Promise<void> {
      for (const threads of [1, undefined, 2, 4]) {
        const engine = threads === undefined ? {} : { threads };
        const { info, afterLoading, ...trained } = await page.evaluate((engine) => train(engine, 3), engine);
        expect(trained).toEqual(inNode);
        expect(afterLoading).toEqual(trained.predictions);
        expect(info.threads).toBe(1);
        if (threads !== 1) expect(info.reason).toBe(reason);
        expect(await page.said()).toEqual(threads === 1 ? [] : [`warning: inkgrad: ${reason}`]);
      }
    }

    test.runIf(kind.threads).each([1, 2, 4])('isolated: the bits of Node with %i threads', async (threads) => {
      const { page, server } = await open({});
      const { info, afterLoading, ...trained } = await page.evaluate((engine) => train(engine, 3), { threads });
      expect(trained).toEqual(inNode);
      expect(trained.scores.accuracy).toBeGreaterThan(0.99);
      expect(afterLoading).toEqual(trained.predictions);
      expect(info).toMatchObject({ threads, simd: true, relaxed: false, isolated: true });
      // WebKit asks once for several workers that start together.
      const scripts = server.requests.filter((path) => path === '/dist/engine-worker.js').length;
      expect(scripts).toBeGreaterThanOrEqual(Math.min(threads, 2));
      expect(server.requests).toContain(`/dist/inkgrad-${threads === 1 ? 'single' : 'threads'}.wasm`);
      expect(await page.said()).toEqual([]);
    });

    test.runIf(!kind.threads)('isolated: one thread with the bits of Node, and says once why', async () => {
      const { page } = await open({});
      await trainOnOne(page, 'one thread: this browser has no SharedArrayBuffer');
    });

    test('not isolated: one thread with the bits of Node, and says once how to get more', async () => {
      const { page } = await open({ isolated: false });
      await trainOnOne(page, `one thread: the page is not cross-origin isolated; serve it with ${headers}`);
    });

    test('the ten digits: the bits that they always gave', { timeout: 180_000 }, async () => {
      const { x, y } = (await loadMnist()).train;
      const { page } = await open({ instead: { '/ten-digits/x': x.bytes, '/ten-digits/y': y } });
      for (const threads of kind.threads ? [1, 2, 4] : [1]) {
        expect(await page.evaluate((engine) => trainTenDigits(engine), { threads })).toBe(golden('ten digits'));
      }
    });

    /** What a page makes of a task, whose model and data the test serves to it. */
    async function trainServedTask(name: TaskName, engines: readonly EngineOptions[]): Promise<string[]> {
      const { x, y } = await dataOf(name);
      const engine = await createEngine({ threads: 1 });
      onTestFinished(() => engine.terminate());
      const bytes = await tasks[name].model(engine).toBytes();
      const numbers = new Uint8Array(x.data.buffer);
      const { page } = await open({
        instead: { '/served/model': bytes, '/served/x': numbers, '/served/y': Uint8Array.from(y) },
      });
      const hashes: string[] = [];
      for (const options of engines) {
        const train = ([engine, shape, options]: Parameters<typeof trainServed>) => trainServed(engine, shape, options);
        hashes.push(await page.evaluate(train, [options, x.shape, tasks[name].options] as const));
      }
      return hashes;
    }

    const served = ['everything at once', 'everything at once, dense', 'ten digits, augmented'] as const;
    test.each(served)('%s: the bits of Node', async (name) => {
      const engines = (kind.threads ? [1, 3] : [1]).map((threads) => ({ threads }));
      expect(await trainServedTask(name, engines)).toEqual(engines.map(() => golden(name)));
    });

    test.runIf(kind.threads)(
      'the fast build: the fused bits, or those of the default one, saying so once',
      async () => {
        const bits = kind.fuses ? 'fused' : 'default';
        const { page } = await open({});
        const engines = [1, 2].map((threads) => ({ threads, build: 'fast' as const }));
        for (const { threads, build } of engines) {
          const info = await page.evaluate((engine) => startInfo(engine), { threads, build });
          expect(info).toMatchObject({ threads, build: bits, relaxed: kind.fuses });
        }
        const told = [expect.stringContaining('warning: InkgradWarning: the fast build is not to be had: ')];
        expect(await page.said()).toEqual(kind.fuses ? [] : told);
        const task = 'everything at once, dense';
        expect(await trainServedTask(task, engines)).toEqual([golden(task, bits), golden(task, bits)]);
      },
    );

    test('a file that is missing or is a page: an error that names it', async () => {
      const html = '<!doctype html><title>Welcome</title>';
      const cases: [file: string, body: string | 404, kind: string, told: string][] = [
        ['inkgrad-single.wasm', 404, 'DownloadError', '/dist/inkgrad-single.wasm: the server answered 404'],
        ['inkgrad-single.wasm', html, 'FormatError', '/dist/inkgrad-single.wasm: expected'],
        ['engine-worker.js', 404, 'EngineError', 'engine-worker.js did not load'],
        ['engine-worker.js', html, 'EngineError', 'engine-worker.js did not load'],
      ];
      for (const [file, body, kind, told] of cases) {
        const { page } = await open({ instead: { [`/dist/${file}`]: body } });
        const failure = await page.evaluate((engine) => startFailure(engine), { threads: 1 });
        expect(failure).toMatchObject({ name: kind, message: expect.stringContaining(told) });
        expect(failure.kinds).toEqual(expect.arrayContaining([kind, 'InkgradError']));
        // Only the browser's own lines on what it could not load.
        const own = /Failed to load|non-JavaScript MIME type|^uncaught: Loading Worker from/;
        expect((await page.said()).filter((line) => !own.test(line))).toEqual([]);
      }
    });

    test('wrong data: an error that says where', async () => {
      const { page } = await open({});
      const { notFinite, diverged } = await page.evaluate(() => dataFailures(), undefined);
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

    test('an engine that is terminated: its training ends with an error', async () => {
      const { page } = await open({});
      const failure = await page.evaluate(() => terminateInFit(), undefined);
      expect(failure).toMatchObject({ name: 'EngineError', message: 'the engine has been terminated' });
    });
  });
}
