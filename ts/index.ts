/** Every public name of inkgrad. */

export * from './callbacks.ts';
export * from './data.ts';
export type { Build } from './engine/builds.ts';
export type { Activation, Engine, EngineInfo } from './engine/engine.ts';
export { createEngine, engineInfo, init } from './engine.ts';
export * from './errors.ts';
export * from './evaluation.ts';
export type { Labels, NestedArray, Samples, WeightTensor } from './inputs.ts';
export { type DenseLayer, type DenseOptions, layers } from './layers.ts';
export type { LossName } from './losses.ts';
export type { Metric } from './metrics.ts';
export type { CompileOptions } from './model/compile.ts';
export type { Batch, Batches, Stream } from './model/data/batches.ts';
export type { ClassWeight, SampleWeight } from './model/data/weights.ts';
export type { EvaluateOptions } from './model/evaluate.ts';
export type { Evaluation } from './model/figures.ts';
export type { BatchesFitOptions, EpochReport, FitOptions, History } from './model/fit.ts';
export type { TestOnBatchOptions, TrainOnBatchOptions } from './model/on-batch.ts';
export type { Verbosity } from './model/progress.ts';
export type { Layer } from './model/stack.ts';
export {
  type LoadModelOptions,
  loadModel,
  type Sequential,
  type SequentialOptions,
  type SummaryOptions,
  sequential,
} from './model.ts';
export { type Adam, type AdamOptions, optimizers } from './optimizers.ts';
export type { EngineOptions } from './platform.ts';
export * from './tensor.ts';
export { version } from './version.ts';
export { InkgradWarning, type WarningCode } from './warnings.ts';
