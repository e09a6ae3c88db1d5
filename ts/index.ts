/** Every public name of inkgrad. */

export { type Activation, type ActivationName, activations } from './activations.ts';
export { type AugmentImagesOptions, type AugmentOptions, augmentImages } from './augment.ts';
export * from './callbacks.ts';
export { type Constraint, constraints } from './constraints.ts';
export * from './data.ts';
export { type Dataset, type DatasetOptions, dataset } from './dataset.ts';
export type { Build } from './engine/builds.ts';
export type { Engine, EngineInfo } from './engine/engine.ts';
export { createEngine, engineInfo, init } from './engine.ts';
export * from './errors.ts';
export * from './evaluation.ts';
export type { FormatName } from './formats.ts';
export { type Initializer, initializers } from './initializers.ts';
export type { BigIntArray, Labels, NestedArray, Samples, TensorLike, WeightTensor } from './inputs.ts';
export type { Shape, Variable } from './layers/layer.ts';
export { type DenseLayer, type DenseOptions, type LayerDescription, layers } from './layers.ts';
export { type LoadModelOptions, loadModel, type ModelSource } from './load-model.ts';
export { type Loss, type LossName, losses } from './losses.ts';
export { type Metric, metrics } from './metrics.ts';
export type { CompileOptions } from './model/compile.ts';
export type { Batch, Batches, Stream } from './model/data/batches.ts';
export type { ClassWeight, SampleWeight } from './model/data/weights.ts';
export type { EvaluateOptions } from './model/evaluate.ts';
export type { Evaluation } from './model/figures.ts';
export type { BatchesFitOptions, EpochReport, FitOptions, History } from './model/fit.ts';
export type { Layer } from './model/layer.ts';
export type { TestOnBatchOptions, TrainOnBatchOptions } from './model/on-batch.ts';
export type { Verbosity } from './model/progress.ts';
export type { SaveOptions, ToBytesOptions } from './model/save.ts';
export {
  type Sequential,
  type SequentialOptions,
  type SummaryOptions,
  sequential,
} from './model.ts';
export { type Adam, type AdamOptions, type Optimizer, optimizers } from './optimizers.ts';
export type { EngineOptions } from './platform.ts';
export { type Recipe, type RecipeName, type RecipeOptions, recipe, recipeNames } from './recipes.ts';
export { type Regularizer, regularizers } from './regularizers.ts';
export { type Schedule, schedules } from './schedules.ts';
export type { CompileSpec, ModelSpec } from './spec.ts';
export * from './tensor.ts';
export { version } from './version.ts';
export { InkgradWarning, type WarningCode } from './warnings.ts';
