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

/** Keras's callbacks. Each throws an OptionError for wrong options. */
export const callbacks = {
  earlyStopping: (options?: EarlyStoppingOptions) => new EarlyStopping(options),
  modelCheckpoint: (path: string, options?: ModelCheckpointOptions) => new ModelCheckpoint(path, options),
  reduceLROnPlateau: (options?: ReduceLROnPlateauOptions) => new ReduceLROnPlateau(options),
  learningRateScheduler: (schedule: RateOfEpoch, options?: LearningRateSchedulerOptions) =>
    new LearningRateScheduler(schedule, options),
  learningRateFinder: (options?: LearningRateFinderOptions) => new LearningRateFinder(options),
  terminateOnNaN: (options?: TerminateOnNaNOptions) => new TerminateOnNaN(options),
  backupAndRestore: (options: BackupAndRestoreOptions) => new BackupAndRestore(options),
  csvLogger: (path: string, options?: CSVLoggerOptions) => new CSVLogger(path, options),
  tensorBoard: (options?: TensorBoardOptions) => new TensorBoard(options),
  lambda: (hooks: CallbackHooks & ThisType<Callback>) => new LambdaCallback(hooks),
} as const;
