/** Losses of outputs that are the probabilities of classes. */

import { atLeastZero, zeroToOne } from '../kind/field.ts';
import { crossentropyFields, loss } from './loss.ts';

/** `-sum(y log p)`. */
export const categoricalCrossentropy = loss('categoricalCrossentropy', 'classes', crossentropyFields, {
  aliases: ['cce'],
});

/** The same as `categoricalCrossentropy`, under the name that Keras has for it with class ids. */
export const sparseCategoricalCrossentropy = loss(
  'sparseCategoricalCrossentropy',
  'classes',
  {
    /** Outputs are sums before softmax. Default: false. */
    fromLogits: crossentropyFields.fromLogits,
  },
  {
    aliases: ['scce'],
  },
);

/** Categorical cross-entropy times `alpha * (1 - p) ^ gamma` (Lin et al., 2018). */
export const categoricalFocalCrossentropy = loss('categoricalFocalCrossentropy', 'classes', {
  /** Default: 0.25. */
  alpha: zeroToOne(0.25),
  /** Default: 2. */
  gamma: atLeastZero(2),
  ...crossentropyFields,
});
