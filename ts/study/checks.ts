/** Options that are no data. */

import { availableParallelism } from 'node:os';
import { OptionError } from '../errors.ts';
import { checkInteger, describe } from '../options.ts';

const MOST_CORES = 1024;

/** Runs at a time. Default: one per core. */
export function checkCores(cores: number = availableParallelism()): number {
  return checkInteger('cores', cores, 1, MOST_CORES);
}

/** @returns the signal, of this realm as `AbortSignal.any` asks, or one that is never aborted */
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
