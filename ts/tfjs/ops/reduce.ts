/** What makes one number of many. */

import { sizeOf } from '../../inputs/tensor.ts';
import { axesOf, axisOf, type DataType, made, picked, stridesOf, type Values } from '../values.ts';

type Axis = number | readonly number[] | null | undefined;

/**
 * A number from each row along some axes.
 * @param of is handed a row's numbers
 */
export function fold(
  values: Values,
  axis: Axis,
  keepDims: boolean,
  dtype: DataType,
  of: (row: Values['data']) => number,
): Values {
  const axes = axesOf(axis, values.shape.length);
  const { data, size } = rowsAlong(values, axes);
  const shape = keepDims
    ? values.shape.map((length, i) => (axes.includes(i) ? 1 : length))
    : values.shape.filter((_, i) => !axes.includes(i));
  return made(shape, dtype, (i) => of(data.subarray(i * size, (i + 1) * size)));
}

/** The numbers with the given axes moved to the end. */
function rowsAlong({ data, shape, dtype }: Values, axes: readonly number[]): { data: Values['data']; size: number } {
  const order = [...shape.keys()].filter((axis) => !axes.includes(axis)).concat(axes);
  const size = sizeOf(axes.map((axis) => shape[axis] as number));
  if (order.every((axis, i) => axis === i)) return { data, size };
  const strides = stridesOf(shape);
  const moved = picked(
    { data, shape, dtype },
    order.map((axis) => shape[axis] as number),
    order.map((axis) => strides[axis] as number),
  );
  return { data: moved.data, size };
}

export function sumOf(row: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i] as number;
  return sum;
}

/** The index of the first number that none is better than. */
export function best(row: ArrayLike<number>, better: (a: number, b: number) => boolean): number {
  let found = 0;
  for (let i = 1; i < row.length; i++) if (better(row[i] as number, row[found] as number)) found = i;
  return found;
}

/** The largest (or smallest) number; NaN if there is one. */
export function extreme(row: ArrayLike<number>, sign: 1 | -1): number {
  let found = -sign * Number.POSITIVE_INFINITY;
  for (let i = 0; i < row.length; i++) {
    const value = row[i] as number;
    if (Number.isNaN(value)) return value;
    if (sign * value > sign * found) found = value;
  }
  return found;
}

/** log(sum(exp(row))), without overflow. */
export function logSumExp(row: ArrayLike<number>): number {
  const top = extreme(row, 1);
  if (!Number.isFinite(top)) return top;
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += Math.exp((row[i] as number) - top);
  return top + Math.log(sum);
}

/** Each row along the last axis by itself. */
export function alongLast(values: Values, dtype: DataType, of: (row: Values['data']) => ArrayLike<number>): Values {
  const { data, shape } = values;
  const width = shape.at(-1) ?? 1;
  let row: ArrayLike<number> = [];
  return made(shape, dtype, (i) => {
    if (i % width === 0) row = of(data.subarray(i, i + width));
    return row[i % width] as number;
  });
}

/** Sums (or products) so far along an axis. */
export function cumulative(
  values: Values,
  axis: number,
  { exclusive, reverse }: { readonly exclusive: boolean; readonly reverse: boolean },
  start: number,
  of: (sum: number, x: number) => number,
): Values {
  const { data, shape, dtype } = values;
  const along = axisOf('axis', axis, shape.length);
  const stride = stridesOf(shape)[along] as number;
  const length = shape[along] as number;
  const result = data.slice();
  for (let first = 0; first < data.length; first++) {
    if (Math.floor(first / stride) % length !== 0) continue;
    let sum = start;
    for (let step = 0; step < length; step++) {
      const place = first + stride * (reverse ? length - 1 - step : step);
      const next = of(sum, data[place] as number);
      result[place] = exclusive ? sum : next;
      sum = next;
    }
  }
  return { data: result, shape, dtype: dtype === 'bool' ? 'int32' : dtype };
}
