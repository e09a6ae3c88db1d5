/** `tf.layers`: the house's layers by TensorFlow.js's names, options and defaults. */

import type { ActivationName } from '../activations.ts';
import type { Constraint } from '../constraints.ts';
import { OptionError } from '../errors.ts';
import type { Initializer } from '../initializers.ts';
import { kindOfLayer } from '../layers/layer.ts';
import { layers as house, type LayerDescription } from '../layers.ts';
import { checkObject, describe } from '../options.ts';
import type { Regularizer } from '../regularizers.ts';
import { Layer } from './layer.ts';
import { uid } from './names.ts';
import { refused } from './refusals.ts';
import type { Tensor } from './tensor.ts';
import type { DataType, Shape } from './types.ts';
import { activationNamed, initializerNamed, type initializers, regularizerNamed } from './vocabulary.ts';

/** What all layers take. */
export interface LayerArgs {
  /** The axes of one row: for the first layer. */
  inputShape?: Shape;
  /** The same, with the rows in front. */
  batchInputShape?: Shape;
  /** Of no effect: a model takes any number of rows. */
  batchSize?: number;
  /** What summaries and files call it. Default: its kind and a number. */
  name?: string;
  /** 'float32'. */
  dtype?: DataType;
  /** True: inkgrad trains all layers. */
  trainable?: boolean;
  /** Weights to begin with. */
  weights?: Tensor[];
}

type Options = Readonly<Record<string, unknown>>;

/** Options without those of all layers, and without null and undefined, which TensorFlow.js takes for its defaults. */
function ownOptions(options: Options): Record<string, unknown> {
  const { inputShape, batchInputShape, batchSize, name, dtype, inputDType, trainable, weights, ...own } = options;
  return Object.fromEntries(
    Object.entries(own).flatMap(([key, value]) => {
      if (value === null || value === undefined) return [];
      if (key === 'activation') return [[key, activationNamed(value)]];
      if (key.endsWith('Initializer')) return [[key, initializerNamed(value)]];
      if (key.endsWith('Regularizer')) return [[key, regularizerNamed(value)]];
      return [[key, value]];
    }),
  );
}

/** @throws OptionError */
function placing(options: Options): { inputShape?: readonly number[] } {
  const { inputShape, inputDim, batchInputShape, dtype = 'float32', trainable = true } = options;
  if (dtype !== null && dtype !== 'float32') throw new OptionError('dtype', "'float32'", describe(dtype));
  if (trainable === false) {
    throw new OptionError('trainable', 'true: inkgrad trains all layers of a model', 'false');
  }
  const shape = inputShape ?? (inputDim === undefined ? undefined : [inputDim]);
  if (shape) return { inputShape: shape as readonly number[] };
  return Array.isArray(batchInputShape) ? { inputShape: batchInputShape.slice(1) } : {};
}

interface Kind {
  /** The house's layer of the options that are the kind's own. */
  readonly make: (options: Record<string, unknown>) => LayerDescription;
  /** TensorFlow.js's class, where it is not the house's. */
  readonly className?: string;
  /** Options that only this value, TensorFlow.js's default, may have. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Options that change nothing here. */
  readonly ignored?: readonly string[];
}

function layer<Args extends object>(type: string, { make, className, fixed = {}, ignored = [] }: Kind) {
  return (args?: Args & LayerArgs): Layer => {
    const options = checkObject(`layers.${type}`, args ?? {}) as Options;
    const { inputDim: _, ...own } = ownOptions(options);
    for (const [name, only] of Object.entries(fixed)) {
      const value =
        Array.isArray(own[name]) && (own[name] as unknown[]).length === 1 ? (own[name] as unknown[])[0] : own[name];
      if (value !== undefined && value !== only)
        throw new OptionError(name, `${describe(only)} or nothing`, describe(value));
      delete own[name];
    }
    for (const name of ignored) delete own[name];
    const description = make({ ...own, ...placing(options) });
    const house = className ?? kindOfLayer(description)?.className ?? type;
    const name = (options.name as string | undefined | null) ?? uid(house);
    const named = make({ ...own, ...placing(options), name });
    return new Layer(house, named, (options.weights as readonly Tensor[] | null | undefined) ?? undefined);
  };
}

/** The house's function with all options in one object. */
const of = (make: unknown) => make as (options: Record<string, unknown>) => LayerDescription;

/** The last axis: the only one of the house's rows. */
const lastAxis = { axis: -1 };

/**
 * Layers, by functions of their names.
 * @example tf.layers.dense({ units: 10, activation: 'softmax' }).getClassName(); // 'Dense'
 */
export const layers = {
  /** The class of what the functions beside it make. */
  Layer,
  /** Every output depends on every input: `activation(x . kernel + bias)`. */
  dense: layer<DenseLayerArgs>('dense', {
    make: (options) => of(house.dense)({ kernelInitializer: initializerNamed('glorotNormal'), ...options }),
  }),
  /** Any activation function. */
  activation: layer<ActivationLayerArgs>('activation', { make: of(house.activation) }),
  /** Sets a share of its inputs to 0 in training. */
  dropout: layer<DropoutLayerArgs>('dropout', {
    make: of(house.dropout),
    ignored: ['seed', 'noiseShape'],
  }),
  /** Makes rows of several axes flat. */
  flatten: layer<FlattenLayerArgs>('flatten', { make: of(house.flatten), ignored: ['dataFormat'] }),
  /** Gives rows another shape of as many numbers. */
  reshape: layer<ReshapeLayerArgs>('reshape', {
    make: ({ targetShape, ...options }) =>
      of(house.reshape)({
        ...options,
        targetShape: Array.isArray(targetShape) ? targetShape.map((length) => length ?? -1) : targetShape,
      }),
  }),
  /** Normalizes each input over the batch in training, and by moving statistics else. */
  batchNormalization: layer<BatchNormalizationLayerArgs>('batchNormalization', {
    make: of(house.batchNormalization),
    fixed: lastAxis,
  }),
  /** Normalizes each row by itself. */
  layerNormalization: layer<LayerNormalizationLayerArgs>('layerNormalization', {
    make: of(house.layerNormalization),
    fixed: lastAxis,
  }),
  /** Adds noise in training. */
  gaussianNoise: layer<GaussianNoiseArgs>('gaussianNoise', { make: of(house.gaussianNoise) }),
  /** Multiplies by noise in training. */
  gaussianDropout: layer<GaussianDropoutArgs>('gaussianDropout', { make: of(house.gaussianDropout) }),
  /** `x * scale + offset`. */
  rescaling: layer<RescalingArgs>('rescaling', { make: of(house.rescaling) }),
  /** Keras's normalization by known statistics, which TensorFlow.js lacks: mean and variance are its weights. */
  normalization: layer<object>('normalization', { make: of(house.normalization), fixed: lastAxis }),
  /** max(x, 0), or no more than 6. */
  reLU: layer<ReLULayerArgs>('reLU', { make: clippedReLU, className: 'ReLU' }),
  /** x, or a share of it below zero. */
  leakyReLU: layer<LeakyReLULayerArgs>('leakyReLU', {
    make: ({ alpha = 0.3, ...options }) => of(house.leakyReLU)({ ...options, negativeSlope: alpha }),
  }),
  /** x, or `alpha * (exp(x) - 1)` below zero. */
  elu: layer<ELULayerArgs>('elu', { make: of(house.elu) }),
  /** x, or a learnt share of it below zero. */
  prelu: layer<PReLULayerArgs>('prelu', { make: of(house.prelu) }),
  /** Probabilities that sum to 1 over a row. */
  softmax: layer<SoftmaxLayerArgs>('softmax', { make: of(house.softmax), fixed: lastAxis }),
  /** Says what rows a model takes: stands first. */
  inputLayer: layer<{ inputShape?: Shape }>('inputLayer', {
    make: ({ inputShape, ...options }) => of(house.input)({ ...options, shape: inputShape }),
    ignored: ['sparse'],
  }),
  ...refused(
    [
      ...['conv1d', 'conv2d', 'conv2dTranspose', 'conv3d', 'conv3dTranspose', 'separableConv2d', 'depthwiseConv2d'],
      ...['convLstm2d', 'convLstm2dCell', 'cropping2D', 'upSampling2d', 'zeroPadding2d', 'maxPooling1d'],
      ...['maxPooling2d', 'maxPooling3d', 'maxPool1d', 'maxPool2d', 'averagePooling1d', 'averagePooling2d'],
      ...['averagePooling3d', 'avgPool1d', 'avgPool2d', 'avgPool3d', 'avgPooling1d', 'avgPooling2d', 'avgPooling3d'],
      ...['globalAveragePooling1d', 'globalAveragePooling2d', 'globalMaxPooling1d', 'globalMaxPooling2d'],
      ...['globalMaxPool1d', 'globalMaxPool2d', 'embedding', 'rnn', 'simpleRNN', 'simpleRNNCell', 'lstm', 'lstmCell'],
      ...['gru', 'gruCell', 'stackedRNNCells', 'bidirectional', 'timeDistributed', 'RNN', 'RNNCell', 'masking'],
      ...['permute', 'repeatVector', 'alphaDropout', 'spatialDropout1d', 'thresholdedReLU', 'add', 'average'],
      ...['concatenate', 'dot', 'maximum', 'minimum', 'multiply', 'categoryEncoding', 'centerCrop', 'randomWidth'],
      ...['resizing', 'input'],
    ] as const,
    `one of inkgrad's layers, which are those of dense stacks: ${Object.keys(house).join(', ')}`,
    'layers.',
  ),
} as const;

function clippedReLU({ maxValue, ...options }: Record<string, unknown>): LayerDescription {
  if (maxValue !== undefined && maxValue !== 6) throw new OptionError('maxValue', '6 or nothing', describe(maxValue));
  return of(house.activation)({ ...options, activation: maxValue === undefined ? 'relu' : 'relu6' });
}

/** Names, and what the functions of `tf.initializers` and their like made. */
type ActivationLike = ActivationName | 'gelu_new' | 'geluNew';
type InitializerLike = Extract<Initializer, string> | keyof typeof initializers | object;
type RegularizerLike = Extract<Regularizer, string> | 'l1l2' | object;
type ConstraintLike = Extract<Constraint, string> | object;

export interface DenseLayerArgs extends LayerArgs {
  /** Numbers of a row that goes out. */
  units: number;
  /** Default: 'linear', none. */
  activation?: ActivationLike;
  /** Adds a learnt number to each output. Default: true. */
  useBias?: boolean;
  /** Default: 'glorotNormal'. */
  kernelInitializer?: InitializerLike;
  /** How biases start. Default: 'zeros'. */
  biasInitializer?: InitializerLike;
  /** For the first layer, in place of `inputShape`. */
  inputDim?: number;
  /** What holds the kernel within bounds. Default: nothing. */
  kernelConstraint?: ConstraintLike;
  /** What holds the bias within bounds. Default: nothing. */
  biasConstraint?: ConstraintLike;
  /** What a large kernel adds to the loss. Default: nothing. */
  kernelRegularizer?: RegularizerLike;
  /** What a large bias adds to the loss. Default: nothing. */
  biasRegularizer?: RegularizerLike;
  /** What a large output adds to the loss. Default: nothing. */
  activityRegularizer?: RegularizerLike;
}

interface AffineArgs extends LayerArgs {
  /** The last one. */
  axis?: number;
  /** Added to the variance. Default: 0.001. */
  epsilon?: number;
  /** Adds a learnt beta. Default: true. */
  center?: boolean;
  /** Multiplies by a learnt gamma. Default: true. */
  scale?: boolean;
  /** Default: 'zeros'. */
  betaInitializer?: InitializerLike;
  /** Default: 'ones'. */
  gammaInitializer?: InitializerLike;
  /** What a large beta adds to the loss. Default: nothing. */
  betaRegularizer?: RegularizerLike;
  /** What a large gamma adds to the loss. Default: nothing. */
  gammaRegularizer?: RegularizerLike;
}

export type LayerNormalizationLayerArgs = AffineArgs;

export interface BatchNormalizationLayerArgs extends AffineArgs {
  /** The share of the moving statistics that a step keeps. Default: 0.99. */
  momentum?: number;
  /** Default: 'zeros'. */
  movingMeanInitializer?: InitializerLike;
  /** Default: 'ones'. */
  movingVarianceInitializer?: InitializerLike;
  /** What holds beta within bounds. Default: nothing. */
  betaConstraint?: ConstraintLike;
  /** What holds gamma within bounds. Default: nothing. */
  gammaConstraint?: ConstraintLike;
}

export interface PReLULayerArgs extends LayerArgs {
  /** Default: 'zeros'. */
  alphaInitializer?: InitializerLike;
  /** What a large alpha adds to the loss. Default: nothing. */
  alphaRegularizer?: RegularizerLike;
  /** What holds alpha within bounds. Default: nothing. */
  alphaConstraint?: ConstraintLike;
}

export interface ActivationLayerArgs extends LayerArgs {
  /** Its name. */
  activation: ActivationLike;
}

export interface DropoutLayerArgs extends LayerArgs {
  /** The share that is set to 0. */
  rate: number;
  /** Of no effect: the noise follows from the model's seed. */
  seed?: number;
}

export interface FlattenLayerArgs extends LayerArgs {
  /** Of no effect: numbers keep their order. */
  dataFormat?: string;
}

export interface ReshapeLayerArgs extends LayerArgs {
  /** The axes of one row; null for one that follows from the others. */
  targetShape: Shape;
}

export interface GaussianNoiseArgs extends LayerArgs {
  /** The noise's standard deviation. */
  stddev: number;
}

export interface GaussianDropoutArgs extends LayerArgs {
  /** The share that dropout would set to 0: the noise is as strong. */
  rate: number;
}

export interface RescalingArgs extends LayerArgs {
  /** A factor. */
  scale: number;
  /** What is added after it. Default: 0. */
  offset?: number;
}

export interface ReLULayerArgs extends LayerArgs {
  /** 6, or nothing. */
  maxValue?: number;
}

export interface LeakyReLULayerArgs extends LayerArgs {
  /** The slope below zero. Default: 0.3. */
  alpha?: number;
}

export interface ELULayerArgs extends LayerArgs {
  /** What it comes to far below zero is `-alpha`. Default: 1. */
  alpha?: number;
}

export interface SoftmaxLayerArgs extends LayerArgs {
  /** The last one. */
  axis?: number;
}
