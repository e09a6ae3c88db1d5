/** How weights start, as in Keras. A `seed` of null follows from the model's seed and the weights' place in it. */

import { anyNumber, atLeastZero, choice, type Field, moreThanZero, orNull, whole } from './kind/field.ts';
import { type Room, room, type Written } from './kind/room.ts';
import { kind, type NameOf, type SpecOf } from './kind.ts';

/** What the draws follow from. Default: null, the model's seed and the variable's place in it. */
const seed = orNull(whole(undefined, 0));
const modes = ['fanIn', 'fanOut', 'fanAvg'] as const;
const distributions = ['uniform', 'truncatedNormal', 'untruncatedNormal'] as const;

/** A variance of `scale` over the inputs, the outputs or their mean. */
function scaled<const Type extends string>(
  type: Type,
  scale: number,
  mode: (typeof modes)[number],
  distribution: (typeof distributions)[number],
) {
  return kind(
    type,
    { seed },
    {
      lower: (spec) => ({
        type: 'varianceScaling',
        scale,
        mode: modes.indexOf(mode),
        distribution: distributions.indexOf(distribution),
        seed: spec.seed,
      }),
    },
  );
}

/**
 * How weights start: `layers.dense(128, { kernelInitializer: 'heNormal' })`, or `initializers.randomNormal({ stddev:
 * 0.01 })` where one has options.
 * @example
 * ```js
 * import { initializers, layers } from 'inkgrad';
 *
 * const small = initializers.randomNormal({ stddev: 0.01 });
 * console.log(layers.dense(128, { kernelInitializer: small }).kernelInitializer.stddev); // prints 0.01
 * ```
 */
export const initializers = {
  /** All 0. */
  zeros: kind('zeros', {}, { aliases: ['zero'] }),
  /** All 1. */
  ones: kind('ones', {}, { aliases: ['one'] }),
  /** All the same number. */
  constant: kind(
    'constant',
    {
      /** The number. Default: 0. */
      value: anyNumber(0),
    },
    { first: 'value' },
  ),
  /** From `minval` (default -0.05) to `maxval` (default 0.05). */
  randomUniform: kind(
    'randomUniform',
    {
      /** The least. Default: -0.05. */
      minval: anyNumber(-0.05),
      /** The most. Default: 0.05. */
      maxval: anyNumber(0.05),
      seed,
    },
    {
      aliases: ['uniform'],
    },
  ),
  /** Default: mean 0, stddev 0.05. */
  randomNormal: kind(
    'randomNormal',
    {
      /** Default: 0. */
      mean: anyNumber(0),
      /** The standard deviation. Default: 0.05. */
      stddev: atLeastZero(0.05),
      seed,
    },
    { aliases: ['normal'] },
  ),
  /** As `randomNormal`, redrawn beyond two standard deviations. */
  truncatedNormal: kind('truncatedNormal', {
    /** Default: 0. */
    mean: anyNumber(0),
    /** The standard deviation. Default: 0.05. */
    stddev: atLeastZero(0.05),
    seed,
  }),
  /** Variance `scale / fan`, where the fan is the kernel's inputs, outputs or their mean. */
  varianceScaling: kind('varianceScaling', {
    /** The variance's factor. Default: 1. */
    scale: moreThanZero(1),
    /** What the variance is divided by: inputs, outputs, or their mean. Default: `'fanIn'`. */
    mode: choice(modes, 'fanIn'),
    /** Default: `'truncatedNormal'`. */
    distribution: choice(distributions, 'truncatedNormal'),
    seed,
  }),
  /** Glorot and Bengio, 2010: uniform within sqrt(6 / (inputs + outputs)). The default of kernels. */
  glorotUniform: scaled('glorotUniform', 1, 'fanAvg', 'uniform'),
  /** Normal, with a variance of 2 / (inputs + outputs) (Glorot and Bengio, 2010). */
  glorotNormal: scaled('glorotNormal', 1, 'fanAvg', 'truncatedNormal'),
  /** He et al., 2015: uniform within sqrt(6 / inputs). */
  heUniform: scaled('heUniform', 2, 'fanIn', 'uniform'),
  /** Normal, with a variance of 2 / inputs (He et al., 2015). */
  heNormal: scaled('heNormal', 2, 'fanIn', 'truncatedNormal'),
  /** LeCun et al., 1998: uniform within sqrt(3 / inputs). */
  lecunUniform: scaled('lecunUniform', 1, 'fanIn', 'uniform'),
  /** Normal, with a variance of 1 / inputs (LeCun et al., 1998). */
  lecunNormal: scaled('lecunNormal', 1, 'fanIn', 'truncatedNormal'),
  /** Rows or columns at right angles to each other, times `gain` (default 1). */
  orthogonal: kind(
    'orthogonal',
    {
      /** A factor. Default: 1. */
      gain: anyNumber(1),
      seed,
    },
    { first: 'gain', aliases: ['OrthogonalInitializer'] },
  ),
  /** `gain` (default 1) on the diagonal, zero elsewhere. */
  identity: kind(
    'identity',
    {
      /** The numbers on the diagonal. Default: 1. */
      gain: anyNumber(1),
    },
    { first: 'gain', aliases: ['IdentityInitializer'] },
  ),
} as const;

type AnyInitializer = (typeof initializers)[keyof typeof initializers];
export type InitializerSpec = SpecOf<AnyInitializer>;
/** An initializer as people may write it: a name, or what a function of `initializers` made. */
export type Initializer = Written<AnyInitializer>;

export const initializerRoom: Room<AnyInitializer> = room<AnyInitializer>(initializers);

export interface InitializerField extends Field<Initializer, InitializerSpec, false> {}

export const initializerField = (initial: NameOf<AnyInitializer>): InitializerField => initializerRoom.field(initial);
