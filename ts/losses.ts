/** The losses, by every name that Keras and TensorFlow.js have for them. */

import type { Activation, Loss } from './engine/engine.ts';
import { OptionError } from './errors.ts';
import { checkName } from './options.ts';

const losses = {
  binaryCrossentropy: 'binaryCrossentropy',
  binary_crossentropy: 'binaryCrossentropy',
  categoricalCrossentropy: 'categoricalCrossentropy',
  categorical_crossentropy: 'categoricalCrossentropy',
  sparseCategoricalCrossentropy: 'categoricalCrossentropy',
  sparse_categorical_crossentropy: 'categoricalCrossentropy',
  meanSquaredError: 'meanSquaredError',
  mean_squared_error: 'meanSquaredError',
  mse: 'meanSquaredError',
} as const satisfies Record<string, Loss>;

/**
 * What training minimises. `categoricalCrossentropy` takes one-hot rows or class ids, whichever of its names is used.
 */
export type LossName = keyof typeof losses;

/** The loss of a name, as the engine calls it. */
export function lossOf(name: unknown): Loss {
  return losses[checkName('loss', name, Object.keys(losses) as LossName[])];
}

/** Refuses what cannot mean anything: one class alone, or class probabilities made of any other numbers. */
export function checkLoss(loss: Loss, units: number, activation: Activation): void {
  if (activation === 'softmax' && units === 1) {
    const received = "'softmax', which is always 1 for 1 unit";
    throw new OptionError('activation', "'sigmoid' for a last layer of 1 unit", received);
  }
  if (loss !== 'categoricalCrossentropy') return;
  if (units === 1) {
    throw new OptionError('loss', "'binaryCrossentropy' or 'meanSquaredError' for a last layer of 1 unit", `'${loss}'`);
  }
  if (activation !== 'softmax' && activation !== 'sigmoid') {
    throw new OptionError('activation', `'softmax' in the last layer for '${loss}'`, `'${activation}'`);
  }
}
