/** How weights follow from gradients. */

import type { AdamSettings } from './engine/engine.ts';
import { OptionError } from './errors.ts';
import { checkNumber, checkOptions, describe } from './options.ts';

export interface AdamOptions {
  /** The step size. Default: 0.001. */
  readonly learningRate?: number;
  /** Decay of the mean of gradients, 0 (included) to 1. Default: 0.9. */
  readonly beta1?: number;
  /** Decay of the mean of squared gradients, 0 (included) to 1. Default: 0.999. */
  readonly beta2?: number;
  /** Added to the root of the second moment, as Keras does, outside its bias correction. Default: 1e-7. */
  readonly epsilon?: number;
}

/** Adam (Kingma and Ba, 2014) as Keras computes it. */
export class Adam implements AdamSettings {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;

  /** @throws OptionError */
  constructor(options: AdamOptions = {}) {
    checkOptions('adam', options, ['learningRate', 'beta1', 'beta2', 'epsilon']);
    const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
    // The engine computes in 32 bits, in which a number must still be what it is asked to be.
    const step = (value: number) => value >= 0 && Number.isFinite(Math.fround(value));
    const decay = (value: number) => value >= 0 && Math.fround(value) < 1;
    this.learningRate = checkNumber('learningRate', learningRate, 'a finite number of at least 0', step);
    this.beta1 = checkNumber('beta1', beta1, 'a number from 0 to less than 1', decay);
    this.beta2 = checkNumber('beta2', beta2, 'a number from 0 to less than 1', decay);
    this.epsilon = checkNumber(
      'epsilon',
      epsilon,
      'a finite number of more than 0',
      (value) => step(value) && Math.fround(value) > 0,
    );
    Object.freeze(this);
  }
}

/** @throws OptionError */
function adam(options: AdamOptions = {}): Adam {
  return new Adam(options);
}

/** An optimizer from its name or as `optimizers` made it. */
export function optimizerOf(optimizer: unknown): Adam {
  if (optimizer instanceof Adam) return optimizer;
  if (optimizer === 'adam') return new Adam();
  throw new OptionError('optimizer', "'adam' or optimizers.adam({ ... })", describe(optimizer));
}

export const optimizers = { adam } as const;
