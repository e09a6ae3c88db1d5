/** What training minimises, by every name that Keras and TensorFlow.js have for it. */

import { OptionError } from './errors.ts';
import { room, type Written } from './kind/room.ts';
import type { NameOf, SpecOf } from './kind.ts';
import { binaryCrossentropy, binaryFocalCrossentropy } from './losses/binary.ts';
import {
  categoricalCrossentropy,
  categoricalFocalCrossentropy,
  sparseCategoricalCrossentropy,
} from './losses/categorical.ts';
import { categoricalHinge, hinge, squaredHinge } from './losses/hinge.ts';
import { klDivergence } from './losses/kl-divergence.ts';
import type { TargetKind } from './losses/loss.ts';
import {
  cosineSimilarity,
  huber,
  logCosh,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredError,
  meanSquaredLogarithmicError,
  poisson,
} from './losses/regression.ts';

export type { TargetKind } from './losses/loss.ts';

/**
 * What training makes small: `compile({ loss: 'categoricalCrossentropy' })`, or `losses.huber({ delta: 2 })` where one
 * has options. All are means over the batch.
 * @example
 * ```js
 * import { layers, losses, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: losses.huber({ delta: 2 }) });
 * console.log(model.toJSON().compile.loss.delta); // prints 2
 * ```
 */
export const losses = {
  /** For outputs that are a probability each, and targets from 0 to 1. */
  binaryCrossentropy,
  /** For one probability a class; takes class ids, one-hot rows or probabilities. */
  categoricalCrossentropy,
  /** The same, under the name that Keras has for it with class ids. */
  sparseCategoricalCrossentropy,
  /** Binary cross-entropy that attends to what is hard to tell (Lin et al., 2018). */
  binaryFocalCrossentropy,
  /** Categorical cross-entropy that attends to what is hard to tell (Lin et al., 2018). */
  categoricalFocalCrossentropy,
  /** The mean of (label - output)^2. */
  meanSquaredError,
  /** The mean of |label - output|. */
  meanAbsoluteError,
  /** 100 times the mean of |label - output| / max(|label|, 1e-7). */
  meanAbsolutePercentageError,
  /** The mean of (log(1 + label) - log(1 + output))^2, where those below 1e-7 count as 1e-7. */
  meanSquaredLogarithmicError,
  /** Squared for small errors, linear for large ones (Huber, 1964). */
  huber,
  /** The mean of log(cosh(output - label)). */
  logCosh,
  /** For outputs on the two sides of zero; targets -1 and 1, or 0 and 1. */
  hinge,
  /** The mean of max(1 - label * output, 0)^2; labels 0 count as -1. */
  squaredHinge,
  /** max(1 + the largest wrong output - the right one's output, 0). */
  categoricalHinge,
  /** The sum of label * log(label / output) (Kullback and Leibler, 1951). */
  klDivergence,
  /** The mean of output - label * log(output). */
  poisson,
  /** -1 where label and output point the same way, 1 where they are opposite. */
  cosineSimilarity,
} as const;

type AnyLoss = (typeof losses)[keyof typeof losses];
export type LossSpec = SpecOf<AnyLoss>;
/** What training minimises, by name. */
export type LossName = NameOf<AnyLoss>;
/** A loss as people may write it: a name, or what a function of `losses` made. */
export type Loss = Written<AnyLoss>;

export const lossRoom = room<AnyLoss>(losses);

/** The targets that a loss takes. */
export function targetsOf(loss: LossSpec): TargetKind {
  return losses[loss.type].targets;
}

/**
 * Refuses what cannot mean anything: one class alone, class probabilities made of any other numbers, and logits that
 * are probabilities.
 * @param activation the type of the last layer's activation
 */
export function checkLoss(loss: LossSpec, outputs: number, activation: string): void {
  if (activation === 'softmax' && outputs === 1) {
    const received = "'softmax', which is always 1 for 1 unit";
    throw new OptionError('activation', "'sigmoid' for a last layer of 1 unit", received);
  }
  const probabilities = activation === 'softmax' || activation === 'sigmoid';
  const positive = probabilities || ['hardSigmoid', 'softplus', 'exponential', 'relu', 'relu6'].includes(activation);
  const fromLogits = 'fromLogits' in loss && loss.fromLogits;
  if (fromLogits && probabilities) {
    throw new OptionError('activation', "'linear' in the last layer for fromLogits", `'${activation}'`);
  }
  if (targetsOf(loss) !== 'classes') return;
  if (outputs === 1) {
    const received = `'${loss.type}'`;
    throw new OptionError('loss', "'binaryCrossentropy' or 'meanSquaredError' for a last layer of 1 unit", received);
  }
  if (!fromLogits && !positive) {
    throw new OptionError('activation', `'softmax' in the last layer for '${loss.type}'`, `'${activation}'`);
  }
}
