import { DtypeError, ShapeError } from '../errors.ts';
import { describe, isList } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import { checkFinite } from './rows.ts';
import { formatShape, sizeOf, toTensor } from './tensor.ts';

/** A variable's numbers, row-major: a kernel `[inputs, units]`, a bias `[units]`, ... */
export type WeightTensor = Tensor<Float32Array>;

/** The numbers of tensors of the given shapes, end to end. */
export function toWeights(weights: unknown, shapes: readonly (readonly number[])[]): Float32Array {
  if (!isList(weights)) throw new DtypeError('weights', 'an array of tensors', describe(weights));
  if (weights.length !== shapes.length) {
    throw new ShapeError('weights', `${shapes.length} tensors, one for each variable`, `${weights.length}`);
  }
  const all = new Float32Array(shapes.reduce((sum, shape) => sum + sizeOf(shape), 0));
  let filled = 0;
  for (const [index, expected] of shapes.entries()) {
    const { data, shape } = toTensor(`weights[${index}]`, weights[index]);
    if (formatShape(shape) !== formatShape(expected)) {
      throw new ShapeError(`weights[${index}]`, `shape ${formatShape(expected)}`, formatShape(shape));
    }
    all.set(data, filled);
    checkFinite(`weights[${index}]`, all.subarray(filled, filled + data.length));
    filled += data.length;
  }
  return all;
}
