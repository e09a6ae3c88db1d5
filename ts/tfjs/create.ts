/** Tensors from numbers, from nothing and by chance. */

import { OptionError, ShapeError } from '../errors.ts';
import { checkLengths, formatShape } from '../inputs/tensor.ts';
import { checkInteger } from '../options.ts';
import * as arrange from './ops/arrange.ts';
import { normal, uniform } from './ops/random.ts';
import {
  type Operand,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  tensorOf,
  valuesOf,
} from './tensor.ts';
import type {
  DataType,
  Rank,
  ShapeMap,
  TensorLike,
  TensorLike1D,
  TensorLike2D,
  TensorLike3D,
  TensorLike4D,
} from './types.ts';
import { checkDtype, made, toValues } from './values.ts';

/**
 * A tensor of the values.
 * @param shape default: as the arrays are nested
 * @param dtype default: 'bool' of booleans, 'int32' of integer arrays, else 'float32'
 * @throws ShapeError, DtypeError
 * @example tf.tensor([1, 2, 3, 4], [2, 2]).print(); // [[1, 2], [3, 4]]
 */
export function tensor<R extends Rank>(values: TensorLike, shape?: ShapeMap[R], dtype?: DataType): Tensor<R> {
  return tensorOf(toValues('values', values, dtype, shape));
}

/** A tensor of one number. @example tf.scalar(3).print(); // 3 */
export function scalar(value: number | boolean, dtype?: DataType): Scalar {
  return ofRank(0, value, [], dtype);
}

/** A vector. @example tf.tensor1d([1, 2, 3]).print(); // [1, 2, 3] */
export function tensor1d(values: TensorLike1D, dtype?: DataType): Tensor1D {
  return ofRank(1, values, undefined, dtype);
}

/**
 * A matrix, of nested arrays or of flat numbers and a shape.
 * @param shape needed where the values are flat
 * @example tf.tensor2d([[1, 2], [3, 4]]).print(); // [[1, 2], [3, 4]]
 */
export function tensor2d(values: TensorLike2D, shape?: [number, number], dtype?: DataType): Tensor2D {
  return ofRank(2, values, shape, dtype);
}

/** A tensor of three axes. @example tf.tensor3d([1, 2], [1, 2, 1]).shape; // [1, 2, 1] */
export function tensor3d(values: TensorLike3D, shape?: [number, number, number], dtype?: DataType): Tensor3D {
  return ofRank(3, values, shape, dtype);
}

/** A tensor of four axes. @example tf.tensor4d([1, 2], [1, 1, 2, 1]).shape; // [1, 1, 2, 1] */
export function tensor4d(values: TensorLike4D, shape?: [number, number, number, number], dtype?: DataType): Tensor4D {
  return ofRank(4, values, shape, dtype);
}

function ofRank<R extends Rank>(rank: number, values: unknown, shape?: readonly number[], dtype?: DataType): Tensor<R> {
  const found = toValues('values', values, dtype, shape);
  if (found.shape.length !== rank) {
    const flat = found.shape.length === 1 && rank > 1 ? '; flat values need a shape' : '';
    throw new ShapeError('values', `${rank} axes`, `shape ${formatShape(found.shape)}${flat}`);
  }
  return tensorOf(found);
}

/** A tensor of zeros. @example tf.zeros([2, 2]).print(); // [[0, 0], [0, 0]] */
export function zeros<R extends Rank>(shape: ShapeMap[R], dtype: DataType = 'float32'): Tensor<R> {
  return fill(shape, 0, dtype);
}

/** A tensor of ones. @example tf.ones([3], 'int32').print(); // [1, 1, 1] */
export function ones<R extends Rank>(shape: ShapeMap[R], dtype: DataType = 'float32'): Tensor<R> {
  return fill(shape, 1, dtype);
}

/** A tensor of one number throughout. @example tf.fill([2], 7).print(); // [7, 7] */
export function fill<R extends Rank>(shape: ShapeMap[R], value: number, dtype: DataType = 'float32'): Tensor<R> {
  return tensorOf(made(checkLengths('shape', shape), checkDtype('dtype', dtype), () => value));
}

/** A tensor of zeros, in another's shape. @example tf.zerosLike([1, 2]).print(); // [0, 0] */
export function zerosLike<T extends Tensor>(x: T | TensorLike): T {
  return tensorOf<T>(valuesOf('x', x)).zerosLike();
}

/** A tensor of ones, in another's shape. @example tf.onesLike([1, 2]).print(); // [1, 1] */
export function onesLike<T extends Tensor>(x: T | TensorLike): T {
  return tensorOf<T>(valuesOf('x', x)).onesLike();
}

/** Ones on the diagonal. @example tf.eye(2).print(); // [[1, 0], [0, 1]] */
export function eye(rows: number, columns = rows, batchShape?: number[], dtype: DataType = 'float32'): Tensor2D {
  const shape = [...(batchShape ?? []), rows, columns];
  const diagonal = (i: number) => Number(Math.floor(i / columns) % rows === i % columns);
  return tensorOf(made(checkLengths('shape', shape), checkDtype('dtype', dtype), diagonal));
}

/**
 * `num` numbers from `start` to `stop`, both included.
 * @example tf.linspace(0, 1, 5).print(); // [0, 0.25, 0.5, 0.75, 1]
 */
export function linspace(start: number, stop: number, num: number): Tensor1D {
  checkInteger('num', num, 1, 2 ** 28);
  const step = num === 1 ? 0 : (stop - start) / (num - 1);
  return tensorOf(made([num], 'float32', (i) => start + i * step));
}

/** Numbers from `start` (included) to `stop`. @example tf.range(0, 6, 2).print(); // [0, 2, 4] */
export function range(start: number, stop: number, step = 1, dtype: 'float32' | 'int32' = 'float32'): Tensor1D {
  if (step === 0) throw new OptionError('step', 'a number other than 0', '0');
  const towards = start < stop && step === 1 ? 1 : start > stop && step === 1 ? -1 : step;
  const count = Math.max(0, Math.ceil((stop - start) / towards));
  return tensorOf(made([count], checkDtype('dtype', dtype), (i) => start + i * towards));
}

/**
 * Rows with `onValue` at the index that they stand for.
 * @example tf.oneHot([0, 2], 3).print(); // [[1, 0, 0], [0, 0, 1]]
 */
export function oneHot(
  indices: Tensor | TensorLike,
  depth: number,
  onValue = 1,
  offValue = 0,
  dtype: DataType = 'int32',
): Tensor {
  const type = checkDtype('dtype', dtype);
  return tensorOf(arrange.oneHot(valuesOf('indices', indices, 'int32'), depth, onValue, offValue, type));
}

/**
 * Of equal chance from `minval` (included) to `maxval`; the same for the same seed.
 * @example tf.randomUniform([2, 3], -1, 1).shape; // [2, 3]
 */
export function randomUniform<R extends Rank>(
  shape: ShapeMap[R],
  minval = 0,
  maxval = 1,
  dtype: DataType = 'float32',
  seed?: number | string,
): Tensor<R> {
  return byChance(shape, dtype, uniform(seed, minval, maxval));
}

/**
 * Whole random numbers, from `minval` to less than `maxval`.
 * @example tf.randomUniformInt([4], 0, 10).dtype; // 'int32'
 */
export function randomUniformInt<R extends Rank>(
  shape: ShapeMap[R],
  minval: number,
  maxval: number,
  seed?: number | string,
): Tensor<R> {
  const draw = uniform(seed, minval, maxval);
  return byChance(shape, 'int32', () => Math.floor(draw()));
}

/** Random numbers of a normal distribution. @example tf.randomNormal([2, 2], 0, 0.1, 'float32', 42).shape; // [2, 2] */
export function randomNormal<R extends Rank>(
  shape: ShapeMap[R],
  mean = 0,
  stdDev = 1,
  dtype: 'float32' | 'int32' = 'float32',
  seed?: number,
): Tensor<R> {
  return byChance(shape, dtype, normal(seed, mean, stdDev));
}

/** Random numbers with mean 0 and deviation 1. @example tf.randomStandardNormal([5]).size; // 5 */
export function randomStandardNormal<R extends Rank>(
  shape: ShapeMap[R],
  dtype: 'float32' | 'int32' = 'float32',
  seed?: number,
): Tensor<R> {
  return randomNormal(shape, 0, 1, dtype, seed);
}

/** As `randomNormal`, redrawn beyond two standard deviations. @example tf.truncatedNormal([5]).size; // 5 */
export function truncatedNormal<R extends Rank>(
  shape: ShapeMap[R],
  mean = 0,
  stdDev = 1,
  dtype: 'float32' | 'int32' = 'float32',
  seed?: number,
): Tensor<R> {
  return byChance(shape, dtype, normal(seed, mean, stdDev, true));
}

function byChance<R extends Rank>(shape: readonly number[], dtype: DataType, draw: () => number): Tensor<R> {
  return tensorOf(made(checkLengths('shape', shape), checkDtype('dtype', dtype), draw));
}

/** Another tensor of the same numbers. @example tf.clone(tf.tensor1d([1, 2])).print(); // [1, 2] */
export function clone<T extends Tensor>(x: T | TensorLike): T {
  return tensorOf(valuesOf('x', x as Operand));
}
