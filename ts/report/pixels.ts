/** Images as PNG files, and these as data URIs. */

import { encode } from 'fast-png';
import { OptionError, ShapeError } from '../errors.ts';
import { formatShape, toTensor } from '../inputs/tensor.ts';
import { describe } from '../options.ts';
import type { NumericArray, Tensor } from '../tensor.ts';

export type Size = readonly [height: number, width: number];

/** Rows of pixels of one size. */
export interface Images {
  readonly size: Size;
  readonly count: number;
  /** The ink of one image, 0 (paper) to 255, row by row. */
  ink(row: number): Uint8Array;
}

/**
 * @param images `[rows, height * width]`: floats from 0 (paper) to 1 (ink), what lies outside is cut off; or bytes.
 * @param size Default: square.
 * @throws ShapeError, DtypeError
 */
export function toImages(argument: string, images: unknown, size: Size | undefined): Images {
  const { data, shape } = rawPixels(argument, images);
  const [count = 0, pixels = 0] = shape;
  if (shape.length !== 2) throw new ShapeError(argument, '[rows, pixels]', formatShape(shape));
  const [height, width] = checkSize(argument, pixels, size);
  const scale = data instanceof Uint8Array || data instanceof Uint8ClampedArray ? 1 : 255;
  return {
    size: [height, width],
    count,
    ink: (row) =>
      Uint8Array.from(data.subarray(row * pixels, (row + 1) * pixels), (value) =>
        Math.round(Math.min(Math.max(value * scale, 0), 255)),
      ),
  };
}

/** An ImageTensor's own bytes, since its floats are made only when somebody asks. */
function rawPixels(argument: string, images: unknown): Tensor {
  const { bytes, shape } = (images ?? {}) as { bytes?: NumericArray; shape?: readonly number[] };
  return toTensor(argument, bytes && shape ? { data: bytes, shape } : images);
}

/** @throws ShapeError when `pixels` are no image of that size or, without one, no square. */
export function checkSize(argument: string, pixels: number, size: Size | undefined): Size {
  if (size !== undefined && !(Array.isArray(size) && size.length === 2)) {
    throw new OptionError('imageShape', '[height, width]', describe(size));
  }
  const side = Math.sqrt(pixels);
  const [height, width] = size ?? [side, side];
  if (Number.isInteger(height) && Number.isInteger(width) && pixels > 0 && height * width === pixels) {
    return [height, width];
  }
  const expected = size
    ? `rows of ${describe(height)} x ${describe(width)} pixels`
    : 'rows of square images, or imageShape';
  throw new ShapeError(argument, expected, `rows of ${pixels}`);
}

/** Black ink on nothing, so that it can lie on any paper. */
export function inkUri(ink: Uint8Array, [height, width]: Size): string {
  const data = new Uint8Array(2 * ink.length);
  ink.forEach((value, i) => {
    data[2 * i + 1] = value;
  });
  return pngUri({ width, height, data, channels: 2 });
}

/** An image in colours: four bytes a pixel, red, green, blue and opacity. */
export function colourUri(data: Uint8Array, [height, width]: Size): string {
  return pngUri({ width, height, data, channels: 4 });
}

function pngUri(image: { width: number; height: number; data: Uint8Array; channels: number }): string {
  let binary = '';
  for (const byte of encode(image, { zlib: { level: 9 } })) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}
