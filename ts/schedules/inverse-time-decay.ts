import { atLeastZero, flag, whole } from '../kind/field.ts';
import { kind } from '../kind.ts';

/** `initialLearningRate / (1 + decayRate * step / decaySteps)`, the quotient rounded down if `staircase`. */
export const inverseTimeDecay = kind('inverseTimeDecay', {
  initialLearningRate: atLeastZero(),
  decaySteps: whole(),
  decayRate: atLeastZero(),
  /** Default: false. */
  staircase: flag(false),
});
