/** Every wrong argument of a model's methods is refused by an error that names it. */

import {
  DtypeError,
  EmptyDataError,
  type FitOptions,
  type InkgradError,
  LabelError,
  layers,
  NonFiniteError,
  OptionError,
  type Sequential,
  ShapeError,
  sequential,
} from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blobs, classifier } from './blobs.ts';

type ErrorClass = new (...values: never[]) => InkgradError;
const wrong = (value: unknown) => value as never;

const { x, y } = blobs(30);
const bad = { nan: x.with(5, Number.NaN), infinite: x.with(7, Number.POSITIVE_INFINITY) };

let model: Sequential;
let hash: string;
beforeAll(async () => {
  model = classifier();
  hash = await model.weightsHash();
});
afterAll(async () => {
  expect(await model.weightsHash()).toBe(hash); // none of the refused calls has trained anything
  await model.dispose();
});

const data: [what: string, x: unknown, y: unknown, kind: ErrorClass, message: string][] = [
  ['rows of another length', new Float32Array(13), y, ShapeError, "x: expected a multiple of the model's row length 4"],
  ['another shape', { data: x, shape: [40, 3] }, y, ShapeError, 'x: expected shape [rows, 4], got [40, 3]'],
  [
    'ragged rows',
    [
      [1, 2, 3, 4],
      [1, 2],
    ],
    [0, 1],
    ShapeError,
    'x[1]: expected length 4',
  ],
  ['too large an integer', BigInt64Array.of(0n, 0n, 0n, 2n ** 53n), [0], DtypeError, 'got 9007199254740992n'],
  ['texts', [['1', '2', '3', '4']], [0], DtypeError, "x[0][0]: expected a number, got '1'"],
  ['objects', [{ a: 1 }], [0], DtypeError, 'got an object'],
  ['no rows', new Float32Array(0), [], EmptyDataError, 'x: expected at least one row'],
  ['NaN', bad.nan, y, NonFiniteError, 'x: expected finite numbers, got NaN'],
  ['infinity', bad.infinite, y, NonFiniteError, 'x: expected finite numbers, got Infinity'],
  ['too few labels', x, y.subarray(1), ShapeError, 'y: expected 30 labels, one for each row of x, got 29'],
  [
    'a class too large',
    x,
    y.map((_, i) => (i === 4 ? 3 : 0)),
    LabelError,
    'y[4]: expected a class id from 0 to 2, got 3',
  ],
  ['half a class', x, Float32Array.from(y).with(2, 0.5), LabelError, 'y[2]: expected a class id from 0 to 2, got 0.5'],
  ['a label of NaN', x, Float32Array.from(y).with(2, Number.NaN), NonFiniteError, 'got NaN'],
  ['no labels', x, undefined, DtypeError, 'y: expected a typed array'],
];

test('a network that is too large', () => {
  const build = () => sequential([layers.dense(2 ** 15, { inputShape: [2 ** 14] })]);
  expect(build).toThrow(OptionError);
  expect(build).toThrow('layers: expected at most 268435456 weights in all (2^28), got 536903680');
});

describe('fit', () => {
  test.each(data)('%s', async (_what, samples, labels, kind, message) => {
    const fitting = model.fit(wrong(samples), wrong(labels), { verbose: 0 });
    await expect(fitting).rejects.toThrow(kind);
    await expect(fitting).rejects.toThrow(message);
  });

  test.each<[unknown, string]>([
    [{ epochs: 0 }, 'epochs: expected a whole number of at least 1, got 0'],
    [{ epochs: 1.5 }, 'got 1.5'],
    [{ epochs: '3' }, "got '3'"],
    [{ batchSize: 0 }, 'batchSize: expected a whole number of at least 1, got 0'],
    [{ batchSize: -32 }, 'got -32'],
    [{ batchSize: Number.NaN }, 'got NaN'],
    [{ validationSplit: 1 }, 'validationSplit: expected a number from 0 to less than 1, got 1'],
    [{ validationSplit: -0.1 }, 'got -0.1'],
    [
      { validationSplit: 0.99 },
      'validationSplit: expected a share that leaves samples on both sides, got 0.99 of 30 samples',
    ],
    [
      { validationData: x },
      'validationData: expected [x, y], [x, y, sampleWeight], a data set or batches, got Float32Array of length 120',
    ],
    [{ validationData: [x] }, 'got an array of length 1'],
    [{ shuffle: 'batch' }, "shuffle: expected true or false, got 'batch'"],
    [{ verbose: 3 }, "verbose: expected 'auto', 0, 1 or 2, got 3"],
    [{ initialEpoch: 2, epochs: 1 }, 'initialEpoch: expected a whole number from 0 to 1, got 2'],
    [{ initialEpoch: -1 }, 'got -1'],
    [{ signal: {} }, 'signal: expected an AbortSignal, got an object'],
    [{ batch_size: 32 }, 'fit.batch_size: expected one of epochs, batchSize'],
    [{ epoch: 3 }, "did you mean 'epochs'?"],
    [{ validation_data: [x, y] }, "did you mean 'validationData'?"],
    [{ stepsPerEpoch: 0 }, 'stepsPerEpoch: expected a whole number of at least 1, got 0'],
    [32, 'fit: expected an object with options, got 32'],
    [null, 'fit: expected an object with options, got null'],
  ])('%#: %s', async (options, message) => {
    const fitting = model.fit(x, y, wrong(options));
    await expect(fitting).rejects.toThrow(OptionError);
    await expect(fitting).rejects.toThrow(message);
  });

  test('names the validation data as such', async () => {
    const train = (validationData: FitOptions['validationData']) =>
      model.fit(x, y, { verbose: 0, ...(validationData && { validationData }) });
    await expect(train([new Float32Array(3), y])).rejects.toThrow('validationData[0]: expected a multiple of');
    await expect(train([x, y.subarray(2)])).rejects.toThrow('validationData[1]: expected 30 labels');
    await expect(train([bad.nan, y])).rejects.toThrow('validationData[0]: expected finite numbers, got NaN');
    await expect(train([bad.nan, y])).rejects.toThrow(NonFiniteError);
  });
});

describe('evaluate', () => {
  test.each(data)('%s', async (_what, samples, labels, kind, message) => {
    const evaluating = model.evaluate(wrong(samples), wrong(labels));
    await expect(evaluating).rejects.toThrow(kind);
    await expect(evaluating).rejects.toThrow(message);
  });

  test.each([{ batchSize: 0 }, { verbose: true }, { epochs: 1 }])('%j', async (options) => {
    await expect(model.evaluate(x, y, wrong(options))).rejects.toThrow(OptionError);
  });
});

describe('predict', () => {
  test.each(data.slice(0, 9))('%s', async (_what, samples, _labels, kind, message) => {
    const predicting = model.predict(wrong(samples));
    await expect(predicting).rejects.toThrow(kind);
    await expect(predicting).rejects.toThrow(message);
  });
});

describe('binary labels', () => {
  test.each([
    [[0, 1, 2], LabelError, 'y[2]: expected a number from 0 to 1, got 2'],
    [[0, -1, 1], LabelError, 'y[1]: expected a number from 0 to 1, got -1'],
    [
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      ShapeError,
      'y: expected shape [3] or [3, 1], got [3, 2]',
    ],
  ])('%j', async (labels, kind, message) => {
    await using decider = sequential({ layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })] });
    decider.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
    const fitting = decider.fit(new Float32Array(6), labels, { verbose: 0 });
    await expect(fitting).rejects.toThrow(kind as ErrorClass);
    await expect(fitting).rejects.toThrow(message);
  });
});

describe('setWeights', () => {
  test.each<[unknown, ErrorClass, string]>([
    [[], ShapeError, 'weights: expected 4 tensors, one for each variable, got 0'],
    [undefined, DtypeError, 'weights: expected an array of tensors'],
    [[new Float32Array(32), 0, 0, 0], ShapeError, 'weights[0]: expected shape [4, 8], got [32]'],
    [
      [{ data: new Float32Array(32).fill(Number.NaN), shape: [4, 8] }, 0, 0, 0],
      NonFiniteError,
      'weights[0]: expected finite numbers, got NaN at 0',
    ],
  ])('%#', async (weights, kind, message) => {
    await expect(model.setWeights(wrong(weights))).rejects.toThrow(kind);
    await expect(model.setWeights(wrong(weights))).rejects.toThrow(message);
  });
});
