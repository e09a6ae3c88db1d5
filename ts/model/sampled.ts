import type { Rows } from '../engine/engine.ts';

/** Looks at about so many numbers of some rows, evenly spread. */
export function forSampled(rows: Rows, most: number, look: (value: number) => void): void {
  const [numbers, divisor] = 'bytes' in rows ? [rows.bytes, rows.divisor] : [rows.floats, 1];
  const step = Math.max(1, Math.floor(numbers.length / most)) | 1; // odd, not to stay in one column
  for (let i = 0; i < numbers.length; i += step) look((numbers[i] as number) / divisor);
}
