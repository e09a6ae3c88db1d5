/** Numbers as they lie in files: one table of the element types that IDX, NPY and MAT share. */

import { FormatError } from '../errors.ts';
import type { NumericArray } from '../tensor.ts';

/** How one element type is read. */
export interface ElementType {
  /** Bytes of one element. */
  readonly size: number;
  /** The array that holds what was read. */
  readonly array: new (
    length: number,
  ) => NumericArray;
  readonly read: (view: DataView, offset: number, littleEndian: boolean) => number;
}

/** By NumPy's names. 64-bit integers become doubles, which hold them exactly within ±(2^53 - 1). */
export const elementTypes = {
  b1: { size: 1, array: Uint8Array, read: (view, offset) => view.getUint8(offset) },
  u1: { size: 1, array: Uint8Array, read: (view, offset) => view.getUint8(offset) },
  i1: { size: 1, array: Int8Array, read: (view, offset) => view.getInt8(offset) },
  u2: { size: 2, array: Uint16Array, read: (view, offset, little) => view.getUint16(offset, little) },
  i2: { size: 2, array: Int16Array, read: (view, offset, little) => view.getInt16(offset, little) },
  u4: { size: 4, array: Uint32Array, read: (view, offset, little) => view.getUint32(offset, little) },
  i4: { size: 4, array: Int32Array, read: (view, offset, little) => view.getInt32(offset, little) },
  u8: { size: 8, array: Float64Array, read: (view, offset, little) => Number(view.getBigUint64(offset, little)) },
  i8: { size: 8, array: Float64Array, read: (view, offset, little) => Number(view.getBigInt64(offset, little)) },
  f2: { size: 2, array: Float32Array, read: (view, offset, little) => halfToNumber(view.getUint16(offset, little)) },
  f4: { size: 4, array: Float32Array, read: (view, offset, little) => view.getFloat32(offset, little) },
  f8: { size: 8, array: Float64Array, read: (view, offset, little) => view.getFloat64(offset, little) },
} satisfies Record<string, ElementType>;

export type ElementName = keyof typeof elementTypes;

/** What lies in a file, as its header tells it. */
export interface Layout {
  readonly type: ElementName;
  readonly littleEndian: boolean;
  /** Column-major: the first index runs fastest. */
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

/**
 * Reads the elements, into row-major order.
 *
 * @param bytes The elements and nothing else. One-byte elements in row-major order share this memory; others are copied.
 * @param name What error messages call the file.
 * @throws FormatError if `bytes` is not exactly as long as the layout says (checked before anything is allocated), or
 *   a 64-bit integer lies outside ±(2^53 - 1).
 */
export function readElements(bytes: Uint8Array, layout: Layout, name: string): NumericArray {
  const { size, array, read }: ElementType = elementTypes[layout.type];
  const count = elementCount(layout.shape);
  if (count * size !== bytes.length) {
    throw new FormatError(
      name,
      `${count * size} bytes of data for shape (${layout.shape.join(', ')}) of ${size}-byte elements`,
      `${bytes.length} bytes`,
    );
  }
  if (array === Uint8Array && !layout.fortranOrder) return bytes;
  const data = new array(count);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (layout.fortranOrder) {
    const next = columnMajorPlaces(layout.shape);
    for (let i = 0; i < count; i++) data[i] = read(view, next() * size, layout.littleEndian);
  } else {
    for (let i = 0; i < count; i++) data[i] = read(view, i * size, layout.littleEndian);
  }
  if (layout.type === 'i8' || layout.type === 'u8') checkIntegers(data, name);
  return data;
}

/**
 * The places in column-major order of the elements, one a call, as they follow each other in row-major order. Counts
 * up the indices as an odometer does, so that a call takes one step on average, however many axes there are.
 */
export function columnMajorPlaces(shape: readonly number[]): () => number {
  const axes = shape
    .map((length, axis) => ({ length, stride: elementCount(shape.slice(0, axis)), index: 0 }))
    .filter(({ length }) => length > 1)
    .reverse();
  let following = 0;
  return () => {
    const place = following;
    for (const axis of axes) {
      axis.index++;
      following += axis.stride;
      if (axis.index < axis.length) break;
      following -= axis.index * axis.stride;
      axis.index = 0;
    }
    return place;
  };
}

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
function halfToNumber(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

/** Too large a product loses digits or becomes infinite but never small, so no length of real data can equal it. */
export function elementCount(shape: readonly number[]): number {
  return shape.includes(0) ? 0 : shape.reduce((product, length) => product * length, 1);
}

function checkIntegers(data: NumericArray, name: string): void {
  const bad = data.findIndex((value) => !Number.isSafeInteger(value));
  if (bad >= 0) throw new FormatError(name, '64-bit integers within ±(2^53 - 1)', `${data[bad]} at element ${bad}`);
}

/** What a file begins with, for the "got ..." of an error message. */
export function describeStart(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file';
  const start = bytes.subarray(0, 6);
  if (/^\s*<(?:!doc|html)/i.test(String.fromCharCode(...start))) return 'an HTML page, perhaps of an error';
  return `bytes ${Array.from(start, (byte) => byte.toString(16).padStart(2, '0')).join(' ')}`;
}
