/** What TensorFlow.js 4.22 made of the programs. */

import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** How far numbers may be from TensorFlow.js's, as a share of them; below 0.001 of that. */
const TOLERANCE = 0.01;
const SMALL = 1e-3;

/** Every leaf by its place. */
function leavesOf(value: unknown, place = ''): [place: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return Object.entries(value).flatMap(([name, item]) => leavesOf(item, `${place}.${name}`));
}

/**
 * Expects a program's results to be TensorFlow.js's: numbers nearly, all else exactly.
 * @returns the largest difference, as a share
 */
export function expectGolden(program: string, results: unknown): number {
  const golden = JSON.parse(readFileSync(new URL(`golden/${program}.json`, import.meta.url), 'utf8'));
  const [expected, received] = [leavesOf(golden), leavesOf(results)];
  expect(received.map(([place]) => place)).toEqual(expected.map(([place]) => place));
  let worst = 0;
  for (const [i, [place, value]] of expected.entries()) {
    const got = received[i]?.[1];
    if (typeof value !== 'number') {
      expect(got, place).toEqual(value);
      continue;
    }
    const apart = Math.abs((got as number) - value) / Math.max(Math.abs(value), SMALL);
    expect(apart, `${place}: ${got} for ${value}`).toBeLessThan(TOLERANCE);
    worst = Math.max(worst, apart);
  }
  return worst;
}
