import { OptionError } from '../errors.ts';
import { checkInteger, describe } from '../options.ts';

/** Keras's word for how often something is saved: at the end of each epoch, or after so many batches. */
export type SaveFreq = 'epoch' | number;

/** @throws OptionError */
export function checkSaveFreq(saveFreq: unknown): SaveFreq {
  if (saveFreq === 'epoch') return saveFreq;
  if (typeof saveFreq === 'number') return checkInteger('saveFreq', saveFreq, 1, Number.MAX_SAFE_INTEGER);
  throw new OptionError('saveFreq', "'epoch' or a number of batches", describe(saveFreq));
}
