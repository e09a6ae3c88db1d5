/** What users hand in as samples, labels and weights, checked and turned into what an engine takes. */

export { type BigIntArray, fileBytes, isBlob, isUrl } from './inputs/arrays.ts';
export { checkFinite, type Samples, toRows, toShapedRows } from './inputs/rows.ts';
export { type Labels, toTargets } from './inputs/targets.ts';
export { type NestedArray, sizeOf, type TensorLike, toTensor } from './inputs/tensor.ts';
export { toWeights, type WeightTensor } from './inputs/weights.ts';
