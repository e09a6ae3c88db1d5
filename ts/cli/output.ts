/** How a command speaks: to a person, to a program, or as little as it can. */

import type { Verbosity } from '../model/progress.ts';
import { printable } from '../printable.ts';

export interface Output {
  /** How much a training tells of its progress. */
  readonly verbose: Verbosity;
  /** For a person, on stdout. */
  say(text?: string): void;
  /** What went wrong without ending the command, on stderr. */
  warn(text: string): void;
}

/** Prints a line on stdout; names in it come from files, and are not to steer the terminal. */
export function printLine(text = ''): void {
  console.log(printable(text));
}

/** The same on stderr. */
export function printError(text: string): void {
  console.error(printable(text));
}

/** Tells all. */
export const spoken: Output = { verbose: 'auto', say: printLine, warn: printError };

/** Warns only. */
export const silent: Output = { verbose: 0, say() {}, warn: printError };
