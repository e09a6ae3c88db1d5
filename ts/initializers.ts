/** How weights start, as in Keras. A `seed` of null follows from the model's seed and the weights' place in it. */

import { anyNumber, atLeastZero, choice, type Field, moreThanZero, orNull, whole } from './kind/field.ts';
import { type Room, room, type Written } from './kind/room.ts';
import { kind, type NameOf, type SpecOf } from './kind.ts';

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

export const initializers = {
  zeros: kind('zeros', {}, { aliases: ['zero'] }),
  ones: kind('ones', {}, { aliases: ['one'] }),
  constant: kind('constant', { value: anyNumber(0) }, { first: 'value' }),
  /** From `minval` (default -0.05) to `maxval` (default 0.05). */
  randomUniform: kind(
    'randomUniform',
    { minval: anyNumber(-0.05), maxval: anyNumber(0.05), seed },
    {
      aliases: ['uniform'],
    },
  ),
  /** Default: mean 0, stddev 0.05. */
  randomNormal: kind('randomNormal', { mean: anyNumber(0), stddev: atLeastZero(0.05), seed }, { aliases: ['normal'] }),
  /** As `randomNormal`, redrawn beyond two standard deviations. */
  truncatedNormal: kind('truncatedNormal', { mean: anyNumber(0), stddev: atLeastZero(0.05), seed }),
  /** Variance `scale / fan`, where the fan is the kernel's inputs, outputs or their mean. */
  varianceScaling: kind('varianceScaling', {
    scale: moreThanZero(1),
    mode: choice(modes, 'fanIn'),
    distribution: choice(distributions, 'truncatedNormal'),
    seed,
  }),
  /** Glorot and Bengio, 2010: uniform within sqrt(6 / (inputs + outputs)). The default of kernels. */
  glorotUniform: scaled('glorotUniform', 1, 'fanAvg', 'uniform'),
  glorotNormal: scaled('glorotNormal', 1, 'fanAvg', 'truncatedNormal'),
  /** He et al., 2015: uniform within sqrt(6 / inputs). */
  heUniform: scaled('heUniform', 2, 'fanIn', 'uniform'),
  heNormal: scaled('heNormal', 2, 'fanIn', 'truncatedNormal'),
  /** LeCun et al., 1998: uniform within sqrt(3 / inputs). */
  lecunUniform: scaled('lecunUniform', 1, 'fanIn', 'uniform'),
  lecunNormal: scaled('lecunNormal', 1, 'fanIn', 'truncatedNormal'),
  /** Rows or columns at right angles to each other, times `gain` (default 1). */
  orthogonal: kind('orthogonal', { gain: anyNumber(1), seed }, { first: 'gain', aliases: ['OrthogonalInitializer'] }),
  /** `gain` (default 1) on the diagonal, zero elsewhere. */
  identity: kind('identity', { gain: anyNumber(1) }, { first: 'gain', aliases: ['IdentityInitializer'] }),
} as const;

type AnyInitializer = (typeof initializers)[keyof typeof initializers];
export type InitializerSpec = SpecOf<AnyInitializer>;
/** An initializer as people may write it: a name, or what a function of `initializers` made. */
export type Initializer = Written<AnyInitializer>;

export const initializerRoom: Room<AnyInitializer> = room<AnyInitializer>(initializers);

export interface InitializerField extends Field<Initializer, InitializerSpec, false> {}

export const initializerField = (initial: NameOf<AnyInitializer>): InitializerField => initializerRoom.field(initial);
