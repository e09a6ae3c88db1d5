/** Inputs of another scale than those that a model learned from. */

import { InkgradWarning, layers, loadModel, type Sequential, sequential } from 'inkgrad';
import { afterEach, beforeEach, expect, test } from 'vitest';

const warnings: string[] = [];
const listen = (warning: Error) => {
  if (warning instanceof InkgradWarning && warning.code === 'INPUT_SCALE') warnings.push(warning.message);
};
beforeEach(() => {
  warnings.length = 0;
  process.on('warning', listen);
});
afterEach(() => process.off('warning', listen));

const rows = (most: number) => [
  [0, most],
  [most, 0],
  [most, most],
];

async function trained(most: number): Promise<Sequential> {
  const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
  await model.fit(rows(most), [0, 1, 1], { verbose: 0 });
  return model;
}

test('are told once, by predict and by evaluate, and after loading', async () => {
  await using model = await trained(255);
  await model.predict(rows(200));
  await model.predict(rows(0)); // blank images have no scale
  expect(warnings).toEqual([]);
  await model.predict(rows(1));
  await model.predict(rows(1));
  await new Promise(setImmediate); // Node tells of warnings then
  expect(warnings).toEqual([
    'x: the numbers go up to 1, and those that the model learned from went up to 255; ' +
      'scale them alike, such as pixels from 0 to 1 in both places',
  ]);
  await using loaded = await loadModel(await model.toBytes());
  await loaded.evaluate(rows(1), [0, 1, 1]);
  await new Promise(setImmediate);
  expect(warnings.length).toBe(2);
});

test('are told where they are larger, and where they are to validate', async () => {
  await using model = await trained(1);
  await model.fit(rows(1), [0, 1, 1], { verbose: 0, validationData: [rows(255), [0, 1, 1]] });
  await new Promise(setImmediate);
  expect(warnings).toEqual([expect.stringContaining('validationData[0]: the numbers go up to 255')]);
});

test('weights that a training left without numbers are named, until they are set', async () => {
  await using model = sequential([layers.dense(1, { inputShape: [1] })]);
  model.compile({ optimizer: 'sgd', loss: 'mse' });
  await expect(model.fit([[1e30], [1e30]], [1, 1], { epochs: 9, verbose: 0 })).rejects.toThrow('loss');
  const message = 'weights: expected finite numbers: set them, or load an earlier model, got NaN';
  await expect(model.predict([[1]])).rejects.toThrow(message);
  await expect(model.evaluate([[1]], [1])).rejects.toThrow(message);
  await model.setWeights([[[1]], [0]]);
  expect((await model.predict([[1]])).data).toEqual(Float32Array.of(1));
});
