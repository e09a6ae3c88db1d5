/** Pixels as ink: bytes where they are bytes, else floats; by rows; ink high and paper low. */

import { NonFiniteError } from '../../errors.ts';
import type { NumericArray } from '../../tensor.ts';
import type { RawImages } from './raw.ts';

/** Bytes are worth `byte / 255`; floats are what they are worth. */
export type Pixels = Uint8Array | Float32Array;

export interface ScaledPixels {
  /** Of each part. */
  readonly parts: readonly Pixels[];
  /** What full ink is. */
  readonly most: 255 | 1;
  readonly notices: readonly string[];
}

/**
 * Values from 0 to 1 (and a little beyond, as resampling leaves them) stay as they are. Whole numbers up to 255, 65,535
 * or another largest one are divided by that.
 * @throws NonFiniteError for NaN, an infinity, or what is none only in 64 bits
 */
export function scalePixels(parts: readonly RawImages[]): ScaledPixels {
  const range = parts.map(rangeOf).reduce((a, b) => ({
    most: Math.max(a.most, b.most),
    whole: a.whole && b.whole,
    least: Math.min(a.least, b.least),
  }));
  const { most, least, whole } = range;
  if (whole && least >= 0 && most > 127 && most <= 255) {
    return {
      parts: parts.map(({ data }) => (data instanceof Uint8Array ? data : Uint8Array.from(data))),
      most: 255,
      notices: [],
    };
  }
  const divisor = divisorOf(most, least, whole);
  const scaled = parts.map(({ data }) => (divisor === 1 ? Float32Array.from(data) : divided(data, divisor)));
  const usual = divisor === 1 || divisor === 255 || divisor === 65535;
  return { parts: scaled, most: 1, notices: usual ? [] : [`pixels are divided by ${divisor}, the largest of them`] };
}

function divided(data: NumericArray, divisor: number): Float32Array {
  const scaled = new Float32Array(data.length);
  for (let i = 0; i < scaled.length; i++) scaled[i] = (data[i] as number) / divisor;
  return scaled;
}

function divisorOf(most: number, least: number, whole: boolean): number {
  if (most <= 2 && least >= -2) return whole && most === 2 ? 2 : 1;
  if (least < 0 && !whole) return 1; // standardised, or the like: nobody can know
  if (most > 127 && most <= 255) return 255;
  return most > 32767 && most <= 65535 ? 65535 : Math.max(most, -least);
}

function rangeOf({ name, data, height, width }: RawImages): { most: number; least: number; whole: boolean } {
  // 55 MB of MNIST's bytes need no second look.
  if (data instanceof Uint8Array && data.some((byte) => byte > 127)) return { most: 255, least: 0, whole: true };
  let [most, least, whole] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, true];
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    if (!Number.isFinite(Math.fround(value))) {
      const place = `image ${Math.floor(i / (height * width))}, pixel ${i % (height * width)}`;
      throw new NonFiniteError(name, 'finite 32-bit floats', `${value} at ${place}`);
    }
    if (value > most) most = value;
    if (value < least) least = value;
    if (whole && !Number.isInteger(value)) whole = false;
  }
  return { most, least, whole };
}

/** Images are looked at until there are so many. */
const ENOUGH = 500;

/** Whether the images are dark ink on light paper: their edges are light, and lighter than what they surround. */
export function isPaperLight(pixels: Pixels, width: number, height: number, most: number): boolean {
  const size = width * height;
  const count = Math.min(pixels.length / size, ENOUGH);
  let [edge, edges, inner] = [0, 0, 0];
  for (let i = 0; i < count * size; i++) {
    const [x, y] = [i % width, Math.floor(i / width) % height];
    const value = pixels[i] as number;
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) {
      edge += value;
      edges++;
    } else inner += value;
  }
  const [edgeMean, innerMean] = [edge / edges, inner / Math.max(count * size - edges, 1)];
  return edgeMean > 0.6 * most && edgeMean > innerMean;
}

/** Light for dark. */
export function invertPixels<Some extends Pixels>(pixels: Some, most: number): Some {
  const inverted = pixels.slice() as Some;
  for (let i = 0; i < inverted.length; i++) inverted[i] = most - (inverted[i] as number);
  return inverted;
}
