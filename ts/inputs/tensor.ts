import { PIECE } from '../engine/pieces.ts';
import { atOnce, type Work } from '../engine/turn.ts';
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

/** What to do with the pixels of a canvas. */
export const OF_CANVAS = "or of a canvas's pixels what centreDigit(imageData) makes of them";

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
  return atOnce(takeTensor(argument, value, Float64Array));
}

/** What numbers become that are in no typed array. */
type Store = typeof Float64Array | typeof Float32Array;

/** The same in pieces. */
export function* takeTensor(argument: string, value: unknown, store: Store): Work<Tensor> {
  const data = numericArray(argument, value);
  if (data) return { data, shape: [data.length] };
  if (Array.isArray(value)) return yield* flatten(argument, value, store);
  if (typeof value === 'object' && value !== null && 'data' in value && 'shape' in value) {
    return yield* checkTensor(argument, value.data, value.shape, store);
  }
  const drawn = typeof value === 'object' && value !== null && 'width' in value && 'height' in value;
  throw new DtypeError(argument, drawn ? `${accepted}, ${OF_CANVAS}` : accepted, describe(value));
}

function* checkTensor(argument: string, numbers: unknown, shape: unknown, store: Store): Work<Tensor> {
  const data = yield* flatNumbers(`${argument}.data`, numbers, store);
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

function* flatNumbers(argument: string, numbers: unknown, store: Store): Work<NumericArray> {
  const typed = numericArray(argument, numbers);
  if (typed) return typed;
  if (!Array.isArray(numbers)) {
    throw new DtypeError(argument, 'a typed array or an array of numbers', describe(numbers));
  }
  const { data, shape } = yield* flatten(argument, numbers, store);
  if (shape.length === 1) return data;
  throw new ShapeError(argument, 'flat numbers, as shape tells their axes', `shape ${formatShape(shape)}`);
}

function* flatten(argument: string, nested: readonly unknown[], store: Store): Work<Tensor> {
  const shape = shapeOf(argument, nested);
  if (sizeOf(shape) > MOST_NUMBERS) {
    throw new ShapeError(argument, `at most ${MOST_NUMBERS} numbers`, `nested arrays of shape ${formatShape(shape)}`);
  }
  const data = new store(sizeOf(shape));
  const last = shape.length - 1;
  // The indices that lead to where it is; a text is made of them only for an error.
  const path: number[] = [];
  const place = () => argument + path.map((index) => `[${index}]`).join('');
  let filled = 0;
  const arrayOf = (value: unknown, axis: number): readonly unknown[] | NumericArray => {
    const values = numericArray(argument, value) ?? value;
    if (!ArrayBuffer.isView(values) && !Array.isArray(values)) {
      const wrong = typeof value === 'number' ? ShapeError : DtypeError;
      throw new wrong(place(), `an array of ${shape[axis]} numbers`, describe(value));
    }
    const items = values as readonly unknown[] | NumericArray;
    if (items.length === shape[axis]) return items;
    throw new ShapeError(place(), `length ${shape[axis]}, as the arrays before it`, `length ${items.length}`);
  };
  const fillNumbers = (items: readonly unknown[] | NumericArray, first: number, end: number): void => {
    if (ArrayBuffer.isView(items)) {
      data.set(items.subarray(first, end), filled);
      filled += end - first;
      return;
    }
    for (let i = first; i < end; i++) {
      const item = items[i];
      if (typeof item !== 'number' && typeof item !== 'boolean') {
        path[last] = i;
        throw new DtypeError(place(), 'a number', describe(item));
      }
      data[filled++] = item as number; // true is stored as 1
    }
  };
  const fill = (value: unknown, axis: number): void => {
    const items = arrayOf(value, axis);
    if (axis === last) {
      fillNumbers(items, 0, items.length);
      return;
    }
    for (let i = 0; i < items.length; i++) {
      path[axis] = i;
      fill(items[i], axis + 1);
    }
    path.length = axis;
  };
  let told = 0;
  /** What is larger than a piece. */
  const fillInPieces = function* (value: unknown, axis: number): Work<void> {
    const items = arrayOf(value, axis);
    const isSmall = sizeOf(shape.slice(axis + 1)) <= PIECE;
    for (let i = 0; i < items.length; i += axis === last ? PIECE : 1) {
      if (axis === last) fillNumbers(items, i, Math.min(i + PIECE, items.length));
      else {
        path[axis] = i;
        if (isSmall) fill(items[i], axis + 1);
        else yield* fillInPieces(items[i], axis + 1);
      }
      if (filled - told < PIECE) continue;
      told = filled;
      yield;
    }
    path.length = axis;
  };
  yield* fillInPieces(nested, 0);
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
