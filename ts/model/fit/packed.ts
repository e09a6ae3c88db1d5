/** Plain values with arrays of floats in them as JSON, and back: every number is the one that it was. */

import { ArgumentError } from '../../errors.ts';
import type { TrainingPart } from '../../formats/format.ts';
import { describe } from '../../options.ts';

/** Keys of objects that stand for what JSON has no words for. */
const ARRAY = '$array';
const NUMBER = '$number';

/** @throws ArgumentError for what is neither plain nor an array of floats */
export function pack(value: unknown): TrainingPart {
  const arrays: Float32Array[] = [];
  const text = JSON.stringify({ value: plain('state', value, arrays), arrays: arrays.length });
  return { text, arrays };
}

function plain(place: string, value: unknown, arrays: Float32Array[]): unknown {
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { [NUMBER]: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (value === null || ['undefined', 'number', 'string', 'boolean'].includes(typeof value)) return value;
  if (value instanceof Float32Array) {
    if (value.length === 0) return { [ARRAY]: null };
    return { [ARRAY]: arrays.push(value) - 1 };
  }
  if (Array.isArray(value)) return value.map((item, i) => plain(`${place}[${i}]`, item, arrays));
  const prototype = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  if (prototype !== null && Object.getPrototypeOf(prototype ?? {}) !== null) return refuse(place, value);
  const entries = Object.entries(value as object);
  if (typeof value !== 'object' || entries.some(([key]) => key.startsWith('$'))) return refuse(place, value);
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(`${place}.${key}`, item, arrays)]));
}

function refuse(place: string, value: unknown): never {
  const expected = "numbers, texts, arrays, Float32Arrays and plain objects without keys that begin with '$'";
  throw new ArgumentError(place, expected, describe(value));
}

/**
 * The opposite.
 * @throws ArgumentError
 */
export function unpack({ text, arrays }: TrainingPart): unknown {
  try {
    return (JSON.parse(text, (_, value) => original(value, arrays)) as { readonly value: unknown }).value;
  } catch (error) {
    if (error instanceof ArgumentError) throw error;
    throw new ArgumentError('state', 'JSON', (error as Error).message, { cause: error });
  }
}

function original(value: unknown, arrays: readonly Float32Array[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Object.hasOwn(value, NUMBER)) return Number((value as { [NUMBER]: unknown })[NUMBER]);
  if (!Object.hasOwn(value, ARRAY)) return value;
  const index = (value as { [ARRAY]: unknown })[ARRAY];
  if (index === null) return new Float32Array();
  const array = typeof index === 'number' ? arrays[index] : undefined;
  if (!array) throw new ArgumentError(ARRAY, `one of ${arrays.length} arrays`, describe(index));
  return array;
}
