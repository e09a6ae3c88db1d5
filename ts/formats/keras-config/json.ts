/** Values of a file's JSON, of which nothing is known. */

import { OptionError } from '../../errors.ts';
import { isRecord } from '../../json.ts';
import { describe } from '../../options.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Keras's own configurations are some ten levels deep. */
const DEEPEST = 64;

/** An object. @throws OptionError */
export function record(argument: string, value: unknown): Json {
  if (isRecord(value)) return value;
  throw new OptionError(argument, 'an object', describe(value));
}

/** An array. @throws OptionError */
export function list(argument: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new OptionError(argument, 'an array', describe(value));
}

/** A text that is not empty, if it is one. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The field, unless that is only a name which all objects have. */
export function own(value: Json, field: string): unknown {
  return Object.hasOwn(value, field) ? value[field] : undefined;
}

/** Whether an object that `holds` is anywhere in a value, all of which is looked at. @throws OptionError if it is nested without end */
export function nested(value: unknown, holds: (value: Json) => boolean, depth = 0): boolean {
  if (depth > DEEPEST) throw new OptionError('config', `values nested ${DEEPEST} deep at most`, 'deeper ones');
  const inside = typeof value === 'object' && value !== null ? Object.values(value) : [];
  const found = inside.map((item) => nested(item, holds, depth + 1)).includes(true);
  return found || (isRecord(value) && holds(value));
}
