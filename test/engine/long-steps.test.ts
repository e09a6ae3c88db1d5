/**
 * Steps that are too long for one call into the engine: the event loop gets its turns, nobody sees the network in the
 * middle of one, and the bits are those of any number of threads. With four threads the steps of the first tests are not
 * too long.
 */

import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import {
  type CompileOptions,
  createEngine,
  type Engine,
  type FitOptions,
  ImageTensor,
  type LayerDescription,
  layers,
  optimizers,
  regularizers,
  type Sequential,
  sequential,
} from 'inkgrad';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';

type NetworkHandle = Awaited<ReturnType<Engine['createNetwork']>>;

/** Node's engine, which can also be asked at once. */
interface EngineAtHand extends Engine {
  readWeightsNow(network: NetworkHandle): Float32Array;
  predictNow(network: NetworkHandle, rows: Parameters<Engine['predict']>[1]): Float32Array;
}

const threadCounts = [1, 2, 3, 4];
const engines: EngineAtHand[] = [];
beforeAll(async () => {
  for (const threads of threadCounts) engines.push((await createEngine({ threads })) as EngineAtHand);
});
afterAll(() => Promise.all(engines.map((engine) => engine.terminate())));

const rows = 320;

/** Images of which so many of 16 pixels are not zero. */
function images(inked: number): ImageTensor {
  const pixel = (_: unknown, place: number) => {
    const noise = Math.imul(place + 1, 0x9e3779b1) >>> 0;
    return noise >>> 28 < inked ? 1 + (noise & 127) : 0;
  };
  return new ImageTensor(Uint8Array.from({ length: rows * 784 }, pixel), [rows, 784]);
}
const [sparse, dense] = [images(3), images(16)];
const y = Uint8Array.from({ length: rows }, (_, row) => (row * 7) % 10);

const hidden = (options: object = {}) => layers.dense(896, { activation: 'relu', ...options });
const first = (options: object = {}) => hidden({ inputShape: [784], ...options });
const last = layers.dense(10, { activation: 'softmax' });
const plain = [first(), hidden(), last];

type Optimizer = CompileOptions['optimizer'];

function compiled(engine: Engine, stack: readonly LayerDescription[], optimizer: Optimizer): Sequential {
  const model = sequential(stack, { seed: 3, engine });
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

describe.each<[string, readonly LayerDescription[], Optimizer, ImageTensor, FitOptions?]>([
  ['rows with zeros', plain, 'adam', sparse],
  ['rows without zeros', plain, 'adam', dense],
  [
    'noise and statistics',
    [first(), layers.dropout(0.3), layers.batchNormalization(), hidden(), layers.layerNormalization(), last],
    'adam',
    sparse,
  ],
  ['norms', plain, optimizers.sgd({ learningRate: 0.1, clipnorm: 0.5 }), sparse],
  ['sums over variables', plain, optimizers.adafactor({ learningRate: 0.01 }), dense],
  [
    'averages, sums over batches, costs and limits',
    [first({ kernelRegularizer: 'l2' }), hidden({ kernelConstraint: 'maxNorm' }), last],
    optimizers.adam({ useEma: true, gradientAccumulationSteps: 2 }),
    sparse,
  ],
  [
    'rows and columns that are compared',
    [
      first({ kernelRegularizer: 'orthogonal' }),
      hidden({ kernelRegularizer: regularizers.orthogonal({ mode: 'columns' }) }),
      last,
    ],
    'adam',
    sparse,
  ],
  ['images that change', plain, 'adam', sparse, { augment: true }],
])('%s', (_, stack, optimizer, x, options) => {
  test('give the same bits with any number of threads', async () => {
    const hashes: string[] = [];
    for (const engine of engines) {
      const model = compiled(engine, stack, optimizer);
      await model.fit(x, y, { ...options, epochs: 2, batchSize: rows, verbose: 0 });
      hashes.push(await model.weightsHash());
      await model.dispose();
    }
    expect(hashes).toEqual(hashes.map(() => hashes[0]));
  }, 120_000);
});

interface Watch {
  handle?: NetworkHandle;
  onTurn?: () => void;
}

/** An engine that tells its last network's handle, and calls back at each turn of the loop that comes during a call. */
function watched(engine: Engine, seen: Watch, during: keyof Engine = 'train'): Engine {
  return new Proxy(engine, {
    get(target, name: keyof Engine) {
      const value = target[name];
      if (typeof value !== 'function') return value;
      return async (...parameters: unknown[]) => {
        let over = false;
        const turn = () => {
          if (over) return;
          seen.onTurn?.();
          setImmediate(turn);
        };
        if (name === during) setImmediate(turn);
        const result = await (value as (...parameters: unknown[]) => Promise<unknown>).apply(target, parameters);
        over = true;
        if (name === 'createNetwork') seen.handle = result as NetworkHandle;
        return result;
      };
    },
  });
}

const steps = 2;

/** Rows of a step that is too long for any machine. */
const batch = 3 * rows;
const again = (count: number) => ({
  x: new ImageTensor(
    Uint8Array.from({ length: count * 784 }, (_, i) => dense.bytes[i % (rows * 784)] ?? 0),
    [count, 784],
  ),
  y: Uint8Array.from({ length: count }, (_, row) => y[row % rows] ?? 0),
});
const [once, several] = [again(batch), again(steps * batch)];
const some = { floats: Float32Array.from(sparse.bytes.subarray(0, 9 * 784), (byte) => byte / 255), count: 9 };

/** Ways to look at the numbers of a network. */
const views: Readonly<Record<string, (engine: EngineAtHand, network: NetworkHandle) => unknown>> = {
  readWeights: (engine, network) => engine.readWeights(network),
  readWeightsNow: (engine, network) => engine.readWeightsNow(network),
  readState: (engine, network) => engine.readState(network),
  predict: (engine, network) => engine.predict(network, some),
  predictNow: (engine, network) => engine.predictNow(network, some),
  evaluate: async (engine, network) => {
    const data = await engine.createDataset(some, 784, { classes: new Uint32Array(some.count) });
    const scores = await engine.evaluate(network, data, { first: 0, end: some.count });
    await engine.release(data);
    return scores;
  },
};

describe.each([1, 2])('with %i threads', (threads) => {
  const engine = () => engines[threadCounts.indexOf(threads)] ?? expect.unreachable('beforeAll started it');

  test.each(Object.keys(views))(
    '%s sees no step half done',
    async (name) => {
      const view = async (network: NetworkHandle) => {
        const value = await views[name]?.(engine(), network);
        return createHash('sha256').update(serialize(value)).digest('hex');
      };
      const seen: Watch = {};
      const slow = compiled(watched(engine(), seen), plain, 'adam');
      await slow.weightsHash(); // there is a network
      const states = [await view(seen.handle as NetworkHandle)];
      for (let step = 0; step < steps; step++) {
        await slow.trainOnBatch(once.x, once.y);
        states.push(await view(seen.handle as NetworkHandle));
      }
      expect(new Set(states).size).toBe(1 + steps);

      const looks: Promise<string>[] = [];
      const model = compiled(watched(engine(), seen), plain, 'adam');
      seen.onTurn = () => {
        if (looks.length < 12) looks.push(view(seen.handle as NetworkHandle));
      };
      await model.fit(several.x, several.y, { epochs: 1, batchSize: batch, shuffle: false, verbose: 0 });
      expect(looks.length).toBeGreaterThanOrEqual(steps);
      for (const look of await Promise.all(looks)) expect(states).toContain(look);
      expect(await view(seen.handle as NetworkHandle)).toBe(states.at(-1));
      await Promise.all([slow.dispose(), model.dispose()]);
    },
    120_000,
  );

  test('the loop gets its turns in a step, and a stop waits for its end', async () => {
    const seen: Watch = {};
    const model = compiled(watched(engine(), seen), plain, 'adam');
    let turns = 0;
    const stop = new AbortController();
    seen.onTurn = () => {
      turns++;
      stop.abort();
    };
    const { x, y } = several;
    const options = { epochs: 1, batchSize: batch, shuffle: false, verbose: 0, signal: stop.signal } as const;
    await expect(model.fit(x, y, options)).rejects.toThrow();
    // A call that does a whole step gives one, at its end.
    expect(turns).toBeGreaterThan(1);
    const stopped = await model.weightsHash();
    const other = compiled(engine(), plain, 'adam');
    await other.trainOnBatch(once.x, once.y);
    expect(await other.weightsHash()).toBe(stopped);
    await Promise.all([model.dispose(), other.dispose()]);
  }, 120_000);

  test.each(['compile', 'endTraining'] as const)('the loop gets its turns in %s', async (call) => {
    let turns = 0;
    const engineThat = watched(engine(), { onTurn: () => turns++ }, call);
    const model = compiled(engineThat, plain, optimizers.adam({ useEma: true }));
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 20)); // any work takes long
    onTestFinished(() => void vi.restoreAllMocks());
    await model.fit(sparse, y, { epochs: 1, batchSize: rows, verbose: 0 });
    const pieces = Math.ceil(((call === 'compile' ? 3 : 1) * model.countParams()) / 2 ** 20);
    expect(pieces).toBeGreaterThan(1);
    expect(turns).toBeGreaterThanOrEqual(pieces);
    await model.dispose();
  });
});
