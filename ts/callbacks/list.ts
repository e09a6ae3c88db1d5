/** Several callbacks as one. */

import { unlessAborted } from '../abort.ts';
import { OptionError } from '../errors.ts';
import { describe, isList, nearest } from '../options.ts';
import type { Warnings } from '../warnings.ts';
import { Callback, type CallbackHooks, type CallbackModel } from './callback.ts';
import { StateKeeper } from './state-keeper.ts';

export type Hook = Exclude<keyof CallbackHooks, 'getState' | 'setState'>;

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

/** What a callback keeps. */
export interface CallbackState {
  /** Of its class. */
  readonly name: string;
  readonly state: unknown;
}

export class CallbackList {
  readonly #callbacks: readonly CallbackHooks[];
  readonly #signal: AbortSignal | undefined;
  /** Some callback wants to hear of every batch. */
  readonly wantsBatches: boolean;
  /** The callback that keeps whole states of the training, if there is one. */
  readonly keeper: StateKeeper | undefined;
  /** Some callback ends the training when the loss is not finite. */
  readonly acceptsNonFiniteLoss: boolean;

  /** @throws OptionError */
  constructor(callbacks: unknown, model: CallbackModel, warnings: Warnings, signal: AbortSignal | undefined) {
    this.#callbacks = Array.from(isList(callbacks) ? callbacks : [callbacks], checkCallback);
    this.#signal = signal;
    this.wantsBatches = this.#callbacks.some((callback) => batchHooks.some((hook) => callback[hook] !== undefined));
    this.acceptsNonFiniteLoss = this.#callbacks.some((callback) => callback.onNonFiniteLoss !== undefined);
    const [keeper, another] = this.#callbacks.filter((callback) => callback instanceof StateKeeper);
    if (another) throw new OptionError('callbacks', 'one backupAndRestore', 'several');
    this.keeper = keeper;
    for (const callback of this.#callbacks) {
      if (callback instanceof Callback) Object.assign(callback, { model, warnings, resumes: false });
    }
  }

  /** What each keeps. */
  async states(): Promise<CallbackState[]> {
    return Promise.all(
      this.#others.map(async (callback) => ({ name: classOf(callback), state: await callback.getState?.() })),
    );
  }

  /**
   * That states are of these callbacks.
   * @throws OptionError
   */
  checkStates(states: readonly CallbackState[]): void {
    const own = this.#others;
    const length = Math.max(own.length, states.length);
    for (let i = 0; i < length; i++) {
      const [callback, state] = [own[i], states[i]];
      if (callback && state && classOf(callback) === state.name) continue;
      const place = callback ? this.#callbacks.indexOf(callback) : this.#callbacks.length;
      const kept = state ? kindOf(state.name) : 'none';
      throw new OptionError(`callbacks[${place}]`, `${kept}, as in the state`, callback ? told(callback) : 'none');
    }
  }

  /**
   * Begins a training.
   * @param states what each kept, if it goes on
   */
  async begin(states: readonly CallbackState[] | undefined): Promise<void> {
    for (const callback of this.#callbacks) {
      if (callback instanceof Callback) callback.resumes = states !== undefined;
    }
    await this.call('onTrainBegin');
    for (const [i, { state }] of (states ?? []).entries()) {
      if (state !== undefined) await this.#others[i]?.setState?.(state);
    }
  }

  /** All but the one that keeps states. */
  get #others(): readonly CallbackHooks[] {
    return this.#callbacks.filter((callback) => callback !== this.keeper);
  }

  /** Calls a hook of each, one after the other. Rejects with the signal's reason as soon as it is aborted. */
  async call<Name extends Hook>(hook: Name, ...values: Parameters<NonNullable<CallbackHooks[Name]>>): Promise<void> {
    for (const callback of this.#callbacks) {
      const returned = (callback[hook] as ((...values: unknown[]) => unknown) | undefined)?.apply(callback, values);
      if (returned !== undefined) await unlessAborted(this.#signal, Promise.resolve(returned));
    }
  }
}

/** An object made of nothing has no class. */
function classOf(callback: object): string {
  return (callback as { readonly constructor?: { readonly name: string } }).constructor?.name ?? 'Object';
}

const kindOf = (name: string) => (name === 'Object' ? 'an object of hooks' : name);

/** A callback by its class, or by the hooks that it has. */
function told(callback: CallbackHooks): string {
  const name = classOf(callback);
  const own = hooks.filter((hook) => callback[hook] !== undefined);
  return name === 'Object' ? `an object with ${own.join(', ') || 'no hooks'}` : name;
}

/** An object whose hooks are functions, and nothing that looks like a hook of another name. */
export function checkCallback(callback: unknown): CallbackHooks {
  if (typeof callback !== 'object' || callback === null) {
    throw new OptionError('callbacks', `objects with any of ${hooks.join(', ')}`, describe(callback));
  }
  const hooked = callback as Readonly<Record<string, unknown>>;
  for (const hook of [...hooks, 'getState', 'setState']) {
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
