import { sizeOf } from '../../inputs/tensor.ts';
import type { Values } from './tensors.ts';

/** Where activations differ, and where their formulas have other branches. */
const numbers = [
  0, 1, -1, 0.5, -0.5, 0.1, -0.1, 2, -2, 3, -3, 1.5, -1.5, 2.5, -2.5, 2.9, -2.9, 3.1, -3.1, 4, -4, 5.5, -5.5, 6.5, -6.5,
  8, -8, 12, -12, 20.5, -20.5,
];
const ROWS = 8;

/**
 * Rows that tell layers apart: each of some numbers in all places, or where a row is looked at as a whole, numbers from
 * -3 to 3 that follow no pattern.
 */
export function rowsToTry(shape: readonly number[], asWhole: boolean): Values {
  const count = sizeOf(shape);
  const rows = asWhole ? ROWS : numbers.length;
  const data = new Float64Array(rows * count);
  let state = 1;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = asWhole ? (state / 2 ** 32) * 6 - 3 : (numbers[Math.floor(i / count)] as number);
  }
  return { dims: [rows, ...shape], data };
}
