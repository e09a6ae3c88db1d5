/** What arrays and attributes consist of. */

import { MOST_UNITS } from '../../layers/layer.ts';
import type { Reader } from './reader.ts';

/** The lengths of an array's axes; null for no value at all. @throws FormatError */
export function readShape(file: Reader, at: number): number[] | null {
  const version = file.u8(at);
  const rank = file.u8(at + 1);
  if (version !== 1 && version !== 2) file.damaged('a dataspace of version 1 or 2', at);
  if (version === 2 && file.u8(at + 3) === 2) return null;
  const first = at + (version === 1 ? 8 : 4);
  if (rank > 32) file.damaged('a dataspace of at most 32 axes', at);
  return Array.from({ length: rank }, (_, axis) => {
    const length = file.length(first + axis * 8);
    if (length > MOST_UNITS) file.fail(`axes of at most ${MOST_UNITS}`, `one of ${length}`);
    return length;
  });
}

/** What one element is. */
export type ElementType =
  | { readonly kind: 'float'; readonly size: 2 | 4 | 8; readonly littleEndian: boolean }
  | { readonly kind: 'integer'; readonly size: 4 | 8; readonly littleEndian: boolean }
  | { readonly kind: 'text'; readonly size: number }
  | { readonly kind: 'variable text'; readonly size: 16 }
  | { readonly kind: 'other'; readonly size: number };

/** Precision, exponent and mantissa: place and bits of each, and the exponent's bias. */
const floats: Readonly<Record<number, readonly number[]>> = {
  2: [16, 10, 5, 0, 10, 15],
  4: [32, 23, 8, 0, 23, 127],
  8: [64, 52, 11, 0, 52, 1023],
};

/** @throws FormatError */
export function readType(file: Reader, at: number): ElementType {
  const kind = file.u8(at) & 15;
  const bits = file.u8(at + 1);
  const size = file.u32(at + 4);
  if (kind === 1 && isFloat(file, at, size) && (bits & 0x40) === 0) {
    return { kind: 'float', size: size as 2 | 4 | 8, littleEndian: (bits & 1) === 0 };
  }
  if (kind === 0 && (size === 4 || size === 8) && (bits & 8) !== 0) {
    return { kind: 'integer', size, littleEndian: (bits & 1) === 0 };
  }
  if (kind === 3 && size > 0) return { kind: 'text', size };
  if (kind === 9 && (bits & 15) === 1 && size === 16) return { kind: 'variable text', size };
  return { kind: 'other', size };
}

function isFloat(file: Reader, at: number, size: number): boolean {
  const expected = floats[size];
  if (!expected) return false;
  const places = [12, 13, 14, 15].map((byte) => file.u8(at + byte));
  const found = [file.u16(at + 10), ...places, file.u32(at + 16)];
  return file.u16(at + 8) === 0 && found.every((value, i) => value === expected[i]);
}

/** Elements of a shape. */
export function countOf(shape: readonly number[] | null): number {
  return shape === null ? 0 : shape.reduce((product, length) => product * length, 1);
}
