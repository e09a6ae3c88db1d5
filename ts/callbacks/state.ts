/** What a callback kept, read back from a checkpoint. */

import { OptionError } from '../errors.ts';
import { checkInteger, checkNumber, checkObject, checkText, describe } from '../options.ts';

/** Reads the fields of a state. Each throws an OptionError for what cannot be. */
export interface StateReader {
  count(name: string): number;
  /** Any number: a figure may be infinite, and NaN. */
  number(name: string): number;
  numbers(name: string): number[];
  text(name: string): string;
  /** What one of these reads; undefined if it is missing. */
  optional<Value>(name: string, read: (name: string) => Value): Value | undefined;
  /** As it is; undefined if it is missing. */
  raw(name: string): unknown;
}

/** @throws OptionError */
export function readState(state: unknown): StateReader {
  const fields = new Map(Object.entries(checkObject('state', state)));
  const raw = (name: string) => fields.get(name);
  const figure = (name: string, value: unknown) => checkNumber(`state.${name}`, value, 'a number', () => true);
  return {
    count: (name) => checkInteger(`state.${name}`, raw(name), 0, Number.MAX_SAFE_INTEGER),
    number: (name) => figure(name, raw(name)),
    numbers: (name) => {
      const list = raw(name);
      if (!Array.isArray(list)) throw new OptionError(`state.${name}`, 'an array of numbers', describe(list));
      return list.map((value) => figure(name, value));
    },
    text: (name) => checkText(`state.${name}`, raw(name)),
    optional: (name, read) => (raw(name) === undefined ? undefined : read(name)),
    raw,
  };
}
