/** `inkgrad/digits` in pages. */

import { unlessAborted } from '../abort.ts';
import { OptionError } from '../errors.ts';
import { tagOf } from '../inputs/arrays.ts';
import { describe } from '../options.ts';
import { decodePicture, drawnPicture } from '../pictures/browser.ts';
import { greyOf, isPixels, type RgbaPixels } from '../pictures/pixels.ts';
import type { Picture } from '../pictures.ts';
import { loadNetwork } from './network.ts';
import { readPicture } from './read.ts';
import { bytesOf, checkReadOptions, fetchedBytes } from './source.ts';
import type { DigitsFound, ReadDigitsOptions } from './types.ts';

export * from '../digits.ts';

/** A URL, a file or its bytes, or anything that can be drawn on a canvas. */
export type DigitsSource = string | URL | Uint8Array | ArrayBuffer | Blob | RgbaPixels | CanvasImageSource;

/**
 * Finds the handwritten digits in a picture and reads them, by a network that is part of the package: lines from the
 * top, each from the left. Any paper, any light, dark on light or light on dark; rules, squares, frames and what lies
 * beside the paper are left out.
 *
 * @returns text and digits; none for a picture without any
 * @throws FormatError for what the browser cannot read, or more than 25 megapixels; DownloadError, OptionError
 * @example
 * ```js browser
 * import { readDigits } from 'inkgrad/digits';
 *
 * const canvas = document.createElement('canvas'); // or one that somebody has drawn on
 * const pen = canvas.getContext('2d');
 * pen.lineWidth = 10;
 * pen.stroke(new Path2D('M 60 30 L 120 30 L 85 120'));
 * const { text } = await readDigits(canvas);
 * console.log(text);
 * ```
 */
export async function readDigits(picture: DigitsSource, options: ReadDigitsOptions = {}): Promise<DigitsFound> {
  checkReadOptions(options).signal?.throwIfAborted();
  const needed = Promise.all([pictureOf(picture, options), loadNetwork()]);
  return readPicture(...(await unlessAborted(options.signal, needed)));
}

/** What a canvas can draw. */
const drawable = /^(?:HTML(?:Image|Canvas|Video)Element|SVGImageElement|OffscreenCanvas|ImageBitmap|VideoFrame)$/;

async function pictureOf(source: unknown, { name, signal }: ReadDigitsOptions): Promise<Picture> {
  const called = name ?? (typeof source === 'string' || tagOf(source) === 'URL' ? String(source) : 'picture');
  if (drawable.test(tagOf(source))) return drawnPicture(source as CanvasImageSource, called);
  if (isPixels(source)) return greyOf(source, called);
  const address = typeof source === 'string' && source !== '' ? new URL(source, document.baseURI) : source;
  const bytes = bytesOf(source) ?? (await fetchedBytes(address, signal));
  if (bytes) return decodePicture(bytes, called);
  throw new OptionError('picture', 'a URL, a file, an image, a canvas or { data, width, height }', describe(source));
}
