import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  callbacks,
  createEngine,
  type Engine,
  FormatError,
  layers,
  loadModel,
  type Optimizer,
  OptionError,
  optimizers,
  type Sequential,
  schedules,
  sequential,
} from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../ts/safetensors.ts';
import { blobs } from '../model/blobs.ts';

const { x, y } = blobs(210);
const quiet = { verbose: 0, warnings: false, batchSize: 16 } as const;

let engines: Engine[];
let folder: string;
beforeAll(async () => {
  engines = await Promise.all([1, 3].map((threads) => createEngine({ threads })));
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-state-'));
});
afterAll(async () => {
  for (const engine of engines) await engine.terminate();
  rmSync(folder, { recursive: true });
});

function build(optimizer: Optimizer | 'adam', seed = 7): Sequential {
  const model = sequential({
    seed,
    engine: engines[0] as Engine,
    layers: [
      layers.dense(9, { activation: 'relu', inputShape: [4] }),
      layers.batchNormalization(),
      layers.dropout(0.2),
      layers.dense(3, { activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

const learningRate = schedules.exponentialDecay({ initialLearningRate: 0.02, decaySteps: 20, decayRate: 0.8 });
const settings: readonly [string, Optimizer][] = [
  ['SGD', optimizers.sgd({ learningRate: 0.1 })],
  ['SGD with momentum', optimizers.sgd({ learningRate, momentum: 0.9, nesterov: true })],
  ['RMSprop', optimizers.rmsprop({ momentum: 0.5, centered: true })],
  ['Adagrad', optimizers.adagrad({ learningRate: 0.1 })],
  ['Adadelta', optimizers.adadelta({ learningRate: 1 })],
  ['Adam', optimizers.adam({ learningRate })],
  ['AMSGrad', optimizers.adam({ amsgrad: true })],
  ['AdamW', optimizers.adamw({ weightDecay: 0.01, clipnorm: 1 })],
  ['Adamax', optimizers.adamax()],
  ['Nadam', optimizers.nadam({ useEma: true, gradientAccumulationSteps: 3 })],
  ['Ftrl', optimizers.ftrl({ learningRate: 0.1 })],
  ['Lion', optimizers.lion()],
  ['Adafactor', optimizers.adafactor({ learningRate: 0.05 })],
];

describe.each(settings)('%s', (_, optimizer) => {
  test('goes on from a file to the same bits', async () => {
    await using whole = build(optimizer);
    const file = join(folder, 'model.safetensors');
    let other: string | undefined;
    const half = callbacks.lambda({
      async onEpochEnd(epoch) {
        if (epoch !== 1) return;
        await this.model.save(file);
        other = await this.model.weightsHash();
      },
    });
    await whole.fit(x, y, { epochs: 4, callbacks: half, ...quiet });
    await using loaded = await loadModel(file, { engine: engines[1] as Engine });
    expect(await loaded.weightsHash()).toBe(other);
    await loaded.fit(x, y, { initialEpoch: 2, epochs: 4, ...quiet });
    expect(await loaded.weightsHash()).toBe(await whole.weightsHash());
    expect(await loaded.toBytes()).toEqual(await whole.toBytes());
  });
});

test('the state is tensors under the names that Keras has for them', async () => {
  await using model = build(optimizers.adam({ useEma: true }));
  await model.fit(x, y, { epochs: 1, ...quiet });
  const { tensors, metadata } = readSafetensors(await model.toBytes(), 'file');
  const trained = ['dense/kernel', 'dense/bias', 'batch_normalization/gamma', 'batch_normalization/beta'];
  const kept = [...trained, 'dense_1/kernel', 'dense_1/bias'];
  expect([...tensors.keys()]).toEqual([
    ...model.weightNames,
    ...['momentum', 'velocity', 'average'].flatMap((slot) => kept.map((name) => `optimizer/${slot}/${name}`)),
  ]);
  for (const name of kept) expect(tensors.get(`optimizer/momentum/${name}`)?.shape).toEqual(tensors.get(name)?.shape);
  expect(JSON.parse(metadata.get('optimizer') as string)).toEqual({
    version: 1,
    iterations: 14,
    momentumProduct: 1,
    learningRate: Math.fround(0.001) === 0.001 ? 0.001 : expect.closeTo(0.001, 9),
    slots: ['momentum', 'velocity', 'average'],
  });
});

test('is left out where it is not wanted, and where there is none', async () => {
  await using model = build('adam');
  const plain = await model.toBytes();
  expect(readSafetensors(plain, 'file').metadata.has('optimizer')).toBe(false);
  await model.fit(x, y, { epochs: 1, ...quiet });
  const [without, whole] = [await model.toBytes({ includeOptimizer: false }), await model.toBytes()];
  expect([...readSafetensors(without, 'file').tensors.keys()]).toEqual(model.weightNames);
  expect(whole.length).toBeGreaterThan(without.length + 1000);
  await using loaded = await loadModel(without);
  expect(await loaded.toBytes()).toEqual(without);
  await model.fit(x, y, { initialEpoch: 1, epochs: 2, ...quiet });
  await loaded.fit(x, y, { initialEpoch: 1, epochs: 2, ...quiet });
  expect(await loaded.weightsHash()).not.toBe(await model.weightsHash());
});

test('a learning rate that was set comes along', async () => {
  await using model = build(optimizers.adam({ learningRate }));
  await model.fit(x, y, { epochs: 1, ...quiet });
  await using scheduled = await loadModel(await model.toBytes());
  expect(await scheduled.getLearningRate()).toBe(await model.getLearningRate());
  await model.setLearningRate(0.125);
  await using set = await loadModel(await model.toBytes());
  expect(await set.getLearningRate()).toBe(0.125);
  set.compile({ optimizer: optimizers.adam({ learningRate }), loss: 'categoricalCrossentropy' });
  expect(await set.getLearningRate()).toBe(0.02);
});

test('formats without a place for it say so', async () => {
  await using model = build('adam');
  await model.fit(x, y, { epochs: 1, ...quiet });
  await expect(model.toBytes({ format: 'npz', includeOptimizer: true })).rejects.toThrow(
    "includeOptimizer: expected false: 'npz' holds no optimizer's state, got true",
  );
  await expect(model.save(join(folder, 'model.npz'), { includeOptimizer: true })).rejects.toThrow(OptionError);
  await expect(model.toBytes({ includeOptimizer: 1 } as never)).rejects.toThrow('true or false, got 1');
  await model.toBytes({ format: 'npz' });
});

test('modelCheckpoint leaves it out where it is told to', async () => {
  await using model = build('adam');
  const save = [true, false].map((saveWeightsOnly) =>
    callbacks.modelCheckpoint(join(folder, `${saveWeightsOnly}.safetensors`), { saveWeightsOnly }),
  );
  await model.fit(x, y, { epochs: 1, callbacks: save, ...quiet });
  const has = async (name: string) => (await (await loadModel(join(folder, name))).toBytes()).length;
  expect(await has('false.safetensors')).toBeGreaterThan(2 * (await has('true.safetensors')) - 3000);
  expect(readdirSync(folder)).toContain('true.safetensors');
});

describe('a file that cannot be right is a FormatError', () => {
  /** The file of a trained model, changed, its checksum left out. */
  async function changed(
    change: (metadata: Map<string, string>, tensors: Map<string, { data: Float32Array; shape: number[] }>) => void,
  ): Promise<Uint8Array> {
    await using model = build('adam');
    await model.fit(x, y, { epochs: 1, ...quiet });
    const file = readSafetensors(await model.toBytes(), 'file');
    const [metadata, tensors] = [new Map(file.metadata), new Map(file.tensors)];
    metadata.delete('sha256');
    change(metadata, tensors as never);
    return writeSafetensors({ tensors, metadata });
  }
  const scalars = (more: object) => (metadata: Map<string, string>) =>
    void metadata.set('optimizer', JSON.stringify({ ...JSON.parse(metadata.get('optimizer') as string), ...more }));

  test.each<[string, Parameters<typeof changed>[0], RegExp]>([
    ['no JSON', (metadata) => metadata.set('optimizer', '{'), /optimizer: expected JSON/],
    ['no object', (metadata) => metadata.set('optimizer', 'null'), /optimizer: expected an object/],
    ['a field too many', scalars({ __proto__: { a: 1 }, more: 1 }), /optimizer.more/],
    ['half a batch', scalars({ iterations: 0.5 }), /optimizer.iterations: expected a whole number/],
    ['a product above 1', scalars({ momentumProduct: 2 }), /optimizer.momentumProduct: expected a number from 0 to 1/],
    ['a rate below 0', scalars({ learningRate: -1 }), /optimizer.learningRate: expected null or/],
    ['a slot twice', scalars({ slots: ['momentum', 'momentum'] }), /optimizer.slots: expected an array/],
    ['slots of another optimizer', scalars({ slots: ['momentum'] }), /tensors: expected only/],
    ['another version', scalars({ version: 2 }), /file: optimizer: expected a state \(version 1\).*got.*version 2/],
    ['a tensor less', (_, tensors) => tensors.delete('optimizer/velocity/dense/bias'), /expected the tensor/],
    [
      'another shape',
      (_, tensors) => tensors.set('optimizer/velocity/dense/bias', { data: new Float32Array(9), shape: [3, 3] }),
      /optimizer\/velocity\/dense\/bias: expected the shape \[9\], got \[3,3\]/,
    ],
    [
      'NaN',
      (_, tensors) => tensors.get('optimizer/velocity/dense/bias')?.data.fill(Number.NaN, 4, 5),
      /optimizer\/velocity\/dense\/bias: expected numbers, got NaN/,
    ],
    [
      'a state of SGD',
      (metadata, tensors) => {
        scalars({ slots: ['momentum'] })(metadata);
        for (const name of [...tensors.keys()]) if (name.startsWith('optimizer/velocity')) tensors.delete(name);
      },
      /optimizer: expected a state.*momentum, velocity, got.*: momentum$/,
    ],
  ])('%s', async (_, change, message) => {
    const bytes = await changed(change);
    await expect(loadModel(bytes)).rejects.toThrow(FormatError);
    await expect(loadModel(bytes)).rejects.toThrow(new RegExp(message.source.replace('file:', 'bytes:')));
  });

  test('infinite squares of gradients are none of these', async () => {
    const bytes = await changed((_, tensors) =>
      tensors.get('optimizer/velocity/dense/bias')?.data.fill(Number.POSITIVE_INFINITY, 4, 5),
    );
    await using model = await loadModel(bytes);
    const { tensors } = readSafetensors(await model.toBytes(), 'file');
    expect(tensors.get('optimizer/velocity/dense/bias')?.data[4]).toBe(Number.POSITIVE_INFINITY);
  });

  test('every eighth bit flipped, and every truncation', async () => {
    const model = sequential([layers.dense(1, { inputShape: [1] })], { name: 'm' });
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    await model.fit([[1], [2]], [1, 2], { verbose: 0 });
    const bytes = await model.toBytes();
    for (let byte = 0; byte < bytes.length; byte++) {
      const flipped = bytes.with(byte, (bytes[byte] as number) ^ (1 << (byte % 8)));
      await expect(loadModel(flipped), `byte ${byte}`).rejects.toThrow(FormatError);
      await expect(loadModel(bytes.subarray(0, byte)), `${byte} bytes`).rejects.toThrow(FormatError);
    }
    await model.dispose();
  });
});
