/** Every public name of inkgrad. */

export { Callback, type CallbackHooks, type Logs } from './callbacks.ts';
export * from './data.ts';
export type { Build } from './engine/builds.ts';
export type { Activation, Engine, EngineInfo } from './engine/engine.ts';
export { createEngine, engineInfo, init } from './engine.ts';
export * from './errors.ts';
export * from './evaluation.ts';
export type { BigIntArray, Labels, NestedArray, Samples, TensorLike, WeightTensor } from './inputs.ts';
export { type DenseLayer, type DenseOptions, layers } from './layers.ts';
export type { LossName } from './losses.ts';
export type { Metric } from './metrics.ts';
export type { CompileOptions } from './model/compile.ts';
export type { FitOptions, History } from './model/fit.ts';
export type { Verbosity } from './model/progress.ts';
export type { Layer } from './model/stack.ts';
export {
  type EvaluateOptions,
  type Evaluation,
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
