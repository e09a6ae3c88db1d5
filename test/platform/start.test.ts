/** An engine that cannot start in a page, or dies there, says so; what it can do without, it does without. */

import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { describeInChromium, epochs } from './chromium-page.ts';
import { type Answer, breakage, file, silence, TestServer } from './server.ts';

/** Rarely a worker outlives the one that started it, when that ends while the other's script is missing. */
const again = { retry: 2 };

const html = '<!doctype html><title>Welcome</title>';
const wasm = (build: string) => readFileSync(new URL(`../../dist/inkgrad-${build}.wasm`, import.meta.url));

describeInChromium('starts that fail, in Chromium', (chromium) => {
  const cases: [what: string, path: string, answer: Answer | Answer[], threads: number, kind: string, told: string][] =
    [
      ['a page instead of the WASM', 'inkgrad-single.wasm', html, 1, 'FormatError', 'inkgrad-single.wasm: expected'],
      ['a page instead of the threaded WASM', 'inkgrad-threads.wasm', html, 2, 'FormatError', 'got 3c 21 64 6f'],
      ['half of the WASM', 'inkgrad-single.wasm', half(wasm('single')), 1, 'FormatError', ' bytes: '],
      ['half of the threaded WASM', 'inkgrad-threads.wasm', half(wasm('threads')), 2, 'FormatError', ' bytes: '],
      ['a connection that breaks', 'inkgrad-threads.wasm', breakage, 2, 'DownloadError', 'cannot be fetched'],
      ['no WASM', 'inkgrad-single.wasm', 404, 1, 'DownloadError', 'inkgrad-single.wasm: the server answered 404'],
      ['no worker', 'engine-worker.js', 404, 1, 'EngineError', 'engine-worker.js did not load'],
      ['a page instead of the worker', 'engine-worker.js', html, 1, 'EngineError', 'engine-worker.js did not load'],
      ['no thread', 'engine-worker.js', [file, 404], 2, 'EngineError', 'engine-worker.js did not load'],
      [
        'a page instead of a thread',
        'engine-worker.js',
        [file, html],
        2,
        'EngineError',
        'engine-worker.js did not load',
      ],
      ['one thread of two', 'engine-worker.js', [file, file, 404], 3, 'EngineError', 'engine-worker.js did not load'],
    ];
  test.each(cases)('names what is wrong: %s', again, async (_, path, answer, threads, kind, told) => {
    const { page, said } = await chromium.open({ instead: { [`/dist/${path}`]: answer } });
    const failure = await page.evaluate((options) => startFailure(options), { threads });
    expect(failure).toMatchObject({ name: kind, message: expect.stringContaining(told) });
    expect(failure.kinds).toEqual(expect.arrayContaining([kind, 'InkgradError']));
    await expect.poll(() => page.workers(), { timeout: 20_000 }).toEqual([]);
    // Only the browser's own lines on what it could not load.
    expect(said.filter((line) => !/Failed to load|non-JavaScript MIME type/.test(line))).toEqual([]);
  });

  test.each([
    ['its script', 'engine-worker.js', silence, 'engine-worker.js'],
    ['the WASM', 'inkgrad-threads.wasm', silence, 'inkgrad-threads.wasm'],
    ['the script of its thread', 'engine-worker.js', [file, silence], 'the workers of its threads'],
  ] as const)('does not wait forever for %s', async (_, path, answer, told) => {
    const { page, server } = await chromium.open({ instead: { [`/dist/${path}`]: answer } });
    await page.clock.install();
    const failure = page.evaluate(() => startFailure({ threads: 2 }));
    const times = answer === silence ? 1 : answer.length;
    await expect.poll(() => server.requests.filter((name) => name === `/dist/${path}`).length).toBe(times);
    await page.clock.fastForward(30_000);
    expect(await failure).toMatchObject({
      name: 'EngineError',
      message: `the engine did not start within 30 s: it waits for ${told}`,
    });
    await expect.poll(() => page.workers(), { timeout: 20_000 }).toEqual([]);
  });

  test('takes WASM of any type', async () => {
    const { page, said } = await chromium.open({ instead: { '/dist/inkgrad-threads.wasm': wasm('threads') } });
    const { info, hash } = await page.evaluate((given) => train(...given), [{ threads: 2 }, epochs] as const);
    expect(info.threads).toBe(2);
    expect(hash).toBe(chromium.inNode.hash);
    expect(said).toEqual([]);
  });

  test('names a server that is not there, and what is no URL', async () => {
    const { page } = await chromium.open({});
    const [unreachable, noUrl, noWorker] = await page.evaluate(() =>
      Promise.all([
        startFailure({ wasmUrl: 'http://127.0.0.1:9/' }),
        startFailure({ wasmUrl: 'http://:' }),
        startFailure({ workerUrl: 'http://:' }),
      ]),
    );
    expect(unreachable).toMatchObject({ name: 'DownloadError', message: expect.stringContaining('cannot be fetched') });
    expect(noUrl).toMatchObject({ name: 'OptionError', argument: 'wasmUrl' });
    expect(noWorker).toMatchObject({ name: 'EngineError', message: expect.stringContaining('could not be started') });
  });

  test('knows what to do about a worker of another site', async () => {
    const other = await TestServer.start({ isolated: true, folders: { '/': 'dist/' }, instead: {} });
    onTestFinished(() => other.close());
    const { page } = await chromium.open({});
    const failure = await page.evaluate((workerUrl) => startFailure({ workerUrl }), `${other.url}/engine-worker.js`);
    expect(failure).toMatchObject({ name: 'EngineError', message: expect.stringContaining("import 'inkgrad/inline'") });
  });

  test.each([
    ['throws', 'throw', "the engine's worker failed: Uncaught Error: out of luck"],
    ['leaves a promise rejected', 'reject', "the engine's worker failed: Uncaught Error: out of luck"],
    ['is gone', 'close', "the engine's worker died"],
  ])('ends a training whose worker %s', async (_, how, message) => {
    const { page } = await chromium.open({});
    const failures = await page.evaluate((options) => trainUntilFailure(options), {
      threads: 2,
      workerUrl: `/failing-worker.js?${how}`,
    });
    for (const failure of failures) expect(failure).toMatchObject({ name: 'EngineError', message });
    expect(await page.evaluate((given) => train(...given), [{ threads: 2 }, epochs] as const)).toMatchObject(
      chromium.inNode,
    );
  });

  test.each([
    ['half', 600, 2, '2 threads as asked for, on %i cores; 512 MiB of memory, since 1 GiB was refused'],
    ['nothing', 100, 1, 'one thread: memory for threads to share was refused'],
  ])('on a device that gives %s of the shared memory, trains', async (_, most, threads, reason) => {
    const { page, server, said } = await chromium.open({});
    const options = { threads: 2, workerUrl: `/little-memory-worker.js?${most}` };
    const { info, hash } = await page.evaluate((given) => train(...given), [options, epochs] as const);
    expect(hash).toBe(chromium.inNode.hash);
    expect(info).toMatchObject({ threads, isolated: true });
    expect(info.reason).toBe(`${reason.replace('%i', `${info.cores}`)} (could not allocate memory)`);
    expect(server.requests).toContain(`/dist/inkgrad-${threads === 1 ? 'single' : 'threads'}.wasm`);
    expect(said).toEqual(threads === 1 ? [`warning: inkgrad: ${info.reason}`] : []);
  });
});

function half(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length >> 1);
}
