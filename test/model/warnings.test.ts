/** What is said about data and training that looks wrong. */

import { once } from 'node:events';
import { callbacks, type FitOptions, InkgradWarning, layers, optimizers, sequential } from 'inkgrad';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blobs, classifier } from './blobs.ts';

let heard: { code: string; message: string }[] = [];
const listen = (warning: Error) => {
  if (warning instanceof InkgradWarning) heard.push({ code: warning.code, message: warning.message });
};
beforeEach(() => {
  heard = [];
  process.on('warning', listen);
});
afterEach(() => process.off('warning', listen));

/** What is heard of a training; Node tells warnings at the end of the turn. */
async function warningsOf(y: ArrayLike<number>, options: FitOptions = {}) {
  await using model = classifier();
  await model.fit(new Float32Array(4 * y.length).fill(0.5), Uint8Array.from(y), { verbose: 0, ...options });
  await new Promise(setImmediate);
  return heard;
}

const mixed = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0];
const sorted = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2];

test('labels of all classes are right', async () => {
  expect(await warningsOf(mixed, { epochs: 2, validationSplit: 0.3 })).toEqual([]);
  expect(await warningsOf(sorted, { epochs: 2 })).toEqual([]);
});

test('classes without samples are named once', async () => {
  const message = 'there are no samples to train on of classes 0, 2';
  expect(await warningsOf([1, 1, 1], { epochs: 3 })).toEqual([{ code: 'MISSING_CLASS', message }]);
});

test('so are those of the validation data', async () => {
  const validationData = [new Float32Array(8), [2, 1]] as const;
  const message = 'there are no samples to validate on of class 0';
  expect(await warningsOf(mixed, { validationData })).toEqual([{ code: 'MISSING_CLASS', message }]);
});

test('both of training and validation', async () => {
  const message = 'there are no samples to train on of class 2; there are no samples to validate on of classes 0, 1';
  expect(await warningsOf([1, 0, 1, 0, 2], { validationSplit: 0.2 })).toEqual([{ code: 'MISSING_CLASS', message }]);
});

test.each([[sorted], [[...sorted].reverse()]])(
  'rows that are sorted by class are not for validationSplit',
  async (y) => {
    expect(await warningsOf(y, { validationSplit: 0.2 })).toEqual([
      { code: 'SORTED_VALIDATION_SPLIT', message: expect.stringContaining('shuffle them first') },
    ]);
  },
);

test('a binary model has two classes, and a line has none', async () => {
  const { x } = blobs(9);
  for (const [loss, y, codes] of [
    ['binaryCrossentropy', new Float32Array(9).fill(1), ['MISSING_CLASS']],
    ['mse', Float32Array.from({ length: 9 }, (_, i) => i / 3), []],
  ] as const) {
    heard = [];
    await using model = sequential({ layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [4] })] });
    model.compile({ optimizer: 'adam', loss });
    await model.fit(x, y, { verbose: 0 });
    await new Promise(setImmediate);
    expect(heard.map(({ code }) => code)).toEqual(codes);
  }
});

test('a loss that rises epoch after epoch is told once', async () => {
  await using model = sequential({ seed: 1, layers: [layers.dense({ units: 1, inputShape: [1] })] });
  model.compile({ optimizer: optimizers.adam({ learningRate: 0 }), loss: 'mse' });
  const rising = Array.from({ length: 9 }, (_, epoch) => epoch + 1);
  const batches = () => [[[0], [rising.shift() as number]] as const];
  await model.fit(batches, { epochs: 9, verbose: 0 });
  await new Promise(setImmediate);
  expect(heard).toEqual([
    { code: 'RISING_LOSS', message: expect.stringContaining('the loss has risen for 5 epochs in a row, to 36') },
  ]);
});

test('a figure that a callback waits for in vain is told once', async () => {
  await warningsOf(mixed, { epochs: 3, callbacks: callbacks.earlyStopping() });
  const message = "monitor: 'val_loss' is not among the figures 'loss' or 'accuracy'";
  expect(heard).toEqual([{ code: 'MISSING_FIGURE', message }]);
});

test('nothing is said with warnings: false', async () => {
  expect(await warningsOf([1, 1, 1], { warnings: false })).toEqual([]);
});

test('a warning is a typed one, with its code', async () => {
  const told = once(process, 'warning');
  await warningsOf([1, 1, 1]);
  const [warning] = await told;
  expect(warning).toBeInstanceOf(InkgradWarning);
  expect(warning).toMatchObject({ name: 'InkgradWarning', code: 'MISSING_CLASS' });
});
