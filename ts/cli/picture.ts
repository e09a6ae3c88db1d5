/** A digit in a picture, made into an image as MNIST's are. */

import { FormatError } from '../errors.ts';
import { decodeImage, type GreyImage } from './picture/decode.ts';
import { findInk } from './picture/ink.ts';
import { resample } from './picture/resample.ts';

const side = 28;
/** Of the box around the ink. */
const inkSide = 20;
/** Fainter edges, of 1, may lie outside of the box: they are blur. */
const boxInk = 0.25;
/** Larger pictures are shrunk to it first, which takes most of their noise away. */
const workingSide = 280;

/**
 * Finds the digit and does what was done to NIST's: its ink is scaled, with grey edges, so that its longer side has 20
 * pixels, and laid into 28 x 28 with its centre of mass in the middle (LeCun, Cortes, Burges: The MNIST database).
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
  return centre(scaleInk(ink));
}

function shrink(image: GreyImage): GreyImage {
  const scale = workingSide / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const scaled = (length: number) => Math.max(Math.round(length * scale), 1);
  return resample(image, scaled(image.width), scaled(image.height));
}

/** The box around the ink, at MNIST's size and with ink as dark. */
function scaleInk(ink: GreyImage): GreyImage {
  const box = cutBox(ink);
  const scale = inkSide / Math.max(box.width, box.height);
  const scaled = (length: number) => Math.max(Math.round(length * scale), 1);
  const small = resample(box, scaled(box.width), scaled(box.height));
  const most = small.data.reduce((a, b) => Math.max(a, b));
  return { ...small, data: small.data.map((value) => (255 * value) / most) };
}

function cutBox({ width, height, data }: GreyImage): GreyImage {
  let [left, right, top, bottom] = [width, 0, height, 0];
  data.forEach((value, i) => {
    if (value < boxInk) return;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  });
  const [columns, rows] = [right - left + 1, bottom - top + 1];
  const cut = Float32Array.from({ length: columns * rows }, (_, i) => {
    return data[(top + Math.floor(i / columns)) * width + left + (i % columns)] as number;
  });
  return { width: columns, height: rows, data: cut };
}

/** Its centre of mass comes to lie on pixel (14, 14), as near as whole pixels can. */
function centre({ width, height, data }: GreyImage): Uint8Array {
  let [mass, massX, massY] = [0, 0, 0];
  data.forEach((value, i) => {
    mass += value;
    massX += value * (i % width);
    massY += value * Math.floor(i / width);
  });
  const place = (moment: number, length: number) => {
    const first = Math.round(side / 2 - moment / mass);
    return Math.min(Math.max(first, 0), side - length); // a lopsided digit stays whole
  };
  const [left, top] = [place(massX, width), place(massY, height)];
  const image = new Uint8Array(side * side);
  data.forEach((value, i) => {
    image[(top + Math.floor(i / width)) * side + left + (i % width)] = Math.round(value);
  });
  return image;
}
