/**
 * The same seed gives the same bits: for every number of threads, both WASM builds, the native build, and however the
 * work is cut into calls.
 *
 * The hashes in golden/ are what versions before gave. When a change of bits is meant, `npx vitest run
 * test/determinism -u` writes them anew; the change log must tell.
 */

import { createEngine, type Engine, loadMnist } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goldenFile } from './golden.ts';
import { nativeHashes } from './native.ts';
import { dataOf, type Result, type TaskName, taskNames, tasks, train } from './tasks.ts';
import { tellsThreadTimes, threadTimes } from './thread-times.ts';

const threadCounts = [1, 2, 3, 4] as const;
const engines = new Map<number, Engine>();
/** The threads that came with each engine. */
const poolOf = new Map<number, string[]>();

beforeAll(async () => {
  await loadMnist(); // Node's own threads for files have started
  for (const threads of threadCounts) {
    const before = tellsThreadTimes ? threadTimes() : new Map();
    engines.set(threads, await createEngine({ threads }));
    if (tellsThreadTimes)
      poolOf.set(
        threads,
        [...threadTimes().keys()].filter((thread) => !before.has(thread)),
      );
  }
});
afterAll(() => Promise.all([...engines.values()].map((engine) => engine.terminate())));

function engineOf(threads: number): Engine {
  return engines.get(threads) ?? expect.unreachable('beforeAll started it');
}

const reference = new Map<TaskName, Promise<Result>>();

/** What one thread gives. */
function expected(name: TaskName): Promise<Result> {
  let result = reference.get(name);
  if (!result) {
    result = train(name, engineOf(1));
    reference.set(name, result);
  }
  return result;
}

describe.each(taskNames)('%s', (name) => {
  test('give the bits they always gave', async () => {
    const { weights } = await expected(name);
    await expect(`${weights}\n`).toMatchFileSnapshot(goldenFile(name));
  });

  test.each([2, 3, 4])('give the same with %i threads, all of which work', async (threads) => {
    const engine = engineOf(threads);
    expect(engine.info.threads).toBe(threads);
    const before = tellsThreadTimes ? threadTimes() : new Map();
    expect(await train(name, engine)).toEqual(await expected(name));
    if (!tellsThreadTimes) return;
    const pool = poolOf.get(threads) ?? [];
    expect(pool.length).toBeGreaterThanOrEqual(threads - 1);
    if (name !== 'ten digits') return; // too short to be seen in clock ticks
    const after = threadTimes();
    const worked = pool.filter((thread) => (after.get(thread) ?? 0) - (before.get(thread) ?? 0) >= 5);
    expect(worked.length).toBe(threads - 1);
  });
});

test.each(['ten digits', 'zeros and ones', 'everything at once', 'everything at once, dense'] as const)(
  '%s give the same in the native build',
  { timeout: 600_000 },
  async (name) => {
    const { weights } = await expected(name);
    expect(await nativeHashes(name, engineOf(1), [1, 3])).toEqual([weights, weights]);
  },
);

test('engines that work at the same time do not disturb each other', async () => {
  const results = await Promise.all(threadCounts.map((threads) => train('zeros and ones', engineOf(threads))));
  for (const result of results) expect(result).toEqual(await expected('zeros and ones'));
});

describe.each([1, 3])('with %i threads, the bits do not depend on', (threads) => {
  const name = 'zeros and ones';

  async function weightsOf(model: { weightsHash(): Promise<string> }): Promise<void> {
    expect(await model.weightsHash()).toBe((await expected(name)).weights);
  }

  test('calls of a step each, and what is asked in between', async () => {
    const { x, y } = await dataOf(name);
    await using model = tasks[name].model(engineOf(threads));
    let batches = 0;
    const onBatchEnd = async () => {
      if (batches++ % 7 !== 0) return;
      await model.evaluate(x, y);
      await model.predict({ data: x.data.subarray(0, 2000), shape: [5, 400] });
      await model.getWeights();
    };
    await model.fit(x, y, { ...tasks[name].options, verbose: 0, callbacks: { onBatchEnd } });
    expect(batches).toBe(3 * 32);
    await weightsOf(model);
  });

  test('validation', async () => {
    const { x, y } = await dataOf(name);
    const { history, ...rest } = await train(name, engineOf(threads), { validationData: [x, y] });
    expect(history.val_loss?.length).toBe(3);
    const { history: plain, ...others } = await expected(name);
    expect(rest).toEqual(others);
    expect(history).toMatchObject(plain);
  });

  test('calls of an epoch each', async () => {
    const { x, y } = await dataOf(name);
    await using model = tasks[name].model(engineOf(threads));
    for (const epoch of [0, 1, 2]) {
      await model.fit(x, y, { ...tasks[name].options, initialEpoch: epoch, epochs: epoch + 1, verbose: 0 });
    }
    await weightsOf(model);
  });

  test('whether pixels come as bytes or as floats', async () => {
    const { x, y } = await dataOf(name);
    await using model = tasks[name].model(engineOf(threads));
    await model.fit({ data: x.data, shape: x.shape }, y, { ...tasks[name].options, verbose: 0 });
    await weightsOf(model);
  });

  test('which rows are predicted together', async () => {
    for (const task of ['zeros and ones', 'ten digits, inverted', 'odd sizes'] as const) {
      const { x } = await dataOf(task);
      const [, columns] = x.shape;
      const data = x.data.subarray(0, 41 * columns);
      await using model = tasks[task].model(engineOf(threads));
      const together = await model.predict({ data, shape: [41, columns] });
      const width = together.data.length / 41;
      for (const row of [0, 1, 2, 3, 40]) {
        const alone = await model.predict(data.subarray(row * columns, (row + 1) * columns));
        expect(alone.data).toEqual(together.data.slice(row * width, (row + 1) * width));
      }
    }
  });
});
