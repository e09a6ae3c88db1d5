/** Checks of what users pass as options. Every failure is an OptionError that names the option. */

import { ArgumentError, OptionError } from './errors.ts';

/** A value in few words, for the "got ..." of an error message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return value.length > 60 ? `'${value.slice(0, 57)}...'` : `'${value}'`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object') return typeof value === 'bigint' ? `${value}n` : String(value);
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  const kind = value.constructor?.name ?? 'Object';
  if (ArrayBuffer.isView(value) && 'length' in value) return `${kind} of length ${value.length}`;
  return kind === 'Object' ? 'an object' : `an object of class ${kind}`;
}

/** Items that a list of options may have; an array of holes has up to four billion. */
const MOST_ITEMS = 2 ** 20;

/** An array that can be gone through. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= MOST_ITEMS;
}

/** Names in quotes: `'a', 'b' or 'c'`. */
export function quoted(names: readonly string[]): string {
  const all = names.map((name) => `'${name}'`);
  return all.length < 2 ? (all[0] ?? 'none') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** Single-letter edits between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The name that somebody who wrote `name` probably meant, if any is near. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const letters = (word: string) =>
    word
      .toLowerCase()
      .replaceAll(/[_\s-]/g, '')
      .slice(0, 64);
  const [best] = names
    .map((candidate) => ({ candidate, edits: distance(letters(name), letters(candidate)) }))
    .sort((a, b) => a.edits - b.edits);
  return best && best.edits <= Math.max(2, best.candidate.length / 3) ? best.candidate : undefined;
}

function suggestion(name: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  return meant === undefined ? '' : `; did you mean '${meant}'?`;
}

/** An object, whatever its keys. */
export function checkObject(argument: string, options: unknown): object {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options;
  throw new OptionError(argument, 'an object with options', describe(options));
}

/** An object of a file, whatever its keys. @throws ArgumentError */
export function checkRecord(argument: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ArgumentError(argument, 'an object', describe(value));
}

/** An object with no other keys than `known`. */
export function checkOptions(argument: string, options: unknown, known: readonly string[]): void {
  for (const key of Object.keys(checkObject(argument, options))) {
    if (!known.includes(key)) {
      throw new OptionError(`${argument}.${key}`, `one of ${known.join(', ')}`, `'${key}'${suggestion(key, known)}`);
    }
  }
}

/**
 * One of a closed list of names.
 * @param spellings what somebody may have meant to write
 */
export function checkName<Name extends string>(
  argument: string,
  value: unknown,
  names: readonly Name[],
  spellings: readonly string[] = names,
): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  const hint = typeof value === 'string' ? suggestion(value, spellings) : '';
  throw new OptionError(argument, quoted(names), `${describe(value)}${hint}`);
}

/** A whole number from `least` to `most`. */
export function checkInteger(argument: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new OptionError(argument, `a whole number ${range}`, describe(value));
}

/** A number for which `holds` is true. */
export function checkNumber(
  argument: string,
  value: unknown,
  expected: string,
  holds: (value: number) => boolean,
): number {
  if (typeof value === 'number' && holds(value)) return value;
  throw new OptionError(argument, expected, describe(value));
}

/** An array of numbers, for each of which `holds` is true. */
export function checkNumbers(
  argument: string,
  values: unknown,
  expected: string,
  holds: (value: number) => boolean,
): readonly number[] {
  if (!isList(values)) throw new OptionError(argument, 'an array of numbers', describe(values));
  return Array.from(values, (value, i) => checkNumber(`${argument}[${i}]`, value, expected, holds));
}

/** A text that is not empty. */
export function checkText(argument: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new OptionError(argument, 'a text that is not empty', describe(value));
}

export function checkBoolean(argument: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new OptionError(argument, 'true or false', describe(value));
}

/** That a function was given no more arguments than it has: what they ask for would not happen. */
export function checkNoMore(name: string, more: readonly unknown[]): void {
  if (more.length > 0) throw new OptionError(name, 'no further arguments', more.map(describe).join(', '));
}
