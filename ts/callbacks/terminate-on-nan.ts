import type { NonFiniteLossError } from '../errors.ts';
import { checkBoolean, checkOptions } from '../options.ts';
import { Callback } from './callback.ts';

/** Options of `callbacks.terminateOnNaN`. */
export interface TerminateOnNaNOptions {
  /** Ends the training with the error all the same, as without this callback. Default: false. */
  readonly raiseError?: boolean;
}

/**
 * Stops training when the loss is NaN or infinite, so that `fit` resolves: the figures of that epoch are NaN, and
 * `onTrainEnd` is called. Without it `fit` rejects with a NonFiniteLossError.
 * @example
 * ```js
 * import { layers, sequential, TerminateOnNaN } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new TerminateOnNaN();
 * await model.fit(x, y, { epochs: 5, verbose: 0, callbacks: [callback] });
 * ```
 */
export class TerminateOnNaN extends Callback {
  readonly #raiseError: boolean;

  /** @throws OptionError */
  constructor(options: TerminateOnNaNOptions = {}) {
    super();
    checkOptions('terminateOnNaN', options, ['raiseError']);
    this.#raiseError = checkBoolean('raiseError', options.raiseError ?? false);
  }

  override onNonFiniteLoss(error: NonFiniteLossError): void {
    if (this.#raiseError) throw error;
    console.log(`Batch ${error.batch}: Invalid loss, terminating training`);
  }
}
