/** The engine beside the caller: how it starts at once, and where it cannot have threads. */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const tfjs = new URL('../../dist/tfjs-node.js', import.meta.url).href;

const program = (before: string) => `${before}
const tf = await import(${JSON.stringify(tfjs)});
const model = tf.sequential({ seed: 3, layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
const before = performance.now();
const output = model.predict(tf.ones([1, 3])).dataSync();
console.log(JSON.stringify({ threads: tf.getThreadsCount(), output: [...output], time: performance.now() - before }));
`;

interface Result {
  readonly threads: number;
  readonly output: number[];
  readonly time: number;
}

/** Runs a program, which must end by itself. */
async function run(before = ''): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-tfjs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'program.mjs');
  writeFileSync(file, program(before));
  const { stdout } = await promisify(execFile)(process.execPath, [file], { timeout: 20_000 });
  return JSON.parse(stdout);
}

test('starts with all threads in the middle of a call, and lets the process end', async ({ annotate }) => {
  const { threads, output, time } = await run();
  await annotate(`${time.toFixed(0)} ms to the first prediction`);
  expect(threads).toBeGreaterThan(1);
  expect(output).toHaveLength(2);
});

const noWorkers = `import worker from 'node:worker_threads';
import { syncBuiltinESMExports } from 'node:module';
worker.Worker = class { constructor() { throw new Error('no workers here'); } };
syncBuiltinESMExports();`;

test.each([
  ['workers are refused', noWorkers],
  ['memory cannot be shared', 'delete globalThis.SharedArrayBuffer;'],
])('has one thread where %s, and gives the same numbers', async (_, before) => {
  const { threads, output } = await run(before);
  expect(threads).toBe(1);
  expect(output).toEqual((await run()).output);
});
