/** Code that `fit` calls as it goes: the user's own, and Keras's callbacks. */

import { BackupAndRestore, type BackupAndRestoreOptions } from './callbacks/backup-and-restore.ts';
import type { Callback, CallbackHooks } from './callbacks/callback.ts';
import { CSVLogger, type CSVLoggerOptions } from './callbacks/csv-logger.ts';
import { EarlyStopping, type EarlyStoppingOptions } from './callbacks/early-stopping.ts';
import { LambdaCallback } from './callbacks/lambda-callback.ts';
import { LearningRateFinder, type LearningRateFinderOptions } from './callbacks/learning-rate-finder.ts';
import {
  LearningRateScheduler,
  type LearningRateSchedulerOptions,
  type RateOfEpoch,
} from './callbacks/learning-rate-scheduler.ts';
import { ModelCheckpoint, type ModelCheckpointOptions } from './callbacks/model-checkpoint.ts';
import { ReduceLROnPlateau, type ReduceLROnPlateauOptions } from './callbacks/reduce-lr-on-plateau.ts';
import { TensorBoard, type TensorBoardOptions } from './callbacks/tensor-board.ts';
import { TerminateOnNaN, type TerminateOnNaNOptions } from './callbacks/terminate-on-nan.ts';

export { Callback, type CallbackHooks, type CallbackModel, type Logs } from './callbacks/callback.ts';
export type { MonitorMode, MonitorOptions } from './callbacks/monitor.ts';
export {
  BackupAndRestore,
  type BackupAndRestoreOptions,
  CSVLogger,
  type CSVLoggerOptions,
  EarlyStopping,
  type EarlyStoppingOptions,
  LambdaCallback,
  LearningRateFinder,
  type LearningRateFinderOptions,
  LearningRateScheduler,
  type LearningRateSchedulerOptions,
  ModelCheckpoint,
  type ModelCheckpointOptions,
  type RateOfEpoch,
  ReduceLROnPlateau,
  type ReduceLROnPlateauOptions,
  TensorBoard,
  type TensorBoardOptions,
  TerminateOnNaN,
  type TerminateOnNaNOptions,
};

/**
 * Keras's callbacks. Each throws an OptionError for wrong options.
 * @example
 * ```js
 * import { callbacks, layers, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 *
 * const patient = callbacks.earlyStopping({ monitor: 'loss', patience: 3 });
 * await model.fit(x, y, { epochs: 10, verbose: 0, callbacks: [patient, callbacks.csvLogger('figures.csv')] });
 * ```
 */
export const callbacks = {
  /** Stops when a figure has not improved for some epochs, and may put the best weights back. */
  earlyStopping: (options?: EarlyStoppingOptions) => new EarlyStopping(options),
  /** Saves the model after epochs: each, or only the best. */
  modelCheckpoint: (path: string, options?: ModelCheckpointOptions) => new ModelCheckpoint(path, options),
  /** Lowers the learning rate when a figure has not improved for some epochs. */
  reduceLROnPlateau: (options?: ReduceLROnPlateauOptions) => new ReduceLROnPlateau(options),
  /** Sets the learning rate of each epoch: `(epoch, rate) => newRate`. */
  learningRateScheduler: (schedule: RateOfEpoch, options?: LearningRateSchedulerOptions) =>
    new LearningRateScheduler(schedule, options),
  /** Raises the learning rate from batch to batch and notes the loss, to find a good one. */
  learningRateFinder: (options?: LearningRateFinderOptions) => new LearningRateFinder(options),
  /** Ends training in order, in place of an error, when the loss is no longer a finite number. */
  terminateOnNaN: (options?: TerminateOnNaNOptions) => new TerminateOnNaN(options),
  /** Keeps what a stopped training needs to go on, to the bit. */
  backupAndRestore: (options: BackupAndRestoreOptions) => new BackupAndRestore(options),
  /** Writes a line of a CSV file for each epoch. */
  csvLogger: (path: string, options?: CSVLoggerOptions) => new CSVLogger(path, options),
  /** Writes events for TensorBoard: figures of each epoch, and histograms of the weights if asked for. */
  tensorBoard: (options?: TensorBoardOptions) => new TensorBoard(options),
  /** Hooks of your own, without a class. */
  lambda: (hooks: CallbackHooks & ThisType<Callback>) => new LambdaCallback(hooks),
} as const;
