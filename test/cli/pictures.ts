/** Pictures of digits, as people have them: of any size, dark or light, not in the middle. */

import { encode } from 'fast-png';

export const side = 28;

/** Uniform numbers from 0 to 1 that follow from a seed (Mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Rendering {
  readonly size: number;
  /** Dark ink on light paper; else as MNIST has it. */
  readonly inverted?: boolean;
  /** Shares of the picture's size, to the right and down. */
  readonly shift?: readonly [x: number, y: number];
}

/** An image of MNIST's as a grey picture of another size, enlarged as image programs do, by interpolation. */
export function render(digit: Uint8Array, { size, inverted = false, shift = [0, 0] }: Rendering): Uint8Array {
  const [moveX, moveY] = shift.map((share) => Math.round(share * size)) as [number, number];
  const pixel = (x: number, y: number) => (x < 0 || y < 0 || x >= side || y >= side ? 0 : (digit[y * side + x] ?? 0));
  const scale = side / size;
  return Uint8Array.from({ length: size * size }, (_, i) => {
    const x = ((i % size) - moveX + 0.5) * scale - 0.5;
    const y = (Math.floor(i / size) - moveY + 0.5) * scale - 0.5;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, down] = [x - left, y - top];
    const above = pixel(left, top) * (1 - right) + pixel(left + 1, top) * right;
    const below = pixel(left, top + 1) * (1 - right) + pixel(left + 1, top + 1) * right;
    const ink = Math.round(above * (1 - down) + below * down);
    return inverted ? 255 - ink : ink;
  });
}

export function greyPng(data: Uint8Array, width: number, height = data.length / width): Uint8Array {
  return encode({ width, height, data, channels: 1, depth: 8 });
}

/**
 * How far a digit can be moved within its picture, at most a quarter of its size, so that all of it stays on it:
 * a share for each direction.
 */
export function room(digit: Uint8Array): { x: readonly [number, number]; y: readonly [number, number] } {
  let [left, right, top, bottom] = [side, 0, side, 0];
  digit.forEach((ink, i) => {
    if (ink === 0) return;
    const [x, y] = [i % side, Math.floor(i / side)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  });
  const limit = (pixels: number) => Math.min(pixels / side, 0.25);
  return {
    x: [-limit(left), limit(side - 1 - right)],
    y: [-limit(top), limit(side - 1 - bottom)],
  };
}
