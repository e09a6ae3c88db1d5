import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { activationRoom, activations } from '../../ts/activations.ts';
import { constraintRoom, constraints } from '../../ts/constraints.ts';
import { OptionError } from '../../ts/errors.ts';
import { initializerRoom, initializers } from '../../ts/initializers.ts';
import { snakeCase } from '../../ts/kind/spelling.ts';
import type { AnyKind } from '../../ts/kind.ts';
import { layerRoom, layers } from '../../ts/layers.ts';
import { checkLoss, losses, lossRoom } from '../../ts/losses.ts';
import { figureNames, metricRoom, metrics, readMetrics } from '../../ts/metrics.ts';
import { optimizerRoom, optimizers } from '../../ts/optimizers.ts';
import { regularizerRoom, regularizers } from '../../ts/regularizers.ts';
import { scheduleRoom, schedules } from '../../ts/schedules.ts';

interface Golden {
  readonly rooms: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly shortNames: Readonly<Record<string, readonly string[]>>;
  readonly metricNames: Readonly<Record<string, string>>;
}

const golden = JSON.parse(readFileSync(new URL('keras-defaults.json', import.meta.url), 'utf8')) as Golden;

interface AnyRoom {
  named(argument: string, name: unknown): AnyKind;
  read(argument: string, value: unknown): object;
}

const rooms: Readonly<Record<string, { readonly room: AnyRoom; readonly kinds: Readonly<Record<string, AnyKind>> }>> = {
  layers: { room: layerRoom, kinds: layers },
  activations: { room: activationRoom, kinds: activations },
  initializers: { room: initializerRoom, kinds: initializers },
  regularizers: { room: regularizerRoom, kinds: regularizers },
  constraints: { room: constraintRoom, kinds: constraints },
  schedules: { room: scheduleRoom, kinds: schedules },
  optimizers: { room: optimizerRoom, kinds: optimizers },
  losses: { room: lossRoom, kinds: losses },
  metrics: { room: metricRoom, kinds: metrics },
};

/** Fields that Keras does not have under these names, or whose default means something else there. */
const ours: Readonly<Record<string, readonly string[]>> = {
  layers: ['name', 'inputShape', 'activation', 'shape'],
  optimizers: ['excludeFromWeightDecay'],
  metrics: ['name'],
};

/** A default in a spec as Keras writes it. */
function asKeras(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'type' in value) return snakeCase(String(value.type));
  return typeof value === 'string' && value !== value.toUpperCase() ? snakeCase(value) : value;
}

describe.each(Object.entries(golden.rooms))("%s have Keras's names and defaults", (name, classes) => {
  const { room } = rooms[name] as (typeof rooms)[string];
  test.each(Object.entries(classes))('%s', (className, defaults) => {
    const { fields } = room.named('name', className) as AnyKind;
    for (const [field, { initial, read }] of Object.entries(fields as (typeof layers)['dense']['fields'])) {
      if (initial === undefined || ours[name]?.includes(field)) continue;
      const theirs =
        defaults[snakeCase(field).replaceAll(/([a-z])(\d)/g, '$1_$2')] ?? defaults[snakeCase(field)] ?? null;
      const lower = typeof theirs === 'string' && theirs !== theirs.toUpperCase() ? theirs.toLowerCase() : theirs;
      expect([field, asKeras(read(field, initial))]).toEqual([field, lower]);
    }
  });
});

test.each(Object.entries(golden.shortNames))("%s know Keras's short names", (name, names) => {
  for (const short of names) expect(() => rooms[name]?.room.named('name', short)).not.toThrow();
});

describe.each(Object.entries(rooms))('%s', (_name, { room, kinds }) => {
  test('stand in the list under their own names, and no name is that of two', () => {
    expect(Object.values(kinds).map(({ type }) => type)).toEqual(Object.keys(kinds));
    for (const [type, kind] of Object.entries(kinds)) {
      for (const name of [type, snakeCase(type), ...(kind.aliases as string[])]) {
        expect(room.named('name', name)).toBe(kind);
      }
    }
  });

  test('come back from JSON', () => {
    for (const kind of Object.values(kinds)) {
      const needed = Object.entries(kind.fields as (typeof layers)['dense']['fields']).filter(
        ([, { initial }]) => initial === undefined,
      );
      const values: Record<string, unknown> = {
        units: 3,
        activation: 'relu',
        shape: [4],
        targetShape: [2, 2],
        boundaries: [5],
        values: [1, 0.5],
      };
      const options = Object.fromEntries(
        needed
          .filter(([field]) => !['name', 'inputShape'].includes(field))
          .map(([field]) => [field, values[field] ?? 0.5]),
      );
      for (const field of ['decaySteps', 'firstDecaySteps', 'totalSteps']) if (field in options) options[field] = 10;
      const spec = room.read('it', { type: kind.type, ...options });
      expect(room.read('it', JSON.parse(JSON.stringify(spec)))).toEqual(spec);
    }
  });

  test('unknown names are refused with the nearest one', () => {
    const [type = ''] = Object.keys(kinds);
    expect(() => room.read('it', `${type}x`)).toThrow(OptionError);
    expect(() => room.read('it', `${type}x`)).toThrow(`did you mean '${type}'?`);
    expect(() => room.read('it', { type: 'toString' })).toThrow("it.type: expected '");
  });
});

describe('options', () => {
  test('may be written as in Keras', () => {
    expect(optimizerRoom.read('it', { type: 'Adam', beta_1: 0.5, learning_rate: 0.1, global_clipnorm: 1 })).toEqual(
      optimizers.adam({ beta1: 0.5, learningRate: 0.1, globalClipnorm: 1 }),
    );
    expect(initializerRoom.read('it', { type: 'VarianceScaling', mode: 'fan_avg' })).toMatchObject({ mode: 'fanAvg' });
  });

  test('the leading one needs no name', () => {
    expect(layers.dropout(0.5)).toEqual(layers.dropout({ rate: 0.5 }));
    expect(layers.activation('relu')).toEqual(layers.activation({ activation: { type: 'relu' } }));
    expect(layers.activation(activations.elu(2), { name: 'a' })).toMatchObject({ activation: { alpha: 2 }, name: 'a' });
    expect(layers.reshape([2, 3])).toMatchObject({ targetShape: [2, 3] });
    expect(regularizers.l2(0.1)).toEqual({ type: 'l2', l2: 0.1 });
    expect(optimizers.sgd(0.5, { momentum: 0.9 })).toMatchObject({ learningRate: 0.5, momentum: 0.9 });
    expect(() => optimizers.sgd(0.5, { learningRate: 0.1 } as never)).toThrow('learningRate: expected one value');
    expect(() => optimizers.sgd({} as never, {})).toThrow(OptionError);
  });

  test('schedules are learning rates', () => {
    const decay = schedules.exponentialDecay({ initialLearningRate: 0.1, decaySteps: 100, decayRate: 0.5 });
    expect(optimizers.adam(decay)).toMatchObject({ learningRate: decay });
    expect(() => optimizers.adam('fast' as never)).toThrow('learningRate: expected a finite number of at least 0, or');
    expect(() => schedules.piecewiseConstantDecay({ boundaries: [2, 1], values: [1, 2, 3] })).toThrow('rising order');
    expect(() => schedules.piecewiseConstantDecay({ boundaries: [2], values: [1] })).toThrow(
      'values: expected 2 numbers',
    );
  });

  test('vectors have no angles', () => {
    expect(() => layers.dense(3, { kernelRegularizer: 'orthogonal' })).not.toThrow();
    const message = "biasRegularizer: expected 'l1', 'l2' or 'l1l2', got 'orthogonal', which is for kernels";
    expect(() => layers.dense(3, { biasRegularizer: 'orthogonal' })).toThrow(message);
    expect(() => layers.layerNormalization({ gammaRegularizer: regularizers.orthogonal() })).toThrow(OptionError);
  });

  test('one way to clip at a time, as in Keras', () => {
    expect(() => optimizers.adam({ clipnorm: 1, clipvalue: 1 })).toThrow('got clipnorm and clipvalue');
  });
});

/** Numbers that a field takes and that it refuses, the bounds among them, by what Keras says of it. */
type Bounds = readonly [takes: readonly number[], refuses: readonly number[]];
const any: Bounds = [
  [-1e30, 0, 1e30],
  [1e39, -1e39, Number.NaN],
];
const fromZero: Bounds = [
  [0, 0.5, 1e30],
  [-1e-30, 1e39, Number.POSITIVE_INFINITY],
];
const positive: Bounds = [
  [1e-30, 1, 1e30],
  [0, -1, 1e-50],
];
const below1: Bounds = [
  [0, 0.5, 0.9999],
  [1, -1e-30, 1 - 1e-12, 2],
];
const share: Bounds = [
  [0, 1],
  [1.001, -1e-30],
];
const wholeFrom = (least: number): Bounds => [
  [least, least + 1],
  [least - 1, least + 0.5, Number.POSITIVE_INFINITY],
];
/** With what else must be given. */
const bounds: readonly (readonly [room: string, type: string, field: string, Bounds, more?: object])[] = [
  ['layers', 'dropout', 'rate', below1],
  ['layers', 'gaussianDropout', 'rate', below1],
  ['layers', 'gaussianNoise', 'stddev', fromZero],
  ['layers', 'rescaling', 'scale', any],
  ['layers', 'rescaling', 'offset', any, { scale: 1 }],
  ['layers', 'leakyReLU', 'negativeSlope', fromZero],
  ['layers', 'elu', 'alpha', any],
  [
    'layers',
    'dense',
    'units',
    [
      [1, 2 ** 24],
      [0, 2 ** 24 + 1, 1.5],
    ],
  ],
  ['layers', 'batchNormalization', 'momentum', below1],
  ['layers', 'batchNormalization', 'epsilon', positive],
  ['layers', 'layerNormalization', 'epsilon', positive],
  ['activations', 'elu', 'alpha', any],
  ['activations', 'leakyRelu', 'negativeSlope', fromZero],
  ['initializers', 'constant', 'value', any],
  ['initializers', 'randomNormal', 'mean', any],
  ['initializers', 'randomNormal', 'stddev', fromZero],
  ['initializers', 'truncatedNormal', 'stddev', fromZero],
  ['initializers', 'varianceScaling', 'scale', positive],
  ['initializers', 'orthogonal', 'gain', any],
  [
    'initializers',
    'heNormal',
    'seed',
    [
      [0, 2 ** 53 - 1],
      [-1, 2 ** 53, 0.5],
    ],
  ],
  ['regularizers', 'l1', 'l1', fromZero],
  ['regularizers', 'l2', 'l2', fromZero],
  ['constraints', 'maxNorm', 'maxValue', fromZero],
  ['constraints', 'minMaxNorm', 'minValue', fromZero],
  ['constraints', 'minMaxNorm', 'rate', share],
  ['schedules', 'exponentialDecay', 'decaySteps', wholeFrom(1), { initialLearningRate: 1, decayRate: 1 }],
  ['schedules', 'exponentialDecay', 'initialLearningRate', fromZero, { decaySteps: 1, decayRate: 1 }],
  ['schedules', 'oneCycle', 'warmupFraction', share, { maxLearningRate: 1, totalSteps: 5 }],
  ['schedules', 'oneCycle', 'initialDivisor', positive, { maxLearningRate: 1, totalSteps: 5 }],
  ['schedules', 'oneCycle', 'finalDivisor', positive, { maxLearningRate: 1, totalSteps: 5 }],
  ['optimizers', 'adam', 'learningRate', fromZero],
  ['optimizers', 'adam', 'beta1', below1],
  ['optimizers', 'adam', 'beta2', below1],
  ['optimizers', 'adam', 'epsilon', positive],
  ['optimizers', 'adam', 'clipnorm', positive],
  ['optimizers', 'adam', 'weightDecay', fromZero],
  ['optimizers', 'adam', 'emaMomentum', below1],
  ['optimizers', 'adam', 'emaOverwriteFrequency', wholeFrom(1)],
  ['optimizers', 'adam', 'gradientAccumulationSteps', wholeFrom(2)],
  [
    'optimizers',
    'ftrl',
    'learningRatePower',
    [
      [0, -0.5],
      [1e-30, 1],
    ],
  ],
  ['optimizers', 'ftrl', 'beta', fromZero],
  ['optimizers', 'sgd', 'momentum', below1],
  ['optimizers', 'rmsprop', 'rho', below1],
  ['losses', 'huber', 'delta', positive],
  ['losses', 'categoricalCrossentropy', 'labelSmoothing', share],
  ['losses', 'binaryFocalCrossentropy', 'alpha', share],
  ['losses', 'binaryFocalCrossentropy', 'gamma', fromZero],
  ['metrics', 'binaryAccuracy', 'threshold', share],
  ['metrics', 'topKCategoricalAccuracy', 'k', wholeFrom(1)],
  ['metrics', 'auc', 'numThresholds', wholeFrom(2)],
  ['metrics', 'expectedCalibrationError', 'bins', wholeFrom(1)],
];

const bounded = bounds.map(([name, type, field, numbers, more = {}]) => ({ name, type, field, numbers, more }));
test.each(bounded)('$name: $type takes $field within its bounds', ({ name, type, field, numbers, more }) => {
  const [takes, refuses] = numbers;
  const { room } = rooms[name] as (typeof rooms)[string];
  const read = (value: unknown) => room.read('it', { type, ...more, [field]: value });
  for (const value of takes) expect(read(value)).toMatchObject({ [field]: value });
  for (const value of [...refuses, '1', [1], true])
    expect(() => read(value), `${value}`).toThrow(`it.${field}: expected `);
});

describe('a loss suits the last layer', () => {
  const suits = (loss: Parameters<typeof checkLoss>[0], outputs: number, activation: string) => {
    try {
      checkLoss(loss, outputs, activation);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(OptionError);
      return false;
    }
  };
  const { categoricalCrossentropy: categorical, binaryCrossentropy: binary, meanSquaredError: squared } = losses;

  test('softmax has more than one output', () => {
    for (const loss of [binary(), squared(), categorical()]) expect(suits(loss, 1, 'softmax')).toBe(false);
    for (const loss of [binary(), squared(), categorical()]) expect(suits(loss, 2, 'softmax')).toBe(true);
    expect([suits(binary(), 1, 'sigmoid'), suits(categorical(), 1, 'sigmoid')]).toEqual([true, false]);
  });

  test('logits have gone through nothing that makes probabilities of them', () => {
    for (const loss of [categorical({ fromLogits: true }), binary({ fromLogits: true })]) {
      const found = ['linear', 'relu', 'tanh', 'softmax', 'sigmoid'].map((activation) => suits(loss, 3, activation));
      expect(found).toEqual([true, true, true, false, false]);
    }
  });

  test('probabilities of classes are positive', () => {
    const found = Object.keys(activations).filter((activation) => suits(categorical(), 3, activation));
    expect(found.sort()).toEqual(['exponential', 'hardSigmoid', 'relu', 'relu6', 'sigmoid', 'softmax', 'softplus']);
    expect(suits(squared(), 3, 'tanh')).toBe(true);
  });
});

describe('results of metrics', () => {
  test.each(Object.entries(golden.metricNames))("%s has Keras's name", (className, logName) => {
    expect(metricRoom.read('metric', className)).toMatchObject({ name: logName });
  });

  test('by a name in lower case have that name, and a second one of a name a number', () => {
    const list = readMetrics('metrics', ['mse', 'acc', 'AUC', 'meanSquaredError', metrics.auc({ curve: 'PR' })]);
    expect(figureNames(list, 1)).toEqual(['mse', 'acc', 'auc', 'mean_squared_error', 'auc_1']);
    expect(figureNames([metrics.f1Score(), metrics.recall({ name: 'found' })], 2)).toEqual([
      'f1_score_0',
      'f1_score_1',
      'found',
    ]);
  });
});

describe('what the engine is told', () => {
  const lower = (room: { lower(spec: never, lowering: { outputs: number }): unknown }, spec: object, outputs = 3) =>
    room.lower(spec as never, { outputs });

  test('initializers by their papers: a scale, what it is divided by, and a distribution', () => {
    const papers = Object.entries({ glorot: [1, 2], he: [2, 0], lecun: [1, 0] });
    for (const [name, [scale, mode]] of papers) {
      const told = ['Uniform', 'Normal'].map((ending) =>
        lower(initializerRoom, initializers[`${name}${ending}` as 'heNormal']()),
      );
      const same = { type: 'varianceScaling', scale, mode, seed: null };
      expect(told).toEqual([
        { ...same, distribution: 0 },
        { ...same, distribution: 1 },
      ]);
    }
  });

  test('several of our kinds are one of its', () => {
    expect(lower(initializerRoom, initializers.heNormal({ seed: 4 }))).toEqual({
      type: 'varianceScaling',
      scale: 2,
      mode: 0,
      distribution: 1,
      seed: 4,
    });
    expect(lower(regularizerRoom, regularizers.l2(0.5))).toEqual({ type: 'l1l2', l1: 0, l2: 0.5 });
    expect(lower(layerRoom, layers.leakyReLU())).toEqual({
      type: 'activation',
      activation: { type: 'leakyRelu', negativeSlope: 0.3 },
    });
    expect(lower(layerRoom, layers.flatten())).toBeNull();
    expect(lower(optimizerRoom, optimizers.adamw())).toMatchObject({ optimizer: { type: 'adam' } });
    expect(lower(metricRoom, metrics.accuracy(), 1)).toEqual({
      type: 'binaryAccuracy',
      threshold: 0.5,
      inclusive: true,
    });
    expect(lower(metricRoom, metrics.accuracy(), 2)).toEqual({ type: 'categoricalAccuracy' });
    const huber = { type: 'loss', loss: { type: 'huber', delta: 2 }, signs: false };
    expect(lower(metricRoom, metrics.huber({ delta: 2 }))).toEqual(huber);
    expect(lower(metricRoom, metrics.f1Score({ average: 'macro' }))).toEqual({
      type: 'f1Score',
      average: 2,
      threshold: null,
    });
  });

  test('regularizers are sums, or of rows or columns', () => {
    const { l1, l1l2, orthogonal } = regularizers;
    expect(lower(regularizerRoom, l1(0.5))).toEqual({ type: 'l1l2', l1: 0.5, l2: 0 });
    expect(lower(regularizerRoom, l1l2({ l1: 0.5, l2: 2 }))).toEqual({ type: 'l1l2', l1: 0.5, l2: 2 });
    expect(lower(regularizerRoom, orthogonal({ factor: 0.5, mode: 'columns' }))).toEqual({
      type: 'orthogonal',
      factor: 0.5,
      columns: true,
    });
    expect(lower(regularizerRoom, orthogonal())).toEqual({ type: 'orthogonal', factor: 0.01, columns: false });
  });

  test('words of a choice are their numbers', () => {
    const { varianceScaling } = initializers;
    const told = (mode: 'fanIn' | 'fanOut' | 'fanAvg', distribution: 'uniform' | 'untruncatedNormal') =>
      lower(initializerRoom, varianceScaling({ scale: 3, mode, distribution, seed: 5 }));
    const same = { type: 'varianceScaling', scale: 3, seed: 5 };
    expect(told('fanIn', 'uniform')).toEqual({ ...same, mode: 0, distribution: 0 });
    expect(told('fanOut', 'untruncatedNormal')).toEqual({ ...same, mode: 1, distribution: 2 });
    expect(told('fanAvg', 'uniform')).toEqual({ ...same, mode: 2, distribution: 0 });
    expect(lower(metricRoom, metrics.f1Score())).toEqual({ type: 'f1Score', average: 0, threshold: null });
  });

  test('layers are what they compute, and none if that is nothing', () => {
    for (const layer of [layers.activation('linear'), layers.reshape([2]), layers.input([2])]) {
      expect(lower(layerRoom, layer)).toBeNull();
    }
    expect(lower(layerRoom, layers.activation('tanh'))).toEqual({ type: 'activation', activation: { type: 'tanh' } });
    expect(lower(layerRoom, layers.softmax())).toEqual({ type: 'activation', activation: { type: 'softmax' } });
    expect(lower(layerRoom, layers.elu(2))).toEqual({ type: 'activation', activation: { type: 'elu', alpha: 2 } });
    const gelu = { type: 'gelu', approximate: true } as const;
    expect(lower(layerRoom, layers.activation(gelu))).toEqual({ type: 'activation', activation: gelu });
    expect(lower(layerRoom, layers.rescaling(2, { offset: 1, name: 'a' }))).toEqual({
      type: 'rescaling',
      scale: 2,
      offset: 1,
    });
    expect(lower(layerRoom, layers.dense(3, { useBias: false, kernelConstraint: constraints.maxNorm(3) }))).toEqual({
      type: 'dense',
      units: 3,
      activation: { type: 'linear' },
      useBias: false,
      kernelInitializer: { type: 'varianceScaling', scale: 1, mode: 2, distribution: 0, seed: null },
      biasInitializer: { type: 'zeros' },
      kernelRegularizer: null,
      biasRegularizer: null,
      activityRegularizer: null,
      kernelConstraint: { type: 'maxNorm', maxValue: 3 },
      biasConstraint: null,
    });
  });

  test('metrics are what they count', () => {
    const { auc, precision, recall, hinge, squaredHinge, meanSquaredError } = metrics;
    const told = (metric: Parameters<typeof metricRoom.lower>[0]) => lower(metricRoom, metric);
    const curve = { type: 'auc', numThresholds: 200, multiLabel: false, fromLogits: false };
    expect(told(auc())).toEqual({ ...curve, precisionRecall: false });
    expect(told(auc({ curve: 'PR', multiLabel: true }))).toEqual({ ...curve, precisionRecall: true, multiLabel: true });
    expect(told(precision())).toEqual({ type: 'precision', threshold: 0.5, topK: 0, classId: null });
    expect(told(recall({ threshold: 0, classId: 0 }))).toEqual({ type: 'recall', threshold: 0, topK: 0, classId: 0 });
    // What is asked for by its rank counts whatever its value.
    expect(told(precision({ topK: 2 }))).toEqual({ type: 'precision', threshold: -(2 ** 127), topK: 2, classId: null });
    expect(told(precision({ topK: 2, threshold: 0.25 }))).toMatchObject({ threshold: 0.25, topK: 2 });
    const accurate = { type: 'binaryAccuracy', threshold: 0.25, inclusive: false };
    expect(told(metrics.binaryAccuracy(0.25))).toEqual(accurate);
    expect(told(metrics.sparseCategoricalAccuracy())).toEqual({ type: 'categoricalAccuracy' });
    expect(told(metrics.sparseTopKCategoricalAccuracy(3))).toEqual({ type: 'topKCategoricalAccuracy', k: 3 });
    for (const metric of [hinge(), squaredHinge()]) {
      const under = (signs: boolean) => metricRoom.lower(metric, { outputs: 1, signs });
      const loss = { type: metric.type };
      expect(under(false)).toEqual({ type: 'loss', loss, signs: true });
      expect(under(true)).toEqual({ type: 'loss', loss, signs: false });
    }
    expect(told(meanSquaredError())).toEqual({ type: 'loss', loss: { type: 'meanSquaredError' }, signs: false });
  });

  test('an optimizer that decays everything, and gathers gradients', () => {
    const spec = optimizers.sgd({ excludeFromWeightDecay: 'none', gradientAccumulationSteps: 3, clipvalue: 2 });
    expect(lower(optimizerRoom, spec)).toEqual({
      optimizer: { type: 'sgd', learningRate: { type: 'constant', value: 0.01 }, momentum: 0, nesterov: false },
      update: {
        clipnorm: null,
        clipvalue: 2,
        globalClipnorm: null,
        weightDecay: null,
        decayBiases: true,
        useEma: false,
        emaMomentum: 0.99,
        emaOverwriteFrequency: null,
        gradientAccumulationSteps: 3,
      },
    });
    const learningRate = schedules.cosineDecay({ initialLearningRate: 0.1, decaySteps: 5 });
    expect(lower(optimizerRoom, optimizers.sgd(learningRate))).toMatchObject({ optimizer: { learningRate } });
  });

  test('an optimizer is a rule and what is done around it', () => {
    const spec = optimizers.adamw({ learningRate: 0.1, excludeFromWeightDecay: 'biases' });
    expect(lower(optimizerRoom, spec)).toEqual({
      optimizer: {
        type: 'adam',
        learningRate: { type: 'constant', value: 0.1 },
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-7,
        amsgrad: false,
      },
      update: {
        clipnorm: null,
        clipvalue: null,
        globalClipnorm: null,
        weightDecay: 0.004,
        decayBiases: false,
        useEma: false,
        emaMomentum: 0.99,
        emaOverwriteFrequency: null,
        gradientAccumulationSteps: 1,
      },
    });
  });
});

describe('variables of', () => {
  const vector = (name: string, trainable = true) => ({ name, shape: [3], trainable });
  const [gamma, beta] = [vector('gamma'), vector('beta')];
  const moving = [vector('moving_mean', false), vector('moving_variance', false)];
  const {
    dense,
    batchNormalization: batch,
    layerNormalization: rows,
    normalization,
    prelu,
    dropout,
    softmax,
    activation,
  } = layers;
  const kernel = { name: 'kernel', shape: [3, 2], trainable: true };
  const bias = { name: 'bias', shape: [2], trainable: true };

  test.each([
    [dense, dense(2), [kernel, bias], [2], 'linear'],
    [dense, dense(2, { useBias: false, activation: 'relu' }), [kernel], [2], 'relu'],
    [batch, batch(), [gamma, beta, ...moving], [3], 'linear'],
    [batch, batch({ scale: false }), [beta, ...moving], [3], 'linear'],
    [batch, batch({ center: false }), [gamma, ...moving], [3], 'linear'],
    [rows, rows(), [gamma, beta], [3], 'linear'],
    [rows, rows({ scale: false, center: false }), [], [3], 'linear'],
    [normalization, normalization(), [vector('mean', false), vector('variance', false)], [3], 'linear'],
    [prelu, prelu(), [vector('alpha')], [3], 'prelu'],
    [dropout, dropout(0.5), [], [3], 'linear'],
    [softmax, softmax(), [], [3], 'softmax'],
    [activation, activation('tanh'), [], [3], 'tanh'],
    [layers.leakyReLU, layers.leakyReLU(), [], [3], 'leakyRelu'],
    [layers.elu, layers.elu(), [], [3], 'elu'],
  ] as const)('%#: layers are those that Keras has', (kind, spec, variables, outputShape, activation) => {
    expect(kind.variables(spec as never, [3])).toEqual(variables);
    expect(kind.outputShape(spec as never, [3])).toEqual(outputShape);
    expect(kind.activation(spec as never)).toBe(activation);
  });

  /** Numbers beside each variable, of a matrix and of a vector, and beside them all. */
  const { adam, adamw, sgd, rmsprop, adafactor } = optimizers;
  test.each([
    [sgd, sgd(), 0, 0, 0],
    [sgd, sgd({ momentum: 0.5 }), 12, 5, 0],
    [rmsprop, rmsprop(), 12, 5, 0],
    [rmsprop, rmsprop({ momentum: 0.5 }), 24, 10, 0],
    [rmsprop, rmsprop({ centered: true }), 24, 10, 0],
    [rmsprop, rmsprop({ centered: true, momentum: 0.5 }), 36, 15, 0],
    [adam, adam(), 24, 10, 0],
    [adam, adam({ amsgrad: true }), 36, 15, 0],
    [adamw, adamw(), 24, 10, 0],
    [adamw, adamw({ amsgrad: true }), 36, 15, 0],
    [optimizers.adagrad, optimizers.adagrad(), 12, 5, 0],
    [optimizers.adadelta, optimizers.adadelta(), 24, 10, 0],
    [optimizers.adamax, optimizers.adamax(), 24, 10, 0],
    [optimizers.nadam, optimizers.nadam(), 24, 10, 1],
    [optimizers.ftrl, optimizers.ftrl(), 24, 10, 0],
    [optimizers.lion, optimizers.lion(), 12, 5, 0],
    [adafactor, adafactor(), 12 + 3 + 4, 5 + 2, 0],
  ] as const)('%#: optimizers are as many as Keras has', (kind, spec, ofMatrix, ofVector, scalars) => {
    const slots = kind.slots as (spec: object, shape: readonly number[]) => number;
    expect([slots(spec, [3, 4]), slots(spec, [5]), kind.scalars]).toEqual([ofMatrix, ofVector, scalars]);
  });
});
