/** A few digits of MNIST that come with the package. */

import { ImageTensor, type LabelledRows, type TrainTestSplit } from '../../tensor.ts';
import { unpackInk } from './packed-ink.ts';

/** As scripts/sample-digits.mjs packs them. */
const TRAIN = 2500;
const TEST = 500;
const PIXELS = 28 * 28;

/**
 * 3,000 of MNIST's digits, for examples, tests and pages that are to run at once: the first 250 of each class of its
 * training set as `train` and the first 50 of each class of its test set as `test`, in its order, in the form of
 * `loadMnist`. Their greys are rounded to 16 levels, which a model does not notice. They are 230 kB in the package, read
 * when this is called.
 * @example
 * ```js
 * import { loadSampleDigits } from 'inkgrad/data';
 *
 * const { train, test } = await loadSampleDigits();
 * console.log(train.x.shape, test.x.shape);
 * ```
 */
export async function loadSampleDigits(): Promise<TrainTestSplit> {
  const { packed } = await import('./sample-digits.ts');
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const pixels = unpackInk(bytes.subarray(TRAIN + TEST), (TRAIN + TEST) * PIXELS).map((level) => level * 17);
  const rows = (start: number, end: number): LabelledRows<ImageTensor> => ({
    x: new ImageTensor(pixels.subarray(start * PIXELS, end * PIXELS), [end - start, PIXELS]),
    y: bytes.slice(start, end),
  });
  return { train: rows(0, TRAIN), test: rows(TRAIN, TRAIN + TEST) };
}
