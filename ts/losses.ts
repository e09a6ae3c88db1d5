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
  meanSquaredError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  /** Squared for small errors, linear for large ones (Huber, 1964). */
  huber,
  logCosh,
  /** For outputs on the two sides of zero; targets -1 and 1, or 0 and 1. */
  hinge,
  squaredHinge,
  categoricalHinge,
  klDivergence,
  poisson,
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
  const fromLogits = 'fromLogits' in loss && loss.fromLogits;
  if (fromLogits && probabilities) {
    throw new OptionError('activation', "'linear' in the last layer for fromLogits", `'${activation}'`);
  }
  if (targetsOf(loss) !== 'classes') return;
  if (outputs === 1) {
    const received = `'${loss.type}'`;
    throw new OptionError('loss', "'binaryCrossentropy' or 'meanSquaredError' for a last layer of 1 unit", received);
  }
  if (!fromLogits && !probabilities) {
    throw new OptionError('activation', `'softmax' in the last layer for '${loss.type}'`, `'${activation}'`);
  }
}
