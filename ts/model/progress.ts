/** How much a model tells while it works. */

import { OptionError } from '../errors.ts';
import { describe } from '../options.ts';
import { type ProgressDisplay, platform } from '../platform.ts';

/** 0 silent, 1 a progress bar, 2 a line for each epoch, 'auto' what suits the place. */
export type Verbosity = 'auto' | 0 | 1 | 2;

/** @throws OptionError */
export function verbosity(verbose: unknown): 0 | 1 | 2 {
  if (verbose === 'auto') return platform().verbose;
  if (verbose === 0 || verbose === 1 || verbose === 2) return verbose;
  throw new OptionError('verbose', "'auto', 0, 1 or 2", describe(verbose));
}

const silent: ProgressDisplay = { goOn() {}, update() {}, finish() {}, abandon() {} };

/** A display of one pass over batches; a bar only where it is known how many there are. */
export async function openDisplay(
  verbose: 0 | 1 | 2,
  title: string,
  batches: number | undefined,
  batchSize: number,
): Promise<ProgressDisplay> {
  if (verbose === 0) return silent;
  const style = verbose === 1 && batches !== undefined ? 'bar' : 'line';
  return platform().progress(style, title, batches ?? 0, batchSize);
}
