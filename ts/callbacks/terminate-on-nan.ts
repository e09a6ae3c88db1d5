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
