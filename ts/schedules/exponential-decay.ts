import { atLeastZero, flag, whole } from '../kind/field.ts';
import { kind } from '../kind.ts';

/** `initialLearningRate * decayRate ^ (step / decaySteps)`, the power rounded down if `staircase`. */
export const exponentialDecay = kind('exponentialDecay', {
  initialLearningRate: atLeastZero(),
  decaySteps: whole(),
  decayRate: atLeastZero(),
  /** Default: false. */
  staircase: flag(false),
});
