/** Several callbacks as one. */

import { unlessAborted } from '../abort.ts';
import { OptionError } from '../errors.ts';
import { describe, isList, nearest } from '../options.ts';
import type { Warnings } from '../warnings.ts';
import { Callback, type CallbackHooks, type CallbackModel } from './callback.ts';

type Hook = keyof CallbackHooks;

const batchHooks = ['onBatchBegin', 'onBatchEnd', 'onTrainBatchBegin', 'onTrainBatchEnd'] as const;

export const hooks: readonly Hook[] = [
  'onTrainBegin',
  'onTrainEnd',
  'onEpochBegin',
  'onEpochEnd',
  ...batchHooks,
  'onYield',
  'onNonFiniteLoss',
];

export class CallbackList {
  readonly #callbacks: readonly CallbackHooks[];
  readonly #signal: AbortSignal | undefined;
  /** Some callback wants to hear of every batch. */
  readonly wantsBatches: boolean;
  /** Some callback ends the training when the loss is not finite. */
  readonly acceptsNonFiniteLoss: boolean;

  /** @throws OptionError */
  constructor(callbacks: unknown, model: CallbackModel, warnings: Warnings, signal: AbortSignal | undefined) {
    this.#callbacks = Array.from(isList(callbacks) ? callbacks : [callbacks], checkCallback);
    this.#signal = signal;
    this.wantsBatches = this.#callbacks.some((callback) => batchHooks.some((hook) => callback[hook] !== undefined));
    this.acceptsNonFiniteLoss = this.#callbacks.some((callback) => callback.onNonFiniteLoss !== undefined);
    for (const callback of this.#callbacks) {
      if (callback instanceof Callback) Object.assign(callback, { model, warnings });
    }
  }

  /** Calls a hook of each, one after the other. Rejects with the signal's reason as soon as it is aborted. */
  async call<Name extends Hook>(hook: Name, ...values: Parameters<NonNullable<CallbackHooks[Name]>>): Promise<void> {
    for (const callback of this.#callbacks) {
      const returned = (callback[hook] as ((...values: unknown[]) => unknown) | undefined)?.apply(callback, values);
      if (returned !== undefined) await unlessAborted(this.#signal, Promise.resolve(returned));
    }
  }
}

/** An object whose hooks are functions, and nothing that looks like a hook of another name. */
export function checkCallback(callback: unknown): CallbackHooks {
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
