import type { Rows } from '../engine/engine.ts';
import { takeFloats } from '../engine/pieces.ts';
import { atOnce, type Work } from '../engine/turn.ts';
import { DtypeError, EmptyDataError, NonFiniteError, OptionError, ShapeError } from '../errors.ts';
import { describe } from '../options.ts';
import type { ImageTensor, NumericArray, Tensor } from '../tensor.ts';
import { type BigIntArray, numericArray } from './arrays.ts';
import {
  checkLengths,
  formatShape,
  type NestedArray,
  OF_CANVAS,
  sizeOf,
  type TensorLike,
  takeTensor,
} from './tensor.ts';

/**
 * Samples, one a row: a flat array whose length is a multiple of the model's row length, a tensor `[rows, ...]` whose
 * further axes make up the row length (they are flattened, as by Keras's `Flatten`), or nested arrays. Numbers are
 * taken as they are, bytes too; only an ImageTensor's bytes are worth `byte / 255`.
 */
export type Samples = NumericArray | BigIntArray | TensorLike | ImageTensor | NestedArray;

/** Rows of `columns` numbers; bytes and 32-bit floats are not copied. */
export function toRows(argument: string, x: unknown, columns: number): Rows {
  return atOnce(takeRows(argument, x, columns));
}

/** The same in pieces. */
export function* takeRows(argument: string, x: unknown, columns: number): Work<Rows> {
  if (isImages(x)) return imageRows(argument, x, columns);
  const typed = numericArray(argument, x);
  const { data, shape } = typed ? { data: typed, shape: [typed.length] } : yield* takeTensor(argument, x, Float32Array);
  const count = isFlat(x) ? checkLength(argument, data, columns) : checkShape(argument, shape, columns);
  if (data instanceof Float32Array) return { floats: data, count };
  const bytes = asBytes(data);
  return bytes ? { bytes, divisor: 1, count } : { floats: yield* takeFloats(data), count };
}

/**
 * Rows whose length no model tells, in pieces: the axes of `x` do, or else `inputShape`, or the `count` of rows.
 * @throws OptionError, ShapeError, DtypeError, EmptyDataError
 */
export function* takeShapedRows(
  argument: string,
  x: unknown,
  told: { readonly inputShape?: readonly number[] | undefined; readonly count?: number | undefined },
): Work<{ readonly rows: Rows; readonly inputShape: readonly number[] }> {
  const samples = isImages(x) || isFlat(x) ? x : yield* takeTensor(argument, x, Float32Array);
  const inputShape = told.inputShape === undefined ? axesOf(argument, samples, told.count) : checkAxes(told.inputShape);
  return { rows: yield* takeRows(argument, samples, sizeOf(inputShape)), inputShape };
}

function axesOf(argument: string, samples: unknown, count: number | undefined): readonly number[] {
  if (!isFlat(samples)) return checkLengths(`${argument}.shape`, (samples as Tensor).shape).slice(1);
  const { length } = samples as ArrayLike<unknown>;
  if (count === undefined) {
    throw new OptionError('inputShape', 'the axes of a sample, for samples without a shape', describe(undefined));
  }
  if (length === 0) throw new EmptyDataError(argument, 'at least one row', 'none');
  if (length % count === 0) return [length / count];
  throw new ShapeError(argument, `as many numbers for each of ${count} labels`, `length ${length}`);
}

function checkAxes(inputShape: unknown): readonly number[] {
  const axes = checkLengths('inputShape', inputShape);
  if (sizeOf(axes) > 0) return axes;
  throw new ShapeError('inputShape', 'axes of at least 1', formatShape(axes));
}

/**
 * An ImageTensor, or what is left of one: `structuredClone` and messages to workers keep its fields alone, and another
 * copy of this package has a class of its own.
 */
function isImages(x: unknown): x is Pick<ImageTensor, 'bytes' | 'shape'> {
  return typeof x === 'object' && x !== null && 'bytes' in x && 'shape' in x;
}

function imageRows(argument: string, x: { bytes: unknown; shape: unknown }, columns: number): Rows {
  const shape = checkLengths(`${argument}.shape`, x.shape);
  const count = checkShape(argument, shape, columns);
  const bytes = asBytes(numericArray(`${argument}.bytes`, x.bytes));
  if (!bytes) throw new DtypeError(`${argument}.bytes`, 'a Uint8Array', describe(x.bytes));
  if (bytes.length !== sizeOf(shape)) {
    throw new ShapeError(argument, `${sizeOf(shape)} bytes for ${formatShape(shape)}`, `${bytes.length}`);
  }
  return { bytes, divisor: 255, count };
}

function asBytes(data: NumericArray | undefined): Uint8Array | undefined {
  if (data instanceof Uint8Array) return data;
  return data instanceof Uint8ClampedArray ? new Uint8Array(data.buffer, data.byteOffset, data.length) : undefined;
}

/** Numbers without any shape: a typed array, or an array of numbers or of booleans. */
function isFlat(x: unknown): boolean {
  return ArrayBuffer.isView(x) || (Array.isArray(x) && typeof x[0] !== 'object');
}

function checkLength(argument: string, data: NumericArray, columns: number): number {
  const { length } = data;
  if (data instanceof Uint8ClampedArray && length > columns) {
    // Red, green, blue and alpha would pass for rows and pixels.
    const expected = `{ data, shape: [rows, ${columns}] }, ${OF_CANVAS}`;
    throw new ShapeError(argument, expected, `a Uint8ClampedArray of length ${length}`);
  }
  if (length === 0) throw new EmptyDataError(argument, 'at least one row', 'none');
  if (length % columns !== 0) {
    throw new ShapeError(argument, `a multiple of the model's row length ${columns}`, `length ${length}`);
  }
  return length / columns;
}

function checkShape(argument: string, shape: readonly number[], columns: number): number {
  const [rows = 0, ...row] = shape;
  if (rows === 0) throw new EmptyDataError(argument, 'at least one row', formatShape(shape));
  if (sizeOf(row) !== columns) {
    throw new ShapeError(argument, `shape [rows, ${columns}]`, formatShape(shape));
  }
  return rows;
}

/** Refuses NaN and infinities. */
export function checkFinite(argument: string, numbers: ArrayLike<number>): void {
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i])) throw new NonFiniteError(argument, 'finite numbers', `${numbers[i]} at ${i}`);
  }
}
