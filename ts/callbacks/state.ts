/** What a callback kept, read back from a checkpoint. */

import { checkInteger, checkNumber, checkObject, checkText } from '../options.ts';

/** Reads the fields of a state. Each throws an OptionError for what cannot be. */
export interface StateReader {
  count(name: string): number;
  optionalCount(name: string): number | undefined;
  optionalNumber(name: string): number | undefined;
  optionalText(name: string): string | undefined;
  /** As it is; undefined if it is missing. */
  raw(name: string): unknown;
}

/** @throws OptionError */
export function readState(state: unknown): StateReader {
  const fields = new Map(Object.entries(checkObject('state', state)));
  const count = (name: string) => checkInteger(`state.${name}`, fields.get(name), 0, Number.MAX_SAFE_INTEGER);
  const unlessMissing = <Value>(name: string, read: (value: unknown) => Value) =>
    fields.get(name) === undefined ? undefined : read(fields.get(name));
  return {
    count,
    optionalCount: (name) => unlessMissing(name, () => count(name)),
    // Figures may be infinite, and NaN.
    optionalNumber: (name) =>
      unlessMissing(name, (value) => checkNumber(`state.${name}`, value, 'a number', () => true)),
    optionalText: (name) => unlessMissing(name, (value) => checkText(`state.${name}`, value)),
    raw: (name) => fields.get(name),
  };
}
