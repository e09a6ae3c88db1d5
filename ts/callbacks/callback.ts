/** What callbacks are made of: the hooks, the figures they are given and the model they work on. */

import type { NonFiniteLossError } from '../errors.ts';
import type { Labels, NestedArray, Samples, WeightTensor } from '../inputs.ts';
import type { ModelSpec } from '../spec.ts';
import type { Tensor, Tensor2D } from '../tensor.ts';
import type { Warnings } from '../warnings.ts';

/**
 * The figures of an epoch so far by name, as in Keras: the loss, each metric of `compile`, and at the end of an epoch
 * the same of the validation data behind `val_`. What a callback adds in `onEpochEnd` is seen by the callbacks after it
 * and is in the history.
 */
export type Logs = Record<string, number> & {
  /** The mean loss of the epoch so far, penalties of regularizers included. */
  loss: number;
  /** Share of samples classified correctly, 0 to 1; only if asked for in `compile`. */
  accuracy?: number;
  /** Only at the end of an epoch, with validation data. */
  val_loss?: number;
  /**
   * Share of the validation samples classified correctly, 0 to 1; only at the end of an epoch, if accuracy was asked
   * for.
   */
  val_accuracy?: number;
  /** Of the epoch's last step; only with a callback that sets it. */
  learning_rate?: number;
};

/**
 * What `fit` calls; each may return a promise, which is awaited unless `signal` is aborted meanwhile. Epochs and batches
 * count from 0. An error thrown here ends the training and is what `fit` rejects with.
 */
export interface CallbackHooks {
  /** Once, before the first epoch. */
  onTrainBegin?(): void | Promise<void>;
  /**
   * Once, after the last epoch.
   * @param logs the figures of the last epoch, if there was one
   */
  onTrainEnd?(logs?: Logs): void | Promise<void>;
  /** Before each epoch. */
  onEpochBegin?(epoch: number): void | Promise<void>;
  /** After each epoch and its validation. What is added to `logs` is in the history. */
  onEpochEnd?(epoch: number, logs: Logs): void | Promise<void>;
  /** Before each batch, which makes training step by step: slower than without. */
  onBatchBegin?(batch: number): void | Promise<void>;
  /** After each batch, which makes training step by step: slower than without. */
  onBatchEnd?(batch: number, logs: Logs): void | Promise<void>;
  /** Keras's other name of `onBatchBegin`. */
  onTrainBatchBegin?(batch: number): void | Promise<void>;
  /** Keras's other name of `onBatchEnd`. */
  onTrainBatchEnd?(batch: number, logs: Logs): void | Promise<void>;
  /**
   * Now and then, as training pauses anyway: about every 20 ms, and at the end of each epoch's batches. Costs nothing,
   * and training waits while the promise that it returns is pending. As TensorFlow.js's.
   * @param batch the last one that is done
   */
  onYield?(epoch: number, batch: number, logs: Logs): void | Promise<void>;
  /**
   * The loss became NaN or infinite. Without any such hook `fit` rejects with the error; with one training ends as if
   * it had been stopped, and the figures of the epoch are NaN.
   */
  onNonFiniteLoss?(error: NonFiniteLossError): void | Promise<void>;
  /**
   * What the callback keeps, for a training that is stopped and goes on (`backupAndRestore`): numbers, texts, arrays,
   * Float32Arrays and plain objects of these.
   */
  getState?(): unknown;
  /** Takes what `getState` gave when the training was stopped; called after `onTrainBegin`. */
  setState?(state: unknown): void | Promise<void>;
}

/** The model in training, as callbacks see it. While a hook runs training waits, so that weights may be set. */
export interface CallbackModel {
  /** The model's name. */
  readonly name: string;
  /** The model's seed. */
  readonly seed: number;
  /** The metrics of `compile`, in order. */
  readonly metrics: readonly { readonly type: string; readonly name: string }[];
  /** Names of the tensors of `getWeights`, in order: `dense/kernel`, `dense/bias`, ... */
  readonly weightNames: readonly string[];
  /** Set to true it makes `fit` end the epoch at the batch it is at and stop. */
  stopTraining: boolean;
  /** The number of weights. */
  countParams(): number;
  /** Prints the table of the layers, to the console unless `print` takes it. */
  summary(options?: { readonly print?: (text: string) => void }): void;
  /** The model's outputs for samples, `[rows, units]`, by the weights of the moment. */
  predict(x: Samples): Promise<Tensor2D>;
  /** Loss and metrics on samples, by the weights of the moment. */
  evaluate(x: Samples, y: Labels): Promise<Readonly<Record<string, number>>>;
  /** Copies of all weights, in the order of `weightNames`. */
  getWeights(): Promise<WeightTensor[]>;
  /** Puts other weights in place, in the order and shapes of `getWeights`. */
  setWeights(weights: readonly (Tensor | NestedArray)[]): Promise<void>;
  /** The SHA-256 of all weights, in hexadecimal. */
  weightsHash(): Promise<string>;
  /** The learning rate of the next step. */
  getLearningRate(): Promise<number>;
  /** Sets a constant learning rate, in place of a schedule too. */
  setLearningRate(learningRate: number): Promise<void>;
  /** The model as a file's bytes, in the safetensors format. */
  toBytes(options?: { readonly includeOptimizer?: boolean }): Promise<Uint8Array>;
  /** Writes the model to a file, in the format that its ending names. */
  save(path: string, options?: { readonly includeOptimizer?: boolean }): Promise<void>;
  /** What the model is, without its weights. */
  toJSON(): ModelSpec;
}

/**
 * A base for callbacks that want to know their model, as Keras's: `this.model.stopTraining = true` ends training.
 * @example
 * ```js
 * import { Callback, layers, sequential } from 'inkgrad';
 *
 * class UntilGood extends Callback {
 *   onEpochEnd(epoch, { accuracy }) {
 *     if (accuracy === 1) this.model.stopTraining = true;
 *   }
 * }
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * await model.fit(x, y, { epochs: 100, verbose: 0, callbacks: [new UntilGood()] });
 * ```
 */
export class Callback implements CallbackHooks {
  /** The model in training; set by `fit`. */
  model!: CallbackModel;
  /** Says each kind of warning once in a training, unless `fit` was told to say none; set by `fit`. */
  warnings!: Warnings;
  /** The training goes on from where it was stopped; set by `fit` before `onTrainBegin`. */
  resumes = false;
  onTrainBegin?(): void | Promise<void>;
  onTrainEnd?(logs?: Logs): void | Promise<void>;
  onEpochBegin?(epoch: number): void | Promise<void>;
  onEpochEnd?(epoch: number, logs: Logs): void | Promise<void>;
  onBatchBegin?(batch: number): void | Promise<void>;
  onBatchEnd?(batch: number, logs: Logs): void | Promise<void>;
  onTrainBatchBegin?(batch: number): void | Promise<void>;
  onTrainBatchEnd?(batch: number, logs: Logs): void | Promise<void>;
  onYield?(epoch: number, batch: number, logs: Logs): void | Promise<void>;
  onNonFiniteLoss?(error: NonFiniteLossError): void | Promise<void>;
  getState?(): unknown;
  setState?(state: unknown): void | Promise<void>;
}
