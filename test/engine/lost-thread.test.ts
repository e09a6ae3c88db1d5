/** A thread of an engine that dies: a typed error soon, never a hang, and the next model has an engine again. */

import type { Worker } from 'node:worker_threads';
import { createEngine, EngineError, engineInfo, init, layers, sequential } from 'inkgrad';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const rows = 4000;
const x = { data: Float32Array.from({ length: rows * 100 }, (_, i) => (i % 7) / 7), shape: [rows, 100] };
const y = Uint8Array.from({ length: rows }, (_, row) => row % 3);

function classifier(engine?: Awaited<ReturnType<typeof createEngine>>) {
  const model = sequential({
    seed: 1,
    ...(engine && { engine }),
    layers: [
      layers.dense({ units: 64, activation: 'relu', inputShape: [100] }),
      layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  return model;
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => expect.unreachable('it should have failed'),
    (error) => error,
  );
}

describe('a thread that dies', () => {
  let workers: Worker[];
  const note = (worker: Worker) => workers.push(worker);
  beforeEach(() => {
    workers = [];
    process.on('worker', note);
  });
  afterEach(() => {
    process.off('worker', note);
  });

  test.for([2, 3])('in the middle of fit of an engine with %i threads', async (threads, { annotate }) => {
    await init({ threads });
    const model = classifier();
    await model.predict(x);
    expect(workers.length).toBe(threads - 1);
    const fitting = failure(model.fit(x, y, { epochs: 100_000, verbose: 0 }));
    let killed = 0;
    setTimeout(() => {
      killed = performance.now();
      workers.at(-1)?.terminate();
    }, 200);
    const error = await fitting;
    const time = performance.now() - killed;
    expect(error).toBeInstanceOf(EngineError);
    expect(error.message).toMatch(/^a thread of the engine died: /);
    expect(time).toBeLessThan(5000); // the promise is a second, on a machine that has one to spare
    await annotate(`told after ${time.toFixed(0)} ms: ${error.message}`);

    await expect(model.predict(x)).rejects.toThrow(error);
    await model.dispose();
    await expect.poll(() => workers.map((worker) => worker.threadId)).toEqual(workers.map(() => -1)); // all ended

    workers = [];
    await using next = classifier();
    const { history } = await next.fit(x, y, { epochs: 2, verbose: 0 });
    expect(history.loss?.length).toBe(2);
    expect(workers.length).toBe(threads - 1);
    expect(await engineInfo()).toMatchObject({ threads });
  });

  test('while the engine is idle', async () => {
    const engine = await createEngine({ threads: 2 });
    await using model = classifier(engine);
    await model.predict(x);
    expect(engine.gone).toBeUndefined();
    await workers[0]?.terminate();
    const error = await failure(model.evaluate(x, y));
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toBe(engine.gone);
    await engine.terminate();
    expect(engine.gone).toBe(error);
  });
});
