/** TensorFlow.js's tensors, whose numbers lie beside the caller and are there at once. */

import { DisposedError, OptionError } from '../errors.ts';
import { sizeOf } from '../inputs.ts';
import { describe } from '../options.ts';
import { textOf } from './format.ts';
import * as arrange from './ops/arrange.ts';
import * as elementwise from './ops/elementwise.ts';
import { map, test, zip } from './ops/elementwise.ts';
import { dot, matMul } from './ops/matmul.ts';
import * as reduce from './ops/reduce.ts';
import { alongLast, fold } from './ops/reduce.ts';
import { enter, leave } from './scope.ts';
import type { ArrayMap, DataType, DataTypeMap, Rank, ShapeMap, TensorLike } from './types.ts';
import { axesOf, axisOf, checkDtype, convert, stridesOf, toValues, type Values } from './values.ts';

/** A tensor, or what stands for one. */
export type Operand = Tensor | TensorLike;
type Axis = number | number[];

let lastId = 0;

/**
 * Numbers with a shape. They do not change. Its methods do what the functions of the same names do, with the tensor as
 * `x` or `a`.
 * @example tf.tensor1d([1, 2]).add(1).square().sum().print(); // 13
 */
export class Tensor<R extends Rank = Rank> {
  /** A number of its own. */
  readonly id = ++lastId;
  /** The length of each axis. */
  readonly shape: ShapeMap[R];
  /** The type of its numbers. */
  readonly dtype: DataType;
  /** How many numbers it has. */
  readonly size: number;
  readonly #values: Values;
  readonly #tracked: boolean;
  #disposed = false;

  /** @param tracked as `memory` and `tidy` do; default: true */
  constructor(values: Values, tracked = true) {
    this.#values = values;
    this.#tracked = tracked;
    this.shape = [...values.shape] as ShapeMap[R];
    this.dtype = values.dtype;
    this.size = values.data.length;
    if (tracked) enter(this);
  }

  /** How many axes it has. */
  get rank(): number {
    return this.shape.length;
  }

  /** Its number of axes in TensorFlow.js's words. */
  get rankType(): R {
    return `R${this.rank}` as R;
  }

  /** Numbers between the neighbours along each axis but the last. */
  get strides(): number[] {
    return stridesOf(this.shape).slice(0, -1);
  }

  /** Bytes of its numbers. */
  get bytes(): number {
    return this.#values.data.byteLength;
  }

  /** Whether it was disposed of. */
  get isDisposed(): boolean {
    return this.#disposed;
  }

  /** What it holds. @throws DisposedError */
  get values(): Values {
    if (this.#disposed) throw new DisposedError('the tensor was disposed of');
    return this.#values;
  }

  /** Frees its memory. May be called again. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    if (this.#tracked) leave(this);
  }

  /** A copy of the numbers, row-major. */
  dataSync<D extends DataType = DataType>(): DataTypeMap[D] {
    return this.values.data.slice() as DataTypeMap[D];
  }

  /** A copy of the numbers, row-major; there at once. */
  async data<D extends DataType = DataType>(): Promise<DataTypeMap[D]> {
    return this.dataSync();
  }

  /** The numbers in nested arrays; a single number for a scalar. */
  arraySync(): ArrayMap[R] {
    const { data, shape } = this.values;
    const nested = (axis: number, first: number): unknown => {
      if (axis === shape.length) return data[first];
      const stride = sizeOf(shape.slice(axis + 1));
      return Array.from({ length: shape[axis] as number }, (_, i) => nested(axis + 1, first + i * stride));
    };
    return nested(0, 0) as ArrayMap[R];
  }

  /** As `arraySync`. */
  async array(): Promise<ArrayMap[R]> {
    return this.arraySync();
  }

  /** Prints it to the console. */
  print(verbose = false): void {
    console.log(this.toString(verbose));
  }

  /** Its numbers as a text. */
  toString(verbose = false): string {
    return textOf(this.values, verbose);
  }

  /** Another tensor of the same numbers. */
  clone<T extends Tensor>(this: T): T {
    return tensorOf(this.values);
  }

  // Types and shapes

  /** The same numbers as another type. */
  cast<T extends Tensor>(dtype: DataType): T {
    return tensorOf(convert(this.values, checkDtype('dtype', dtype)));
  }
  /** As `cast`. */
  asType<T extends Tensor>(dtype: DataType): T {
    return this.cast(dtype);
  }
  /** The same numbers as 'float32'. */
  toFloat<T extends Tensor>(): T {
    return this.cast('float32');
  }
  /** The same numbers as 'int32', cut towards 0. */
  toInt<T extends Tensor>(): T {
    return this.cast('int32');
  }
  /** Which numbers are not 0, as 'bool'. */
  toBool<T extends Tensor>(): T {
    return this.cast('bool');
  }
  /** The same numbers in another shape. */
  reshape<T extends Tensor>(shape: readonly number[]): T {
    return tensorOf(arrange.reshape(this.values, shape));
  }
  /** The same numbers in another's shape. */
  reshapeAs<T extends Tensor>(other: T): T {
    return this.reshape(other.shape);
  }
  /** The same numbers as a vector. */
  flatten(): Tensor<Rank.R1> {
    return this.reshape([-1]);
  }
  /** The only number, without axes. */
  asScalar(): Tensor<Rank.R0> {
    return this.reshape([]);
  }
  /** As `flatten`. */
  as1D(): Tensor<Rank.R1> {
    return this.flatten();
  }
  /** The same numbers as a matrix. */
  as2D(rows: number, columns: number): Tensor<Rank.R2> {
    return this.reshape([rows, columns]);
  }
  /** The same numbers on three axes. */
  as3D(rows: number, columns: number, depth: number): Tensor<Rank.R3> {
    return this.reshape([rows, columns, depth]);
  }
  /** Inserts an axis of length 1. */
  expandDims<T extends Tensor>(axis = 0): T {
    return tensorOf(arrange.expandDims(this.values, axis));
  }
  /** Removes axes of length 1. */
  squeeze<T extends Tensor>(axis?: number[]): T {
    return tensorOf(arrange.squeeze(this.values, axis));
  }
  /** Puts the axes in another order; by default in the reverse order. */
  transpose<T extends Tensor>(perm?: number[]): T {
    return tensorOf(arrange.transpose(this.values, perm));
  }
  /** A part, from `begin` on. */
  slice<T extends Tensor>(begin: Axis, size?: Axis): T {
    return tensorOf(arrange.slice(this.values, begin, size));
  }
  /** Joins others to it along an axis. */
  concat<T extends Tensor>(others: T | T[], axis = 0): T {
    const parts = [this, ...[others].flat()].map((part) => valuesOf('tensors', part as Tensor));
    return tensorOf(arrange.concat(parts, axis));
  }
  /** Stacks it and another along a new axis. */
  stack(other: Tensor, axis = 0): Tensor {
    return tensorOf(arrange.stack([this.values, other.values], axis));
  }
  /** Its slices along an axis. */
  unstack<T extends Tensor>(axis = 0): T[] {
    const along = axisOf('axis', axis, this.rank);
    const parts = arrange.split(this.values, this.shape[along] as number, along);
    return parts.map((part) => tensorOf<T>(arrange.squeeze(part, [along])));
  }
  /** Splits it into parts along an axis. */
  split<T extends Tensor>(numOrSizeSplits: Axis, axis = 0): T[] {
    return arrange.split(this.values, numOrSizeSplits, axis).map((part) => tensorOf<T>(part));
  }
  /** The rows, or slices along an axis, of the given places. */
  gather<T extends Tensor>(indices: Operand, axis = 0): T {
    return tensorOf(arrange.gather(this.values, valuesOf('indices', indices, 'int32'), axis));
  }
  /** Repeats it along each axis. */
  tile<T extends Tensor>(reps: number[]): T {
    return tensorOf(arrange.tile(this.values, reps));
  }
  /** Pads it with a constant. */
  pad<T extends Tensor>(paddings: [number, number][], constantValue = 0): T {
    return tensorOf(arrange.pad(this.values, paddings, constantValue));
  }
  /** Reverses it along axes. */
  reverse<T extends Tensor>(axis?: Axis): T {
    return tensorOf(arrange.reverse(this.values, axesOf(axis, this.rank)));
  }
  /** Broadcasts it to a shape. */
  broadcastTo<T extends Tensor>(shape: number[]): T {
    return tensorOf(elementwise.stretched(this.values, shape));
  }

  // Two operands

  /** a + b, broadcast to one shape. */
  add<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => x + y);
  }
  /** a - b, broadcast to one shape. */
  sub<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => x - y);
  }
  /** a * b, broadcast to one shape. */
  mul<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => x * y);
  }
  /** Of two int32 tensors the whole quotient, rounded down. */
  div<T extends Tensor>(b: Operand): T {
    return tensorOf(elementwise.divide(this.values, valuesOf('b', b)));
  }
  /** a / b, and 0 where b is 0. */
  divNoNan<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => (y === 0 ? 0 : x / y));
  }
  /** a / b, rounded down. */
  floorDiv<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => Math.floor(x / y));
  }
  /** The remainder of a / b, with the sign of b. */
  mod<T extends Tensor>(b: Operand): T {
    return this.#with(b, elementwise.modulo);
  }
  /** a to the power of b. */
  pow<T extends Tensor>(exponent: Operand): T {
    return this.#with(exponent, (x, y) => x ** y);
  }
  /** The larger of a and b. */
  maximum<T extends Tensor>(b: Operand): T {
    return this.#with(b, Math.max);
  }
  /** The smaller of a and b. */
  minimum<T extends Tensor>(b: Operand): T {
    return this.#with(b, Math.min);
  }
  /** (a - b)^2. */
  squaredDifference<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => (x - y) ** 2);
  }
  /** 1 where a equals b. */
  equal<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x === y);
  }
  /** 1 where a and b differ. */
  notEqual<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x !== y);
  }
  /** 1 where a is less than b. */
  less<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x < y);
  }
  /** 1 where a is at most b. */
  lessEqual<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x <= y);
  }
  /** 1 where a is more than b. */
  greater<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x > y);
  }
  /** 1 where a is at least b. */
  greaterEqual<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x >= y);
  }
  /** 1 where both are true. */
  logicalAnd<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x !== 0 && y !== 0);
  }
  /** 1 where either is true. */
  logicalOr<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x !== 0 || y !== 0);
  }
  /** 1 where one is true and the other is not. */
  logicalXor<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => (x !== 0) !== (y !== 0));
  }
  /** Its numbers where `condition` holds, else those of `x`. */
  where<T extends Tensor>(condition: Operand, x: Operand): T {
    return tensorOf(elementwise.choose(valuesOf('condition', condition, 'bool'), this.values, valuesOf('x', x)));
  }
  /** The product of two matrices, or of stacks of them. */
  matMul<T extends Tensor>(b: Operand, transposeA = false, transposeB = false): T {
    return tensorOf(matMul(this.values, valuesOf('b', b), transposeA, transposeB));
  }
  /** The product of vectors and matrices. */
  dot(b: Operand): Tensor {
    return tensorOf(dot(this.values, valuesOf('b', b)));
  }

  // One operand

  /** The absolute value of each number. */
  abs<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.abs));
  }
  /** Each number with the other sign. */
  neg<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => -x));
  }
  /** -1, 0 or 1 for each number. */
  sign<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.sign));
  }
  /** Each number times itself. */
  square<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => x * x));
  }
  /** Each number rounded down. */
  floor<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.floor));
  }
  /** Each number rounded up. */
  ceil<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.ceil));
  }
  /** Halves to the even neighbour. */
  round<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.roundEven));
  }
  /** Each number, held between two. */
  clipByValue<T extends Tensor>(this: T, least: number, most: number): T {
    return tensorOf(map(this.values, (x) => Math.max(least, Math.min(most, x))));
  }
  /** max(x, 0). */
  relu<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Math.max(0, x)));
  }
  /** min(max(x, 0), 6). */
  relu6<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Math.min(Math.max(0, x), 6)));
  }
  /** 1 above zero, else `alpha` (default 0). */
  step<T extends Tensor>(this: T, alpha = 0): T {
    return tensorOf(map(this.values, (x) => (Number.isNaN(x) ? x : x > 0 ? 1 : alpha)));
  }
  /** The square root of each number. */
  sqrt<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.sqrt, 'float32'));
  }
  /** 1 over the square root of each number. */
  rsqrt<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => 1 / Math.sqrt(x), 'float32'));
  }
  /** 1 over each number. */
  reciprocal<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => 1 / x, 'float32'));
  }
  /** e to the power of each number. */
  exp<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.exp, 'float32'));
  }
  /** exp(x) - 1, exact near 0. */
  expm1<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.expm1, 'float32'));
  }
  /** The natural logarithm of each number. */
  log<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.log, 'float32'));
  }
  /** log(1 + x), exact near 0. */
  log1p<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.log1p, 'float32'));
  }
  /** The sine of each number, in radians. */
  sin<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.sin, 'float32'));
  }
  /** The cosine of each number, in radians. */
  cos<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.cos, 'float32'));
  }
  /** The tangent of each number, in radians. */
  tan<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.tan, 'float32'));
  }
  /** The hyperbolic tangent of each number. */
  tanh<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.tanh, 'float32'));
  }
  /** 1 / (1 + exp(-x)). */
  sigmoid<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.sigmoid, 'float32'));
  }
  /** The logarithm of the sigmoid. */
  logSigmoid<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => -elementwise.softplus(-x), 'float32'));
  }
  /** log(1 + exp(x)). */
  softplus<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.softplus, 'float32'));
  }
  /** x, or exp(x) - 1 below zero. */
  elu<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.elu, 'float32'));
  }
  /** The self-normalizing elu (Klambauer et al., 2017). */
  selu<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.selu, 'float32'));
  }
  /** x, or `alpha` (default 0.2) times x below zero. */
  leakyRelu<T extends Tensor>(this: T, alpha = 0.2): T {
    return tensorOf(map(this.values, (x) => (x >= 0 ? x : alpha * x), 'float32'));
  }
  /** Probabilities that sum to 1 along the last axis. */
  softmax<T extends Tensor>(this: T, dim = -1): T {
    checkLast('dim', dim, this.rank);
    return tensorOf(
      alongLast(this.values, 'float32', (row) => {
        const total = reduce.logSumExp(row);
        return Float64Array.from(row, (x) => Math.exp(x - total));
      }),
    );
  }
  /** The logarithms of softmax. */
  logSoftmax<T extends Tensor>(this: T, axis = -1): T {
    checkLast('axis', axis, this.rank);
    return tensorOf(
      alongLast(this.values, 'float32', (row) => {
        const total = reduce.logSumExp(row);
        return Float64Array.from(row, (x) => x - total);
      }),
    );
  }
  /** 1 where a number is NaN. */
  isNaN<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Number(Number.isNaN(x)), 'bool'));
  }
  /** 1 where a number is infinite. */
  isInf<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Number(Math.abs(x) === Number.POSITIVE_INFINITY), 'bool'));
  }
  /** 1 where a number is neither NaN nor infinite. */
  isFinite<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Number(Number.isFinite(x)), 'bool'));
  }
  /** 1 where a boolean is false. */
  logicalNot<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Number(x === 0), 'bool'));
  }
  /** A tensor of zeros, in another's shape. */
  zerosLike<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, () => 0));
  }
  /** A tensor of ones, in another's shape. */
  onesLike<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, () => 1));
  }
  /** The sums of all numbers up to each along an axis. */
  cumsum<T extends Tensor>(axis = 0, exclusive = false, reverse = false): T {
    return tensorOf(reduce.cumulative(this.values, axis, { exclusive, reverse }, 0, (sum, x) => sum + x));
  }
  /** The products of all numbers up to each along an axis. */
  cumprod<T extends Tensor>(axis = 0, exclusive = false, reverse = false): T {
    return tensorOf(reduce.cumulative(this.values, axis, { exclusive, reverse }, 1, (product, x) => product * x));
  }

  // One number of many

  /** The sum along axes; of all numbers by default. */
  sum<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, countedAs(this.dtype), reduce.sumOf);
  }
  /** The mean along axes; of all numbers by default. */
  mean<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, 'float32', (row) => reduce.sumOf(row) / row.length);
  }
  /** The product along axes; of all numbers by default. */
  prod<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, countedAs(this.dtype), (row) =>
      (row as Float32Array).reduce((product, x) => product * x, 1),
    );
  }
  /** The largest along axes; of all numbers by default. */
  max<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, this.dtype, (row) => reduce.extreme(row, 1));
  }
  /** The smallest along axes; of all numbers by default. */
  min<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, this.dtype, (row) => reduce.extreme(row, -1));
  }
  /** 1 where all along the axes are true. */
  all<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, 'bool', (row) => Number((row as Float32Array).every((x) => x !== 0)));
  }
  /** 1 where any along the axes is true. */
  any<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, 'bool', (row) => Number((row as Float32Array).some((x) => x !== 0)));
  }
  /** The logarithm of the sum of exponentials along axes. */
  logSumExp<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, 'float32', reduce.logSumExp);
  }
  /** Where the largest stands along an axis. */
  argMax<T extends Tensor>(axis = 0): T {
    return this.#fold(axis, false, 'int32', (row) => reduce.best(row, (a, b) => a > b));
  }
  /** Where the smallest stands along an axis. */
  argMin<T extends Tensor>(axis = 0): T {
    return this.#fold(axis, false, 'int32', (row) => reduce.best(row, (a, b) => a < b));
  }
  /** The Euclidean norm of all numbers or along axes; `ord` 1 sums sizes, Infinity takes the largest. */
  norm(ord: number | 'euclidean' | 'fro' = 'euclidean', axis?: Axis, keepDims = false): Tensor {
    if (ord === 1) return this.abs().sum(axis, keepDims);
    if (ord === Number.POSITIVE_INFINITY) return this.abs().max(axis, keepDims);
    return this.#fold(axis, keepDims, 'float32', (row) => Math.sqrt(reduce.sumOf(row.map((x) => x * x))));
  }

  #with<T extends Tensor>(b: Operand, of: (x: number, y: number) => number): T {
    return tensorOf(zip(this.values, valuesOf('b', b), of));
  }

  #test<T extends Tensor>(b: Operand, of: (x: number, y: number) => boolean): T {
    return tensorOf(test(this.values, valuesOf('b', b), of));
  }

  #fold<T extends Tensor>(
    axis: Axis | undefined,
    keepDims: boolean,
    dtype: DataType,
    of: (row: Values['data']) => number,
  ): T {
    return tensorOf(fold(this.values, axis, keepDims, dtype, of));
  }
}

/** Sums of truths are counts. */
function countedAs(dtype: DataType): DataType {
  return dtype === 'bool' ? 'int32' : dtype;
}

/** @throws OptionError: softmax is of the last axis, as in TensorFlow.js */
function checkLast(argument: string, axis: number, rank: number): void {
  if (axis !== -1 && axis !== rank - 1) throw new OptionError(argument, `the last axis, ${rank - 1}`, describe(axis));
}

export function tensorOf<T extends Tensor>(values: Values): T {
  return new Tensor(values) as unknown as T;
}

/** The values of a tensor, or of what stands for one. @throws DtypeError, ShapeError, DisposedError */
export function valuesOf(argument: string, operand: Operand, dtype?: DataType): Values {
  if (!(operand instanceof Tensor)) return toValues(argument, operand, dtype);
  return dtype === undefined ? operand.values : convert(operand.values, dtype);
}

/** A tensor of one number. */
export type Scalar = Tensor<Rank.R0>;
/** A vector. */
export type Tensor1D = Tensor<Rank.R1>;
/** A matrix. */
export type Tensor2D = Tensor<Rank.R2>;
/** A tensor of three axes. */
export type Tensor3D = Tensor<Rank.R3>;
/** A tensor of four axes. */
export type Tensor4D = Tensor<Rank.R4>;
/** A tensor of five axes. */
export type Tensor5D = Tensor<Rank.R5>;
/** A tensor of six axes. */
export type Tensor6D = Tensor<Rank.R6>;
