/**
 * What a runner of the bench says and hears, one JSON a line. A runner is a process that lives as long as its standard
 * input is open, so that the bench can let several take turns:
 *
 *   <- { "prepare": work }   reads the data, builds the network, warms up (unless `work.cold`)
 *   -> { "ready": true }   with `work.hash` also the `hash` of the weights after the work, from the seed
 *   <- { "run": true }       does the work again and again until `work.turn` milliseconds have passed, once at least
 *   -> { "times": [ms, ...] }  one for each time, divided by `work.calls`
 *
 * A second `prepare` takes the place of the first. peers/python/protocol.py is the same in Python.
 *
 * @typedef {object} Work
 * @property {'fit' | 'predict' | 'predictOne' | 'learn'} kind `fit` trains `epochs` epochs of `rows` rows; `predict` asks
 *   for `rows` rows in one call; `predictOne` for one row, `calls` times; `learn`, in pages, trains one network on part after
 *   part of the rows, `epochs` epochs of each
 * @property {string} data path of the data set's files, without `.x.u8` (bytes, worth `byte / 255`) and `.y.u8` (classes)
 * @property {number} rows how many rows, from the first; beyond those in the file it starts over
 * @property {number[]} units inputs, then units of each layer
 * @property {'relu' | 'sigmoid'} hidden activation of all layers but the last, which is sigmoid (1 unit) or softmax
 * @property {number} batch
 * @property {number} epochs
 * @property {boolean} fresh each time from new weights, else going on from the last time's
 * @property {number} calls
 * @property {number} turn milliseconds
 * @property {number} [seed] inkgrad's; 42 by default
 * @property {boolean} cold
 * @property {boolean} [hash] only inkgrad knows how
 * @property {number} threads
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { toFloats } from './harness/floats.mjs';
import { takeTurn } from './harness/turns.mjs';

/**
 * @param {(work: Work) => Promise<{ run(): Promise<unknown> | unknown, warmUp?(): Promise<unknown> | unknown,
 *   hash?(): Promise<string>, end?(): Promise<unknown> | unknown }>} prepare
 */
export async function serve(prepare) {
  let work;
  let task;
  for await (const line of createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    if (command.prepare) {
      await task?.end?.();
      work = command.prepare;
      task = await prepare(work);
      if (!work.cold) await (task.warmUp ?? task.run)();
      answer({ ready: true, ...(work.hash && { hash: await task.hash?.() }) });
      continue;
    }
    answer({ times: await takeTurn(task, work) });
  }
  await task?.end?.();
}

function answer(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** The work's rows as bytes and class ids. */
export function readBytes({ data, rows, units }) {
  return {
    x: repeat(readFileSync(`${data}.x.u8`), rows * units[0]),
    y: repeat(readFileSync(`${data}.y.u8`), rows),
  };
}

/** The work's rows as 32-bit floats in [0, 1] and class ids. */
export function readFloats(work) {
  const { x, y } = readBytes(work);
  return { x: toFloats(x), y };
}

function repeat(bytes, length) {
  if (bytes.length >= length) return bytes.subarray(0, length);
  const repeated = new Uint8Array(length);
  for (let i = 0; i < length; i += bytes.length) repeated.set(bytes.subarray(0, length - i), i);
  return repeated;
}
