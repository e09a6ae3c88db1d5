import { DtypeError, ShapeError } from '../errors.ts';
import { describe } from '../options.ts';
import type { NumericArray, Tensor } from '../tensor.ts';
import { type BigIntArray, numericArray } from './arrays.ts';

/**
 * Arrays in arrays, all of one length at each depth; typed arrays may stand for the innermost. `true` is 1 and `false`
 * is 0.
 */
export type NestedArray =
  | readonly number[]
  | readonly boolean[]
  | readonly NumericArray[]
  | readonly BigIntArray[]
  | readonly NestedArray[];

/** Numbers with a shape, row-major, as they may be handed in. */
export interface TensorLike {
  /** All numbers, the last axis running fastest. */
  readonly data: NumericArray | BigIntArray | readonly number[] | readonly boolean[];
  /** The length of each axis. */
  readonly shape: readonly number[];
}

const accepted = 'a typed array, { data, shape } or nested arrays of numbers';

/** More axes than anybody's data has; arrays that contain themselves end here. */
const MOST_AXES = 8;

/** More numbers than an engine's memory holds. */
const MOST_NUMBERS = 2 ** 28;

export function formatShape(shape: readonly unknown[]): string {
  const shown = shape
    .slice(0, MOST_AXES)
    .map((length) => (typeof length === 'number' ? length : describe(length)))
    .join(', ');
  return shape.length > MOST_AXES ? `[${shown}, ...]` : `[${shown}]`;
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** Any accepted form as flat numbers and a shape; a typed array has the shape [length] and is not copied. */
export function toTensor(argument: string, value: unknown): Tensor {
  const data = numericArray(argument, value);
  if (data) return { data, shape: [data.length] };
  if (Array.isArray(value)) return flatten(argument, value);
  if (typeof value === 'object' && value !== null && 'data' in value && 'shape' in value) {
    return checkTensor(argument, value.data, value.shape);
  }
  throw new DtypeError(argument, accepted, describe(value));
}

function checkTensor(argument: string, numbers: unknown, shape: unknown): Tensor {
  const data = flatNumbers(`${argument}.data`, numbers);
  const lengths = checkLengths(`${argument}.shape`, shape);
  if (sizeOf(lengths) !== data.length) {
    const received = `${formatShape(lengths)}, which is ${sizeOf(lengths)}`;
    throw new ShapeError(`${argument}.shape`, `a shape of ${data.length} numbers, as data has`, received);
  }
  return { data, shape: lengths };
}

/** A copy of a shape. */
export function checkLengths(argument: string, shape: unknown): number[] {
  if (
    Array.isArray(shape) &&
    shape.length <= MOST_AXES &&
    shape.every((length) => Number.isSafeInteger(length) && length >= 0)
  )
    return [...shape];
  const received = Array.isArray(shape) ? formatShape(shape) : describe(shape);
  throw new ShapeError(argument, 'an array of whole numbers', received);
}

function flatNumbers(argument: string, numbers: unknown): NumericArray {
  const typed = numericArray(argument, numbers);
  if (typed) return typed;
  if (!Array.isArray(numbers)) {
    throw new DtypeError(argument, 'a typed array or an array of numbers', describe(numbers));
  }
  const { data, shape } = flatten(argument, numbers);
  if (shape.length === 1) return data;
  throw new ShapeError(argument, 'flat numbers, as shape tells their axes', `shape ${formatShape(shape)}`);
}

function flatten(argument: string, nested: readonly unknown[]): Tensor {
  const shape = shapeOf(argument, nested);
  if (sizeOf(shape) > MOST_NUMBERS) {
    throw new ShapeError(argument, `at most ${MOST_NUMBERS} numbers`, `nested arrays of shape ${formatShape(shape)}`);
  }
  const data = new Float64Array(sizeOf(shape));
  const last = shape.length - 1;
  // The indices that lead to where `fill` is; a text is made of them only for an error.
  const path: number[] = [];
  const place = () => argument + path.map((index) => `[${index}]`).join('');
  let filled = 0;
  const fill = (value: unknown, axis: number): void => {
    const typed = numericArray(argument, value);
    const values = typed ?? value;
    if (!typed && !Array.isArray(values)) {
      const wrong = typeof value === 'number' ? ShapeError : DtypeError;
      throw new wrong(place(), `an array of ${shape[axis]} numbers`, describe(value));
    }
    const items = values as readonly unknown[] | NumericArray;
    if (items.length !== shape[axis]) {
      throw new ShapeError(place(), `length ${shape[axis]}, as the arrays before it`, `length ${items.length}`);
    }
    if (axis === last && typed) {
      data.set(typed, filled);
      filled += typed.length;
      return;
    }
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      path[axis] = i;
      if (axis < last) {
        fill(item, axis + 1);
      } else {
        if (typeof item !== 'number' && typeof item !== 'boolean') {
          throw new DtypeError(place(), 'a number', describe(item));
        }
        data[filled++] = item as number; // true is stored as 1
      }
    }
    path.length = axis;
  };
  fill(nested, 0);
  return { data, shape };
}

/** The shape that the first elements tell. */
function shapeOf(argument: string, nested: readonly unknown[]): number[] {
  const shape: number[] = [];
  let level: unknown = nested;
  while (Array.isArray(level)) {
    shape.push(level.length);
    if (shape.length > MOST_AXES) throw new ShapeError(argument, `at most ${MOST_AXES} axes`, 'deeper nested arrays');
    level = level[0];
  }
  const typed = numericArray(argument, level);
  if (typed) shape.push(typed.length);
  return shape;
}
