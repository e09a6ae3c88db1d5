/** Long arrays, gone over in pieces, so that the event loop may get its turns between them. */

import type { NumericArray } from '../tensor.ts';
import type { Work } from './turn.ts';

/** Numbers of a piece: less than a millisecond of work. */
export const PIECE = 1 << 16;

/** Calls `each` for the rows from `first` to `end`, of so many, each of `columns` numbers. */
export function* eachPiece(rows: number, columns: number, each: (first: number, end: number) => void): Work<void> {
  const step = Math.max(1, Math.floor(PIECE / columns));
  for (let first = 0; first < rows; first += step) {
    each(first, Math.min(first + step, rows));
    if (first + step < rows) yield;
  }
}

/** The place of the first number for which something holds, or -1. */
export function findNumber(data: NumericArray, holds: (value: number) => boolean): Work<number> {
  return findIn(data, (piece) => piece.findIndex(holds));
}

/** The place of the first number that is not finite, or -1. */
export function findNonFinite(data: NumericArray): Work<number> {
  return findIn(data, (piece) => {
    let zero = 0;
    for (let i = 0; i < piece.length; i++) zero *= piece[i] as number; // a fifth of the time of asking each
    return zero === 0 ? -1 : piece.findIndex((value) => !Number.isFinite(value));
  });
}

function* findIn(data: NumericArray, find: (piece: NumericArray) => number): Work<number> {
  for (let first = 0; first < data.length; first += PIECE) {
    const found = find(data.subarray(first, first + PIECE));
    if (found >= 0) return first + found;
    if (first + PIECE < data.length) yield;
  }
  return -1;
}

/** The same numbers as floats; these are not copied. */
export function* takeFloats(data: NumericArray): Work<Float32Array> {
  if (data instanceof Float32Array) return data;
  const floats = new Float32Array(data.length);
  yield* eachPiece(data.length, 1, (first, end) => floats.set(data.subarray(first, end), first));
  return floats;
}
