import { atLeastZero, orNull, whole } from '../kind/field.ts';
import { kind } from '../kind.ts';

/**
 * From `initialLearningRate` to `alpha` times it. With a `warmupTarget` the rate first rises from
 * `initialLearningRate` to the target in `warmupSteps`, and decays from there.
 */
export const cosineDecay = kind('cosineDecay', {
  /** The rate at step 0. */
  initialLearningRate: atLeastZero(),
  /** Steps of the decay, those of the warm-up not counted. */
  decaySteps: whole(),
  /** The last rate as a share of the first. Default: 0. */
  alpha: atLeastZero(0),
  /** Default: null, no warm-up. */
  warmupTarget: orNull(atLeastZero()),
  /** Default: 0. */
  warmupSteps: whole(0, 0),
});
