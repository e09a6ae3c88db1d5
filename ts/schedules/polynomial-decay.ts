import { atLeastZero, flag, moreThanZero, whole } from '../kind/field.ts';
import { kind } from '../kind.ts';

/** `(initial - end) * (1 - step / decaySteps) ^ power + end`; with `cycle` again and again, each time slower. */
export const polynomialDecay = kind('polynomialDecay', {
  /** The rate at step 0. */
  initialLearningRate: atLeastZero(),
  /** Steps until `endLearningRate`. */
  decaySteps: whole(),
  /** Default: 0.0001. */
  endLearningRate: atLeastZero(0.0001),
  /** Default: 1, a straight line. */
  power: moreThanZero(1),
  /** Default: false. */
  cycle: flag(false),
});
