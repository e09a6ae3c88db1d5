import { atLeastZero, moreThanZero, whole } from '../kind/field.ts';
import { kind } from '../kind.ts';

/** Cosine decays, each `tMul` times as long and `mMul` times as high as the one before it. */
export const cosineDecayRestarts = kind('cosineDecayRestarts', {
  /** The rate at the start of the first cycle. */
  initialLearningRate: atLeastZero(),
  /** Steps of the first cycle. */
  firstDecaySteps: whole(),
  /** Default: 2. */
  tMul: moreThanZero(2),
  /** Default: 1. */
  mMul: atLeastZero(1),
  /** The least rate as a share of the first. Default: 0. */
  alpha: atLeastZero(0),
});
