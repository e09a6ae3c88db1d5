import { atLeastZero, flag, whole } from '../kind/field.ts';
import { kind } from '../kind.ts';

/** `initialLearningRate / (1 + decayRate * step / decaySteps)`, the quotient rounded down if `staircase`. */
export const inverseTimeDecay = kind('inverseTimeDecay', {
  /** The rate at step 0. */
  initialLearningRate: atLeastZero(),
  /** Steps in which the divisor grows by `decayRate` once. */
  decaySteps: whole(),
  /** How fast the divisor grows. */
  decayRate: atLeastZero(),
  /** Default: false. */
  staircase: flag(false),
});
