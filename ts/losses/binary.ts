/** Losses of outputs that are a probability each. */

import { atLeastZero, flag, zeroToOne } from '../kind/field.ts';
import { crossentropyFields, loss } from './loss.ts';

/** `-y log p - (1 - y) log (1 - p)`, the mean over outputs. */
export const binaryCrossentropy = loss('binaryCrossentropy', 'shares', crossentropyFields, { aliases: ['bce', 'BCE'] });

/** Binary cross-entropy times `(1 - p of the truth) ^ gamma` (Lin et al., 2018). */
export const binaryFocalCrossentropy = loss('binaryFocalCrossentropy', 'shares', {
  /** Weights ones by `alpha` and zeros by `1 - alpha`. Default: false. */
  applyClassBalancing: flag(false),
  /** Default: 0.25. */
  alpha: zeroToOne(0.25),
  /** Default: 2. */
  gamma: atLeastZero(2),
  ...crossentropyFields,
});
