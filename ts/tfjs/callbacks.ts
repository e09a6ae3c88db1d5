/** What `fit` calls as it goes, by TensorFlow.js's words. */

import { type CallbackHooks, Callback as HouseCallback, callbacks as house } from '../callbacks.ts';
import { OptionError } from '../errors.ts';
import { describe } from '../options.ts';
import type { LayersModel } from './model.ts';

export { EarlyStopping } from '../callbacks.ts';

/** Figures by name: of a batch with `batch` and `size`, of an epoch with those of validation behind `val_`. */
export interface Logs {
  [name: string]: number;
}

/** What a training was asked for. */
export interface Params {
  [name: string]: unknown;
}

type Hook<Parameters extends unknown[]> = (...parameters: Parameters) => void | Promise<void>;

/** Methods, since hooks that need their logs are hooks too. */
export interface CustomCallbackArgs {
  /** Once, before the first epoch. */
  onTrainBegin?(logs?: Logs): void | Promise<void>;
  /** Once, after the last epoch. */
  onTrainEnd?(logs?: Logs): void | Promise<void>;
  /** Before each epoch, from 0. */
  onEpochBegin?(epoch: number, logs?: Logs): void | Promise<void>;
  /** After each epoch and its validation, with its figures. */
  onEpochEnd?(epoch: number, logs?: Logs): void | Promise<void>;
  /** Before each batch, from 0; makes training slower, for it goes step by step. */
  onBatchBegin?(batch: number, logs?: Logs): void | Promise<void>;
  /** After each batch, with its figures; makes training slower, for it goes step by step. */
  onBatchEnd?(batch: number, logs?: Logs): void | Promise<void>;
  /** About every 20 ms, at no cost: for progress in a page. */
  onYield?(epoch: number, batch: number, logs: Logs): void | Promise<void>;
}

/**
 * A base for callbacks that want to know their model.
 * @example
 * ```js
 * import * as tf from 'inkgrad/tfjs';
 *
 * class Rows extends tf.BaseCallback {
 *   async onTrainBegin() {
 *     console.log(this.params.samples);
 *   }
 * }
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
 * await model.fit(tf.tensor2d([[1], [2]]), tf.tensor2d([[2], [4]]), { epochs: 2, callbacks: [new Rows()] });
 * // prints 2
 * ```
 */
export class BaseCallback {
  /** What the training was asked for; set by `fit`. */
  params!: Params;
  /** The model in training; set by `fit`. */
  model!: LayersModel;

  /** Called by `fit`, before the training. */
  setParams(params: Params): void {
    this.params = params;
  }

  /** Called by `fit`, before the training. */
  setModel(model: LayersModel): void {
    this.model = model;
  }

  /** Once, before the first epoch. */
  async onTrainBegin(_logs?: Logs): Promise<void> {}
  /** Once, after the last epoch. */
  async onTrainEnd(_logs?: Logs): Promise<void> {}
  /** Before each epoch, from 0. */
  async onEpochBegin(_epoch: number, _logs?: Logs): Promise<void> {}
  /** After each epoch and its validation, with its figures. */
  async onEpochEnd(_epoch: number, _logs?: Logs): Promise<void> {}
  /** Before each batch, from 0; makes training slower, for it goes step by step. */
  async onBatchBegin(_batch: number, _logs?: Logs): Promise<void> {}
  /** After each batch, with its figures; makes training slower, for it goes step by step. */
  async onBatchEnd(_batch: number, _logs?: Logs): Promise<void> {}
}

/**
 * A base for callbacks of your own.
 * @example
 * ```js
 * import * as tf from 'inkgrad/tfjs';
 *
 * class UntilGood extends tf.Callback {
 *   async onEpochEnd(epoch, { loss }) {
 *     if (loss < 0.1) this.model.stopTraining = true;
 *   }
 * }
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
 * await model.fit(tf.tensor2d([[1], [2]]), tf.tensor2d([[2], [4]]), { epochs: 2, callbacks: new UntilGood() });
 * ```
 */
export class Callback extends BaseCallback {}

/**
 * Hooks as an object of class Callback.
 * @example
 * ```js
 * import * as tf from 'inkgrad/tfjs';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
 * const told = new tf.CustomCallback({ onEpochEnd: (epoch, { loss }) => console.log(epoch, loss) });
 * await model.fit(tf.tensor2d([[1], [2]]), tf.tensor2d([[2], [4]]), { epochs: 2, callbacks: told });
 * ```
 */
export class CustomCallback extends BaseCallback {
  constructor(args: CustomCallbackArgs) {
    super();
    Object.assign(this, args);
  }
}

/**
 * TensorFlow.js's `earlyStopping`, and Keras's other callbacks.
 * @example tf.callbacks.earlyStopping({ monitor: 'val_loss', patience: 3 }).stoppedEpoch; // undefined
 */
export const callbacks = house;

/** Callbacks of either kind have these hooks; a union of them would leave hooks written in place without types. */
export type FitCallbacks = CustomCallbackArgs;

const hookNames = [
  'onTrainBegin',
  'onTrainEnd',
  'onEpochBegin',
  'onEpochEnd',
  'onBatchBegin',
  'onBatchEnd',
  'onYield',
] as const;

export interface Surroundings {
  readonly model: LayersModel;
  readonly params: Params;
  /** Rows of a batch, by its number in the epoch; undefined where nobody knows. */
  readonly sizeOf: (batch: number) => number | undefined;
}

/** What `fit` was given, for the house's `fit`. @throws OptionError */
export function toHooks(given: FitCallbacks | FitCallbacks[] | undefined, around: Surroundings): CallbackHooks[] {
  const list = given === undefined ? [] : Array.isArray(given) ? given : [given];
  return list.map((callback) => {
    if (callback instanceof HouseCallback) return callback;
    if (typeof callback !== 'object' || callback === null) {
      throw new OptionError('callbacks', `objects with any of ${hookNames.join(', ')}`, describe(callback));
    }
    if (callback instanceof BaseCallback) {
      callback.setParams(around.params);
      callback.setModel(around.model);
    }
    return translated(callback as CustomCallbackArgs, around);
  });
}

/** Only the hooks that there are, since those of batches make training slower. */
function translated(callback: CustomCallbackArgs, around: Surroundings): CallbackHooks {
  const batches = new BatchLogs(around.sizeOf);
  const own = (name: (typeof hookNames)[number]) => {
    const hook = callback[name];
    const inherited = hook === undefined || hook === (BaseCallback.prototype as CustomCallbackArgs)[name];
    return inherited ? undefined : (hook as Hook<unknown[]>).bind(callback);
  };
  const known = new Set<string>(hookNames);
  const others = Object.entries(callback).filter(([name]) => /^on[A-Z]/.test(name) && !known.has(name));
  const [trainBegin, trainEnd, epochBegin, epochEnd, batchBegin, batchEnd, onYield] = hookNames.map(own);
  return {
    ...Object.fromEntries(others), // the house says what is wrong with them
    ...(trainBegin && { onTrainBegin: () => trainBegin({}) }),
    ...(trainEnd && { onTrainEnd: () => trainEnd({}) }),
    onEpochBegin: (epoch) => {
      batches.begin();
      return epochBegin?.(epoch, {});
    },
    ...(epochEnd && { onEpochEnd: (epoch, logs) => epochEnd(epoch, { ...logs }) }),
    ...(batchBegin && { onBatchBegin: (batch) => batchBegin(batch, {}) }),
    ...(batchEnd && { onBatchEnd: (batch, logs) => batchEnd(batch, batches.of(batch, logs)) }),
    ...(onYield && { onYield: (epoch, batch, logs) => onYield(epoch, batch, { ...logs }) }),
  };
}

/** The figures of single batches from those of an epoch so far. */
class BatchLogs {
  readonly #sizeOf: Surroundings['sizeOf'];
  #rows = 0;
  #before: Logs = {};

  constructor(sizeOf: Surroundings['sizeOf']) {
    this.#sizeOf = sizeOf;
  }

  begin(): void {
    this.#rows = 0;
    this.#before = {};
  }

  of(batch: number, means: Logs): Logs {
    const size = this.#sizeOf(batch);
    if (size === undefined) return { batch, ...means };
    const figures = Object.entries(means).map(([name, mean]) => {
      const value = (mean * (this.#rows + size) - (this.#before[name] ?? 0) * this.#rows) / size;
      return [name, value];
    });
    this.#rows += size;
    this.#before = { ...means };
    return { batch, size, ...Object.fromEntries(figures) };
  }
}
