import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { FormatError } from '../../ts/errors.ts';
import { readKerasConfig, writeKerasConfig } from '../../ts/formats/keras-config.ts';
import { layers } from '../../ts/layers.ts';
import { stack } from '../../ts/model/stack.ts';
import { usePlatform } from '../../ts/platform.ts';

const warn = vi.fn();
beforeAll(() => usePlatform({ warn } as never));
beforeEach(() => {
  warn.mockReset();
});
afterAll(() => usePlatform(undefined as never));

const input = { class_name: 'InputLayer', config: { batch_shape: [null, 4], dtype: 'float32', name: 'input' } };
const layer = (className: string, config: object = {}) => ({
  class_name: className,
  config: { name: 'odd', ...config },
});
const model = (...list: object[]) => ({ class_name: 'Sequential', config: { name: 'some', layers: [input, ...list] } });

describe('configurations', () => {
  test('of Keras 2.2 are read: a bare list, the shape in the first layer, scaled variances', () => {
    const glorot = { scale: 1, mode: 'fan_avg', distribution: 'uniform', seed: null };
    const dense = {
      name: 'dense_1',
      trainable: true,
      batch_input_shape: [null, 4],
      dtype: 'float32',
      units: 3,
      activation: 'relu',
      use_bias: true,
      kernel_initializer: { class_name: 'VarianceScaling', config: glorot },
      bias_initializer: { class_name: 'Zeros', config: {} },
      kernel_regularizer: { class_name: 'L1L2', config: { l1: 0, l2: 0.009999999776482582 } },
      bias_regularizer: null,
      activity_regularizer: null,
      kernel_constraint: { class_name: 'MaxNorm', config: { max_value: 2, axis: 0 } },
      bias_constraint: null,
    };
    const { name, layers: read } = readKerasConfig(
      { class_name: 'Sequential', config: [{ class_name: 'Dense', config: dense }], keras_version: '2.2.4' },
      'file',
    );
    expect(name).toBe('sequential');
    expect(read).toMatchObject([
      { type: 'input', shape: [4] },
      {
        type: 'dense',
        units: 3,
        name: 'dense_1',
        activation: { type: 'relu' },
        kernelRegularizer: { type: 'l1l2', l1: 0, l2: 0.009999999776482582 },
        kernelConstraint: { type: 'maxNorm', maxValue: 2 },
      },
    ]);
  });

  test('that are graphs are read if they are chains, whatever the order in which they are told', () => {
    const node = (name: string, from?: string) => ({
      class_name: from ? 'Dense' : 'InputLayer',
      config: from ? { name, units: 2 } : { name, batch_input_shape: [null, 3] },
      name,
      inbound_nodes: from ? [[[from, 0, 0, {}]]] : [],
    });
    const graph = (list: object[]) => ({
      class_name: 'Functional',
      config: { name: 'g', layers: list, input_layers: [['a', 0, 0]], output_layers: [['c', 0, 0]] },
    });
    const chain = readKerasConfig(graph([node('c', 'b'), node('a'), node('b', 'a')]), 'file');
    expect(chain.layers.map(({ name }) => name)).toEqual([undefined, 'b', 'c']);
    const twice = { ...node('b', 'a'), inbound_nodes: [[['a', 0, 0, {}]], [['b', 0, 0, {}]]] };
    expect(() => readKerasConfig(graph([node('a'), twice, node('c', 'b')]), 'file')).toThrow(
      /'b' \(Dense\).*used 2 times/,
    );
    const merged = {
      class_name: 'Add',
      config: { name: 'c' },
      name: 'c',
      inbound_nodes: [
        [
          ['a', 0, 0, {}],
          ['b', 0, 0, {}],
        ],
      ],
    };
    expect(() => readKerasConfig(graph([node('a'), node('b', 'a'), merged]), 'file')).toThrow(
      /'c' \(Add\).*fed by 'a' or 'b'/,
    );
    const beside = graph([node('a'), node('b', 'a'), node('c', 'b'), node('d', 'a')]);
    expect(() => readKerasConfig(beside, 'file')).toThrow(/'d' \(Dense\).*beside the way/);
    expect(() => readKerasConfig(graph([node('a'), node('b', 'c'), node('c', 'b')]), 'file')).toThrow(/a circle/);
  });

  test.each([
    ['an unknown layer', layer('Conv2D'), /layer 'odd' \(Conv2D\): expected one of Dense, .*got 'Conv2D'/],
    ['a misspelt one', layer('Dens'), /did you mean 'Dense'/],
    ['a model in it without layers', layer('Sequential'), /config\.layers: expected an array/],
    ['code', layer('Lambda', { function: ['4wEAAA'] }), /layer 'odd' \(Lambda\)/],
    [
      'an unknown activation',
      layer('Activation', { activation: 'celu' }),
      /activation\.type: expected 'linear'.*got 'celu'/,
    ],
    [
      'an own regularizer',
      layer('Dense', { units: 2, kernel_regularizer: { class_name: 'Mine', config: {} } }),
      /'Mine'/,
    ],
    [
      'a constraint of another axis',
      layer('Dense', { units: 2, kernel_constraint: { class_name: 'MaxNorm', config: { axis: 1 } } }),
      /axis: expected 0 or \[0\], got 1/,
    ],
    ['another axis', layer('Softmax', { axis: 0 }), /axis: expected -1 or 1/],
    [
      'half precision',
      layer('Dense', { units: 2, dtype: 'mixed_float16' }),
      /dtype: expected 'float32'.*mixed_float16/,
    ],
    ['a field that is new', layer('Dense', { units: 2, sparsity: 0.5 }), /sparsity/],
    ['a number out of range', layer('Dropout', { rate: 2 }), /rate: expected a number from 0 to less than 1, got 2/],
    ["a name of JavaScript's", layer('constructor'), /layer 'odd' \(constructor\)/],
    ['a shape that does not fit', layer('Reshape', { target_shape: [3] }), /targetShape/],
    ['a statistic by batch', layer('BatchNormalization', { renorm: true }), /renorm/],
    ['a ReLU of another form', layer('ReLU', { max_value: 3 }), /max_value/],
  ])('with %s are refused by name', (_, odd, message) => {
    expect(() => readKerasConfig(model(odd), 'file')).toThrow(FormatError);
    expect(() => readKerasConfig(model(odd), 'file')).toThrow(message);
  });

  test("of Keras 2 do not pass its hard_sigmoid as Keras 3's", () => {
    const odd = model(layer('Activation', { activation: 'hard_sigmoid' }));
    expect(() => readKerasConfig(odd, 'file', 2)).toThrow(/0\.2 x \+ 0\.5/);
    expect(readKerasConfig(odd, 'file', 3).layers[1]).toMatchObject({ activation: { type: 'hardSigmoid' } });
  });

  test('without a shape, or with one that may vary, are refused', () => {
    const dense = { class_name: 'Dense', config: { name: 'd', units: 2 } };
    const without = { class_name: 'Sequential', config: { layers: [dense] } };
    expect(() => readKerasConfig(without, 'file')).toThrow(
      /batch_shape: expected the axes of a row, all of them fixed/,
    );
    const varying = { class_name: 'InputLayer', config: { name: 'i', batch_shape: [null, null, 3] } };
    const open = { class_name: 'Sequential', config: { layers: [varying, dense] } };
    expect(() => readKerasConfig(open, 'file')).toThrow(/some may be any/);
    const built = { ...without, config: { ...without.config, build_input_shape: [null, 5] } };
    expect(readKerasConfig(built, 'file').layers[0]).toMatchObject({ shape: [5] });
  });

  test('nested without end are refused', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const odd = model(layer('Dense', { units: 2, kernel_regularizer: deep }));
    expect(() => readKerasConfig(odd, 'file', 3)).toThrow(/nested 64 deep/);
  });

  test('leave aside what changes no prediction, and say so', () => {
    const dense = layer('Dense', {
      units: 2,
      trainable: false,
      kernel_initializer: { class_name: 'Mine', config: {} },
    });
    const compiled = {
      ...model(dense),
      compile_config: { optimizer: 'adam', loss: { class_name: 'MyLoss', config: {} } },
    };
    const read = readKerasConfig(compiled, 'file');
    expect(read.compile).toBeUndefined();
    expect(read.layers[1]).toMatchObject({ kernelInitializer: { type: 'glorotUniform' } });
    expect(warn.mock.calls.map(([{ message }]) => message)).toEqual([
      expect.stringMatching(/^file: left aside: trainable=False of 1 layers/),
      expect.stringMatching(/^file: left aside: what it was compiled with \(loss/),
    ]);
  });
});

test('what is written for one generation is read again', () => {
  const list = [
    layers.input([4]),
    layers.dense(3, { activation: { type: 'elu', alpha: 0.5 }, name: 'a' }),
    layers.leakyReLU({ negativeSlope: 0.2, name: 'b' }),
    layers.dense(2, { activation: 'silu', name: 'c' }),
  ];
  const { inputShape, layers: placed } = stack(list);
  const spec = { name: 'some', seed: 0, inputShape, layers: placed.map(({ spec }) => spec) };
  for (const keras of [2, 3] as const) {
    const back = readKerasConfig(writeKerasConfig(spec, keras), 'file', keras);
    expect(back.layers.slice(1)).toMatchObject([
      { type: 'dense', name: 'a', activation: { type: 'linear' } },
      { type: 'elu', alpha: 0.5 },
      { type: 'leakyReLU', name: 'b', negativeSlope: 0.2 },
      { type: 'dense', name: 'c', activation: { type: 'silu' } },
    ]);
  }
});

test('layers without a class are named', () => {
  const nameless = model({ class_name: 7, config: { name: 'odd' } });
  expect(() => readKerasConfig(nameless, 'file')).toThrow('config.layers[1].class_name: expected the name of a class');
});
