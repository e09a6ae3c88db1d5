/** Code of the user's that `fit` calls as it goes. */

import { OptionError } from './errors.ts';
import type { Sequential } from './model.ts';
import { describe, nearest } from './options.ts';

/** The figures of an epoch so far: means over its samples, as in Keras. */
export type Logs = {
  readonly loss: number;
  /** Share of samples decided rightly, 0 to 1; only if asked for in `compile`. */
  readonly accuracy?: number;
  /** Only at the end of an epoch, with validation data. */
  readonly val_loss?: number;
  readonly val_accuracy?: number;
};

/**
 * What `fit` calls; each may return a promise, which is awaited. Epochs and batches count from 0. An error thrown here
 * ends the training and is what `fit` rejects with.
 */
export interface CallbackHooks {
  onTrainBegin?(): void | Promise<void>;
  /** @param logs the figures of the last epoch, if there was one */
  onTrainEnd?(logs?: Logs): void | Promise<void>;
  onEpochBegin?(epoch: number): void | Promise<void>;
  onEpochEnd?(epoch: number, logs: Logs): void | Promise<void>;
  /** After each batch, which makes training step by step: slower than without. */
  onBatchEnd?(batch: number, logs: Logs): void | Promise<void>;
  /**
   * Now and then, as training pauses anyway: about every 20 ms, and at the end of each epoch's batches. Costs nothing,
   * and training waits while the promise that it returns is pending. As TensorFlow.js's.
   * @param batch the last one that is done
   */
  onYield?(epoch: number, batch: number, logs: Logs): void | Promise<void>;
}

/** A base for callbacks that want to know their model, as Keras's: `this.model.stopTraining = true` ends training. */
export class Callback implements CallbackHooks {
  /** The model in training; set by `fit`. */
  model!: Sequential;
  onTrainBegin?(): void | Promise<void>;
  onTrainEnd?(logs?: Logs): void | Promise<void>;
  onEpochBegin?(epoch: number): void | Promise<void>;
  onEpochEnd?(epoch: number, logs: Logs): void | Promise<void>;
  onBatchEnd?(batch: number, logs: Logs): void | Promise<void>;
  onYield?(epoch: number, batch: number, logs: Logs): void | Promise<void>;
}

type Hook = keyof CallbackHooks;
const hooks: readonly Hook[] = ['onTrainBegin', 'onTrainEnd', 'onEpochBegin', 'onEpochEnd', 'onBatchEnd', 'onYield'];

/** Several callbacks as one. */
export class CallbackList {
  readonly #callbacks: readonly CallbackHooks[];
  /** Somebody wants to hear of every batch. */
  readonly wantsBatches: boolean;

  /** @throws OptionError */
  constructor(callbacks: unknown, model: Sequential) {
    this.#callbacks = (Array.isArray(callbacks) ? callbacks : [callbacks]).map(checkCallback);
    this.wantsBatches = this.#callbacks.some((callback) => callback.onBatchEnd !== undefined);
    for (const callback of this.#callbacks) if (callback instanceof Callback) callback.model = model;
  }

  /** Calls a hook of each, one after the other. */
  async call<Name extends Hook>(hook: Name, ...values: Parameters<NonNullable<CallbackHooks[Name]>>): Promise<void> {
    for (const callback of this.#callbacks) {
      await (callback[hook] as ((...values: unknown[]) => unknown) | undefined)?.apply(callback, values);
    }
  }
}

/** An object whose hooks are functions, and nothing that looks like a hook of another name. */
function checkCallback(callback: unknown): CallbackHooks {
  if (typeof callback !== 'object' || callback === null) {
    throw new OptionError('callbacks', `objects with any of ${hooks.join(', ')}`, describe(callback));
  }
  const hooked = callback as Readonly<Record<string, unknown>>;
  for (const hook of hooks) {
    const value = hooked[hook];
    if (value !== undefined && typeof value !== 'function') {
      throw new OptionError(`callbacks.${hook}`, 'a function', describe(value));
    }
  }
  for (const key of Object.keys(hooked)) {
    if (!/^on[A-Z]/.test(key) || (hooks as readonly string[]).includes(key)) continue;
    const meant = nearest(key, hooks);
    throw new OptionError(
      `callbacks.${key}`,
      `one of ${hooks.join(', ')}`,
      `'${key}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`,
    );
  }
  return hooked;
}
