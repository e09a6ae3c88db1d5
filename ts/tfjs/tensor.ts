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

/** Numbers with a shape. They do not change. */
export class Tensor<R extends Rank = Rank> {
  readonly id = ++lastId;
  readonly shape: ShapeMap[R];
  readonly dtype: DataType;
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

  get rank(): number {
    return this.shape.length;
  }

  get rankType(): R {
    return `R${this.rank}` as R;
  }

  /** Numbers between the neighbours along each axis but the last. */
  get strides(): number[] {
    return stridesOf(this.shape).slice(0, -1);
  }

  get bytes(): number {
    return this.#values.data.byteLength;
  }

  get isDisposed(): boolean {
    return this.#disposed;
  }

  /** What it holds. @throws DisposedError */
  get values(): Values {
    if (this.#disposed) throw new DisposedError('the tensor was disposed of');
    return this.#values;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    if (this.#tracked) leave(this);
  }

  /** A copy of the numbers, row-major. */
  dataSync<D extends DataType = DataType>(): DataTypeMap[D] {
    return this.values.data.slice() as DataTypeMap[D];
  }

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

  async array(): Promise<ArrayMap[R]> {
    return this.arraySync();
  }

  print(verbose = false): void {
    console.log(this.toString(verbose));
  }

  toString(verbose = false): string {
    return textOf(this.values, verbose);
  }

  clone<T extends Tensor>(this: T): T {
    return tensorOf(this.values);
  }

  // Types and shapes

  cast<T extends Tensor>(dtype: DataType): T {
    return tensorOf(convert(this.values, checkDtype('dtype', dtype)));
  }
  asType<T extends Tensor>(dtype: DataType): T {
    return this.cast(dtype);
  }
  toFloat<T extends Tensor>(): T {
    return this.cast('float32');
  }
  toInt<T extends Tensor>(): T {
    return this.cast('int32');
  }
  toBool<T extends Tensor>(): T {
    return this.cast('bool');
  }
  reshape<T extends Tensor>(shape: readonly number[]): T {
    return tensorOf(arrange.reshape(this.values, shape));
  }
  reshapeAs<T extends Tensor>(other: T): T {
    return this.reshape(other.shape);
  }
  flatten(): Tensor<Rank.R1> {
    return this.reshape([-1]);
  }
  asScalar(): Tensor<Rank.R0> {
    return this.reshape([]);
  }
  as1D(): Tensor<Rank.R1> {
    return this.flatten();
  }
  as2D(rows: number, columns: number): Tensor<Rank.R2> {
    return this.reshape([rows, columns]);
  }
  as3D(rows: number, columns: number, depth: number): Tensor<Rank.R3> {
    return this.reshape([rows, columns, depth]);
  }
  expandDims<T extends Tensor>(axis = 0): T {
    return tensorOf(arrange.expandDims(this.values, axis));
  }
  squeeze<T extends Tensor>(axis?: number[]): T {
    return tensorOf(arrange.squeeze(this.values, axis));
  }
  transpose<T extends Tensor>(perm?: number[]): T {
    return tensorOf(arrange.transpose(this.values, perm));
  }
  slice<T extends Tensor>(begin: Axis, size?: Axis): T {
    return tensorOf(arrange.slice(this.values, begin, size));
  }
  concat<T extends Tensor>(others: T | T[], axis = 0): T {
    const parts = [this, ...[others].flat()].map((part) => valuesOf('tensors', part as Tensor));
    return tensorOf(arrange.concat(parts, axis));
  }
  stack(other: Tensor, axis = 0): Tensor {
    return tensorOf(arrange.stack([this.values, other.values], axis));
  }
  unstack<T extends Tensor>(axis = 0): T[] {
    const along = axisOf('axis', axis, this.rank);
    const parts = arrange.split(this.values, this.shape[along] as number, along);
    return parts.map((part) => tensorOf<T>(arrange.squeeze(part, [along])));
  }
  split<T extends Tensor>(numOrSizeSplits: Axis, axis = 0): T[] {
    return arrange.split(this.values, numOrSizeSplits, axis).map((part) => tensorOf<T>(part));
  }
  gather<T extends Tensor>(indices: Operand, axis = 0): T {
    return tensorOf(arrange.gather(this.values, valuesOf('indices', indices, 'int32'), axis));
  }
  tile<T extends Tensor>(reps: number[]): T {
    return tensorOf(arrange.tile(this.values, reps));
  }
  pad<T extends Tensor>(paddings: [number, number][], constantValue = 0): T {
    return tensorOf(arrange.pad(this.values, paddings, constantValue));
  }
  reverse<T extends Tensor>(axis?: Axis): T {
    return tensorOf(arrange.reverse(this.values, axesOf(axis, this.rank)));
  }
  broadcastTo<T extends Tensor>(shape: number[]): T {
    return tensorOf(elementwise.stretched(this.values, shape));
  }

  // Two operands

  add<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => x + y);
  }
  sub<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => x - y);
  }
  mul<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => x * y);
  }
  /** Of two int32 tensors the whole quotient, rounded down. */
  div<T extends Tensor>(b: Operand): T {
    return tensorOf(elementwise.divide(this.values, valuesOf('b', b)));
  }
  divNoNan<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => (y === 0 ? 0 : x / y));
  }
  floorDiv<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => Math.floor(x / y));
  }
  mod<T extends Tensor>(b: Operand): T {
    return this.#with(b, elementwise.modulo);
  }
  pow<T extends Tensor>(exponent: Operand): T {
    return this.#with(exponent, (x, y) => x ** y);
  }
  maximum<T extends Tensor>(b: Operand): T {
    return this.#with(b, Math.max);
  }
  minimum<T extends Tensor>(b: Operand): T {
    return this.#with(b, Math.min);
  }
  squaredDifference<T extends Tensor>(b: Operand): T {
    return this.#with(b, (x, y) => (x - y) ** 2);
  }
  equal<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x === y);
  }
  notEqual<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x !== y);
  }
  less<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x < y);
  }
  lessEqual<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x <= y);
  }
  greater<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x > y);
  }
  greaterEqual<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x >= y);
  }
  logicalAnd<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x !== 0 && y !== 0);
  }
  logicalOr<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => x !== 0 || y !== 0);
  }
  logicalXor<T extends Tensor>(b: Operand): T {
    return this.#test(b, (x, y) => (x !== 0) !== (y !== 0));
  }
  /** Its numbers where `condition` holds, else those of `x`. */
  where<T extends Tensor>(condition: Operand, x: Operand): T {
    return tensorOf(elementwise.choose(valuesOf('condition', condition, 'bool'), this.values, valuesOf('x', x)));
  }
  matMul<T extends Tensor>(b: Operand, transposeA = false, transposeB = false): T {
    return tensorOf(matMul(this.values, valuesOf('b', b), transposeA, transposeB));
  }
  dot(b: Operand): Tensor {
    return tensorOf(dot(this.values, valuesOf('b', b)));
  }

  // One operand

  abs<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.abs));
  }
  neg<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => -x));
  }
  sign<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.sign));
  }
  square<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => x * x));
  }
  floor<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.floor));
  }
  ceil<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.ceil));
  }
  /** Halves to the even neighbour. */
  round<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.roundEven));
  }
  clipByValue<T extends Tensor>(this: T, least: number, most: number): T {
    return tensorOf(map(this.values, (x) => Math.max(least, Math.min(most, x))));
  }
  relu<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Math.max(0, x)));
  }
  relu6<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Math.min(Math.max(0, x), 6)));
  }
  step<T extends Tensor>(this: T, alpha = 0): T {
    return tensorOf(map(this.values, (x) => (Number.isNaN(x) ? x : x > 0 ? 1 : alpha)));
  }
  sqrt<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.sqrt, 'float32'));
  }
  rsqrt<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => 1 / Math.sqrt(x), 'float32'));
  }
  reciprocal<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => 1 / x, 'float32'));
  }
  exp<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.exp, 'float32'));
  }
  expm1<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.expm1, 'float32'));
  }
  log<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.log, 'float32'));
  }
  log1p<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.log1p, 'float32'));
  }
  sin<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.sin, 'float32'));
  }
  cos<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.cos, 'float32'));
  }
  tan<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.tan, 'float32'));
  }
  tanh<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, Math.tanh, 'float32'));
  }
  sigmoid<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.sigmoid, 'float32'));
  }
  logSigmoid<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => -elementwise.softplus(-x), 'float32'));
  }
  softplus<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.softplus, 'float32'));
  }
  elu<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.elu, 'float32'));
  }
  selu<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, elementwise.selu, 'float32'));
  }
  leakyRelu<T extends Tensor>(this: T, alpha = 0.2): T {
    return tensorOf(map(this.values, (x) => (x >= 0 ? x : alpha * x), 'float32'));
  }
  softmax<T extends Tensor>(this: T, dim = -1): T {
    checkLast('dim', dim, this.rank);
    return tensorOf(
      alongLast(this.values, 'float32', (row) => {
        const total = reduce.logSumExp(row);
        return Float64Array.from(row, (x) => Math.exp(x - total));
      }),
    );
  }
  logSoftmax<T extends Tensor>(this: T, axis = -1): T {
    checkLast('axis', axis, this.rank);
    return tensorOf(
      alongLast(this.values, 'float32', (row) => {
        const total = reduce.logSumExp(row);
        return Float64Array.from(row, (x) => x - total);
      }),
    );
  }
  isNaN<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Number(Number.isNaN(x)), 'bool'));
  }
  isInf<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Number(Math.abs(x) === Number.POSITIVE_INFINITY), 'bool'));
  }
  isFinite<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Number(Number.isFinite(x)), 'bool'));
  }
  logicalNot<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, (x) => Number(x === 0), 'bool'));
  }
  zerosLike<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, () => 0));
  }
  onesLike<T extends Tensor>(this: T): T {
    return tensorOf(map(this.values, () => 1));
  }
  cumsum<T extends Tensor>(axis = 0, exclusive = false, reverse = false): T {
    return tensorOf(reduce.cumulative(this.values, axis, { exclusive, reverse }, 0, (sum, x) => sum + x));
  }
  cumprod<T extends Tensor>(axis = 0, exclusive = false, reverse = false): T {
    return tensorOf(reduce.cumulative(this.values, axis, { exclusive, reverse }, 1, (product, x) => product * x));
  }

  // One number of many

  sum<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, countedAs(this.dtype), reduce.sumOf);
  }
  mean<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, 'float32', (row) => reduce.sumOf(row) / row.length);
  }
  prod<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, countedAs(this.dtype), (row) =>
      (row as Float32Array).reduce((product, x) => product * x, 1),
    );
  }
  max<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, this.dtype, (row) => reduce.extreme(row, 1));
  }
  min<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, this.dtype, (row) => reduce.extreme(row, -1));
  }
  all<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, 'bool', (row) => Number((row as Float32Array).every((x) => x !== 0)));
  }
  any<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, 'bool', (row) => Number((row as Float32Array).some((x) => x !== 0)));
  }
  logSumExp<T extends Tensor>(axis?: Axis, keepDims = false): T {
    return this.#fold(axis, keepDims, 'float32', reduce.logSumExp);
  }
  argMax<T extends Tensor>(axis = 0): T {
    return this.#fold(axis, false, 'int32', (row) => reduce.best(row, (a, b) => a > b));
  }
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
