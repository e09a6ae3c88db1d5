/** How often a training's state is kept. */

import { OptionError } from '../errors.ts';
import { checkInteger, describe, quoted } from '../options.ts';

const words = ['auto', 'epoch', 'none'] as const;

/** 'auto': every few seconds; 'epoch': after each; a number: after so many batches; 'none': never. */
export type CheckpointEvery = (typeof words)[number] | number;

/** @throws OptionError */
export function checkCheckpointEvery(argument: string, value: unknown): CheckpointEvery {
  const word = words.find((word) => word === value);
  if (word) return word;
  if (typeof value === 'number') return checkInteger(argument, value, 1, Number.MAX_SAFE_INTEGER);
  throw new OptionError(argument, `${quoted(words)}, or a number of steps`, describe(value));
}
