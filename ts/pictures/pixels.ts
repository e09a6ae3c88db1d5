/** Pixels as programs hold them. */

import { FormatError } from '../errors.ts';
import { tagOf } from '../inputs/arrays.ts';
import { describe } from '../options.ts';
import { rgbaToGrey } from './grey.ts';
import { checkSize, type Picture, PictureFault } from './picture.ts';

/** Pixels as a canvas has them: RGBA, four bytes a pixel. An ImageData is one. */
export interface RgbaPixels {
  /** Red, green, blue and opacity of each pixel, 0 to 255, by rows from the top. */
  readonly data: Uint8Array | Uint8ClampedArray;
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
}

/** Whether something is meant for pixels: an ImageData of any realm, or the like. */
export function isPixels(value: unknown): value is RgbaPixels {
  return typeof value === 'object' && value !== null && 'data' in value && 'width' in value && 'height' in value;
}

/** @throws FormatError */
export function greyOf({ data, width, height }: RgbaPixels, name: string): Picture {
  const pixels = width * height;
  const bytes = /^Uint8(?:Clamped)?Array$/.test(tagOf(data));
  if (!Number.isInteger(width) || !Number.isInteger(height) || !bytes || data.length !== 4 * pixels) {
    const received = `${describe(data)} for ${describe(width)} x ${describe(height)} pixels`;
    throw new FormatError(name, 'data of four bytes for each pixel', received);
  }
  try {
    checkSize(width, height);
  } catch (error) {
    if (!(error instanceof PictureFault)) throw error;
    throw new FormatError(name, 'a picture', error.message, { cause: error });
  }
  return { width, height, data: rgbaToGrey(data, pixels) };
}
