/** Labels as class ids: whole numbers as they are, words in their order. */

import { LabelError } from '../../errors.ts';
import type { RawLabels } from './raw.ts';

export interface ClassLabels {
  /** A class id an image, for each part. */
  readonly ids: readonly Uint8Array[];
  /** By class id. */
  readonly classNames: readonly string[];
  readonly notices: readonly string[];
}

const MOST_CLASSES = 256;

/**
 * Whole numbers from 0 to 255 are class ids. Where there are 1 to 10 and no 0, 10 means 0, as in MATLAB's files of
 * digits, whose arrays begin at 1. Words become the numbers of their places in alphabetical order.
 *
 * @param names of the classes, where the data have them
 * @throws LabelError that names the row
 */
export function classLabels(parts: readonly RawLabels[], names: readonly string[] | undefined): ClassLabels {
  const numbers = parts.map(({ values }) => numbersIn(values));
  if (numbers.every((values) => values !== undefined)) return fromNumbers(parts, numbers, names);
  const words = [...new Set(parts.flatMap(({ values }) => Array.from(values, String)))].sort();
  if (words.length > MOST_CLASSES) {
    throw new LabelError(
      parts[0]?.name ?? 'labels',
      `at most ${MOST_CLASSES} classes`,
      `${words.length} different words`,
    );
  }
  const places = new Map(words.map((word, id) => [word, id]));
  const ids = parts.map(({ values }) => Uint8Array.from(values, (value) => places.get(String(value)) as number));
  return { ids, classNames: words, notices: [] };
}

/** Undefined if some are words. */
function numbersIn(values: ArrayLike<number | string>): Float64Array | undefined {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number | string;
    if (typeof value === 'string' && !/^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(value)) return undefined;
    numbers[i] = Number(value);
  }
  return numbers;
}

function fromNumbers(
  parts: readonly RawLabels[],
  numbers: readonly Float64Array[],
  names: readonly string[] | undefined,
): ClassLabels {
  numbers.forEach((values, i) => {
    const bad = values.findIndex((value) => !Number.isInteger(value) || value < 0 || value >= MOST_CLASSES);
    const expected = `whole numbers from 0 to ${MOST_CLASSES - 1}, or words`;
    if (bad >= 0) throw new LabelError(parts[i]?.name ?? 'labels', expected, `${values[bad]} at row ${bad}`);
  });
  const present = new Set(numbers.flatMap((values) => [...new Set(values)]));
  const tenIsZero = present.size === 10 && !present.has(0) && Math.max(...present) === 10;
  const ids = numbers.map((values) => Uint8Array.from(values, (value) => (tenIsZero && value === 10 ? 0 : value)));
  const count = tenIsZero ? 10 : Math.max(...present) + 1;
  const classNames = Array.from({ length: Math.max(count, names?.length ?? 0) }, (_, id) => names?.[id] ?? String(id));
  return { ids, classNames, notices: tenIsZero ? ['the label 10 is taken for 0'] : [] };
}
