/** What training holds on to: no more after the first epoch, and nothing after `dispose`. */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createEngine, layers, loadMnist, sequential } from 'inkgrad';
import { describe, expect, test } from 'vitest';

/** Runs a program to its own end, and gives what it printed: JSON in lines. */
async function run<Line>(program: string, ...args: (string | number)[]): Promise<Line[]> {
  const path = fileURLToPath(new URL(`programs/${program}`, import.meta.url));
  const flags = program === 'abandoned.mjs' ? [] : ['--expose-gc']; // there, inkgrad sees to it by itself
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...flags, path, ...args.map(String)], {
    timeout: 120_000, // a process that does not end is an error
  });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const threadCounts = [1, 2];

test.each(threadCounts)('with %i threads, WASM memory stays as the first epoch left it', async (threads) => {
  const engine = await createEngine({ threads });
  const { train, test } = await loadMnist();
  const model = sequential({
    seed: 1,
    engine,
    layers: [
      layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 64, activation: 'relu' }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const sizes: number[] = [];
  await model.fit(train.x.slice(0, 10_000), train.y.subarray(0, 10_000), {
    epochs: 5,
    validationData: [test.x, test.y],
    verbose: 0,
    callbacks: { onEpochEnd: async () => void sizes.push(await engine.memoryBytes()) },
  });
  await engine.terminate();
  expect(new Set(sizes).size).toBe(1);
  expect(sizes.length).toBe(5);
});

test('the ten-digit run stays below 400 MB, and its process ends by itself', async () => {
  const [result] = await run<{ threads: number; peak: number; accuracy: number }>('multiclass.mjs');
  expect(result?.threads).toBeGreaterThanOrEqual(1);
  expect(result?.accuracy).toBeGreaterThan(0.95);
  expect(result?.peak).toBeGreaterThan(60_000_000); // less than the digits themselves would be no measurement
  expect(result?.peak).toBeLessThan(400_000_000);
});

describe('models made, trained, used and disposed of', () => {
  test.each(threadCounts)('leave nothing behind, with %i threads', async (threads) => {
    const rounds = await run<{ wasm: number; heap: number; running: number }>('cycles.mjs', threads, 300, 12);
    const [, second, ...later] = rounds;
    if (rounds.length !== 12 || !second) expect.unreachable('twelve rounds were asked for');
    for (const { wasm, running } of later) {
      expect(wasm).toBe(second.wasm);
      expect(running).toBe(second.running);
    }
    // V8 takes 1,500 models to compile what is called, which grows its heap by 0.5 MB and is no model's; after them 20
    // rounds were flat within 0.1 MB. It keeps some of the heap to itself now and then, so the least of three on either
    // side: what 1,500 models leave behind is in all of the last ones.
    const least = (from: number) => Math.min(...rounds.slice(from, from + 3).map(({ heap }) => heap));
    expect(least(9) - least(4)).toBeLessThan(300_000);
  });
});

test.each(threadCounts)('engines that were terminated leave nothing behind, with %i threads', async (threads) => {
  const rounds = await run<{ resident: number }>('engines.mjs', threads, 4, 4);
  const sizes = rounds.map(({ resident }) => resident);
  expect(sizes.length).toBe(4);
  // Each of the 12 engines since the first round held 63 MB of rows.
  expect(Math.max(...sizes) - (sizes[0] as number)).toBeLessThan(150_000_000);
});

test.each(threadCounts)(
  '2,000 models that nobody disposes of are given up in time, with %i threads',
  async (threads) => {
    const lines = await run<{ models?: number; resident?: number; same?: boolean }>('abandoned.mjs', threads, 2000);
    expect(lines.map(({ models }) => models)).toEqual([500, 1000, 1500, 2000, undefined]);
    const resident = lines.slice(0, 4).map((line) => line.resident as number);
    expect(Math.max(...resident)).toBeLessThan(600_000_000); // 2.4 GB if none were given up
    expect(lines.at(-1)?.same).toBe(true);
  },
);

test('a full engine says what to do, and the default one gets another beside it', { timeout: 120_000 }, async () => {
  const [result] = await run<{ failure: { name: string; message: string }; sums: number }>('full.mjs');
  expect(result?.failure).toMatchObject({ name: 'EngineError' });
  expect(result?.failure.message).toMatch(/could not be allocated; .* by dispose\(\), or by `await using`/);
  expect(result?.sums).toBe(1);
});
