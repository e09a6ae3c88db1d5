/** Options that are no data. */

import { OptionError } from '../errors.ts';
import { describe } from '../options.ts';

/** @returns the signal, or one that is never aborted */
export function checkSignal(signal: unknown): AbortSignal {
  if (signal === undefined) return new AbortController().signal;
  if (signal instanceof AbortSignal) return signal;
  throw new OptionError('signal', 'an AbortSignal', describe(signal));
}

/** @returns the function, or one that does nothing */
export function checkFunction<Parameter>(
  argument: string,
  given: ((value: Parameter) => void) | undefined,
): (value: Parameter) => void {
  if (given === undefined) return () => {};
  if (typeof given === 'function') return given;
  throw new OptionError(argument, 'a function', describe(given));
}
