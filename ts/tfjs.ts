/** Every public name of `inkgrad/tfjs`: what dense programs use of TensorFlow.js, by its names. */

export * from './errors.ts';
export type { ModelArtifacts } from './tfjs/artifacts.ts';
export {
  BaseCallback,
  Callback,
  CustomCallback,
  type CustomCallbackArgs,
  callbacks,
  EarlyStopping,
  type Logs,
  type Params,
} from './tfjs/callbacks.ts';
export type { ModelCompileArgs } from './tfjs/compile.ts';
export * from './tfjs/create.ts';
export { data } from './tfjs/dataset.ts';
export { getThreadsCount, setThreadsCount } from './tfjs/engine.ts';
export * from './tfjs/environment.ts';
export { History, type ModelEvaluateArgs, type ModelFitArgs, type ModelFitDatasetArgs } from './tfjs/fit.ts';
export * from './tfjs/functions.ts';
export type { IOHandler, ModelArtifactsInfo, SaveResult } from './tfjs/io/handler.ts';
export { io } from './tfjs/io.ts';
export { layers } from './tfjs/layers.ts';
export { loadLayersModel } from './tfjs/load.ts';
export { losses, metrics, Reduction } from './tfjs/losses.ts';
export { LayersModel, type SequentialArgs } from './tfjs/model.ts';
export { dispose, keep, memory, tidy } from './tfjs/scope.ts';
export { input, model, Sequential, sequential } from './tfjs/sequential.ts';
export { math, version } from './tfjs/small.ts';
export { SymbolicTensor } from './tfjs/symbolic.ts';
export {
  type Scalar,
  Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  type Tensor5D,
  type Tensor6D,
} from './tfjs/tensor.ts';
export { Optimizer, train } from './tfjs/train.ts';
export {
  type DataType,
  type DataTypeMap,
  Rank,
  type Shape,
  type ShapeMap,
  type TensorLike,
  type TypedArray,
} from './tfjs/types.ts';
export * from './tfjs/unsupported.ts';
export { util } from './tfjs/util.ts';
export { constraints, initializers, regularizers } from './tfjs/vocabulary.ts';
