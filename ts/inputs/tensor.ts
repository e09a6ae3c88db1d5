import { DtypeError, ShapeError } from '../errors.ts';
import { describe } from '../options.ts';
import type { NumericArray, Tensor } from '../tensor.ts';

/** Arrays in arrays, all of one length at each depth; typed arrays may stand for the innermost. */
export type NestedArray = readonly number[] | readonly NumericArray[] | readonly NestedArray[];

const accepted = 'a typed array, { data, shape } or nested arrays of numbers';

/** More axes than anybody's data has; arrays that contain themselves end here. */
const MOST_AXES = 8;

/** More numbers than an engine's memory holds. */
const MOST_NUMBERS = 2 ** 28;

const numericArrays = [
  Float32Array,
  Float64Array,
  Uint8Array,
  Uint8ClampedArray,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
];

function isNumeric(value: unknown): value is NumericArray {
  return numericArrays.some((kind) => value instanceof kind);
}

export function formatShape(shape: readonly unknown[]): string {
  return `[${shape.join(', ')}]`;
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** Any accepted form as flat numbers and a shape; a typed array has the shape [length] and is not copied. */
export function toTensor(argument: string, value: unknown): Tensor {
  if (isNumeric(value)) return { data: value, shape: [value.length] };
  if (Array.isArray(value)) return flatten(argument, value);
  if (typeof value === 'object' && value !== null && 'data' in value && 'shape' in value) {
    return checkTensor(argument, value.data, value.shape);
  }
  throw new DtypeError(argument, accepted, describe(value));
}

function checkTensor(argument: string, data: unknown, shape: unknown): Tensor {
  if (!isNumeric(data)) throw new DtypeError(`${argument}.data`, 'a typed array of numbers', describe(data));
  if (!Array.isArray(shape) || !shape.every((length) => Number.isSafeInteger(length) && length >= 0)) {
    const received = Array.isArray(shape) ? formatShape(shape) : describe(shape);
    throw new ShapeError(`${argument}.shape`, 'an array of whole numbers', received);
  }
  if (sizeOf(shape) !== data.length) {
    const received = `${formatShape(shape)}, which is ${sizeOf(shape)}`;
    throw new ShapeError(`${argument}.shape`, `a shape of ${data.length} numbers, as data has`, received);
  }
  return { data, shape: [...shape] };
}

function flatten(argument: string, nested: readonly unknown[]): Tensor {
  const shape = shapeOf(argument, nested);
  if (sizeOf(shape) > MOST_NUMBERS) {
    throw new ShapeError(argument, `at most ${MOST_NUMBERS} numbers`, `nested arrays of shape ${formatShape(shape)}`);
  }
  const data = new Float64Array(sizeOf(shape));
  let filled = 0;
  const fill = (value: unknown, axis: number, place: string): void => {
    if (axis === shape.length) {
      if (typeof value !== 'number') throw new DtypeError(place, 'a number', describe(value));
      data[filled++] = value;
      return;
    }
    if (!Array.isArray(value) && !isNumeric(value)) {
      const wrong = typeof value === 'number' ? ShapeError : DtypeError;
      throw new wrong(place, `an array of ${shape[axis]} numbers`, describe(value));
    }
    if (value.length !== shape[axis]) {
      throw new ShapeError(place, `length ${shape[axis]}, as the arrays before it`, `length ${value.length}`);
    }
    if (axis === shape.length - 1 && isNumeric(value)) {
      data.set(value, filled);
      filled += value.length;
    } else {
      for (let i = 0; i < value.length; i++) fill(value[i], axis + 1, `${place}[${i}]`);
    }
  };
  fill(nested, 0, argument);
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
  if (isNumeric(level)) shape.push(level.length);
  return shape;
}
