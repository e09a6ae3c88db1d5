/** `inkgrad/digits` in Node, Bun and Deno. */

import { unlessAborted } from '../abort.ts';
import { OptionError } from '../errors.ts';
import { tagOf } from '../inputs/arrays.ts';
import { describe } from '../options.ts';
import { decodePicture, readPictureFile } from '../pictures/node.ts';
import { greyOf, isPixels, type RgbaPixels } from '../pictures/pixels.ts';
import type { Picture } from '../pictures.ts';
import { loadNetwork } from './network.ts';
import { readPicture } from './read.ts';
import { bytesOf, checkReadOptions, fetchedBytes } from './source.ts';
import type { DigitsFound, ReadDigitsOptions } from './types.ts';

export * from '../digits.ts';

/** A path, a URL, the bytes of a PNG, JPEG, WebP, GIF or BMP file, or RGBA pixels. */
export type DigitsSource = string | URL | Uint8Array | ArrayBuffer | Blob | RgbaPixels;

/**
 * Finds the handwritten digits in a picture and reads them, by a network that is part of the package: lines from the
 * top, each from the left. Any paper, any light, dark on light or light on dark; rules, squares, frames and what lies
 * beside the paper are left out.
 *
 * @returns text and digits; none for a picture without any
 * @throws FormatError for what is no picture, or one of more than 25 megapixels; FileError, DownloadError, OptionError
 * @example
 * ```js
 * import { readDigits } from 'inkgrad/digits';
 *
 * const { text, digits } = await readDigits('amount.jpg');
 * console.log(text, digits.filter(({ unsure }) => unsure).length);
 * ```
 */
export async function readDigits(picture: DigitsSource, options: ReadDigitsOptions = {}): Promise<DigitsFound> {
  checkReadOptions(options).signal?.throwIfAborted();
  const needed = Promise.all([pictureOf(picture, options), loadNetwork()]);
  return readPicture(...(await unlessAborted(options.signal, needed)));
}

async function pictureOf(source: unknown, { name, signal }: ReadDigitsOptions): Promise<Picture> {
  const called = name ?? (typeof source === 'string' || tagOf(source) === 'URL' ? String(source) : 'picture');
  if (isPixels(source)) return greyOf(source, called);
  const bytes = bytesOf(source) ?? (await fetchedBytes(source, signal));
  if (bytes) return decodePicture(bytes, called);
  if ((typeof source === 'string' && source !== '') || tagOf(source) === 'URL') {
    return decodePicture(await readPictureFile(source as string | URL), called);
  }
  throw new OptionError('picture', "a path, a URL, a file's bytes or { data, width, height }", describe(source));
}
