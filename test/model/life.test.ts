/** What may happen to a model while it works, and at its end. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { BusyError, createEngine, DisposedError, type Engine, layers, NotCompiledError, sequential } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blobs, classifier } from './blobs.ts';

const { x, y } = blobs(3000);
const quiet = { verbose: 0 } as const;

describe('the event loop', () => {
  test('gets turns while fit, evaluate and predict work', async () => {
    const images = { data: new Float32Array(2000 * 784).fill(0.5), shape: [2000, 784] };
    const labels = new Uint8Array(2000).map((_, row) => row % 10);
    await using model = sequential({
      seed: 1,
      layers: [
        layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
        layers.dense({ units: 10, activation: 'softmax' }),
      ],
    });
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
    await model.predict(images); // the engine starts
    let [ticks, longest, last] = [0, 0, performance.now()];
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      ticks++;
    }, 1);
    const start = performance.now();
    await model.fit(images, labels, { epochs: 5, validationSplit: 0.2, ...quiet });
    await model.evaluate(images, labels);
    const time = performance.now() - start;
    clearInterval(timer);
    // Every 50 ms is promised; a busy machine may add to that, but not to the count of turns.
    expect(ticks).toBeGreaterThan(Math.floor(time / 100));
    expect(ticks).toBeGreaterThan(1);
    expect(longest).toBeLessThan(500);
  });
});

test('weights that are read are those of one moment, whatever is done meanwhile', async () => {
  await using model = sequential({ seed: 1, layers: [layers.dense({ units: 2000, inputShape: [2000] })] });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const [one, target] = [new Float32Array(2000).fill(0.5), new Float32Array(2000).fill(1)];
  const step = () => model.trainOnBatch([one], [target]);
  await step();
  const hashes = [await model.weightsHash()];
  for (let round = 0; round < 3; round++) {
    const [during] = await Promise.all([model.weightsHash(), step()]);
    hashes.push(await model.weightsHash());
    expect(hashes.slice(-2)).toContain(during);
  }
  expect(new Set(hashes).size).toBe(4);
});

describe('abort', () => {
  test('ends fit with its reason; the weights so far stay and the model goes on', async () => {
    await using model = classifier();
    const before = await model.weightsHash();
    const [controller, reason] = [new AbortController(), new Error('enough')];
    const fitting = model.fit(x, y, { epochs: 100_000, signal: controller.signal, ...quiet });
    setTimeout(() => controller.abort(reason), 20);
    await expect(fitting).rejects.toBe(reason);
    const after = await model.weightsHash();
    expect(after).not.toBe(before);
    expect(await model.weightsHash()).toBe(after);
    expect((await model.fit(x, y, { epochs: 2, ...quiet })).epoch).toEqual([0, 1]);
  });

  test('by a callback, and by a time-out', async () => {
    await using model = classifier();
    const controller = new AbortController();
    const callbacks = { onEpochEnd: () => controller.abort() };
    await expect(model.fit(x, y, { epochs: 3, signal: controller.signal, callbacks, ...quiet })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    await expect(model.fit(x, y, { epochs: 100_000, signal: AbortSignal.timeout(20), ...quiet })).rejects.toThrow(
      expect.objectContaining({ name: 'TimeoutError' }),
    );
  });

  test('before it began, nothing is trained', async () => {
    await using model = classifier();
    const before = await model.weightsHash();
    await expect(model.fit(x, y, { signal: AbortSignal.abort('no'), ...quiet })).rejects.toBe('no');
    expect(await model.weightsHash()).toBe(before);
  });
});

describe('a model in training', () => {
  test('refuses what would change it, and answers what would not', async () => {
    await using model = classifier();
    const controller = new AbortController();
    const weights = await model.getWeights();
    const fitting = model.fit(x, y, { epochs: 100_000, signal: controller.signal, ...quiet });
    await expect(model.fit(x, y, quiet)).rejects.toThrow(BusyError);
    await expect(model.setWeights(weights)).rejects.toThrow(BusyError);
    await expect(model.dispose()).rejects.toThrow(BusyError);
    expect(() => model.compile({ optimizer: 'adam', loss: 'mse' })).toThrow(BusyError);
    expect((await model.evaluate(x, y)).loss).toBeGreaterThan(0);
    expect((await model.predict(x)).shape).toEqual([3000, 3]);
    controller.abort();
    await expect(fitting).rejects.toThrow();
    await model.setWeights(weights);
  });

  test('two may train at once, each as if alone', async () => {
    const alone = await Promise.all([1, 2].map((seed) => hashAfter(seed)));
    const apart = [await hashAfter(1), await hashAfter(2)];
    expect(alone).toEqual(apart);
  });

  async function hashAfter(seed: number): Promise<string> {
    await using model = classifier(seed);
    await model.fit(x, y, { epochs: 3, ...quiet });
    return model.weightsHash();
  }
});

describe('dispose', () => {
  test('may be called again; afterwards everything but it says so', async () => {
    const model = classifier();
    await model.fit(x, y, quiet);
    const weights = await model.getWeights();
    await Promise.all([model.dispose(), model.dispose()]);
    await model.dispose();
    for (const use of [
      () => model.fit(x, y),
      () => model.evaluate(x, y),
      () => model.predict(x),
      () => model.getWeights(),
      () => model.setWeights(weights),
      () => model.weightsHash(),
      () => model.toBytes(),
      () => model.save('never-written.safetensors'),
    ]) {
      await expect(use()).rejects.toThrow(DisposedError);
    }
    expect(() => model.compile({ optimizer: 'adam', loss: 'mse' })).toThrow(DisposedError);
  });

  test('of a model that was never used, and by await using', async () => {
    await classifier().dispose();
    const model = classifier();
    {
      await using same = model;
      await same.predict(x);
    }
    await expect(model.predict(x)).rejects.toThrow(DisposedError);
  });

  test('waits for those who are reading', async () => {
    const model = classifier();
    const [scores, predictions] = [model.evaluate(x, y), model.predict(x)];
    await model.dispose();
    expect((await scores).loss).toBeGreaterThan(0);
    expect((await predictions).shape).toEqual([3000, 3]);
  });
});

test('fit and evaluate need compile', async () => {
  await using model = sequential({ layers: [layers.dense({ units: 3, inputShape: [4] })] });
  await expect(model.fit(x, y)).rejects.toThrow(NotCompiledError);
  await expect(model.evaluate(x, y)).rejects.toThrow(NotCompiledError);
  expect((await model.predict(x)).shape).toEqual([3000, 3]);
});

describe('memory', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine({ threads: 1 });
  });
  afterAll(() => engine.terminate());

  async function cycle(end: 'well' | 'abort' | 'error'): Promise<void> {
    const model = sequential({
      engine,
      seed: 1,
      layers: [
        layers.dense({ units: 16, activation: 'relu', inputShape: [4] }),
        layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
    const controller = new AbortController();
    const fitting = model.fit(x, y, {
      ...quiet,
      validationData: [x, y],
      signal: controller.signal,
      callbacks: {
        onEpochBegin() {
          if (end === 'abort') controller.abort();
          if (end === 'error') throw new Error('mine');
        },
      },
    });
    await fitting.catch((error) => expect(end, error).not.toBe('well'));
    await model.evaluate(x, y);
    await model.predict(x);
    await model.dispose();
  }

  test('is given back, whatever the end of fit', async () => {
    for (let i = 0; i < 5; i++) for (const end of ['well', 'abort', 'error'] as const) await cycle(end);
    const before = await engine.memoryBytes();
    for (let i = 0; i < 40; i++) for (const end of ['well', 'abort', 'error'] as const) await cycle(end);
    expect(await engine.memoryBytes()).toBe(before);
  });

  test('of models that were forgotten is given back with them', async () => {
    const program = `
      import { createEngine, layers, sequential } from 'inkgrad';
      const engine = await createEngine({ threads: 1 });
      const x = new Float32Array(1000);
      for (let i = 0; i < 200; i++) {
        const model = sequential({ engine, layers: [layers.dense({ units: 500, inputShape: [1000] })] });
        await model.predict(x);
        if (i % 10 === 9) {
          gc();
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      }
      console.log(await engine.memoryBytes());
    `;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', '--input-type=module', '-e', program],
      { cwd: new URL('../..', import.meta.url) },
    );
    // 200 models of 2 MB each would be 400 MB and more.
    expect(Number(stdout)).toBeGreaterThan(2e6);
    expect(Number(stdout)).toBeLessThan(150e6);
  });
});
