import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ActivationSpec, activations } from '../../ts/activations.ts';
import { type ConstraintSpec, constraints } from '../../ts/constraints.ts';
import { FormatError } from '../../ts/errors.ts';
import { readKerasConfig, writeKerasConfig } from '../../ts/formats/keras-config.ts';
import { initializers } from '../../ts/initializers.ts';
import { type LayerDescription, layers } from '../../ts/layers.ts';
import { losses } from '../../ts/losses.ts';
import { type MetricSpec, metrics } from '../../ts/metrics.ts';
import { stack } from '../../ts/model/stack.ts';
import { type OptimizerSpec, optimizers } from '../../ts/optimizers.ts';
import { usePlatform } from '../../ts/platform.ts';
import { regularizers } from '../../ts/regularizers.ts';
import { schedules } from '../../ts/schedules.ts';
import type { CompileSpec } from '../../ts/spec.ts';

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

  test('of a graph of older files have the tensors of their one use without a list around them', () => {
    const fedBy = (inbound: unknown) => {
      const list = [
        { class_name: 'InputLayer', name: 'a', config: { batch_input_shape: [null, 3] }, inbound_nodes: [] },
        { class_name: 'Dense', name: 'b', config: { name: 'b', units: 2 }, inbound_nodes: inbound },
      ];
      const ends = { input_layers: ['a', 0, 0], output_layers: ['b', 0, 0] };
      return () => readKerasConfig({ class_name: 'Model', config: { name: 'g', layers: list, ...ends } }, 'file');
    };
    const tensor = ['a', 0, 0];
    expect(fedBy([tensor])().layers).toHaveLength(2);
    expect(fedBy([tensor, ['c', 0, 0]])).toThrow("layer 'b' (Dense): expected each layer fed by the one before it");
    expect(fedBy([tensor, ['c', 0, 0]])).toThrow("got one fed by 'a' or 'c'");
    expect(fedBy([[tensor], [['c', 0, 0]]])).toThrow('got one used 2 times');
    expect(fedBy([tensor, [['c', 0, 0], tensor]])).toThrow('got one used 2 times');
    expect(fedBy([])).toThrow('got one used 0 times');
    expect(fedBy('a')).toThrow('got one used 0 times');
    expect(fedBy([[]])).toThrow('got one fed by none');
    expect(fedBy([['a', '0', 0]])).toThrow('got one fed by none');
    expect(fedBy([[['c', 0, 0]]])).toThrow("expected a layer 'c', which another is fed by, got none");
    const history = (...tensor: unknown[]) => ({ class_name: '__keras_tensor__', config: { keras_history: tensor } });
    expect(fedBy([{ args: [history('a', 0, 0)], kwargs: { training: null } }])().layers).toHaveLength(2);
    expect(fedBy([{ args: [history(0, 'a', 0)], kwargs: {} }])).toThrow('got one fed by none');
  });

  test('of a graph have one input and one output', () => {
    const graph = (inputs: unknown, outputs: unknown) => () => {
      const list = [{ class_name: 'InputLayer', name: 'a', config: { batch_shape: [null, 3] }, inbound_nodes: [] }];
      const ends = { input_layers: inputs, output_layers: outputs };
      return readKerasConfig({ class_name: 'Functional', config: { layers: list, ...ends } }, 'file');
    };
    const [one, two] = [
      [['a', 0, 0]],
      [
        ['a', 0, 0],
        ['a', 0, 1],
      ],
    ];
    expect(graph(one, one)().name).toBe('sequential');
    for (const [inputs, outputs, received] of [
      [two, one, '2 inputs and 1 outputs'],
      [one, two, '1 inputs and 2 outputs'],
      [undefined, one, '0 inputs and 1 outputs'],
      [one, undefined, '1 inputs and 0 outputs'],
    ]) {
      expect(graph(inputs, outputs)).toThrow(`expected a model of one input and one output, got ${received}`);
    }
  });

  test('of models in models are one chain, of 16 models at the most', () => {
    const dense = (name: string) => ({ class_name: 'Dense', config: { name, units: 2 } });
    const sequence = (name: string, ...list: object[]) => ({
      class_name: 'Sequential',
      config: { name, layers: list },
    });
    const inner = (name: string) => sequence(name, { ...input, name: `${name}_input` }, dense('d'), dense('e'));
    const read = readKerasConfig(sequence('all', inner('m'), dense('f'), inner('n')), 'file');
    expect(read.layers[0]).toMatchObject({ shape: [4] });
    expect(read.layers.slice(1).map(({ name }) => name)).toEqual(['d', 'e', 'f', 'n_d', 'n_e']);
    expect(read.origins.slice(1).map(({ inside }) => inside.map(({ name }) => name))).toEqual([
      ['m'],
      ['m'],
      [],
      ['n'],
      ['n'],
    ]);
    const outside = readKerasConfig(sequence('all', inner('m'), dense('d')), 'file');
    expect(outside.layers.slice(1).map(({ name }) => name)).toEqual(['m_d', 'e', 'd']);
    const again = sequence('all', inner('m'), { class_name: 'InputLayer', config: { name: 'i' } });
    expect(() => readKerasConfig(again, 'file')).toThrow("layer 'i' (InputLayer): expected one of Dense");
    expect(() => readKerasConfig(sequence('none'), 'file')).toThrow('config.layers: expected at least one layer');

    let nest = sequence('m', { ...input }, dense('d'));
    for (let i = 0; i < 16; i++) nest = sequence('m', nest);
    expect(readKerasConfig(nest, 'file').origins[1]?.inside).toHaveLength(16);
    expect(() => readKerasConfig(sequence('m', nest), 'file')).toThrow(
      'expected at most 16 models in models, got more',
    );
  });

  test('tell the shape of rows in their first layer, or beside it', () => {
    const first = (fields: object, more: object = {}) => ({
      class_name: 'Dense',
      config: { name: 'd', units: 2, ...fields },
      ...more,
    });
    const shapeOf = (layer: object, more: object = {}, fields: object = {}) =>
      readKerasConfig({ class_name: 'Sequential', config: { layers: [layer], ...fields }, ...more }, 'file').layers[0];
    const built = { build_config: { input_shape: [null, 7] } };
    expect(shapeOf(first({ input_shape: [3], batch_shape: [null, 4] }))).toMatchObject({ shape: [3] });
    expect(shapeOf(first({ batch_shape: [null, 4], batch_input_shape: [null, 5] }))).toMatchObject({ shape: [4] });
    expect(shapeOf(first({ batch_input_shape: [null, 5] }, built))).toMatchObject({ shape: [5] });
    expect(shapeOf(first({}, built), {}, { build_input_shape: [null, 6] })).toMatchObject({ shape: [7] });
    expect(shapeOf(first({}), built, { build_input_shape: [null, 6] })).toMatchObject({ shape: [6] });
    expect(shapeOf(first({}), built)).toMatchObject({ shape: [7] });
    const inner = { class_name: 'Sequential', config: { name: 'm', layers: [first({})] }, ...built };
    expect(shapeOf(inner)).toMatchObject({ shape: [7] });
    expect(() => shapeOf(first({}), { build_config: [null, 7] })).toThrow(/all of them fixed, got none$/);
    expect(() => shapeOf(first({ batch_shape: [null, null] }))).toThrow(/fixed, got \[\], in which some may be any$/);
  });

  test('of a graph may nest what feeds a layer, and not without end', () => {
    const graph = (wrapped: unknown) => {
      const list = [
        { class_name: 'InputLayer', name: 'a', config: { batch_input_shape: [null, 3] }, inbound_nodes: [] },
        { class_name: 'Dense', name: 'b', config: { name: 'b', units: 2 }, inbound_nodes: [wrapped] },
      ];
      const ends = { input_layers: [['a', 0, 0]], output_layers: [['b', 0, 0]] };
      return { class_name: 'Functional', config: { name: 'g', layers: list, ...ends } };
    };
    for (const wrap of [(inside: unknown) => [inside], (inside: unknown) => ({ args: inside })]) {
      let nest: unknown = ['a', 0, 0, {}];
      for (let i = 0; i < 16; i++) nest = wrap(nest);
      expect(readKerasConfig(graph(nest), 'file').layers.map(({ type }) => type)).toEqual(['input', 'dense']);
      expect(() => readKerasConfig(graph(wrap(nest)), 'file')).toThrow(
        /layer 'b'\.inbound_nodes: expected one tensor, got a nest of them/,
      );
    }
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
    [
      'a new field of a ReLU',
      layer('ReLU', { sparsity: 0.5 }),
      /layer 'odd' \(ReLU\)\.sparsity: expected one of max_value/,
    ],
    ['one of a leaky ReLU', layer('LeakyReLU', { sparsity: 0.5 }), /sparsity: expected one of negative_slope, alpha/],
    ['one of an identity', layer('Identity', { sparsity: 0.5 }), /layer 'odd' \(Identity\)\.sparsity/],
    ['a rank of LoRA', layer('Dense', { units: 2, lora_rank: 4 }), /lora_rank: expected .*got 4/],
    ['a quantized kernel', layer('Dense', { units: 2, quantization_config: {} }), /quantization_config/],
    ['a slope for each axis', layer('PReLU', { shared_axes: [1] }), /shared_axes: expected \[\], got \[1\]/],
    ['a norm without a mean', layer('LayerNormalization', { rms_scaling: true }), /rms_scaling: expected false/],
    ['a norm that is turned round', layer('Normalization', { invert: true }), /invert: expected false/],
    ['channels that come first', layer('Flatten', { data_format: 'channels_first' }), /data_format/],
    ['a noise of its own shape', layer('Dropout', { rate: 0.5, noise_shape: [1] }), /noise_shape/],
    ['virtual batches', layer('BatchNormalization', { virtual_batch_size: 8 }), /virtual_batch_size/],
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
  const unknown = (more: object) => () => readKerasConfig(model({ class_name: 'Odd', config: {}, ...more }), 'file');
  expect(unknown({})).toThrow("layer 'layer 2' (Odd): expected one of Dense");
  expect(unknown({ config: { name: 'inside' } })).toThrow("layer 'inside' (Odd)");
  expect(unknown({ config: { name: 'inside' }, name: 'outside' })).toThrow("layer 'outside' (Odd)");
  expect(unknown({ config: { name: '' }, name: 7 })).toThrow("layer 'layer 2' (Odd)");
});

describe('what is written for', () => {
  const compile = (metrics: readonly MetricSpec[], optimizer: OptimizerSpec = optimizers.adam()): CompileSpec => ({
    optimizer,
    loss: losses.meanSquaredError(),
    metrics,
    weightedMetrics: [],
  });
  const written = (keras: 2 | 3, list: readonly LayerDescription[], more?: CompileSpec) => {
    const { inputShape, layers: placed } = stack([layers.input([4]), ...list]);
    const spec = { name: 'some', seed: 0, inputShape, layers: placed.map(({ spec }) => spec) };
    return writeKerasConfig({ ...spec, ...(more && { compile: more }) }, keras);
  };

  const dense = { name: 'only', trainable: true, dtype: 'float32', units: 2, use_bias: true, activation: 'linear' };
  const none = {
    kernel_regularizer: null,
    bias_regularizer: null,
    activity_regularizer: null,
    kernel_constraint: null,
    bias_constraint: null,
  };
  test('Keras 3 is a Sequential of its modules', () => {
    const three = (module: string, class_name: string, config: object) => ({
      module,
      class_name,
      config,
      registered_name: null,
    });
    const list = [layers.dense(2, { name: 'only' })];
    expect(written(3, list)).toEqual({
      module: 'keras',
      class_name: 'Sequential',
      config: {
        name: 'some',
        trainable: true,
        layers: [
          three('keras.layers', 'InputLayer', {
            name: 'input_layer',
            batch_shape: [null, 4],
            dtype: 'float32',
            sparse: false,
          }),
          three('keras.layers', 'Dense', {
            ...dense,
            ...none,
            kernel_initializer: three('keras.initializers', 'GlorotUniform', { seed: null }),
            bias_initializer: three('keras.initializers', 'Zeros', {}),
          }),
        ],
        build_input_shape: [null, 4],
      },
      registered_name: null,
      build_config: { input_shape: [null, 4] },
    });
    const loss = three('keras.losses', 'MeanSquaredError', { reduction: 'sum_over_batch_size' });
    expect(written(3, list, compile([])).compile_config).toEqual({
      optimizer: three('keras.optimizers', 'Adam', expect.objectContaining({ learning_rate: 0.001, beta_1: 0.9 })),
      loss,
      loss_weights: null,
      metrics: [],
      weighted_metrics: [],
      run_eagerly: false,
      steps_per_execution: 1,
      jit_compile: false,
    });
  });

  test('Keras 2 is a Sequential of classes', () => {
    const list = [layers.dense(2, { name: 'only' })];
    expect(written(2, list)).toEqual({
      class_name: 'Sequential',
      config: {
        name: 'some',
        layers: [
          {
            class_name: 'InputLayer',
            config: { name: 'input_layer', batch_input_shape: [null, 4], dtype: 'float32', sparse: false },
          },
          {
            class_name: 'Dense',
            config: {
              ...dense,
              ...none,
              kernel_initializer: { class_name: 'GlorotUniform', config: { seed: null } },
              bias_initializer: { class_name: 'Zeros', config: {} },
            },
          },
        ],
      },
    });
    expect(written(2, list, compile([])).training_config).toEqual({
      optimizer_config: { class_name: 'Adam', config: expect.objectContaining({ learning_rate: 0.001, beta_1: 0.9 }) },
      loss: { class_name: 'MeanSquaredError', config: { reduction: 'sum_over_batch_size' } },
      loss_weights: null,
      metrics: [],
      weighted_metrics: [],
    });
  });

  test('layers that take the place of activations have names that no other layer has', () => {
    const names = (...list: readonly LayerDescription[]) =>
      (written(3, list).config as { layers: { config: { name: string } }[] }).layers.map(({ config }) => config.name);
    const activation = { type: 'elu', alpha: 0.5 } as const;
    expect(names(layers.dense(2, { name: 'a', activation }), layers.dense(2, { name: 'a_act' }))).toEqual([
      'input_layer',
      'a',
      'a_act_',
      'a_act',
    ]);
    expect(names(layers.dense(2, { name: 'input_layer' }))).toEqual(['input_layer_', 'input_layer']);
    expect(names(layers.activation(activation, { name: 'a' }))).toEqual(['input_layer', 'a']);
  });

  test.each([
    ['silu', 'silu', 'swish'],
    ['gelu', 'gelu', 'gelu'],
    ['relu', 'relu', 'relu'],
    ['logSoftmax', 'log_softmax', 'log_softmax'],
  ] as const)('the activation %s has the name of each generation', (activation, three, two) => {
    const list = [layers.dense(2, { activation, name: 'only' })];
    expect(JSON.stringify(written(3, list))).toContain(`"activation":"${three}"`);
    expect(JSON.stringify(written(2, list))).toContain(`"activation":"${two}"`);
  });

  test('a leaky ReLU has the slope under the name of each generation', () => {
    const list = [layers.leakyReLU({ negativeSlope: 0.5 })];
    expect(JSON.stringify(written(3, list))).toContain('"negative_slope":0.5');
    expect(JSON.stringify(written(2, list))).toContain('"alpha":0.5');
  });

  test('a leaky ReLU as an activation is one where Keras has its slope under a name, and else a layer', () => {
    const text = (keras: 2 | 3, negativeSlope: number) =>
      JSON.stringify(written(keras, [layers.dense(2, { activation: { type: 'leakyRelu', negativeSlope } })]));
    expect(text(3, 0.2)).toContain('"activation":"leaky_relu"');
    expect(text(3, 0.5)).toMatch(/"class_name":"LeakyReLU","config":\{[^}]*"negative_slope":0\.5/);
    expect(text(2, 0.2)).toMatch(/"class_name":"LeakyReLU","config":\{[^}]*"alpha":0\.2/);
  });

  test('an activation that its generation lacks is nothing', () => {
    const text = (keras: 2 | 3, activation: ActivationSpec) =>
      JSON.stringify(written(keras, [layers.dense(2, { activation })]));
    const hard = activations.hardSigmoid();
    expect(text(3, hard)).toContain('"activation":"hard_sigmoid"');
    expect(() => text(2, hard)).toThrow("one that Keras 2 has, in its files too, got 'hardSigmoid'");
    const gelu = activations.gelu({ approximate: true });
    for (const keras of [2, 3] as const) expect(() => text(keras, gelu)).toThrow('got the approximate gelu');
  });

  test('constraints says along which axis they look, if they do', () => {
    const text = (kernelConstraint: ConstraintSpec) =>
      JSON.stringify(written(3, [layers.dense(2, { kernelConstraint })]));
    expect(text(constraints.maxNorm(2))).toContain('"class_name":"MaxNorm","config":{"max_value":2,"axis":0}');
    expect(text(constraints.unitNorm())).toContain('"class_name":"UnitNorm","config":{"axis":0}');
    expect(text(constraints.nonNeg())).toContain('"class_name":"NonNeg","config":{}');
  });

  test('metrics has them in the module where Keras has them', () => {
    const metricsOf = (list: readonly MetricSpec[]) => JSON.stringify(written(3, [layers.dense(2)], compile(list)));
    expect(metricsOf([metrics.huber()])).toContain('"metrics":[{"module":"keras.losses","class_name":"Huber"');
    expect(metricsOf([metrics.meanSquaredError()])).toContain(
      '"metrics":[{"module":"keras.metrics","class_name":"MeanSquaredError"',
    );
    expect(metricsOf([metrics.accuracy()])).toContain('"metrics":["accuracy"]');
    expect(metricsOf([metrics.precision({ threshold: 0.25 })])).toContain('"thresholds":0.25');
    expect(metricsOf([metrics.binaryAccuracy({ threshold: 0.25 })])).toContain('"threshold":0.25');
    expect(warn).not.toHaveBeenCalled();
    expect(metricsOf([metrics.expectedCalibrationError()])).toContain('"metrics":[]');
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test('optimizers has what Keras has, and else nothing of them and a warning', () => {
    const text = (optimizer: OptimizerSpec) => JSON.stringify(written(3, [layers.dense(2)], compile([], optimizer)));
    expect(text(optimizers.sgd({ momentum: 0.5 }))).toContain('"momentum":0.5');
    expect(text(optimizers.sgd())).not.toContain('"momentum"');
    expect(text(optimizers.adamw({ weightDecay: 0.01 }))).toContain('"class_name":"AdamW"');
    expect(text(optimizers.adam({ excludeFromWeightDecay: 'biases' }))).toContain('"class_name":"Adam"');
    expect(warn).not.toHaveBeenCalled();
    const decays = optimizers.adamw({ weightDecay: 0.01, excludeFromWeightDecay: 'biases' });
    expect(text(decays)).not.toContain('AdamW');
    expect(text(optimizers.adam(schedules.oneCycle({ maxLearningRate: 0.1, totalSteps: 10 })))).not.toContain('Adam');
    expect(warn).toHaveBeenCalledTimes(2);
    expect(text(optimizers.adam(schedules.cosineDecay({ initialLearningRate: 0.1, decaySteps: 5 })))).toContain(
      '"class_name":"CosineDecay"',
    );
  });

  test('Keras 2 has no modules, and its own names of keys', () => {
    const two = JSON.stringify(written(2, [layers.dense(2)], compile([metrics.huber()])));
    const three = JSON.stringify(written(3, [layers.dense(2)], compile([metrics.huber()])));
    for (const key of ['"module"', '"registered_name"', '"jit_compile"']) {
      expect([two.includes(key), three.includes(key)]).toEqual([false, true]);
    }
    expect(two).toContain('"optimizer_config"');
    expect(three).not.toContain('"optimizer_config"');
  });
});

describe('every layer that is written is read again as it was, by the words of', () => {
  const { heNormal, varianceScaling, constant, randomUniform, orthogonal } = initializers;
  const { maxNorm, minMaxNorm, nonNeg, unitNorm } = constraints;
  const affine = {
    betaInitializer: constant(0.5),
    gammaInitializer: randomUniform({ minval: 1, maxval: 2, seed: 5 }),
    betaRegularizer: regularizers.l1(0.25),
    gammaRegularizer: regularizers.l1l2({ l1: 0.5, l2: 0.125 }),
    betaConstraint: maxNorm(2),
    gammaConstraint: nonNeg(),
  };
  const list: LayerDescription[] = [
    layers.dense(6, {
      activation: 'relu',
      useBias: false,
      kernelInitializer: heNormal({ seed: 3 }),
      kernelRegularizer: regularizers.orthogonal({ factor: 0.5, mode: 'columns' }),
      activityRegularizer: regularizers.l2(0.5),
      kernelConstraint: minMaxNorm({ minValue: 0.5, maxValue: 2, rate: 0.5 }),
    }),
    layers.dense(6, {
      kernelInitializer: varianceScaling({ scale: 3, mode: 'fanAvg', distribution: 'truncatedNormal', seed: 0 }),
      biasInitializer: 'ones',
      kernelRegularizer: regularizers.l1(0.5),
      biasRegularizer: regularizers.l2(0.25),
      kernelConstraint: unitNorm(),
      biasConstraint: nonNeg(),
    }),
    layers.dense(6, { kernelInitializer: orthogonal({ gain: 2 }), kernelConstraint: maxNorm(3) }),
    layers.activation('tanh'),
    layers.activation('softplus'),
    layers.dropout(0.25),
    layers.gaussianNoise(0.5),
    layers.gaussianDropout(0.125),
    layers.batchNormalization({ momentum: 0.5, epsilon: 0.25, ...affine }),
    layers.batchNormalization({ center: false, movingMeanInitializer: 'ones', movingVarianceInitializer: 'zeros' }),
    layers.layerNormalization({ epsilon: 0.5, ...affine }),
    layers.layerNormalization({ scale: false }),
    layers.normalization(),
    layers.rescaling(0.5, { offset: 2 }),
    layers.reshape([3, 2]),
    layers.flatten(),
    layers.leakyReLU({ negativeSlope: 0.5 }),
    layers.prelu({
      alphaInitializer: constant(0.5),
      alphaRegularizer: regularizers.l2(0.5),
      alphaConstraint: nonNeg(),
    }),
    layers.elu({ alpha: 0.5 }),
    layers.softmax(),
  ];

  test.each([2, 3] as const)('Keras %i', (keras) => {
    const { inputShape, layers: placed } = stack([layers.input([4]), ...list]);
    const specs = placed.map(({ spec }) => spec);
    const config = JSON.parse(
      JSON.stringify(writeKerasConfig({ name: 'all', seed: 0, inputShape, layers: specs }, keras)),
    );
    const back = readKerasConfig(config, 'file', keras);
    expect(back.name).toBe('all');
    expect(stack(back.layers).layers.map(({ spec }) => spec)).toEqual(specs);
    expect(readKerasConfig(config, 'file')).toEqual(back); // the generation is told by the words
    expect(warn).not.toHaveBeenCalled();
  });

  test.each([2, 3] as const)('Keras %i, with what it was compiled with', (keras) => {
    const { inputShape, layers: placed } = stack([layers.input([4]), layers.dense(3, { activation: 'softmax' })]);
    const compile: CompileSpec = {
      optimizer: optimizers.sgd({
        learningRate: schedules.exponentialDecay({ initialLearningRate: 0.5, decaySteps: 7, decayRate: 0.25 }),
        momentum: 0.5,
        nesterov: true,
        clipnorm: 2,
        weightDecay: 0.125,
        useEma: true,
      }),
      loss: losses.categoricalCrossentropy({ labelSmoothing: 0.25 }),
      metrics: [
        metrics.accuracy({ name: 'accuracy' }),
        metrics.precision({ threshold: 0.25 }),
        metrics.topKCategoricalAccuracy(2),
        metrics.auc({ numThresholds: 50, curve: 'PR', multiLabel: true }),
      ],
      weightedMetrics: [metrics.huber({ delta: 2 })],
    };
    const spec = { name: 'some', seed: 0, inputShape, layers: placed.map(({ spec }) => spec), compile };
    const config = JSON.parse(JSON.stringify(writeKerasConfig(spec, keras)));
    expect(readKerasConfig(config, 'file', keras).compile).toEqual(compile);
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('words of Keras that are ours in other words:', () => {
  const activationOf = (activation: unknown, keras: 2 | 3 = 3) =>
    readKerasConfig(model(layer('Dense', { units: 2, activation })), 'file', keras).layers[1];
  test.each<[unknown, object]>([
    [undefined, { type: 'linear' }],
    [null, { type: 'linear' }],
    ['gelu', { type: 'gelu', approximate: false }],
    ['gelu_new', { type: 'gelu', approximate: true }],
    ['swish', { type: 'silu' }],
    [{ class_name: 'function', config: 'tanh' }, { type: 'tanh' }],
    [{ class_name: 'ReLU', config: { name: 'r', max_value: 6, negative_slope: 0, threshold: 0 } }, { type: 'relu6' }],
    [
      { class_name: 'ReLU', config: { negative_slope: 0.5 } },
      { type: 'leakyRelu', negativeSlope: 0.5 },
    ],
    [{ class_name: 'ReLU', config: {} }, { type: 'relu' }],
    [
      { class_name: 'LeakyReLU', config: { alpha: 0.25 } },
      { type: 'leakyRelu', negativeSlope: 0.25 },
    ],
    [
      { class_name: 'LeakyReLU', config: {} },
      { type: 'leakyRelu', negativeSlope: 0.3 },
    ],
    [
      { class_name: 'ELU', config: { alpha: 0.5, name: 'e' } },
      { type: 'elu', alpha: 0.5 },
    ],
    [
      { class_name: 'ELU', config: { alpha: null } },
      { type: 'elu', alpha: 1 },
    ],
    [{ class_name: 'Softmax', config: { axis: -1 } }, { type: 'softmax' }],
    [{ class_name: 'Softmax', config: { axis: 1 } }, { type: 'softmax' }],
    [{ class_name: 'Softmax', config: { axis: [-1] } }, { type: 'softmax' }],
    [{ class_name: 'Softmax', config: { axis: [1] } }, { type: 'softmax' }],
    [{ class_name: 'ReLU', config: { max_value: null, threshold: null, negative_slope: null } }, { type: 'relu' }],
    [
      { class_name: 'LeakyReLU', config: { negative_slope: 0.5, alpha: 0.25 } },
      { type: 'leakyRelu', negativeSlope: 0.5 },
    ],
    ['hard_sigmoid', { type: 'hardSigmoid' }],
  ])('%j', (activation, expected) => {
    expect(activationOf(activation)).toMatchObject({ activation: expected });
  });

  test.each([
    [{ class_name: 'ReLU', config: { max_value: 6, negative_slope: 0.1 } }, /max_value: expected none, or 6/],
    [{ class_name: 'ReLU', config: { threshold: 1 } }, /threshold: expected 0, got 1/],
    [{ class_name: 'ReLU', config: { max_value: 7 } }, /max_value: expected none, or 6 .*got 7/],
    [{ class_name: 'Softmax', config: { axis: 0 } }, /axis: expected -1 or 1/],
    [{ class_name: 'Softmax', config: { axis: [0] } }, /axis: expected -1 or 1 or \[-1\] or \[1\], got \[0\]/],
    [{ class_name: 'Softmax', config: { axis: [1, 2] } }, /axis: expected -1 or 1/],
    ['Softmax ', /activation/],
    [7, /activation: expected an object, got 7/],
  ])('not %j', (activation, message) => {
    expect(() => activationOf(activation)).toThrow(message);
  });

  test('what changes no number here may be said', () => {
    const usual = { axis: -1, renorm: false, synchronized: false, virtual_batch_size: null, fused: true };
    const read = readKerasConfig(model(layer('BatchNormalization', usual)), 'file');
    expect(read.layers[1]).toMatchObject({ type: 'batchNormalization' });
    const odd = model(layer('BatchNormalization', { synchronized: true }));
    expect(() => readKerasConfig(odd, 'file')).toThrow(/synchronized: expected false, got true/);
  });

  const compiled = (compile_config: object) =>
    readKerasConfig({ ...model(layer('Dense', { units: 2 })), compile_config }, 'f');
  const usual = { optimizer: 'sgd', loss: 'mse' };
  test.each<[string, object, object]>([
    ['names', usual, { optimizer: { type: 'sgd', learningRate: 0.01 }, loss: { type: 'meanSquaredError' } }],
    ['a list of one loss', { ...usual, loss: ['mae'], loss_weights: [1] }, { loss: { type: 'meanAbsoluteError' } }],
    ['weights of losses that are 1', { ...usual, loss_weights: 1 }, { loss: { type: 'meanSquaredError' } }],
    ['the same in a list', { ...usual, loss_weights: [[1]] }, { loss: { type: 'meanSquaredError' } }],
    [
      'a loss with what it has anyway',
      {
        ...usual,
        loss: {
          class_name: 'Huber',
          config: {
            reduction: 'auto',
            axis: -1,
            dtype: 'float32',
            name: 'l',
            fn: 'f',
            delta: null,
            ignore_class: null,
          },
        },
      },
      { loss: { type: 'huber', delta: 1 } },
    ],
    [
      'an optimizer with what it has anyway',
      {
        ...usual,
        optimizer: {
          class_name: 'SGD',
          config: {
            name: 'o',
            jit_compile: true,
            is_legacy_optimizer: false,
            loss_scale_factor: null,
            decay: 0,
            weight_decay: null,
            momentum: 0.5,
          },
        },
      },
      { optimizer: { type: 'sgd', momentum: 0.5, learningRate: 0.01, weightDecay: null } },
    ],
    [
      "Keras 2's key of an optimizer",
      { loss: 'mse', optimizer_config: { class_name: 'SGD', config: { learning_rate: 0.5 } } },
      { optimizer: { type: 'sgd', learningRate: 0.5 } },
    ],
    [
      'a schedule with a name',
      {
        ...usual,
        optimizer: {
          class_name: 'SGD',
          config: {
            learning_rate: {
              class_name: 'CosineDecay',
              config: { initial_learning_rate: 0.5, decay_steps: 7, name: 'slow' },
            },
          },
        },
      },
      { optimizer: { learningRate: { type: 'cosineDecay', initialLearningRate: 0.5, decaySteps: 7 } } },
    ],
    [
      'lists of metrics in lists, by functions and classes',
      { ...usual, metrics: [['mae', null], [{ class_name: 'LogCosh', config: {} }]], weighted_metrics: ['huber_loss'] },
      { metrics: [{ type: 'meanAbsoluteError' }, { type: 'logCosh' }], weightedMetrics: [{ type: 'huber' }] },
    ],
    [
      'a metric by itself',
      { ...usual, metrics: { class_name: 'Recall', config: { thresholds: 0.25 } } },
      { metrics: [], weightedMetrics: [] },
    ],
    [
      'a metric with what it has anyway',
      {
        ...usual,
        metrics: [
          {
            class_name: 'AUC',
            config: {
              summation_method: 'interpolation',
              num_labels: null,
              thresholds: null,
              name: 7,
              dtype: 'float32',
            },
          },
        ],
      },
      { metrics: [{ type: 'auc', name: 'auc' }] },
    ],
    [
      'a wrapped function of its own name',
      { ...usual, metrics: [{ class_name: 'MeanMetricWrapper', config: { fn: 'log_cosh_error', gamma: 2 } }] },
      { metrics: [{ type: 'logCosh' }] },
    ],
    ['a record of one', { ...usual, loss: { out: 'mae' } }, { loss: { type: 'meanAbsoluteError' } }],
    ["Keras 2's names", { ...usual, loss: 'huber_loss' }, { loss: { type: 'huber', delta: 1 } }],
    [
      'a registered class',
      { ...usual, optimizer: { class_name: 'Custom>Adam', config: { learning_rate: 0.5, decay: 0, clipnorm: null } } },
      { optimizer: { type: 'adam', learningRate: 0.5 } },
    ],
    [
      'metrics by output',
      { ...usual, metrics: { out: ['mae', null] } },
      { metrics: [{ type: 'meanAbsoluteError' }], weightedMetrics: [] },
    ],
    [
      'a wrapped function',
      { ...usual, metrics: [{ class_name: 'MeanMetricWrapper', config: { name: 'off', fn: 'mae' } }] },
      { metrics: [{ type: 'meanAbsoluteError', name: 'off' }] },
    ],
    [
      'a list of one threshold',
      { ...usual, metrics: [{ class_name: 'Recall', config: { thresholds: [0.25], name: 'r' } }] },
      { metrics: [{ type: 'recall', threshold: 0.25, name: 'r' }] },
    ],
  ])('%s', (_, compile, expected) => {
    expect(compiled(compile).compile).toMatchObject(expected);
    expect(warn).not.toHaveBeenCalled();
  });

  test.each<[string, object, RegExp]>([
    ['weights of losses', { ...usual, loss_weights: [2] }, /loss_weights: expected none/],
    ['several weights of losses', { ...usual, loss_weights: [1, 1] }, /loss_weights: expected none/],
    ['a loss of another axis', { ...usual, loss: { class_name: 'Huber', config: { axis: 1 } } }, /axis: expected -1/],
    [
      'a loss of a class that is left out',
      { ...usual, loss: { class_name: 'Huber', config: { ignore_class: 1 } } },
      /ignore_class/,
    ],
    [
      'a scaled loss',
      { ...usual, optimizer: { class_name: 'SGD', config: { loss_scale_factor: 2 } } },
      /loss_scale_factor/,
    ],
    ['two losses', { ...usual, loss: ['mse', 'mae'] }, /loss: expected one of them, got 2/],
    ['a sum as reduction', { ...usual, loss: { class_name: 'Huber', config: { reduction: 'sum' } } }, /reduction/],
    ['a rate that falls', { ...usual, optimizer: { class_name: 'SGD', config: { decay: 0.1 } } }, /decay: expected 0/],
    ['softmax of one unit', { ...usual, loss: 'categorical_crossentropy' }, /'softmax' in the last layer/],
  ])('%s: what it was compiled with is left aside', (_, compile, message) => {
    expect(compiled(compile).compile).toBeUndefined();
    expect(warn.mock.calls.map(([{ message }]) => message)).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    { class_name: 'Recall', config: { thresholds: [0.25, 0.5] } },
    { class_name: 'AUC', config: { summation_method: 'minoring' } },
    { class_name: 'AUC', config: { num_labels: 3 } },
    { class_name: 'MeanMetricWrapper', config: { name: 'off' } },
    7,
  ])('a metric that is another than ours is left aside by itself: %j', (metric) => {
    const { compile } = compiled({ ...usual, metrics: ['mae', metric] });
    expect(compile?.metrics).toMatchObject([{ type: 'meanAbsoluteError' }]);
    expect(warn.mock.calls.map(([{ message }]) => message)).toEqual([
      expect.stringMatching(/^f: left aside: a metric \(metrics/),
    ]);
  });

  const dense = (config: object) => () =>
    readKerasConfig(model(layer('Dense', { units: 2, ...config })), 'file').layers[1];
  test('numbers are of 32 bits', () => {
    const policy = (name: string) => ({ class_name: 'DTypePolicy', config: { name } });
    for (const dtype of [null, 'float32', policy('float32')]) expect(dense({ dtype })).not.toThrow();
    for (const name of ['float16', 'mixed_bfloat16']) {
      for (const dtype of [name, policy(name)]) {
        expect(dense({ dtype })).toThrow(`layer 'odd' (Dense).dtype: expected 'float32': load it in Keras`);
        expect(dense({ dtype })).toThrow(`got '${name}'`);
      }
    }
  });

  test('initializers have a seed if it is a whole number, and are ours if unknown', () => {
    const kernel = (class_name: string, config: object) =>
      (dense({ kernel_initializer: { class_name, config } })() as { kernelInitializer: object }).kernelInitializer;
    for (const seed of [0, 5]) expect(kernel('HeNormal', { seed })).toEqual({ type: 'heNormal', seed });
    for (const seed of [null, -1, 0.5, '5', { class_name: 'SeedGenerator' }]) {
      expect(kernel('HeNormal', { seed, name: 'i', dtype: 'float32' })).toEqual({ type: 'heNormal', seed: null });
    }
    const scaled = { scale: 2, mode: 'fan_out', input_axes: [0], output_axes: [1] };
    for (const [distribution, ours] of [
      ['normal', 'truncatedNormal'],
      ['uniform', 'uniform'],
      ['untruncated_normal', 'untruncatedNormal'],
      [undefined, 'truncatedNormal'],
    ]) {
      expect(kernel('VarianceScaling', { ...scaled, distribution })).toEqual({
        type: 'varianceScaling',
        scale: 2,
        mode: 'fanOut',
        distribution: ours,
        seed: null,
      });
    }
    expect(kernel('Mine', {})).toMatchObject({ type: 'glorotUniform' });
  });

  test('a penalty of what a layer gives is of dense layers alone', () => {
    const activity_regularizer = { class_name: 'L2', config: { l2: 0.5 } };
    expect(dense({ activity_regularizer })()).toMatchObject({ activityRegularizer: { type: 'l2', l2: 0.5 } });
    const odd = model(layer('Dropout', { rate: 0.5, activity_regularizer }));
    expect(() => readKerasConfig(odd, 'file')).toThrow('(Dropout).activity_regularizer: expected ');
    const none = model(layer('Dropout', { rate: 0.5, activity_regularizer: null, noise_shape: null, seed: 3 }));
    expect(readKerasConfig(none, 'file').layers[1]).toMatchObject({ type: 'dropout', rate: 0.5 });
  });

  test('a name has no slash here, and what is told of a normalization goes along', () => {
    const list = [
      layer('Normalization', { name: 'a/b/c', axis: -1, invert: false, mean: [1], variance: [2] }),
      layer('Normalization', { name: 'd', mean: null, variance: null }),
      layer('Identity', { name: 'e' }),
    ];
    const { layers: read, origins } = readKerasConfig(model(...list), 'file');
    expect(read.slice(1).map(({ name }) => name)).toEqual(['a_b_c', 'd', 'e']);
    expect(read[3]).toMatchObject({ type: 'activation', activation: { type: 'linear' } });
    expect(origins).toEqual([
      { className: 'InputLayer', name: '', inside: [] },
      { className: 'Normalization', name: 'a/b/c', inside: [], weights: { mean: [1], variance: [2] } },
      { className: 'Normalization', name: 'd', inside: [], weights: {} },
      { className: 'Identity', name: 'e', inside: [] },
    ]);
  });

  test('the generation is told by the words', () => {
    const read = (config: object) =>
      readKerasConfig({ class_name: 'Sequential', config: { layers: [config] } }, 'file');
    const hard = (more: object) => ({
      class_name: 'Dense',
      config: { name: 'd', units: 2, activation: 'hard_sigmoid', ...more },
    });
    expect(() => read(hard({ batch_input_shape: [null, 4] }))).toThrow("Keras 2's hard_sigmoid");
    const policy = { class_name: 'DTypePolicy', config: { name: 'float32' } };
    for (const more of [{ batch_shape: [null, 4] }, { batch_input_shape: [null, 4], dtype: policy }]) {
      expect(read(hard(more)).layers[1]).toMatchObject({ activation: { type: 'hardSigmoid' } });
    }
  });

  test('values are nested 64 deep at the most', () => {
    const nested = (depth: number) => () => {
      let value: unknown = 'deep';
      for (let i = 0; i < depth; i++) value = [value];
      return readKerasConfig({ ...model(layer('Dense', { units: 2 })), more: value }, 'file');
    };
    expect(nested(63)).not.toThrow();
    expect(nested(64)).toThrow('values nested 64 deep at most');
  });

  test('a metric that is unknown is left aside by itself', () => {
    const { compile } = compiled({ ...usual, metrics: ['mae', 'BLEU'] });
    expect(compile?.metrics).toMatchObject([{ type: 'meanAbsoluteError' }]);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(compiled({}).compile).toBeUndefined();
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
