/** A digit in a picture, made into an image as MNIST's are. */

import { centreInk } from '../data/centre-digit.ts';
import { type GreyImage, resample } from '../data/resample.ts';
import { FormatError } from '../errors.ts';
import { decodeImage } from './picture/decode.ts';
import { findInk } from './picture/ink.ts';

/** Larger pictures are shrunk to it first, which takes most of their noise away. */
const workingSide = 280;

/**
 * Finds the digit and does what was done to NIST's, see `centreDigit`.
 *
 * @param bytes a PNG or JPEG file, or raw grey bytes
 * @param name for the messages of errors
 * @returns 784 bytes, 0 (paper) to 255 (ink)
 * @throws FormatError also for a picture without ink
 */
export function readDigit(bytes: Uint8Array, name: string): Uint8Array {
  const ink = findInk(shrink(decodeImage(bytes, name)));
  if (!ink) {
    throw new FormatError(name, 'a picture of one digit, dark on light or light on dark', 'a blank one, as it seems');
  }
  return centreInk(ink);
}

function shrink(image: GreyImage): GreyImage {
  const scale = workingSide / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const scaled = (length: number) => Math.max(Math.round(length * scale), 1);
  return resample(image, scaled(image.width), scaled(image.height));
}
