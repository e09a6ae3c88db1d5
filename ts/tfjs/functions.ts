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

/** The absolute value of each number. */
export const abs = <T extends Tensor>(x: Given<T>): T => of(x).abs();
/** Each number with the other sign. */
export const neg = <T extends Tensor>(x: Given<T>): T => of(x).neg();
/** -1, 0 or 1 for each number. */
export const sign = <T extends Tensor>(x: Given<T>): T => of(x).sign();
/** Each number times itself. */
export const square = <T extends Tensor>(x: Given<T>): T => of(x).square();
/** Each number rounded down. */
export const floor = <T extends Tensor>(x: Given<T>): T => of(x).floor();
/** Each number rounded up. */
export const ceil = <T extends Tensor>(x: Given<T>): T => of(x).ceil();
/** Each number rounded to the nearest whole one, halves to the even one. */
export const round = <T extends Tensor>(x: Given<T>): T => of(x).round();
/** max(x, 0). */
export const relu = <T extends Tensor>(x: Given<T>): T => of(x).relu();
/** min(max(x, 0), 6). */
export const relu6 = <T extends Tensor>(x: Given<T>): T => of(x).relu6();
/** The square root of each number. */
export const sqrt = <T extends Tensor>(x: Given<T>): T => of(x).sqrt();
/** 1 over the square root of each number. */
export const rsqrt = <T extends Tensor>(x: Given<T>): T => of(x).rsqrt();
/** 1 over each number. */
export const reciprocal = <T extends Tensor>(x: Given<T>): T => of(x).reciprocal();
/** e to the power of each number. */
export const exp = <T extends Tensor>(x: Given<T>): T => of(x).exp();
/** exp(x) - 1, exact near 0. */
export const expm1 = <T extends Tensor>(x: Given<T>): T => of(x).expm1();
/** The natural logarithm of each number. */
export const log = <T extends Tensor>(x: Given<T>): T => of(x).log();
/** log(1 + x), exact near 0. */
export const log1p = <T extends Tensor>(x: Given<T>): T => of(x).log1p();
/** The sine of each number, in radians. */
export const sin = <T extends Tensor>(x: Given<T>): T => of(x).sin();
/** The cosine of each number, in radians. */
export const cos = <T extends Tensor>(x: Given<T>): T => of(x).cos();
/** The tangent of each number, in radians. */
export const tan = <T extends Tensor>(x: Given<T>): T => of(x).tan();
/** The hyperbolic tangent of each number. */
export const tanh = <T extends Tensor>(x: Given<T>): T => of(x).tanh();
/** 1 / (1 + exp(-x)). */
export const sigmoid = <T extends Tensor>(x: Given<T>): T => of(x).sigmoid();
/** The logarithm of the sigmoid. */
export const logSigmoid = <T extends Tensor>(x: Given<T>): T => of(x).logSigmoid();
/** log(1 + exp(x)). */
export const softplus = <T extends Tensor>(x: Given<T>): T => of(x).softplus();
/** x, or exp(x) - 1 below zero. */
export const elu = <T extends Tensor>(x: Given<T>): T => of(x).elu();
/** The self-normalizing elu (Klambauer et al., 2017). */
export const selu = <T extends Tensor>(x: Given<T>): T => of(x).selu();
/** 1 where a number is NaN. */
const nan = <T extends Tensor>(x: Given<T>): T => of(x).isNaN();

export { finite as isFinite, nan as isNaN };
/** 1 where a number is infinite. */
export const isInf = <T extends Tensor>(x: Given<T>): T => of(x).isInf();
/** 1 where a number is neither NaN nor infinite. */
const finite = <T extends Tensor>(x: Given<T>): T => of(x).isFinite();
/** 1 where a boolean is 0. */
export const logicalNot = <T extends Tensor>(x: Given<T>): T => of(x).logicalNot();
/** Each number, held between two. */
export const clipByValue = <T extends Tensor>(x: Given<T>, clipValueMin: number, clipValueMax: number): T =>
  of(x).clipByValue(clipValueMin, clipValueMax);
/** 1 above zero, else `alpha` times x. */
export const step = <T extends Tensor>(x: Given<T>, alpha?: number): T => of(x).step(alpha);
/** x, or `alpha` (default 0.2) times x below zero. */
export const leakyRelu = <T extends Tensor>(x: Given<T>, alpha?: number): T => of(x).leakyRelu(alpha);
/** Probabilities that sum to 1 along the last axis. */
export const softmax = <T extends Tensor>(logits: Given<T>, dim?: number): T => of(logits).softmax(dim);
/** The logarithms of softmax. */
export const logSoftmax = <T extends Tensor>(logits: Given<T>, axis?: number): T => of(logits).logSoftmax(axis);
/** The sums of all numbers up to each along an axis. */
export const cumsum = <T extends Tensor>(x: Given<T>, axis?: number, exclusive?: boolean, reverse?: boolean): T =>
  of(x).cumsum(axis, exclusive, reverse);
/** The products of all numbers up to each along an axis. */
export const cumprod = <T extends Tensor>(x: Given<T>, axis?: number, exclusive?: boolean, reverse?: boolean): T =>
  of(x).cumprod(axis, exclusive, reverse);

// Two operands

/** a + b, stretched to one shape. */
export const add = <T extends Tensor>(a: Operand, b: Operand): T => of(a).add(b);
/** a - b, stretched to one shape. */
export const sub = <T extends Tensor>(a: Operand, b: Operand): T => of(a).sub(b);
/** a * b, stretched to one shape. */
export const mul = <T extends Tensor>(a: Operand, b: Operand): T => of(a).mul(b);
/** a / b, stretched to one shape; of whole numbers rounded down. */
export const div = <T extends Tensor>(a: Operand, b: Operand): T => of(a).div(b);
/** a / b, and 0 where b is 0. */
export const divNoNan = <T extends Tensor>(a: Operand, b: Operand): T => of(a).divNoNan(b);
/** a / b, rounded down. */
export const floorDiv = <T extends Tensor>(a: Operand, b: Operand): T => of(a).floorDiv(b);
/** The rest of a / b, with the sign of b. */
export const mod = <T extends Tensor>(a: Operand, b: Operand): T => of(a).mod(b);
/** The larger of a and b. */
export const maximum = <T extends Tensor>(a: Operand, b: Operand): T => of(a).maximum(b);
/** The smaller of a and b. */
export const minimum = <T extends Tensor>(a: Operand, b: Operand): T => of(a).minimum(b);
/** (a - b)^2. */
export const squaredDifference = <T extends Tensor>(a: Operand, b: Operand): T => of(a).squaredDifference(b);
/** 1 where a equals b. */
export const equal = <T extends Tensor>(a: Operand, b: Operand): T => of(a).equal(b);
/** 1 where a and b differ. */
export const notEqual = <T extends Tensor>(a: Operand, b: Operand): T => of(a).notEqual(b);
/** 1 where a is less than b. */
export const less = <T extends Tensor>(a: Operand, b: Operand): T => of(a).less(b);
/** 1 where a is at most b. */
export const lessEqual = <T extends Tensor>(a: Operand, b: Operand): T => of(a).lessEqual(b);
/** 1 where a is more than b. */
export const greater = <T extends Tensor>(a: Operand, b: Operand): T => of(a).greater(b);
/** 1 where a is at least b. */
export const greaterEqual = <T extends Tensor>(a: Operand, b: Operand): T => of(a).greaterEqual(b);
/** 1 where both are. */
export const logicalAnd = <T extends Tensor>(a: Operand, b: Operand): T => of(a).logicalAnd(b);
/** 1 where either is. */
export const logicalOr = <T extends Tensor>(a: Operand, b: Operand): T => of(a).logicalOr(b);
/** 1 where one is and the other is not. */
export const logicalXor = <T extends Tensor>(a: Operand, b: Operand): T => of(a).logicalXor(b);
/** a to the power of b. */
export const pow = <T extends Tensor>(base: Operand, exponent: Operand): T => of(base).pow(exponent);
/** The product of two matrices, or of stacks of them. */
export const matMul = <T extends Tensor>(a: Operand, b: Operand, transposeA?: boolean, transposeB?: boolean): T =>
  of(a).matMul(b, transposeA, transposeB);
/** The product of vectors and matrices. */
export const dot = (a: Operand, b: Operand): Tensor => of(a).dot(b);
/** The product of each number of one vector with each of another. */
export const outerProduct = (v1: Operand, v2: Operand): Tensor2D =>
  of(v1)
    .reshape([-1, 1])
    .matMul(of(v2).reshape([1, -1]));
/** The numbers of `a` where `condition` holds, else those of `b`. */
export const where = <T extends Tensor>(condition: Operand, a: Operand, b: Operand): T =>
  tensorOf(choose(valuesOf('condition', condition, 'bool'), valuesOf('a', a), valuesOf('b', b)));

/** @throws OptionError without any */
/** The sum of several tensors of one shape. */
export function addN<T extends Tensor>(tensors: readonly Given<T>[]): T {
  const [first, ...others] = tensors;
  if (first === undefined) throw new OptionError('tensors', 'at least one tensor', 'none');
  return others.reduce<T>((sum, next) => sum.add(next), of(first).clone());
}

// One number of many

/** The sum along axes; of all numbers by default. */
export const sum = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).sum(axis, keepDims);
/** The mean along axes; of all numbers by default. */
export const mean = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).mean(axis, keepDims);
/** The product along axes; of all numbers by default. */
export const prod = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).prod(axis, keepDims);
/** The largest along axes; of all numbers by default. */
export const max = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).max(axis, keepDims);
/** The smallest along axes; of all numbers by default. */
export const min = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).min(axis, keepDims);
/** 1 where all along the axes are. */
export const all = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).all(axis, keepDims);
/** 1 where any along the axes is. */
export const any = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T => of(x).any(axis, keepDims);
/** The logarithm of the sum of exponentials along axes. */
export const logSumExp = <T extends Tensor>(x: Operand, axis?: Axis, keepDims?: boolean): T =>
  of(x).logSumExp(axis, keepDims);
/** Where the largest stands along an axis. */
export const argMax = <T extends Tensor>(x: Operand, axis?: number): T => of(x).argMax(axis);
/** Where the smallest stands along an axis. */
export const argMin = <T extends Tensor>(x: Operand, axis?: number): T => of(x).argMin(axis);
/** The length along axes. */
export const norm = (x: Operand, ord?: number | 'euclidean' | 'fro', axis?: Axis, keepDims?: boolean): Tensor =>
  of(x).norm(ord, axis, keepDims);

/** Mean and variance. */
export function moments(x: Operand, axis?: Axis, keepDims = false): { mean: Tensor; variance: Tensor } {
  const mean = of(x).mean(axis, true);
  const variance = of(x).cast('float32').squaredDifference(mean).mean(axis, keepDims);
  return { mean: keepDims ? mean : of(x).mean(axis), variance };
}

/** The `k` largest numbers of each row along the last axis, and where they stand. */
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

/** The same numbers as another type. */
export const cast = <T extends Tensor>(x: Given<T>, dtype: DataType): T => of(x).cast(dtype);
/** The same numbers in another shape. */
export const reshape = <T extends Tensor>(x: Operand, shape: readonly number[]): T => of(x).reshape(shape);
/** Puts in an axis of length 1. */
export const expandDims = <T extends Tensor>(x: Operand, axis?: number): T => of(x).expandDims(axis);
/** Leaves out axes of length 1. */
export const squeeze = <T extends Tensor>(x: Operand, axis?: number[]): T => of(x).squeeze(axis);
/** Puts the axes into another order; turns it round by default. */
export const transpose = <T extends Tensor>(x: Given<T>, perm?: number[]): T => of(x).transpose(perm);
/** A part, from `begin` on. */
export const slice = <T extends Tensor>(x: Given<T>, begin: Axis, size?: Axis): T => of(x).slice(begin, size);
/** A part of a vector. */
export const slice1d = slice;
/** A part of a matrix. */
export const slice2d = slice;
/** A part of three axes. */
export const slice3d = slice;
/** A part of four axes. */
export const slice4d = slice;
/** The rows, or slices along an axis, of the given places. */
export const gather = <T extends Tensor>(x: Given<T>, indices: Operand, axis?: number): T =>
  of(x).gather(indices, axis);
/** Repeats it along each axis. */
export const tile = <T extends Tensor>(x: Given<T>, reps: number[]): T => of(x).tile(reps);
/** Puts constants around it. */
export const pad = <T extends Tensor>(x: Given<T>, paddings: [number, number][], constantValue?: number): T =>
  of(x).pad(paddings, constantValue);
/** Turns axes round. */
export const reverse = <T extends Tensor>(x: Given<T>, axis?: Axis): T => of(x).reverse(axis);
/** Turns a vector round. */
export const reverse1d = <T extends Tensor>(x: Given<T>): T => of(x).reverse(0);
/** Turns axes of a matrix round. */
export const reverse2d = reverse;
/** Puts constants around a vector. */
export const pad1d = (x: Given<Tensor1D>, paddings: [number, number], constantValue?: number): Tensor1D =>
  of(x).pad([paddings], constantValue);
/** Puts constants around a matrix. */
export const pad2d = pad;
/** Stretches it to a shape. */
export const broadcastTo = <T extends Tensor>(x: Operand, shape: number[]): T => of(x).broadcastTo(shape);
/** Cuts it into parts along an axis. */
export const split = <T extends Tensor>(x: Operand, numOrSizeSplits: Axis, axis?: number): T[] =>
  of(x).split(numOrSizeSplits, axis);
/** Its slices along an axis. */
export const unstack = <T extends Tensor>(x: Operand, axis?: number): T[] => of(x).unstack(axis);
/** Puts tensors one behind the other along an axis. */
export const concat = <T extends Tensor>(tensors: readonly Given<T>[], axis = 0): T =>
  tensorOf(
    arrange.concat(
      tensors.map((part, i) => valuesOf(`tensors[${i}]`, part)),
      axis,
    ),
  );
/** Puts vectors one behind the other. */
export const concat1d = (tensors: readonly Given<Tensor1D>[]): Tensor1D => concat(tensors);
/** Puts matrices one behind the other along an axis. */
export const concat2d = (tensors: readonly Given<Tensor2D>[], axis: number): Tensor2D => concat(tensors, axis);
/** Puts tensors of three axes one behind the other. */
export const concat3d = concat2d as <T extends Tensor>(tensors: readonly Given<T>[], axis: number) => T;
/** Puts tensors of four axes one behind the other. */
export const concat4d = concat3d;
/** Puts tensors on a new axis. */
export const stack = <T extends Tensor>(tensors: readonly Given<T>[], axis = 0): Tensor =>
  tensorOf(
    arrange.stack(
      tensors.map((part, i) => valuesOf(`tensors[${i}]`, part)),
      axis,
    ),
  );

/** The rows along an axis for which a mask holds. */
export async function booleanMaskAsync(x: Operand, mask: Operand, axis = 0): Promise<Tensor> {
  const { data } = valuesOf('mask', mask, 'bool');
  const indices = [...data.keys()].filter((i) => data[i] !== 0);
  return of(x).gather(Int32Array.from(indices), axis);
}

/** The different numbers in the order of their first place, and for each number which of them it is. */
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

/** How often each class (row) was taken for each (column). @throws ShapeError */
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

/** Whether the target class is among the `k` largest predictions of each row. */
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

/** Prints a tensor to the console. */
export const print = (x: Tensor, verbose?: boolean): void => x.print(verbose);
