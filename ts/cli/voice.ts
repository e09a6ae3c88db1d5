/** How a command speaks: to a person, to a program, or as little as it can. */

import type { Verbosity } from '../model/progress.ts';

export interface Voice {
  /** How much a training tells of its progress. */
  readonly verbose: Verbosity;
  /** Tells a person, on stdout. */
  say(text?: string): void;
  /** Tells a person what went wrong without ending the command, on stderr. */
  warn(text: string): void;
}

/** Tells all. */
export const spoken: Voice = { verbose: 'auto', say: (text = '') => console.log(text), warn: console.error };

/** Warns only. */
export const silent: Voice = { verbose: 0, say() {}, warn: console.error };
