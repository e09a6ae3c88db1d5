/** `tf.util`. */

import { OptionError, ShapeError } from '../errors.ts';
import { formatShape, sizeOf } from '../inputs/tensor.ts';
import { checkInteger } from '../options.ts';
import { Random } from './ops/random.ts';

type Shuffled = Float32Array | Int32Array | Uint32Array | Uint8Array | unknown[];

/** Brings arrays of one length into one new order, in place (Fisher-Yates). */
function shuffleAll(arrays: readonly Shuffled[]): void {
  const random = new Random();
  for (let i = (arrays[0]?.length ?? 0) - 1; i > 0; i--) {
    const other = random.below(i + 1);
    for (const array of arrays as unknown[][]) [array[i], array[other]] = [array[other], array[i]];
  }
}

/** Small helpers. @example tf.util.sizeFromShape([2, 3]); // 6 */
export const util = {
  /** Brings an array into a new order, in place. */
  shuffle(array: Shuffled): void {
    shuffleAll([array]);
  },
  /** Brings two arrays into one new order, in place. @throws ShapeError */
  shuffleCombo(array: Shuffled, array2: Shuffled): void {
    if (array.length !== array2.length) throw new ShapeError('array2', `length ${array.length}`, `${array2.length}`);
    shuffleAll([array, array2]);
  },
  /** The numbers from 0 to less than `n` in a new order. */
  createShuffledIndices(n: number): Uint32Array {
    const indices = Uint32Array.from({ length: checkInteger('n', n, 0, 2 ** 32) }, (_, i) => i);
    shuffleAll([indices]);
    return indices;
  },
  /** Checks that a condition holds. @throws OptionError with the message */
  assert(condition: boolean, message: () => string): void {
    if (!condition) throw new OptionError('tf.util.assert', 'a condition that holds', message());
  },
  /** Checks that two shapes are the same. @throws ShapeError */
  assertShapesMatch(a: readonly number[], b: readonly number[], message = ''): void {
    if (formatShape(a) !== formatShape(b)) throw new ShapeError(`${message}shape`, formatShape(a), formatShape(b));
  },
  /** How many numbers a shape has. */
  sizeFromShape: (shape: readonly number[]): number => sizeOf(shape),
  /** Whether two arrays hold the same. */
  arraysEqual: (a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean =>
    a === b || (a.length === b.length && Array.from(a).every((item, i) => item === b[i])),
  /** The items of nested arrays in one. */
  flatten: (nested: unknown): unknown[] => (Array.isArray(nested) ? nested.flat(Number.POSITIVE_INFINITY) : [nested]),
  /** x, held between two numbers. */
  clamp: (least: number, x: number, most: number): number => Math.max(least, Math.min(x, most)),
  /** The sum of numbers. */
  sum: (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0),
  /** A random number from a to less than b. */
  randUniform: (a: number, b: number): number => a + (b - a) * new Random().next(),
  /** Whether it is a typed array. */
  isTypedArray: (value: unknown): boolean => ArrayBuffer.isView(value) && !(value instanceof DataView),
  /** Milliseconds, by the clock that runs evenly. */
  now: (): number => performance.now(),
} as const;
