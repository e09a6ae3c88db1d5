import { describe, expect, test } from 'vitest';
import { OptionError, ShapeError } from '../../ts/errors.ts';
import { layers } from '../../ts/layers.ts';
import { type Sequential, sequential } from '../../ts/model.ts';
import { optimizers } from '../../ts/optimizers.ts';
import {
  checkInteger,
  checkNoMore,
  checkObject,
  checkRecord,
  describe as describeValue,
  isList,
  nearest,
  quoted,
} from '../../ts/options.ts';

/** What a JavaScript user may pass, past the types. */
const wrong = (value: unknown) => value as never;

function build(units = 3, activation: 'softmax' | 'sigmoid' | 'linear' | 'relu' | 'tanh' = 'softmax'): Sequential {
  return sequential({ layers: [layers.dense({ units, activation, inputShape: [4] })] });
}

describe('layers.dense', () => {
  test('takes what Keras takes', () => {
    const layer = layers.dense({ units: 128, activation: 'relu', inputShape: [784], name: 'layer1' });
    expect(layer).toMatchObject({ units: 128, activation: { type: 'relu' }, inputShape: [784], name: 'layer1' });
    expect(layers.dense({ units: 1 }).activation).toEqual({ type: 'linear' });
    expect(layers.dense(1, { useBias: false })).toEqual(layers.dense({ units: 1, useBias: false }));
  });

  test.each([
    [{ units: 0 }, 'units: expected a whole number from 1 to 16777216, got 0'],
    [{ units: 2.5 }, 'units: expected a whole number from 1 to 16777216, got 2.5'],
    [{ units: '10' }, "units: expected a whole number from 1 to 16777216, got '10'"],
    [{}, 'units: expected a whole number from 1 to 16777216, got undefined'],
    [{ units: 1, activation: 'softmacs' }, "'softmax' or 'logSoftmax', got 'softmacs'; did you mean 'softmax'?"],
    [{ units: 1, activation: null }, "activation: expected a name such as 'linear', or"],
    [{ units: 1, activation: '__proto__' }, "got '__proto__'"],
    [{ units: 1, inputShape: 784 }, 'inputShape: expected the axes of one row, such as [784] or [28, 28], got 784'],
    [{ units: 1, inputShape: [] }, 'inputShape: expected the axes of one row'],
    [{ units: 1, inputShape: [0] }, 'inputShape[0]: expected a whole number from 1'],
    [{ units: 1, name: '' }, 'name: expected a text that is not empty'],
    [{ units: 1, name: 'a/b' }, "name: expected a name without '/', got 'a/b'"],
    [{ unit: 1 }, "biasConstraint, name, inputShape, got 'unit'; did you mean 'units'?"],
    [{ units: 1, inputshape: [3] }, "did you mean 'inputShape'?"],
    [{ units: 1, use_bias: true, useBias: true }, 'dense.useBias: expected one value, got two spellings of it'],
    [null, 'units: expected a whole number from 1 to 16777216, got null'],
  ])('%j: %s', (options, message) => {
    expect(() => layers.dense(wrong(options))).toThrow(OptionError);
    expect(() => layers.dense(wrong(options))).toThrow(message);
  });
});

describe('optimizers.adam', () => {
  test("has Keras's defaults", () => {
    expect(optimizers.adam()).toMatchObject({ learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 });
  });

  test.each([
    { learningRate: -1 },
    { learningRate: Number.NaN },
    { learningRate: Number.POSITIVE_INFINITY },
    { learningRate: 1e39 },
    { learningRate: '0.1' },
    { beta1: 1 },
    { beta1: -0.1 },
    { beta2: 1 - 1e-12 },
    { epsilon: 0 },
    { epsilon: 1e-50 },
    { lr: 0.1 },
    { learningrate: 0.1 },
    'fast',
  ])('refuses %j', (options) => {
    expect(() => optimizers.adam(wrong(options))).toThrow(OptionError);
  });
});

describe('sequential', () => {
  test("names models and layers as Keras does, around the user's names", () => {
    const model = sequential({
      layers: [
        layers.dense({ units: 2, inputShape: [3] }),
        layers.dense({ units: 2, name: 'dense_1' }),
        layers.dense({ units: 2 }),
        layers.dense({ units: 2, name: 'out' }),
        layers.dense({ units: 1 }),
      ],
    });
    expect(model.name).toBe('sequential');
    expect(model.layers.map(({ name }) => name)).toEqual(['dense', 'dense_1', 'dense_2', 'out', 'dense_3']);
    expect(model.layers.map(({ inputs, units }) => [inputs, units])).toEqual([
      [3, 2],
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 1],
    ]);
  });

  test('draws a seed of up to 53 bits if it is given none', () => {
    const seeds = Array.from({ length: 50 }, () => build().seed);
    expect(new Set(seeds).size).toBe(50);
    expect(seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true);
    expect(Math.max(...seeds)).toBeGreaterThan(2 ** 47);
  });

  test('one layer may stand in several models', () => {
    const layer = layers.dense({ units: 2, inputShape: [2] });
    expect(sequential({ layers: [layer, layer] }).countParams()).toBe(12);
  });

  test.each([
    [{ layers: [] }, 'layers: expected an array of at least one layer, got an array of length 0'],
    [
      { layers: [{ units: 3 }] },
      'layers[0]: expected a layer made by a function such as layers.dense(10), got an object',
    ],
    [{ layers: [layers.dense({ units: 3 })] }, 'layers[0].inputShape: expected [numbers in one row]'],
    [
      { layers: [layers.dense({ units: 3, inputShape: [1], name: 'a' }), layers.dense({ units: 3, name: 'a' })] },
      "layers: expected a name of its own for each layer, got 'a' twice",
    ],
    [
      { layers: [layers.dense({ units: 3, inputShape: [1] })], seed: -1 },
      'seed: expected a whole number of at least 0',
    ],
    [{ layers: [layers.dense({ units: 3, inputShape: [1] })], seed: 2 ** 53 }, 'got 9007199254740992'],
    [{ layers: [layers.dense({ units: 3, inputShape: [1] })], name: 3 }, 'name: expected a text'],
    [{ layers: [layers.dense({ units: 3, inputShape: [1] })], engine: {} }, 'engine: expected an engine'],
    [{ layer: [] }, "did you mean 'layers'?"],
  ])('%#: %s', (options, message) => {
    expect(() => sequential(wrong(options))).toThrow(OptionError);
    expect(() => sequential(wrong(options))).toThrow(message);
  });

  test('a later inputShape must be what comes in', () => {
    const first = layers.dense({ units: 3, inputShape: [4] });
    expect(sequential({ layers: [first, layers.dense({ units: 1, inputShape: [3] })] }).countParams()).toBe(19);
    expect(() => sequential({ layers: [first, layers.dense({ units: 1, inputShape: [4] })] })).toThrow(ShapeError);
  });
});

describe('compile', () => {
  test.each([
    ['binaryCrossentropy', 'binary_crossentropy'],
    ['meanSquaredError', 'mean_squared_error'],
    ['meanSquaredError', 'mse'],
  ] as const)('%s also as %s', (name, alias) => {
    const model = build(1, 'sigmoid');
    model.compile({ optimizer: 'adam', loss: name });
    model.compile({ optimizer: 'adam', loss: alias });
  });

  test.each([
    'categoricalCrossentropy',
    'categorical_crossentropy',
    'sparseCategoricalCrossentropy',
    'sparse_categorical_crossentropy',
  ] as const)('%s', (loss) => {
    build().compile({ optimizer: optimizers.adam({ learningRate: 0.01 }), loss, metrics: ['accuracy'] });
    expect(() => build(1, 'sigmoid').compile({ optimizer: 'adam', loss })).toThrow(OptionError);
    expect(() => build(3, 'linear').compile({ optimizer: 'adam', loss })).toThrow(
      "expected 'softmax' in the last layer",
    );
  });

  test('refuses softmax on one unit, which is always 1', () => {
    const model = build(1, 'softmax');
    expect(() => model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' })).toThrow(OptionError);
  });

  test.each([
    [{ loss: 'mse' }, "optimizer: expected a name such as 'sgd', or what a function such as sgd() made, got undefined"],
    [{ optimizer: 'adams', loss: 'mse' }, "got 'adams'; did you mean 'adam'?"],
    [{ optimizer: 'adam' }, 'loss: expected'],
    [{ optimizer: 'adam', loss: 'crossentropy' }, "got 'crossentropy'"],
    [{ optimizer: 'adam', loss: 'BinaryCrossEntropy' }, "did you mean 'binaryCrossentropy'?"],
    [{ optimizer: 'adam', loss: 'toString' }, "got 'toString'"],
    [{ optimizer: 'adam', loss: 'mse', metrics: 'accuracy' }, "metrics: expected an array such as ['accuracy']"],
    [{ optimizer: 'adam', loss: 'mse', metrics: ['acuracy'] }, "got 'acuracy'; did you mean 'accuracy'?"],
    [{ optimizer: 'adam', loss: 'mse', metric: [] }, "did you mean 'metrics'?"],
  ])('%j: %s', (options, message) => {
    expect(() => build().compile(wrong(options))).toThrow(OptionError);
    expect(() => build().compile(wrong(options))).toThrow(message);
  });
});

test.each([
  ['dense', layers.dense(2)],
  ['batchNormalization', layers.batchNormalization()],
  ['layerNormalization', layers.layerNormalization()],
  ['softmax', layers.softmax()],
  ['prelu', layers.prelu()],
])('%s takes flat rows', (type, layer) => {
  expect(sequential([layers.input([6]), layer]).layers).toHaveLength(1);
  expect(() => sequential([layers.input([2, 3]), layer])).toThrow(
    new ShapeError(`layers[1]: ${type}`, 'flat rows: put layers.flatten() before it', 'rows of shape [2, 3]'),
  );
});

test('softmax as a layer of its own takes flat rows', () => {
  for (const name of ['softmax', 'logSoftmax'] as const) {
    const build = (inputShape: number[]) => sequential([layers.activation(name, { inputShape })]);
    expect(build([6]).outputShape).toEqual([6]);
    expect(() => build([2, 3])).toThrow(`${name}: expected flat rows: put layers.flatten() before it`);
  }
  expect(() => sequential([layers.softmax({ inputShape: [2, 3] })])).toThrow(ShapeError);
  expect(sequential([layers.activation('relu', { inputShape: [2, 3] })]).outputShape).toEqual([2, 3]);
});

test('values in few words', () => {
  const words: [unknown, string][] = [
    [null, 'null'],
    [undefined, 'undefined'],
    ['a', "'a'"],
    ['x'.repeat(60), `'${'x'.repeat(60)}'`],
    ['x'.repeat(61), `'${'x'.repeat(57)}...'`],
    [() => {}, 'a function'],
    [5n, '5n'],
    [-0.5, '-0.5'],
    [true, 'true'],
    [[1, 2], 'an array of length 2'],
    [new Uint8Array(3), 'Uint8Array of length 3'],
    [new DataView(new ArrayBuffer(2)), 'an object of class DataView'],
    [{}, 'an object'],
    [Object.create(null), 'an object'],
    [new Map(), 'an object of class Map'],
  ];
  for (const [value, text] of words) expect(describeValue(value)).toBe(text);
  expect(quoted([])).toBe('none');
  expect(quoted(['a'])).toBe("'a'");
  expect(quoted(['a', 'b'])).toBe("'a' or 'b'");
  expect(quoted(['a', 'b', 'c'])).toBe("'a', 'b' or 'c'");
});

test('checks take what lies on their bounds', () => {
  expect([isList(new Array(2 ** 20)), isList(new Array(2 ** 20 + 1)), isList({ length: 1 })]).toEqual([
    true,
    false,
    false,
  ]);
  expect([checkInteger('n', 1, 1, 3), checkInteger('n', 3, 1, 3)]).toEqual([1, 3]);
  for (const value of [0, 4, 1.5, '2', Number.NaN]) {
    expect(() => checkInteger('n', value, 1, 3)).toThrow('n: expected a whole number from 1 to 3, got');
  }
  expect(() => checkInteger('n', -1, 0, Number.MAX_SAFE_INTEGER)).toThrow('expected a whole number of at least 0, got');
  for (const value of [null, [], 'text', 5]) {
    expect(() => checkObject('it', value)).toThrow(OptionError);
    expect(() => checkRecord('it', value)).toThrow('it: expected an object, got');
  }
  expect(checkRecord('it', { a: 1 })).toEqual({ a: 1 });
  expect(() => checkNoMore('save', [])).not.toThrow();
  expect(() => checkNoMore('save', [{}, 'x'])).toThrow("save: expected no further arguments, got an object, 'x'");
});

test('nearest names', () => {
  // Two edits, or a third of the letters, and no more; cases and separators are none.
  expect(nearest('ab', ['abcd'])).toBe('abcd');
  expect(nearest('a', ['abcd'])).toBeUndefined();
  expect(nearest('abcdefghi', ['abcdefghixyz'])).toBe('abcdefghixyz');
  expect(nearest('abcdefgh', ['abcdefghwxyz'])).toBe('abcdefghwxyz');
  expect(nearest('abcdefg', ['abcdefgvwxyz'])).toBeUndefined();
  expect(nearest('kitten', ['sitting', 'mitten'])).toBe('mitten');
  expect(nearest('LEARNING-RATE', ['learningRate'])).toBe('learningRate');
  expect(nearest('batch_size', ['epochs', 'batchSize'])).toBe('batchSize');
  expect(nearest('epoch', ['epochs', 'batchSize'])).toBe('epochs');
  expect(nearest('colour', ['epochs', 'batchSize'])).toBeUndefined();
  expect(nearest('x'.repeat(1e6), ['epochs'])).toBeUndefined();
});

test('reshape takes any axes of as many numbers', () => {
  const shapes: [number[], number[] | null][] = [
    [[4], [4]],
    [[-1], [4]],
    [
      [4, 1],
      [4, 1],
    ],
    [[3], null],
    [[-1, -1], null],
    [[-1, 3], null],
  ];
  for (const [targetShape, outputShape] of shapes) {
    const model = () => sequential([layers.reshape(targetShape, { inputShape: [2, 2] })]);
    if (outputShape) expect(model().outputShape).toEqual(outputShape);
    else expect(model).toThrow('targetShape: expected a shape of 4 numbers');
  }
});
