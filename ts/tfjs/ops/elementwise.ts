/** What is computed number by number. */

import { ShapeError } from '../../errors.ts';
import { formatShape } from '../../inputs/tensor.ts';
import { type DataType, made, picked, stridesOf, type Values, widest } from '../values.ts';

/** The shape that two shapes have in common, axes of length 1 stretched. @throws ShapeError */
export function commonShape(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const [one, other] = [a[a.length - rank + i] ?? 1, b[b.length - rank + i] ?? 1];
    if (one === other || other === 1) return one;
    if (one === 1) return other;
    throw new ShapeError('b', `a shape that stretches to ${formatShape(a)}, or the other way round`, formatShape(b));
  });
}

/** Values with axes of length 1 stretched, and new ones in front. @throws ShapeError */
export function stretched(values: Values, shape: readonly number[]): Values {
  if (formatShape(values.shape) === formatShape(shape)) return values;
  if (formatShape(commonShape(values.shape, shape)) !== formatShape(shape)) {
    throw new ShapeError('shape', `one that ${formatShape(values.shape)} stretches to`, formatShape(shape));
  }
  const own = stridesOf(values.shape);
  const added = shape.length - values.shape.length;
  const strides = shape.map((_, axis) => (values.shape[axis - added] === 1 ? 0 : (own[axis - added] ?? 0)));
  return picked(values, shape, strides);
}

type Of2 = (a: number, b: number) => number;

/** @param dtype default: what holds both */
export function zip(a: Values, b: Values, of: Of2, dtype: DataType = widest(a.dtype, b.dtype)): Values {
  const shape = commonShape(a.shape, b.shape);
  const [left, right] = [stretched(a, shape).data, stretched(b, shape).data];
  return made(shape, dtype, (i) => of(left[i] as number, right[i] as number));
}

/** @param dtype default: the operand's */
export function map(a: Values, of: (x: number) => number, dtype: DataType = a.dtype): Values {
  const { data, shape } = a;
  return made(shape, dtype, (i) => of(data[i] as number));
}

/** Truth of two numbers. */
export function test(a: Values, b: Values, of: (a: number, b: number) => boolean): Values {
  return zip(a, b, (x, y) => Number(of(x, y)), 'bool');
}

/** As TensorFlow.js: whole numbers divide to whole numbers, rounded down. */
export function divide(a: Values, b: Values): Values {
  if (a.dtype === 'int32' && b.dtype === 'int32') return zip(a, b, (x, y) => Math.floor(x / y));
  return zip(a, b, (x, y) => x / y, 'float32');
}

/** The remainder with the divisor's sign. */
export function modulo(x: number, y: number): number {
  const rest = x % y;
  return (x < 0 && y < 0) || (x >= 0 && y >= 0) ? rest : (rest + y) % y;
}

/** To the nearest whole number, halves to the even one. */
export function roundEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Those of `a` where the condition holds, else those of `b`. */
export function choose(condition: Values, a: Values, b: Values): Values {
  const shape = commonShape(condition.shape, commonShape(a.shape, b.shape));
  const [holds, yes, no] = [condition, a, b].map((values) => stretched(values, shape).data);
  return made(shape, widest(a.dtype, b.dtype), (i) => (holds?.[i] ? (yes?.[i] as number) : (no?.[i] as number)));
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
export const softplus = (x: number) => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
export const elu = (x: number) => (x >= 0 ? x : Math.expm1(x));
/** The constants of Klambauer et al., 2017. */
export const selu = (x: number) => 1.0507009873554805 * (x >= 0 ? x : 1.6732632423543772 * Math.expm1(x));
