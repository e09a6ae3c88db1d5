/** A decoded picture, and how large one may be. */

import { FormatError } from '../errors.ts';
import { reasonOf } from '../reason.ts';

/** Grey values, row by row: 0 is black, 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Larger pictures are refused before anything is unpacked: 25 megapixels, 16,384 pixels a side. */
export const mostPixels = 25e6;
export const mostSide = 16384;

/** @throws PictureFault */
export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new PictureFault('it has no pixels');
  if (width > mostSide || height > mostSide || width * height > mostPixels) {
    const limit = `at most ${mostPixels / 1e6} megapixels and ${mostSide} pixels a side are read`;
    throw new PictureFault(`${width} x ${height} pixels are too many; ${limit}`);
  }
}

/** What is wrong with a picture, for whoever knows its name. */
export class PictureFault extends Error {}

/**
 * What a decoder gives; whatever it throws is about the picture.
 * @throws FormatError
 */
export async function decoded<Result>(name: string, kind: string, decode: () => Result | Promise<Result>) {
  try {
    return await decode();
  } catch (error) {
    const reason = reasonOf(error).slice(0, 200).replace(/\.$/, '');
    throw new FormatError(name, `a whole ${kind} image`, `one that cannot be read: ${reason}`, { cause: error });
  }
}
