import { eachPiece, findNonFinite } from '../engine/pieces.ts';
import { atOnce, type Work } from '../engine/turn.ts';
import { DtypeError, NonFiniteError, ShapeError } from '../errors.ts';
import { describe, isList } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import { formatShape, sizeOf, takeTensor } from './tensor.ts';

/** A variable's numbers, row-major: a kernel `[inputs, units]`, a bias `[units]`, ... */
export type WeightTensor = Tensor<Float32Array>;

/** The numbers of tensors of the given shapes, end to end. */
export function toWeights(weights: unknown, shapes: readonly (readonly number[])[]): Float32Array {
  return atOnce(takeWeights(weights, shapes));
}

/** The same in pieces. */
export function* takeWeights(weights: unknown, shapes: readonly (readonly number[])[]): Work<Float32Array> {
  if (!isList(weights)) throw new DtypeError('weights', 'an array of tensors', describe(weights));
  if (weights.length !== shapes.length) {
    throw new ShapeError('weights', `${shapes.length} tensors, one for each variable`, `${weights.length}`);
  }
  const all = new Float32Array(shapes.reduce((sum, shape) => sum + sizeOf(shape), 0));
  let filled = 0;
  for (const [index, expected] of shapes.entries()) {
    const { data, shape } = yield* takeTensor(`weights[${index}]`, weights[index], Float32Array);
    if (formatShape(shape) !== formatShape(expected)) {
      throw new ShapeError(`weights[${index}]`, `shape ${formatShape(expected)}`, formatShape(shape));
    }
    const own = all.subarray(filled, filled + data.length);
    yield* eachPiece(data.length, 1, (first, end) => own.set(data.subarray(first, end), first));
    const wrong = yield* findNonFinite(own);
    if (wrong >= 0) throw new NonFiniteError(`weights[${index}]`, 'finite numbers', `${own[wrong]} at ${wrong}`);
    filled += data.length;
  }
  return all;
}
