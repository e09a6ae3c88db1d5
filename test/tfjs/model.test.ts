/** What `inkgrad/tfjs` promises beyond the programs: answers at once, the house's bits, typed errors. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, layers as houseLayers, sequential as houseSequential } from 'inkgrad';
import * as tf from 'inkgrad/tfjs';
import { expect, onTestFinished, test } from 'vitest';

const xs = tf.tensor2d(Array.from({ length: 60 }, (_, i) => [Math.sin(i), Math.cos(3 * i), (i % 7) / 7]));
const ids = tf.tensor1d(
  Array.from({ length: 60 }, (_, i) => i % 3),
  'int32',
);

function makeModel(seed = 5): tf.Sequential {
  const model = tf.sequential({
    seed,
    layers: [
      tf.layers.dense({ units: 8, activation: 'relu', inputShape: [3], kernelInitializer: 'glorotUniform', name: 'a' }),
      tf.layers.dropout({ rate: 0.2 }),
      tf.layers.dense({ units: 3, activation: 'softmax', kernelInitializer: 'glorotUniform', name: 'b' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

test('a model answers at once, on all threads', () => {
  const model = makeModel();
  const output = model.predict(xs);
  expect(output.shape).toEqual([60, 3]);
  expect(output.sum().dataSync()[0]).toBeCloseTo(60, 3);
  const [loss, accuracy] = model.evaluate(xs, ids) as tf.Scalar[];
  expect(loss?.dataSync()[0]).toBeGreaterThan(0);
  expect(accuracy?.arraySync()).toBeLessThanOrEqual(1);
  expect(tf.getThreadsCount()).toBeGreaterThan(1);
  expect(model.dispose()).toEqual({ refCountAfterDispose: 0, numDisposedVariables: 4 });
  expect(() => model.predict(xs)).toThrow(tf.DisposedError);
});

test.each([1, 2, 3])("trains to the bits of the house's model, on %i threads", async (threads) => {
  tf.setThreadsCount(threads);
  const model = makeModel();
  const { history } = await model.fit(xs, ids, { epochs: 4, batchSize: 16 });
  expect(tf.getThreadsCount()).toBe(threads);

  await using house = houseSequential({
    seed: 5,
    engine: await createEngine({ threads: 1 }),
    layers: [
      houseLayers.dense({ units: 8, activation: 'relu', inputShape: [3] }),
      houseLayers.dropout(0.2),
      houseLayers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
  house.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const expected = await house.fit({ data: xs.dataSync(), shape: xs.shape }, ids.dataSync(), {
    epochs: 4,
    batchSize: 16,
    verbose: 0,
  });
  expect(history.loss).toEqual(expected.history.loss);
  expect(history.acc).toEqual(expected.history.accuracy);
  expect(model.getWeights().map((weight) => weight.dataSync())).toEqual(
    (await house.getWeights()).map(({ data }) => data),
  );
  model.dispose();
});

test('models stay where they are when threads are counted anew', async () => {
  const model = makeModel();
  const before = model.predict(xs).dataSync();
  tf.setThreadsCount(1);
  const other = makeModel();
  expect(other.predict(xs).dataSync()).toEqual(before);
  expect(model.predict(xs).dataSync()).toEqual(before);
  tf.dispose([model, other]);
  tf.setThreadsCount(2);
});

test('names, shapes and weights are as in TensorFlow.js', () => {
  const model = tf.sequential();
  model.add(tf.layers.flatten({ inputShape: [2, 3] }));
  model.add(tf.layers.dense({ units: 4 }));
  model.add(tf.layers.batchNormalization());
  model.add(tf.layers.reLU());
  model.add(tf.layers.dense({ units: 2, useBias: false }));
  expect(model.inputShape).toEqual([null, 2, 3]);
  expect(model.outputShape).toEqual([null, 2]);
  expect(model.layers.map(({ name }) => name.replace(/\d+$/, ''))).toEqual([
    'flatten_Flatten',
    'dense_Dense',
    'batch_normalization_BatchNormalization',
    're_lu_ReLU',
    'dense_Dense',
  ]);
  const shapes = model.getWeights().map(({ shape }) => shape);
  expect(shapes).toEqual([[6, 4], [4], [4], [4], [4, 2], [4], [4]]); // moving statistics last
  expect(model.getWeights(true)).toHaveLength(5);
  model.setWeights(model.getWeights().map((weight, i) => tf.fill(weight.shape, i)));
  expect(model.layers[4]?.getWeights()[0]?.dataSync()).toEqual(new Float32Array(8).fill(4));
  expect(model.layers[2]?.getWeights().map((weight) => weight.dataSync()[0])).toEqual([2, 3, 5, 6]);
  model.layers[1]?.setWeights([tf.ones([6, 4]), tf.zeros([4])]);
  expect(model.getLayer(null, 1).getWeights()[0]?.dataSync()[0]).toBe(1);
  model.dispose();
});

test('layers begin with the weights that they were given', () => {
  const kernel = tf.tensor2d([[1], [2]]);
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 1, inputDim: 2, weights: [kernel, tf.tensor1d([3])] }));
  expect(model.predict(tf.tensor2d([[10, 1]])).dataSync()[0]).toBe(15);
  model.dispose();
});

test('tf.model takes layers that follow one another', () => {
  const input = tf.input({ shape: [3] });
  const hidden = tf.layers.dense({ units: 5, activation: 'tanh' });
  const output = tf.layers.dense({ units: 2 }).apply(hidden.apply(input));
  const model = tf.model({ inputs: input, outputs: output });
  expect(output.shape).toEqual([null, 2]);
  expect(model.predict(xs).shape).toEqual([60, 2]);
  expect(hidden.getWeights()[0]?.shape).toEqual([3, 5]);
  expect(() => tf.model({ inputs: tf.input({ shape: [3] }), outputs: output })).toThrow(tf.OptionError);
  model.dispose();
});

test('trains and scores on datasets and other batches', async () => {
  const rows = xs.arraySync() as number[][];
  const classes = Array.from(ids.dataSync());
  const dataset = tf.data
    .zip({ xs: tf.data.array(rows), ys: tf.data.array(classes) })
    .batch(20)
    .map(({ xs, ys }) => ({ xs, ys: ys.toFloat() }));
  expect(dataset.size).toBe(3);
  const [a, b] = [makeModel(), makeModel()];
  const seen: number[] = [];
  const numTensors = tf.memory().numTensors;
  const onBatchEnd = async (_: number, logs?: tf.Logs) => void seen.push(logs?.size as number);
  const first = await a.fitDataset(dataset, { epochs: 2, callbacks: { onBatchEnd } });
  const pairs = [0, 20, 40].map((start) => ({ xs: xs.slice(start, 20), ys: ids.slice(start, 20) }));
  const second = await b.fitDataset(pairs, { epochs: 2 });
  expect(first.history.loss).toEqual(second.history.loss);
  expect(first.history.acc).toHaveLength(2);
  expect(seen).toEqual([20, 20, 20, 20, 20, 20]);
  const scores = (await a.evaluateDataset(dataset)) as tf.Scalar[];
  const whole = a.evaluate(xs, ids) as tf.Scalar[];
  expect(scores[0]?.arraySync()).toBeCloseTo(whole[0]?.arraySync() as number, 6);
  expect(scores[1]?.arraySync()).toBeCloseTo(whole[1]?.arraySync() as number, 6);
  tf.dispose([scores, whole, pairs]);
  expect(tf.memory().numTensors - numTensors).toBeLessThanOrEqual(9); // those of map's casts
  tf.dispose([a, b]);
});

test('shuffle of a dataset follows from its seed', async () => {
  const shuffled = (seed: string) => tf.data.array([1, 2, 3, 4, 5, 6, 7, 8]).shuffle(4, seed, false).toArray();
  const order = await shuffled('a');
  expect(await shuffled('a')).toEqual(order);
  expect(await shuffled('b')).not.toEqual(order);
  expect(order.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('saves to files and loads from them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-tfjs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const model = makeModel();
  await model.fit(xs, ids, { epochs: 1 });
  await model.save(`file://${folder}/saved`, { includeOptimizer: true });
  expect(readdirSync(join(folder, 'saved')).sort()).toEqual(['model.json', 'weights.bin']);
  const loaded = await tf.loadLayersModel(`file://${folder}/saved/model.json`);
  expect(loaded.predict(xs).dataSync()).toEqual(model.predict(xs).dataSync());
  expect(loaded.metricsNames).toEqual(['loss', 'acc']);
  expect(loaded.evaluate(xs, ids)).toHaveLength(2);
  await expect(tf.loadLayersModel(`file://${folder}/missing/model.json`)).rejects.toThrow(tf.FileError);
  const wicked = { modelTopology: {}, format: 'layers-model' };
  await expect(tf.loadLayersModel(tf.io.fromMemory(wicked))).rejects.toThrow(tf.FormatError);
  tf.dispose([model, loaded]);
});

test('the learning rate can be set in the middle', async () => {
  const model = makeModel();
  await model.fit(xs, ids, { epochs: 1 });
  const before = model.getWeights()[0]?.dataSync();
  model.optimizer.learningRate = 0;
  await model.fit(xs, ids, { epochs: 1 });
  expect(model.getWeights()[0]?.dataSync()).toEqual(before);
  expect(() => model.optimizer.setLearningRate(-1)).toThrow(tf.OptionError);
  model.dispose();
});

test('what is not here says so by its name', async () => {
  const model = makeModel();
  const refusals: [name: string, call: () => unknown][] = [
    ['tf.layers.conv2d', () => tf.layers.conv2d()],
    ['tf.layers.lstm', () => tf.layers.lstm()],
    ['tf.conv2d', () => tf.conv2d()],
    ['tf.variable', () => tf.variable()],
    ['tf.grad', () => tf.grad()],
    ['tf.loadGraphModel', () => tf.loadGraphModel()],
    ['tf.browser.fromPixels', () => tf.browser.fromPixels()],
    ['tf.data.csv', () => tf.data.csv()],
    ['tf.losses.cosineDistance', () => tf.losses.cosineDistance()],
    ['tf.Optimizer.minimize', () => tf.train.sgd(0.1).minimize()],
  ];
  for (const [name, call] of refusals) {
    expect(call, name).toThrow(tf.OptionError);
    expect(call, name).toThrow(`${name}: expected`);
  }
  expect(() => tf.layers.dense({ units: 0 })).toThrow(/units: expected/);
  expect(() => tf.layers.dense({ units: 3, trainable: false })).toThrow(/trainable: expected/);
  expect(() => tf.layers.batchNormalization({ axis: 1 })).toThrow(/axis: expected/);
  // @ts-expect-error
  expect(() => model.compile({ optimizer: 'sdg', loss: 'meanSquaredError' })).toThrow(/did you mean 'sgd'/);
  expect(() => model.compile({ optimizer: 'sgd', loss: () => tf.scalar(1) })).toThrow(/loss: expected a name/);
  await expect(model.fit(xs, ids, { epoch: 3 } as never)).rejects.toThrow(/did you mean 'epochs'/);
  await expect(model.fit(xs, ids, { callbacks: { onEpochend: () => {} } as never })).rejects.toThrow(/onEpochEnd/);
  expect(() => model.predict(tf.zeros([2, 5]))).toThrow(tf.ShapeError);
  expect(() => model.predict('x' as never)).toThrow(tf.DtypeError);
  expect(() => tf.tensor2d([1, 2, 3])).toThrow(/flat values need a shape/);
  expect(() => tf.tensor(['a'] as never)).toThrow(tf.DtypeError);
  expect(() => tf.zeros([2, 3]).add(tf.zeros([4]))).toThrow(tf.ShapeError);
  const gone = tf.scalar(1);
  gone.dispose();
  expect(() => gone.dataSync()).toThrow(tf.DisposedError);
  model.dispose();
});

test('while fit trains the model is busy, and callbacks may use it', async () => {
  const model = makeModel();
  const asked: number[] = [];
  const training = model.fit(xs, ids, {
    epochs: 2,
    callbacks: {
      onEpochEnd: () => {
        asked.push(model.predict(xs).size);
        model.setWeights(model.getWeights());
      },
    },
  });
  await expect(model.fit(xs, ids)).rejects.toThrow(tf.BusyError);
  await training;
  expect(asked).toEqual([180, 180]);
  model.dispose();
});

test('tidy gives back what is not handed on', async () => {
  const before = tf.memory();
  const inner = tf.tidy(() => {
    const kept = tf.tidy(() => ({ one: tf.ones([4]).mul(2), two: [tf.zeros([2])] }));
    return kept.one.sum();
  });
  expect(tf.memory().numTensors).toBe(before.numTensors + 1);
  expect(tf.memory().numBytes).toBe(before.numBytes + 4);
  inner.dispose();
  inner.dispose();
  expect(tf.memory()).toEqual(before);
});

test('random tensors follow from their seeds', () => {
  const draw = (seed: number) => tf.randomNormal([20_000], 3, 2, 'float32', seed);
  expect(draw(1).dataSync()).toEqual(draw(1).dataSync());
  expect(draw(1).dataSync()).not.toEqual(draw(2).dataSync());
  const { mean, variance } = tf.moments(draw(7));
  expect(mean.arraySync()).toBeCloseTo(3, 1);
  expect(Math.abs((variance.arraySync() as number) - 4)).toBeLessThan(0.12);
  expect(tf.truncatedNormal([5000], 0, 1, 'float32', 3).abs().max().dataSync()[0]).toBeLessThanOrEqual(2);
  const uniform = tf.randomUniform([1000], -1, 1, 'float32', 4);
  expect(uniform.min().dataSync()[0]).toBeGreaterThanOrEqual(-1);
  expect(uniform.max().dataSync()[0]).toBeLessThan(1);
});

test('places that are none, or that only pages have', async () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  for (const nowhere of [undefined, null, 7] as unknown as string[]) {
    await expect(model.save(nowhere)).rejects.toThrow(/^handlerOrURL: expected an address such as 'file:/);
    await expect(tf.loadLayersModel(nowhere)).rejects.toThrow(/^pathOrIOHandler: expected an address such as/);
  }
  for (const call of [model.save('localstorage://x'), tf.loadLayersModel('localstorage://x')]) {
    await expect(call).rejects.toThrow(tf.FileError);
  }
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['accuracy'] });
  const xs = tf.zeros([2, 2]);
  const slip = model.fit(xs, tf.zeros([2, 1]), { callbacks: tf.callbacks.earlyStopping({ monitor: 'vall_loss' }) });
  await expect(slip).rejects.toThrow(/^monitor: expected 'loss', 'val_loss', .* did you mean 'val_loss'\?$/);
});
