/** `tf.initializers`, `tf.regularizers` and `tf.constraints`: the house's, by TensorFlow.js's names and defaults. */

import { constraints as houseConstraints } from '../constraints.ts';
import { OptionError } from '../errors.ts';
import { initializers as houseInitializers } from '../initializers.ts';
import { describe } from '../options.ts';
import { regularizers as houseRegularizers } from '../regularizers.ts';

interface ConstantArgs {
  /** The number. */
  value: number;
}

interface GainArgs {
  /** A factor. Default: 1. */
  gain?: number;
}

interface Seeded {
  /** What the draws follow from. Default: the model's seed. */
  seed?: number | null;
}

const distributions = { normal: 'truncatedNormal', truncatedNormal: 'truncatedNormal', uniform: 'uniform' } as const;

interface RandomUniformArgs extends Seeded {
  /** The least. Default: -0.05. */
  minval?: number;
  /** The most. Default: 0.05. */
  maxval?: number;
}

interface RandomNormalArgs extends Seeded {
  /** Default: 0. */
  mean?: number;
  /** The standard deviation. Default: 0.05. */
  stddev?: number;
}

interface VarianceScalingArgs extends Seeded {
  /** The variance's factor. Default: 1. */
  scale?: number;
  /** What the variance is divided by: inputs, outputs, or their mean. Default: `'fanIn'`. */
  mode?: 'fanIn' | 'fanOut' | 'fanAvg';
  /** Default: `'normal'`. */
  distribution?: keyof typeof distributions;
}

/** Options without what TensorFlow.js takes for a default. */
function given<Options extends object>(options: Options | undefined): Options {
  const entries = Object.entries(options ?? {}).filter(([name, value]) => value != null && name !== 'dtype');
  return Object.fromEntries(entries) as Options;
}

/** How weights start. @example tf.initializers.randomNormal({ stddev: 0.01 }).type; // 'randomNormal' */
export const initializers = {
  /** All 0. */
  zeros: () => houseInitializers.zeros(),
  /** All 1. */
  ones: () => houseInitializers.ones(),
  /** All the same number. */
  constant: (args: ConstantArgs) => houseInitializers.constant(given(args)),
  /** From `minval` (default -0.05) to `maxval` (default 0.05). */
  randomUniform: (args?: RandomUniformArgs) => houseInitializers.randomUniform(given(args)),
  /** Default: mean 0, stddev 0.05. */
  randomNormal: (args?: RandomNormalArgs) => houseInitializers.randomNormal(given(args)),
  /** As `randomNormal`, redrawn beyond two standard deviations. */
  truncatedNormal: (args?: RandomNormalArgs) => houseInitializers.truncatedNormal(given(args)),
  /** Variance `scale / fan`, where the fan is the kernel's inputs, outputs or their mean. */
  varianceScaling: (args: VarianceScalingArgs) => {
    const { distribution = 'normal', ...options } = given(args);
    return houseInitializers.varianceScaling({ ...options, distribution: distributions[distribution] });
  },
  /** Uniform within sqrt(6 / (inputs + outputs)). */
  glorotUniform: (args?: Seeded) => houseInitializers.glorotUniform(given(args)),
  /** Normal, with a variance of 2 / (inputs + outputs). */
  glorotNormal: (args?: Seeded) => houseInitializers.glorotNormal(given(args)),
  /** Uniform within sqrt(6 / inputs). */
  heUniform: (args?: Seeded) => houseInitializers.heUniform(given(args)),
  /** Normal, with a variance of 2 / inputs. */
  heNormal: (args?: Seeded) => houseInitializers.heNormal(given(args)),
  /** Uniform within sqrt(3 / inputs). */
  leCunUniform: (args?: Seeded) => houseInitializers.lecunUniform(given(args)),
  /** Normal, with a variance of 1 / inputs. */
  leCunNormal: (args?: Seeded) => houseInitializers.lecunNormal(given(args)),
  /** Rows or columns at right angles to each other, times `gain` (default 1). */
  orthogonal: (args?: Seeded & GainArgs) => houseInitializers.orthogonal(given(args)),
  /** `gain` (default 1) on the diagonal, zero elsewhere. */
  identity: (args?: GainArgs) => houseInitializers.identity(given(args)),
} as const;

interface L1Args {
  /** The factor of the sum of the absolute values. */
  l1: number;
}

interface L2Args {
  /** The factor of the sum of the squares. */
  l2: number;
}

/** Penalties on large weights. @example tf.regularizers.l2({ l2: 1e-4 }).l2; // 0.0001 */
export const regularizers = {
  /** Default: 0.01. */
  l1: (args?: L1Args) => houseRegularizers.l1(given(args)),
  /** Default: 0.01. */
  l2: (args?: L2Args) => houseRegularizers.l2(given(args)),
  /** Default: 0.01 and 0.01, where Keras has 0. */
  l1l2: (args?: Partial<L1Args & L2Args>) => houseRegularizers.l1l2({ l1: 0.01, l2: 0.01, ...given(args) }),
} as const;

interface OfColumns {
  /** 0: the weights that lead into a unit. */
  axis?: number;
}

interface MaxNormArgs {
  /** The longest that the weights into a unit may be. Default: 2. */
  maxValue?: number;
}

interface MinMaxNormArgs {
  /** The shortest. Default: 0. */
  minValue?: number;
  /** The longest. Default: 1. */
  maxValue?: number;
  /** Which share of the way is gone at a step. Default: 1. */
  rate?: number;
}

function ofColumns<Options extends OfColumns>(args: Options | undefined): Omit<Options, 'axis'> {
  const { axis = 0, ...options } = given<OfColumns & Options>(args as (OfColumns & Options) | undefined);
  if (axis !== 0) throw new OptionError('axis', '0 or nothing', describe(axis));
  return options as Omit<Options, 'axis'>;
}

/** What holds weights within bounds after each step. @example tf.constraints.maxNorm({ maxValue: 3 }).maxValue; // 3 */
export const constraints = {
  /** Norms of at most `maxValue` (default 2). */
  maxNorm: (args?: OfColumns & MaxNormArgs) => houseConstraints.maxNorm(ofColumns(args)),
  /** Norms of 1. */
  unitNorm: (args?: OfColumns) => houseConstraints.unitNorm(ofColumns(args)),
  /** No weights below zero. */
  nonNeg: () => houseConstraints.nonNeg(),
  /** Norms from `minValue` (default 0) to `maxValue` (default 1), of which a step makes up the share `rate` (default 1). */
  minMaxNorm: (args?: OfColumns & MinMaxNormArgs) => houseConstraints.minMaxNorm(ofColumns(args)),
} as const;

/** TensorFlow.js's spelling where the house has another. */
export function initializerNamed(value: unknown): unknown {
  return typeof value === 'string' && Object.hasOwn(initializers, value)
    ? (initializers[value as keyof typeof initializers] as () => object)()
    : value;
}

export function regularizerNamed(value: unknown): unknown {
  return value === 'l1l2' ? regularizers.l1l2() : value;
}

export function activationNamed(value: unknown): unknown {
  return value === 'gelu_new' || value === 'geluNew' ? { type: 'gelu', approximate: true } : value;
}
