import { atLeastZero, moreThanZero, whole, zeroToOne } from '../kind/field.ts';
import { kind } from '../kind.ts';

/**
 * Up from `maxLearningRate / initialDivisor` to `maxLearningRate` in the first `warmupFraction` of the steps, then down
 * to the initial rate divided by `finalDivisor`; both along half a cosine.
 */
export const oneCycle = kind('oneCycle', {
  /** The rate at the top. */
  maxLearningRate: atLeastZero(),
  /** Steps of the whole cycle. */
  totalSteps: whole(),
  /** Default: 0.3. */
  warmupFraction: zeroToOne(0.3),
  /** Default: 25. */
  initialDivisor: moreThanZero(25),
  /** Default: 10000. */
  finalDivisor: moreThanZero(1e4),
});
