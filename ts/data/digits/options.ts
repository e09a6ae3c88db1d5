/** What `loadDigits` takes, and gives. */

import { checkBoolean, checkInteger, checkName, checkNumber, checkOptions, checkText } from '../../options.ts';
import type { LabelledRows, Tensor2D } from '../../tensor.ts';
import { checkDownloadOptions, type DownloadOptions } from '../download.ts';
import type { PixelOrder } from '../orientation.ts';

/** Which rows to hold out, by chance. */
export interface SplitOptions {
  /** The share of each class, more than 0 and less than 1. */
  readonly fraction: number;
  /** The same seed holds out the same rows. Default 42. */
  readonly seed?: number;
}

/** Options of `loadDigits`; all are found out where they are left out. */
export interface LoadDigitsOptions extends DownloadOptions {
  /**
   * How the pixels of an image follow each other in the data; images by columns are turned. Default: by columns where
   * the ones lie down, and in EMNIST's files and MATLAB's matrices unless their ones stand; else by rows. What is turned
   * is said in `description`.
   */
  readonly order?: PixelOrder;
  /** Whether light and dark change places. Default: where the images' edges are light, as ink is high here. */
  readonly invert?: boolean;
  /** The column, array or file with the labels, by its name; `'first'` or `'last'` in tables without names. */
  readonly labels?: string;
  /** Holds out this share of each class, of all rows, as `test`. Default: what the data themselves hold out. */
  readonly split?: number | SplitOptions;
  /** At most so many images of each part, the same number of each class where there are enough. */
  readonly limit?: number;
}

/** Images with their labels. */
export interface Digits {
  /**
   * All images, those of `train` before those of `test`: `[n, height * width]`, unrolled by rows, from 0 (paper) to 1
   * (ink). An ImageTensor where the data are bytes. `train` and `test` share its memory.
   */
  readonly images: Tensor2D;
  /** A class id for each image. */
  readonly labels: Uint8Array;
  /** Pixels. */
  readonly height: number;
  /** Pixels. */
  readonly width: number;
  /** By class id. */
  readonly classNames: readonly string[];
  /** Images and labels to train on: all that are not held out. */
  readonly train: LabelledRows;
  /** Undefined where nothing is held out. */
  readonly test: LabelledRows | undefined;
  /** How the data had the pixels. `images` have them by rows. */
  readonly order: PixelOrder;
  /** Light and dark have changed places. */
  readonly inverted: boolean;
  /** In one line: what the data were taken for, and what was done to them. */
  readonly description: string;
  /** What may be wrong with the data, or was not certain. */
  readonly notices: readonly string[];
}

const names = ['order', 'invert', 'labels', 'split', 'limit', 'signal', 'timeout', 'onProgress'];

/** @throws OptionError */
export function checkLoadOptions(options: LoadDigitsOptions): void {
  checkOptions('options', options, names);
  const { order, invert, labels, split, limit } = options;
  if (order !== undefined) checkName('order', order, ['rows', 'columns']);
  if (invert !== undefined) checkBoolean('invert', invert);
  if (labels !== undefined) checkText('labels', labels);
  if (limit !== undefined) checkInteger('limit', limit, 1, Number.MAX_SAFE_INTEGER);
  if (split !== undefined) splitOf(split);
  checkDownloadOptions(options);
}

/** @throws OptionError */
export function splitOf(split: number | SplitOptions): Required<SplitOptions> {
  if (typeof split === 'object') checkOptions('split', split, ['fraction', 'seed']);
  const { fraction, seed = 42 } = typeof split === 'object' && split !== null ? split : { fraction: split };
  const isShare = (value: number) => value > 0 && value < 1;
  checkNumber(
    typeof split === 'object' ? 'split.fraction' : 'split',
    fraction,
    'a share, more than 0 and less than 1',
    isShare,
  );
  return { fraction, seed: checkInteger('split.seed', seed, 0, 2 ** 32 - 1) };
}
