/** What users hand in as samples, labels and weights, checked and turned into what an engine takes. */

export { type BigIntArray, fileBytes, isBlob, isUrl } from './inputs/arrays.ts';
export { checkFinite, type Samples, takeRows, takeShapedRows, toRows } from './inputs/rows.ts';
export { type Labels, takeTargets } from './inputs/targets.ts';
export { type NestedArray, sizeOf, type TensorLike, toTensor } from './inputs/tensor.ts';
export { takeWeights, toWeights, type WeightTensor } from './inputs/weights.ts';
