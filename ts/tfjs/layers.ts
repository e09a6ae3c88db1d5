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
  batchSize?: number;
  name?: string;
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

/** Layers, by functions of their names. */
export const layers = {
  Layer,
  dense: layer<DenseLayerArgs>('dense', {
    make: (options) => of(house.dense)({ kernelInitializer: initializerNamed('glorotNormal'), ...options }),
  }),
  activation: layer<{ activation: ActivationLike }>('activation', { make: of(house.activation) }),
  dropout: layer<{ rate: number; seed?: number }>('dropout', {
    make: of(house.dropout),
    ignored: ['seed', 'noiseShape'],
  }),
  flatten: layer<{ dataFormat?: string }>('flatten', { make: of(house.flatten), ignored: ['dataFormat'] }),
  reshape: layer<{ targetShape: Shape }>('reshape', {
    make: ({ targetShape, ...options }) =>
      of(house.reshape)({
        ...options,
        targetShape: Array.isArray(targetShape) ? targetShape.map((length) => length ?? -1) : targetShape,
      }),
  }),
  batchNormalization: layer<BatchNormalizationLayerArgs>('batchNormalization', {
    make: of(house.batchNormalization),
    fixed: lastAxis,
  }),
  layerNormalization: layer<LayerNormalizationLayerArgs>('layerNormalization', {
    make: of(house.layerNormalization),
    fixed: lastAxis,
  }),
  gaussianNoise: layer<{ stddev: number }>('gaussianNoise', { make: of(house.gaussianNoise) }),
  gaussianDropout: layer<{ rate: number }>('gaussianDropout', { make: of(house.gaussianDropout) }),
  rescaling: layer<{ scale: number; offset?: number }>('rescaling', { make: of(house.rescaling) }),
  /** Keras's normalization by known statistics, which TensorFlow.js lacks: mean and variance are its weights. */
  normalization: layer<object>('normalization', { make: of(house.normalization), fixed: lastAxis }),
  reLU: layer<{ maxValue?: number }>('reLU', { make: clippedReLU, className: 'ReLU' }),
  leakyReLU: layer<{ alpha?: number }>('leakyReLU', {
    make: ({ alpha = 0.3, ...options }) => of(house.leakyReLU)({ ...options, negativeSlope: alpha }),
  }),
  elu: layer<{ alpha?: number }>('elu', { make: of(house.elu) }),
  prelu: layer<PReLULayerArgs>('prelu', { make: of(house.prelu) }),
  softmax: layer<{ axis?: number }>('softmax', { make: of(house.softmax), fixed: lastAxis }),
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
  units: number;
  activation?: ActivationLike;
  useBias?: boolean;
  /** Default: 'glorotNormal'. */
  kernelInitializer?: InitializerLike;
  biasInitializer?: InitializerLike;
  /** For the first layer, in place of `inputShape`. */
  inputDim?: number;
  kernelConstraint?: ConstraintLike;
  biasConstraint?: ConstraintLike;
  kernelRegularizer?: RegularizerLike;
  biasRegularizer?: RegularizerLike;
  activityRegularizer?: RegularizerLike;
}

interface AffineArgs extends LayerArgs {
  axis?: number;
  epsilon?: number;
  center?: boolean;
  scale?: boolean;
  betaInitializer?: InitializerLike;
  gammaInitializer?: InitializerLike;
  betaRegularizer?: RegularizerLike;
  gammaRegularizer?: RegularizerLike;
}

export type LayerNormalizationLayerArgs = AffineArgs;

export interface BatchNormalizationLayerArgs extends AffineArgs {
  momentum?: number;
  movingMeanInitializer?: InitializerLike;
  movingVarianceInitializer?: InitializerLike;
  betaConstraint?: ConstraintLike;
  gammaConstraint?: ConstraintLike;
}

export interface PReLULayerArgs extends LayerArgs {
  alphaInitializer?: InitializerLike;
  alphaRegularizer?: RegularizerLike;
  alphaConstraint?: ConstraintLike;
}
