/** `tf.initializers`, `tf.regularizers` and `tf.constraints`: the house's, by TensorFlow.js's names and defaults. */

import { constraints as houseConstraints } from '../constraints.ts';
import { OptionError } from '../errors.ts';
import { initializers as houseInitializers } from '../initializers.ts';
import { describe } from '../options.ts';
import { regularizers as houseRegularizers } from '../regularizers.ts';

interface Seeded {
  seed?: number | null;
}

/** Options without what TensorFlow.js takes for a default. */
function given<Options extends object>(options: Options | undefined): Options {
  const entries = Object.entries(options ?? {}).filter(([name, value]) => value != null && name !== 'dtype');
  return Object.fromEntries(entries) as Options;
}

const distributions = { normal: 'truncatedNormal', truncatedNormal: 'truncatedNormal', uniform: 'uniform' } as const;

/** How weights start. */
export const initializers = {
  zeros: () => houseInitializers.zeros(),
  ones: () => houseInitializers.ones(),
  constant: (args: { value: number }) => houseInitializers.constant(given(args)),
  randomUniform: (args?: Seeded & { minval?: number; maxval?: number }) => houseInitializers.randomUniform(given(args)),
  randomNormal: (args?: Seeded & { mean?: number; stddev?: number }) => houseInitializers.randomNormal(given(args)),
  truncatedNormal: (args?: Seeded & { mean?: number; stddev?: number }) =>
    houseInitializers.truncatedNormal(given(args)),
  varianceScaling: (
    args: Seeded & {
      scale?: number;
      mode?: 'fanIn' | 'fanOut' | 'fanAvg';
      distribution?: keyof typeof distributions;
    },
  ) => {
    const { distribution = 'normal', ...options } = given(args);
    return houseInitializers.varianceScaling({ ...options, distribution: distributions[distribution] });
  },
  glorotUniform: (args?: Seeded) => houseInitializers.glorotUniform(given(args)),
  glorotNormal: (args?: Seeded) => houseInitializers.glorotNormal(given(args)),
  heUniform: (args?: Seeded) => houseInitializers.heUniform(given(args)),
  heNormal: (args?: Seeded) => houseInitializers.heNormal(given(args)),
  leCunUniform: (args?: Seeded) => houseInitializers.lecunUniform(given(args)),
  leCunNormal: (args?: Seeded) => houseInitializers.lecunNormal(given(args)),
  orthogonal: (args?: Seeded & { gain?: number }) => houseInitializers.orthogonal(given(args)),
  identity: (args?: { gain?: number }) => houseInitializers.identity(given(args)),
} as const;

/** Penalties on large weights. */
export const regularizers = {
  /** Default: 0.01. */
  l1: (args?: { l1: number }) => houseRegularizers.l1(given(args)),
  /** Default: 0.01. */
  l2: (args?: { l2: number }) => houseRegularizers.l2(given(args)),
  /** Default: 0.01 and 0.01, where Keras has 0. */
  l1l2: (args?: { l1?: number; l2?: number }) => houseRegularizers.l1l2({ l1: 0.01, l2: 0.01, ...given(args) }),
} as const;

interface OfColumns {
  /** 0: the weights that lead into a unit. */
  axis?: number;
}

function ofColumns<Options extends OfColumns>(args: Options | undefined): Omit<Options, 'axis'> {
  const { axis = 0, ...options } = given<OfColumns & Options>(args as (OfColumns & Options) | undefined);
  if (axis !== 0) throw new OptionError('axis', '0 or nothing', describe(axis));
  return options as Omit<Options, 'axis'>;
}

/** What holds weights within bounds after each step. */
export const constraints = {
  maxNorm: (args?: OfColumns & { maxValue?: number }) => houseConstraints.maxNorm(ofColumns(args)),
  unitNorm: (args?: OfColumns) => houseConstraints.unitNorm(ofColumns(args)),
  nonNeg: () => houseConstraints.nonNeg(),
  minMaxNorm: (args?: OfColumns & { minValue?: number; maxValue?: number; rate?: number }) =>
    houseConstraints.minMaxNorm(ofColumns(args)),
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
