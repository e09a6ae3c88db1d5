/** TensorFlow.js's functions on tensors, which are their methods; each takes a tensor or what stands for one. */

import { OptionError, ShapeError } from '../errors.ts';
import { formatShape } from '../inputs/tensor.ts';
import * as arrange from './ops/arrange.ts';
import { choose } from './ops/elementwise.ts';
import { type Operand, Tensor, type Tensor1D, type Tensor2D, tensorOf, valuesOf } from './tensor.ts';
import type { DataType, TensorLike } from './types.ts';
import { allocate, convert, toValues } from './values.ts';

type Axis = number | number[];
type Given<T extends Tensor> = T | TensorLike;

/** A tensor for the time of a call. */
function of<T extends Tensor>(x: Given<T>): T {
  return x instanceof Tensor ? x : (new Tensor(toValues('x', x), false) as unknown as T);
}

// One operand

/** The absolute value of each number. @example tf.abs([-1, 2]).print(); // [1, 2] */
export const abs = <T extends Tensor>(x: Given<T>): T => of(x).abs();
/** Each number with the other sign. @example tf.neg([-1, 2]).print(); // [1, -2] */
export const neg = <T extends Tensor>(x: Given<T>): T => of(x).neg();
/** -1, 0 or 1 for each number. @example tf.sign([-3, 0, 2]).print(); // [-1, 0, 1] */
export const sign = <T extends Tensor>(x: Given<T>): T => of(x).sign();
/** Each number times itself. @example tf.square([-1, 2]).print(); // [1, 4] */
export const square = <T extends Tensor>(x: Given<T>): T => of(x).square();
/** Each number rounded down. @example tf.floor([-1.5, 1.5]).print(); // [-2, 1] */
export const floor = <T extends Tensor>(x: Given<T>): T => of(x).floor();
/** Each number rounded up. @example tf.ceil([-1.5, 1.5]).print(); // [-1, 2] */
export const ceil = <T extends Tensor>(x: Given<T>): T => of(x).ceil();
/**
 * Each number rounded to the nearest whole one, halves to the even one.
 * @example tf.round([0.5, 1.5, 1.7]).print(); // [0, 2, 2]
 */
export const round = <T extends Tensor>(x: Given<T>): T => of(x).round();
/** max(x, 0). @example tf.relu([-1, 2]).print(); // [0, 2] */
export const relu = <T extends Tensor>(x: Given<T>): T => of(x).relu();
/** min(max(x, 0), 6). @example tf.relu6([-1, 2, 9]).print(); // [0, 2, 6] */
export const relu6 = <T extends Tensor>(x: Given<T>): T => of(x).relu6();
/** The square root of each number. @example tf.sqrt([4, 9]).print(); // [2, 3] */
export const sqrt = <T extends Tensor>(x: Given<T>): T => of(x).sqrt();
/** 1 over the square root of each number. @example tf.rsqrt([4, 16]).print(); // [0.5, 0.25] */
export const rsqrt = <T extends Tensor>(x: Given<T>): T => of(x).rsqrt();
/** 1 over each number. @example tf.reciprocal([2, 4]).print(); // [0.5, 0.25] */
export const reciprocal = <T extends Tensor>(x: Given<T>): T => of(x).reciprocal();
/** e to the power of each number. @example tf.exp([0, 1]).print(); // [1, 2.7182817] */
export const exp = <T extends Tensor>(x: Given<T>): T => of(x).exp();
/** exp(x) - 1, exact near 0. @example tf.expm1([0, 1]).print(); // [0, 1.7182819] */
export const expm1 = <T extends Tensor>(x: Given<T>): T => of(x).expm1();
/** The natural logarithm of each number. @example tf.log([1, 2]).print(); // [0, 0.6931472] */
export const log = <T extends Tensor>(x: Given<T>): T => of(x).log();
/** log(1 + x), exact near 0. @example tf.log1p([0, 1]).print(); // [0, 0.6931472] */
export const log1p = <T extends Tensor>(x: Given<T>): T => of(x).log1p();
/** The sine of each number, in radians. @example tf.sin([0, 1]).print(); // [0, 0.841471] */
export const sin = <T extends Tensor>(x: Given<T>): T => of(x).sin();
/** The cosine of each number, in radians. @example tf.cos([0, 1]).print(); // [1, 0.5403023] */
export const cos = <T extends Tensor>(x: Given<T>): T => of(x).cos();
/** The tangent of each number, in radians. @example tf.tan([0, 1]).print(); // [0, 1.5574077] */
export const tan = <T extends Tensor>(x: Given<T>): T => of(x).tan();
/** The hyperbolic tangent of each number. @example tf.tanh([0, 1]).print(); // [0, 0.7615942] */
export const tanh = <T extends Tensor>(x: Given<T>): T => of(x).tanh();
/** 1 / (1 + exp(-x)). @example tf.sigmoid([0, 1]).print(); // [0.5, 0.7310586] */
export const sigmoid = <T extends Tensor>(x: Given<T>): T => of(x).sigmoid();
/** The logarithm of the sigmoid. @example tf.logSigmoid([0, 1]).print(); // [-0.6931472, -0.3132617] */
export const logSigmoid = <T extends Tensor>(x: Given<T>): T => of(x).logSigmoid();
/** log(1 + exp(x)). @example tf.softplus([0, 1]).print(); // [0.6931472, 1.3132616] */
export const softplus = <T extends Tensor>(x: Given<T>): T => of(x).softplus();
/** x, or exp(x) - 1 below zero. @example tf.elu([-1, 2]).print(); // [-0.6321205, 2] */
export const elu = <T extends Tensor>(x: Given<T>): T => of(x).elu();
/** The self-normalizing elu (Klambauer et al., 2017). @example tf.selu([-1, 2]).print(); // [-1.1113307, 2.101402] */
export const selu = <T extends Tensor>(x: Given<T>): T => of(x).selu();
/** 1 where a number is NaN. @example tf.isNaN([1, Number.NaN]).print(); // [false, true] */
const nan = <T extends Tensor>(x: Given<T>): T => of(x).isNaN();

export { finite as isFinite, nan as isNaN };
/** 1 where a number is infinite. @example tf.isInf([1, 1 / 0]).print(); // [false, true] */
export const isInf = <T extends Tensor>(x: Given<T>): T => of(x).isInf();
/** 1 where a number is neither NaN nor infinite. @example tf.isFinite([1, 1 / 0]).print(); // [true, false] */
const finite = <T extends Tensor>(x: Given<T>): T => of(x).isFinite();
/** 1 where a boolean is false. @example tf.logicalNot(tf.tensor1d([true, false])).print(); // [false, true] */
export const logicalNot = <T extends Tensor>(x: Given<T>): T => of(x).logicalNot();
/** Each number, held between two. @example tf.clipByValue([-3, 0.5, 7], 0, 1).print(); // [0, 0.5, 1] */
export const clipByValue = <T extends Tensor>(x: Given<T>, clipValueMin: number, clipValueMax: number): T =>
  of(x).clipByValue(clipValueMin, clipValueMax);
/** 1 above zero, else `alpha` (default 0). @example tf.step([-1, 2]).print(); // [0, 1] */
export const step = <T extends Tensor>(x: Given<T>, alpha?: number): T => of(x).step(alpha);
/** x, or `alpha` (default 0.2) times x below zero. @example tf.leakyRelu([-1, 2], 0.1).print(); // [-0.1, 2] */
export const leakyRelu = <T extends Tensor>(x: Given<T>, alpha?: number): T => of(x).leakyRelu(alpha);
/**
 * Probabilities that sum to 1 along the last axis.
 * @example tf.softmax([1, 2, 3]).print(); // [0.0900306, 0.2447285, 0.6652409]
 */
export const softmax = <T extends Tensor>(logits: Given<T>, dim?: number): T => of(logits).softmax(dim);
/** The logarithms of softmax. @example tf.logSoftmax([1, 2, 3]).print(); // [-2.4076059, -1.407606, -0.407606] */
export const logSoftmax = <T extends Tensor>(logits: Given<T>, axis?: number): T => of(logits).logSoftmax(axis);
/** The sums of all numbers up to each along an axis. @example tf.cumsum([1, 2, 3]).print(); // [1, 3, 6] */
export const cumsum = <T extends Tensor>(x: Given<T>, axis?: number, exclusive?: boolean, reverse?: boolean): T =>
  of(x).cumsum(axis, exclusive, reverse);
/** The products of all numbers up to each along an axis. @example tf.cumprod([1, 2, 3]).print(); // [1, 2, 6] */
export const cumprod = <T extends Tensor>(x: Given<T>, axis?: number, exclusive?: boolean, reverse?: boolean): T =>
  of(x).cumprod(axis, exclusive, reverse);

// Two operands

/** a + b, broadcast to one shape. @example tf.add([1, 2], 10).print(); // [11, 12] */
export const add = <T extends Tensor>(a: Operand, b: Operand): T => of(a).add(b);
/** a - b, broadcast to one shape. @example tf.sub([1, 2], [4, 4]).print(); // [-3, -2] */
export const sub = <T extends Tensor>(a: Operand, b: Operand): T => of(a).sub(b);
/** a * b, broadcast to one shape. @example tf.mul([1, 2], [3, 4]).print(); // [3, 8] */
export const mul = <T extends Tensor>(a: Operand, b: Operand): T => of(a).mul(b);
/** a / b, broadcast to one shape; of whole numbers rounded down. @example tf.div([1, 2], 4).print(); // [0.25, 0.5] */
export const div = <T extends Tensor>(a: Operand, b: Operand): T => of(a).div(b);
/** a / b, and 0 where b is 0. @example tf.divNoNan([1, 2], [2, 0]).print(); // [0.5, 0] */
export const divNoNan = <T extends Tensor>(a: Operand, b: Operand): T => of(a).divNoNan(b);
/** a / b, rounded down. @example tf.floorDiv([5, -5], 2).print(); // [2, -3] */
export const floorDiv = <T extends Tensor>(a: Operand, b: Operand): T => of(a).floorDiv(b);
/** The remainder of a / b, with the sign of b. @example tf.mod([5, -5], 3).print(); // [2, 1] */
export const mod = <T extends Tensor>(a: Operand, b: Operand): T => of(a).mod(b);
/** The larger of a and b. @example tf.maximum([1, 5], 3).print(); // [3, 5] */
export const maximum = <T extends Tensor>(a: Operand, b: Operand): T => of(a).maximum(b);
/** The smaller of a and b. @example tf.minimum([1, 5], 3).print(); // [1, 3] */
export const minimum = <T extends Tensor>(a: Operand, b: Operand): T => of(a).minimum(b);
/** (a - b)^2. @example tf.squaredDifference([1, 5], 3).print(); // [4, 4] */
export const squaredDifference = <T extends Tensor>(a: Operand, b: Operand): T => of(a).squaredDifference(b);
/** 1 where a equals b. @example tf.equal([1, 2], [1, 3]).print(); // [true, false] */
export const equal = <T extends Tensor>(a: Operand, b: Operand): T => of(a).equal(b);
/** 1 where a and b differ. @example tf.notEqual([1, 2], [1, 3]).print(); // [false, true] */
export const notEqual = <T extends Tensor>(a: Operand, b: Operand): T => of(a).notEqual(b);
/** 1 where a is less than b. @example tf.less([1, 2], 2).print(); // [true, false] */
export const less = <T extends Tensor>(a: Operand, b: Operand): T => of(a).less(b);
/** 1 where a is at most b. @example tf.lessEqual([1, 2], 1).print(); // [true, false] */
export const lessEqual = <T extends Tensor>(a: Operand, b: Operand): T => of(a).lessEqual(b);
/** 1 where a is more than b. @example tf.greater([1, 2], 1).print(); // [false, true] */
export const greater = <T extends Tensor>(a: Operand, b: Operand): T => of(a).greater(b);
/** 1 where a is at least b. @example tf.greaterEqual([1, 2], 2).print(); // [false, true] */
export const greaterEqual = <T extends Tensor>(a: Operand, b: Operand): T => of(a).greaterEqual(b);
/** 1 where both are true. @example tf.logicalAnd([true, true], [true, false]).print(); // [true, false] */
export const logicalAnd = <T extends Tensor>(a: Operand, b: Operand): T => of(a).logicalAnd(b);
/** 1 where either is true. @example tf.logicalOr([true, false], [false, false]).print(); // [true, false] */
export const logicalOr = <T extends Tensor>(a: Operand, b: Operand): T => of(a).logicalOr(b);
/**
 * 1 where one is true and the other is not.
 * @example tf.logicalXor([true, true], [true, false]).print(); // [false, true]
 */
export const logicalXor = <T extends Tensor>(a: Operand, b: Operand): T => of(a).logicalXor(b);
/** a to the power of b. @example tf.pow([2, 3], 2).print(); // [4, 9] */
export const pow = <T extends Tensor>(base: Operand, exponent: Operand): T => of(base).pow(exponent);
/**
 * The product of two matrices, or of stacks of them.
 * @example tf.matMul([[1, 2], [3, 4]], [[1], [1]]).print(); // [[3], [7]]
 */
export const matMul = <T extends Tensor>(a: Operand, b: Operand, transposeA?: boolean, transposeB?: boolean): T =>
  of(a).matMul(b, transposeA, transposeB);
/** The product of vectors and matrices. @example tf.dot([1, 2], [3, 4]).print(); // 11 */
export const dot = (a: Operand, b: Operand): Tensor => of(a).dot(b);
/**
 * The product of each number of one vector with each of another.
 * @example tf.outerProduct([1, 2], [3, 4]).print(); // [[3, 4], [6, 8]]
 */
export const outerProduct = (v1: Operand, v2: Operand): Tensor2D =>
  of(v1)
    .reshape([-1, 1])
    .matMul(of(v2).reshape([1, -1]));
/**
 * The numbers of `a` where `condition` holds, else those of `b`.
 * @example tf.where([true, false], [1, 2], [3, 4]).print(); // [1, 4]
 */
export const where = <T extends Tensor>(condition: Operand, a: Operand, b: Operand): T =>
  tensorOf(choose(valuesOf('condition', condition, 'bool'), valuesOf('a', a), valuesOf('b', b)));

/**
 * The sum of several tensors of one shape.
 * @throws OptionError without any
 * @example tf.addN([[1, 2], [3, 4], [5, 6]]).print(); // [9, 12]
 */
export function addN<T extends Tensor>(tensors: readonly Given<T>[]): T {
  const [first, ...others] = tensors;
  if (first === undefined) throw new OptionError('tensors', 'at least one tensor', 'none');
  return others.reduce<T>((sum, next) => sum.add(next), of(first).clone());
}

// One number of many

/** The sum along axes; of all numbers by default. @example tf.sum([[1, 2], [3, 4]], 0).print(); // [4, 6] */
export const sum = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).sum(axis, keepDims);
/** The mean along axes; of all numbers by default. @example tf.mean([[1, 2], [3, 4]]).print(); // 2.5 */
export const mean = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).mean(axis, keepDims);
/** The product along axes; of all numbers by default. @example tf.prod([2, 3, 4]).print(); // 24 */
export const prod = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).prod(axis, keepDims);
/** The largest along axes; of all numbers by default. @example tf.max([[1, 2], [4, 3]], 1).print(); // [2, 4] */
export const max = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).max(axis, keepDims);
/** The smallest along axes; of all numbers by default. @example tf.min([2, 1, 3]).print(); // 1 */
export const min = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).min(axis, keepDims);
/** 1 where all along the axes are true. @example tf.all([true, false]).print(); // false */
export const all = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).all(axis, keepDims);
/** 1 where any along the axes is true. @example tf.any([true, false]).print(); // true */
export const any = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).any(axis, keepDims);
/**
 * The logarithm of the sum of exponentials along axes.
 * @example tf.logSumExp([0, 0, 0, 0]).print(); // 1.3862943649291992
 */
export const logSumExp = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T =>
  of(x).logSumExp(axis, keepDims);
/** Where the largest stands along an axis. @example tf.argMax([[1, 3, 2], [6, 4, 5]], 1).print(); // [1, 0] */
export const argMax = <T extends Tensor>(x: Operand, axis?: number): T => of(x).argMax(axis);
/** Where the smallest stands along an axis. @example tf.argMin([2, 1, 3]).print(); // 1 */
export const argMin = <T extends Tensor>(x: Operand, axis?: number): T => of(x).argMin(axis);
/** The Euclidean norm of all numbers or along axes; `ord` 1 sums sizes, Infinity takes the largest. @example tf.norm([3, 4]).print(); // 5 */
export const norm = (x: Operand, ord?: number | 'euclidean' | 'fro', axis?: Axis, keepDims?: boolean): Tensor =>
  of(x).norm(ord, axis, keepDims);

/** Mean and variance. @example tf.moments([1, 3]).variance.print(); // 1 */
export function moments(x: Operand, axis?: Axis, keepDims = false): { mean: Tensor; variance: Tensor } {
  const mean = of(x).mean(axis, true);
  const variance = of(x).cast('float32').squaredDifference(mean).mean(axis, keepDims);
  return { mean: keepDims ? mean : of(x).mean(axis), variance };
}

/**
 * The `k` largest numbers of each row along the last axis, and where they stand.
 * @example tf.topk([3, 9, 5], 2).indices.print(); // [1, 2]
 */
export function topk<T extends Tensor>(x: Given<T>, k = 1, sorted = true): { values: T; indices: T } {
  const { data, shape, dtype } = valuesOf('x', x);
  const width = shape.at(-1) ?? 1;
  if (!(k >= 0 && k <= width)) throw new OptionError('k', `a whole number from 0 to ${width}`, String(k));
  const rows = data.length / width;
  const [values, indices] = [allocate(dtype, rows * k), allocate('int32', rows * k)];
  for (let row = 0; row < rows; row++) {
    const numbers = data.subarray(row * width, (row + 1) * width);
    const order = [...numbers.keys()]
      .sort((a, b) => (numbers[b] as number) - (numbers[a] as number) || a - b)
      .slice(0, k);
    if (!sorted) order.sort((a, b) => a - b);
    order.forEach((index, i) => {
      values[row * k + i] = numbers[index] as number;
      indices[row * k + i] = index;
    });
  }
  const of2 = (picked: typeof data, type: DataType) =>
    tensorOf<T>({ data: picked, shape: [...shape.slice(0, -1), k], dtype: type });
  return { values: of2(values, dtype), indices: of2(indices, 'int32') };
}

// Types and shapes

/** The same numbers as another type. @example tf.cast([1.7, -1.7], 'int32').print(); // [1, -1] */
export const cast = <T extends Tensor>(x: Given<T>, dtype: DataType): T => of(x).cast(dtype);
/** The same numbers in another shape. @example tf.reshape([1, 2, 3, 4], [2, 2]).print(); // [[1, 2], [3, 4]] */
export const reshape = <T extends Tensor>(x: Operand, shape: readonly number[]): T => of(x).reshape(shape);
/** Inserts an axis of length 1. @example tf.expandDims([1, 2], 1).print(); // [[1], [2]] */
export const expandDims = <T extends Tensor>(x: Operand, axis?: number): T => of(x).expandDims(axis);
/** Removes axes of length 1. @example tf.squeeze([[1, 2]]).print(); // [1, 2] */
export const squeeze = <T extends Tensor>(x: Operand, axis?: number[]): T => of(x).squeeze(axis);
/**
 * Puts the axes in another order; by default in the reverse order.
 * @example tf.transpose([[1, 2], [3, 4]]).print(); // [[1, 3], [2, 4]]
 */
export const transpose = <T extends Tensor>(x: Given<T>, perm?: number[]): T => of(x).transpose(perm);
/** A part, from `begin` on. @example tf.slice([1, 2, 3, 4], 1, 2).print(); // [2, 3] */
export const slice = <T extends Tensor>(x: Given<T>, begin: Axis, size?: Axis): T => of(x).slice(begin, size);
/** A part of a vector. @example tf.slice1d([1, 2, 3, 4], 2).print(); // [3, 4] */
export const slice1d = slice;
/** A part of a matrix. @example tf.slice2d([[1, 2], [3, 4]], [0, 1], [2, 1]).print(); // [[2], [4]] */
export const slice2d = slice;
/** A part of three axes. @example tf.slice3d([[[1], [2]]], [0, 1, 0]).shape; // [1, 1, 1] */
export const slice3d = slice;
/** A part of four axes. @example tf.slice4d([[[[1, 2]]]], [0, 0, 0, 1]).shape; // [1, 1, 1, 1] */
export const slice4d = slice;
/**
 * The rows, or slices along an axis, of the given places.
 * @example tf.gather([[1, 2], [3, 4], [5, 6]], [2, 0]).print(); // [[5, 6], [1, 2]]
 */
export const gather = <T extends Tensor>(x: Given<T>, indices: Operand, axis?: number): T =>
  of(x).gather(indices, axis);
/** Repeats it along each axis. @example tf.tile([1, 2], [2]).print(); // [1, 2, 1, 2] */
export const tile = <T extends Tensor>(x: Given<T>, reps: number[]): T => of(x).tile(reps);
/** Pads it with a constant. @example tf.pad([1, 2], [[1, 2]]).print(); // [0, 1, 2, 0, 0] */
export const pad = <T extends Tensor>(x: Given<T>, paddings: [number, number][], constantValue?: number): T =>
  of(x).pad(paddings, constantValue);
/** Reverses it along axes. @example tf.reverse([[1, 2], [3, 4]], 1).print(); // [[2, 1], [4, 3]] */
export const reverse = <T extends Tensor>(x: Given<T>, axis?: Axis): T => of(x).reverse(axis);
/** Reverses a vector. @example tf.reverse1d([1, 2, 3]).print(); // [3, 2, 1] */
export const reverse1d = <T extends Tensor>(x: Given<T>): T => of(x).reverse(0);
/** Reverses a matrix along axes. @example tf.reverse2d([[1, 2], [3, 4]], 0).print(); // [[3, 4], [1, 2]] */
export const reverse2d = reverse;
/** Pads a vector with a constant. @example tf.pad1d([1, 2], [1, 1], 9).print(); // [9, 1, 2, 9] */
export const pad1d = (x: Given<Tensor1D>, paddings: [number, number], constantValue?: number): Tensor1D =>
  of(x).pad([paddings], constantValue);
/** Pads a matrix with a constant. @example tf.pad2d([[1]], [[0, 1], [1, 0]]).print(); // [[0, 1], [0, 0]] */
export const pad2d = pad;
/** Broadcasts it to a shape. @example tf.broadcastTo([1, 2], [2, 2]).print(); // [[1, 2], [1, 2]] */
export const broadcastTo = <T extends Tensor>(x: Operand, shape: number[]): T => of(x).broadcastTo(shape);
/** Splits it into parts along an axis. @example tf.split([1, 2, 3, 4], 2)[1].print(); // [3, 4] */
export const split = <T extends Tensor>(x: Operand, numOrSizeSplits: Axis, axis?: number): T[] =>
  of(x).split(numOrSizeSplits, axis);
/** Its slices along an axis. @example tf.unstack([[1, 2], [3, 4]])[0].print(); // [1, 2] */
export const unstack = <T extends Tensor>(x: Operand, axis?: number): T[] => of(x).unstack(axis);
/**
 * Joins tensors along an axis.
 * @example tf.concat([[[1, 2]], [[3, 4]]]).print(); // [[1, 2], [3, 4]]
 */
export const concat = <T extends Tensor>(tensors: readonly Given<T>[], axis = 0): T =>
  tensorOf(
    arrange.concat(
      tensors.map((part, i) => valuesOf(`tensors[${i}]`, part)),
      axis,
    ),
  );
/** Joins vectors. @example tf.concat1d([[1, 2], [3]]).print(); // [1, 2, 3] */
export const concat1d = (tensors: readonly Given<Tensor1D>[]): Tensor1D => concat(tensors);
/**
 * Joins matrices along an axis.
 * @example tf.concat2d([[[1], [2]], [[3], [4]]], 1).print(); // [[1, 3], [2, 4]]
 */
export const concat2d = (tensors: readonly Given<Tensor2D>[], axis: number): Tensor2D => concat(tensors, axis);
/** Joins tensors of three axes along an axis. @example tf.concat3d([[[[1]]], [[[2]]]], 0).shape; // [2, 1, 1] */
export const concat3d = concat2d as <T extends Tensor>(tensors: readonly Given<T>[], axis: number) => T;
/**
 * Joins tensors of four axes along an axis.
 * @example tf.concat4d([[[[[1]]]], [[[[2]]]]], 3).shape; // [1, 1, 1, 2]
 */
export const concat4d = concat3d;
/** Stacks tensors along a new axis. @example tf.stack([[1, 2], [3, 4]], 1).print(); // [[1, 3], [2, 4]] */
export const stack = <T extends Tensor>(tensors: readonly Given<T>[], axis = 0): Tensor =>
  tensorOf(
    arrange.stack(
      tensors.map((part, i) => valuesOf(`tensors[${i}]`, part)),
      axis,
    ),
  );

/**
 * The rows along an axis for which a mask holds.
 * @example (await tf.booleanMaskAsync([1, 2, 3], [true, false, true])).print(); // [1, 3]
 */
export async function booleanMaskAsync(x: Operand, mask: Operand, axis = 0): Promise<Tensor> {
  const { data } = valuesOf('mask', mask, 'bool');
  const indices = [...data.keys()].filter((i) => data[i] !== 0);
  return of(x).gather(Int32Array.from(indices), axis);
}

/**
 * The different numbers in the order of their first place, and for each number which of them it is.
 * @example tf.unique([7, 5, 7]).values.print(); // [7, 5]
 */
export function unique(x: Operand): { values: Tensor1D; indices: Tensor1D } {
  const { data, dtype } = valuesOf('x', x);
  const places = new Map<number, number>();
  const indices = Int32Array.from(data, (value) => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  const values = convert(toValues('x', [...places.keys()], 'float32'), dtype);
  return { values: tensorOf(values), indices: tensorOf({ data: indices, shape: [indices.length], dtype: 'int32' }) };
}

/**
 * How often each class (row) was taken for each (column).
 * @throws ShapeError
 * @example tf.confusionMatrix([0, 1, 1], [0, 1, 0], 2).print(); // [[1, 0], [1, 1]]
 */
export function confusionMatrix(labels: Operand, predictions: Operand, numClasses: number): Tensor2D {
  const [truth, guess] = [valuesOf('labels', labels, 'int32'), valuesOf('predictions', predictions, 'int32')];
  if (truth.data.length !== guess.data.length) {
    throw new ShapeError('predictions', `shape ${formatShape(truth.shape)}, as labels`, formatShape(guess.shape));
  }
  const data = new Int32Array(numClasses * numClasses);
  truth.data.forEach((label: number, i: number) => {
    const place = label * numClasses + (guess.data[i] as number);
    data[place] = (data[place] as number) + 1;
  });
  return tensorOf({ data, shape: [numClasses, numClasses], dtype: 'int32' });
}

/**
 * Whether the target class is among the `k` largest predictions of each row.
 * @example (await tf.inTopKAsync([[0.1, 0.7, 0.2]], [2], 2)).print(); // [true]
 */
export async function inTopKAsync(predictions: Operand, targets: Operand, k = 1): Promise<Tensor> {
  const { data, shape } = valuesOf('predictions', predictions);
  const { data: classes } = valuesOf('targets', targets, 'int32');
  const width = shape.at(-1) ?? 1;
  const found = Uint8Array.from(classes, (id, row) => {
    const scores = data.subarray(row * width, (row + 1) * width);
    return Number(scores.filter((score) => score > (scores[id] as number)).length < k);
  });
  return tensorOf({ data: found, shape: shape.slice(0, -1), dtype: 'bool' });
}

/** Prints a tensor to the console. @example tf.print(tf.tensor([[1, 2], [3, 4]])); // [[1, 2], [3, 4]] */
export const print = (x: Tensor, verbose?: boolean): void => x.print(verbose);
