/** Numbers as they lie in files: one table of the element types that IDX and NPY share. */

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
  const place = layout.fortranOrder ? columnMajorPlace(layout.shape) : (element: number) => element;
  for (let i = 0; i < count; i++) data[i] = read(view, place(i) * size, layout.littleEndian);
  if (layout.type === 'i8' || layout.type === 'u8') checkIntegers(data, name);
  return data;
}

/** From an element's place in row-major order to its place in column-major order. */
function columnMajorPlace(shape: readonly number[]): (element: number) => number {
  const axes = shape.map((length, axis) => ({ length, stride: elementCount(shape.slice(0, axis)) })).reverse();
  return (element) => {
    let place = 0;
    for (const { length, stride } of axes) {
      place += (element % length) * stride;
      element = Math.floor(element / length);
    }
    return place;
  };
}

/** Too large a product loses digits or becomes infinite but never small, so no length of real data can equal it. */
function elementCount(shape: readonly number[]): number {
  return shape.includes(0) ? 0 : shape.reduce((product, length) => product * length, 1);
}

function checkIntegers(data: NumericArray, name: string): void {
  const bad = data.findIndex((value) => !Number.isSafeInteger(value));
  if (bad >= 0) throw new FormatError(name, '64-bit integers within ±(2^53 - 1)', `${data[bad]} at element ${bad}`);
}
