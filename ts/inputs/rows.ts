import type { Rows } from '../engine/engine.ts';
import { EmptyDataError, NonFiniteError, ShapeError } from '../errors.ts';
import { ImageTensor, type NumericArray, type Tensor } from '../tensor.ts';
import { formatShape, type NestedArray, sizeOf, toTensor } from './tensor.ts';

/**
 * Samples, one a row: a flat array whose length is a multiple of the model's row length, a tensor `[rows, ...]` whose
 * further axes make up the row length (they are flattened, as by Keras's `Flatten`), or nested arrays. Numbers are
 * taken as they are, bytes too; only an ImageTensor's bytes are worth `byte / 255`.
 */
export type Samples = NumericArray | Tensor | ImageTensor | NestedArray;

/** Rows of `columns` numbers; bytes and 32-bit floats are not copied. */
export function toRows(argument: string, x: unknown, columns: number): Rows {
  if (x instanceof ImageTensor) {
    checkShape(argument, x.shape, columns);
    if (x.bytes.length !== sizeOf(x.shape)) {
      throw new ShapeError(argument, `${sizeOf(x.shape)} bytes for ${formatShape(x.shape)}`, `${x.bytes.length}`);
    }
    return { bytes: x.bytes, divisor: 255, count: x.shape[0] };
  }
  const { data, shape } = toTensor(argument, x);
  const count = isFlat(x) ? checkLength(argument, data.length, columns) : checkShape(argument, shape, columns);
  if (data instanceof Float32Array) return { floats: data, count };
  if (data instanceof Uint8Array) return { bytes: data, divisor: 1, count };
  if (data instanceof Uint8ClampedArray) {
    return { bytes: new Uint8Array(data.buffer, data.byteOffset, data.length), divisor: 1, count };
  }
  return { floats: new Float32Array(data), count };
}

/** Numbers without any shape: a typed array or an array of numbers. */
function isFlat(x: unknown): boolean {
  return ArrayBuffer.isView(x) || (Array.isArray(x) && (x.length === 0 || typeof x[0] === 'number'));
}

function checkLength(argument: string, length: number, columns: number): number {
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
