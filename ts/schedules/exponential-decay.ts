import { atLeastZero, flag, whole } from '../kind/field.ts';
import { kind } from '../kind.ts';

/** `initialLearningRate * decayRate ^ (step / decaySteps)`, the power rounded down if `staircase`. */
export const exponentialDecay = kind('exponentialDecay', {
  /** The rate at step 0. */
  initialLearningRate: atLeastZero(),
  /** Steps in which the rate falls by `decayRate` once. */
  decaySteps: whole(),
  /** The factor. */
  decayRate: atLeastZero(),
  /** Default: false. */
  staircase: flag(false),
});
