/** Rows to learn from and rows to hold out, each class in the same share. */

import type { LabelledRows, Tensor2D } from '../tensor.ts';
import { ImageTensor } from '../tensor.ts';

/** Row numbers, ascending. */
export interface SplitRows {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** The rows of each class, in their order. */
export function rowsByClass(labels: ArrayLike<number>): Map<number, number[]> {
  const classes = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] as number;
    const rows = classes.get(label);
    if (rows) rows.push(row);
    else classes.set(label, [row]);
  }
  return classes;
}

/**
 * Holds out a share of each class.
 *
 * @param choose the held-out ones of a class's rows, `count` of them
 */
export function splitByClass(
  labels: ArrayLike<number>,
  fraction: number,
  choose: (rows: readonly number[], count: number) => readonly number[],
): SplitRows {
  const heldOut = new Set<number>();
  for (const rows of rowsByClass(labels).values()) {
    // Whoever holds out at all holds out some of each class, and learns from some, where it has two.
    const most = Math.max(rows.length - 1, 0);
    const count = fraction === 0 ? 0 : Math.min(Math.max(Math.round(rows.length * fraction), 1), most);
    for (const row of choose(rows, count)) heldOut.add(row);
  }
  const all = Array.from({ length: labels.length }, (_, row) => row);
  return { train: all.filter((row) => !heldOut.has(row)), test: all.filter((row) => heldOut.has(row)) };
}

/** `count` of the rows, as far apart as they can be. */
export function evenly(rows: readonly number[], count: number): number[] {
  return rows.filter((_, i) => Math.floor(((i + 1) * count) / rows.length) > Math.floor((i * count) / rows.length));
}

/** Numbers from 0 to less than 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chooses rows by chance, the same for the same seed (Fisher-Yates). */
export function byChance(seed: number): (rows: readonly number[], count: number) => number[] {
  const random = randomNumbers(seed);
  return (rows, count) => {
    const shuffled = [...rows];
    for (let i = 0; i < count; i++) {
      const other = i + Math.floor(random() * (shuffled.length - i));
      [shuffled[i], shuffled[other]] = [shuffled[other] as number, shuffled[i] as number];
    }
    return shuffled.slice(0, count);
  };
}

/** The rows named, copied; an ImageTensor stays one. */
export function takeRows({ x, y }: LabelledRows, rows: readonly number[]): LabelledRows {
  const [, columns] = x.shape;
  const from = x instanceof ImageTensor ? x.bytes : x.data;
  const to = x instanceof ImageTensor ? new Uint8Array(rows.length * columns) : new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    to.set(from.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { x: asRows(to, columns), y: Uint8Array.from(rows, (row) => y[row] as number) };
}

/** Pixels with a shape: bytes are worth `byte / 255`. */
export function asRows(pixels: Uint8Array | Float32Array, columns: number): Tensor2D {
  const shape = [pixels.length / columns, columns] as const;
  return pixels instanceof Uint8Array ? new ImageTensor(pixels, shape) : { data: pixels, shape };
}
