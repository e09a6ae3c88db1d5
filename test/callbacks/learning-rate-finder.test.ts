/** A search for a learning rate, on real digits. */

import { callbacks, layers, optimizers, sequential } from 'inkgrad';
import { loadSampleDigits } from 'inkgrad/data';
import { learningRateCurve } from 'inkgrad/report';
import { expect, test } from 'vitest';

test('finds a rate at which digits are learnt, and leaves the model as it was', async () => {
  const { train } = await loadSampleDigits();
  await using model = sequential([
    layers.dense(32, { activation: 'relu', inputShape: [784] }),
    layers.dense(10, { activation: 'softmax' }),
  ]);
  const compile = (learningRate: number) =>
    model.compile({ optimizer: optimizers.sgd({ learningRate }), loss: 'categoricalCrossentropy' });
  compile(0.5);
  const before = await model.weightsHash();

  const finder = callbacks.learningRateFinder({ from: 1e-4, to: 100 });
  expect(finder.suggestion).toBeUndefined();
  const { epoch } = await model.fit(train.x, train.y, { epochs: 100, verbose: 0, callbacks: finder });

  expect(epoch.length).toBeLessThan(100); // it ends the training
  expect(await model.weightsHash()).toBe(before);
  expect(await model.getLearningRate()).toBeCloseTo(0.5);
  expect(finder.learningRates.length).toBe(finder.losses.length);
  expect(finder.learningRates[0]).toBe(1e-4);
  // Plain gradient descent on such a network learns from about 0.01 to 1.
  const suggestion = finder.suggestion ?? Number.NaN;
  expect(suggestion).toBeGreaterThan(0.005);
  expect(suggestion).toBeLessThan(2);
  const svg = learningRateCurve(finder);
  expect(svg).toContain('It falls most steeply at');
});

test('ends without an error where the loss is not finite any more', async () => {
  const { train } = await loadSampleDigits();
  await using model = sequential([layers.dense(10, { inputShape: [784] })]);
  model.compile({ optimizer: 'sgd', loss: 'mse' });
  const finder = callbacks.learningRateFinder({ from: 1, to: 1e30, smoothing: 0 });
  await model.fit(train.x, oneHot(train.y), { verbose: 0, callbacks: finder });
  expect(finder.losses.every(Number.isFinite)).toBe(true);
  expect(finder.losses.length).toBeLessThan(100);
});

function oneHot(labels: Uint8Array): { data: Float32Array; shape: [number, number] } {
  const data = new Float32Array(labels.length * 10);
  labels.forEach((label, row) => {
    data[row * 10 + label] = 1;
  });
  return { data, shape: [labels.length, 10] };
}

test.each([
  [{ from: 0 }, 'from: expected a finite number above 0, got 0'],
  [{ from: 1, to: 0.5 }, 'to: expected a finite number above from, 1, got 0.5'],
  [{ steps: 3 }, 'steps: expected a whole number of at least 10, got 3'],
  [{ smoothing: 1 }, 'smoothing: expected a number from 0 to less than 1, got 1'],
  [{ step: 3 } as object, "did you mean 'steps'?"],
])('refuses %j', (options, message) => {
  expect(() => callbacks.learningRateFinder(options)).toThrow(message);
});

test('says where the training was too short for all rates', async () => {
  const { train } = await loadSampleDigits();
  await using model = sequential([layers.dense(10, { activation: 'softmax', inputShape: [784] })]);
  model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
  const finder = callbacks.learningRateFinder({ from: 1e-6, to: 1e-2 });
  await model.fit(train.x, train.y, { epochs: 1, batchSize: 256, verbose: 0, callbacks: finder });
  const { learningRates } = finder;
  expect(await warned).toMatchObject({ name: 'InkgradWarning', code: 'TOO_FEW_BATCHES' });
  expect((await warned).message).toContain(`${learningRates.length} batches for 100 rates`);
});
