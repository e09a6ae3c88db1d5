/** A digit in the size and place that MNIST's have. */

import { EmptyDataError, NonFiniteError, OptionError, ShapeError } from '../errors.ts';
import { formatShape, type NestedArray, type TensorLike, toTensor } from '../inputs/tensor.ts';
import { greyOf, isPixels, type RgbaPixels } from '../pictures/pixels.ts';
import { ImageTensor, type Tensor } from '../tensor.ts';
import { type GreyImage, resample } from './resample.ts';

const SIDE = 28;
/** Of the box around the ink. */
const INK_SIDE = 20;
/** Fainter edges, of the darkest ink, may lie outside of the box: they are blur. */
const BOX_INK = 0.25;
/** More of the border than this is under ink of at least so much of the darkest only where paper is taken for ink. */
const MOST_BORDER = 0.75;
const BORDER_INK = 0.5;

/**
 * Does to a drawn digit what was done to NIST's: its ink is scaled, with grey edges, so that its longer side has 20
 * pixels, and laid into 28 x 28 with its centre of mass in the middle (LeCun, Cortes, Burges: The MNIST database). A
 * model that has learned MNIST knows no others.
 *
 * @param ink `[height, width]`: how much ink is where, from 0 (paper) up, on any scale. Or an ImageData, or RGBA pixels like
 *   it, on which paper is what most of the border shows, light, dark or transparent
 * @returns one image, `[1, 784]`, its darkest ink 255: for `predict`
 * @throws EmptyDataError if there is no ink; OptionError if it covers the border, as light paper does in grey values;
 *   FormatError for pixels that are no picture; ShapeError, NonFiniteError, DtypeError
 * @example
 * ```js
 * import { centreDigit } from 'inkgrad';
 *
 * const ink = Array.from({ length: 40 }, (_, row) => Array.from({ length: 30 }, (_, column) => Number(column === 15 && row > 5)));
 * console.log(centreDigit(ink).shape);
 * ```
 */
export function centreDigit(ink: TensorLike | NestedArray | RgbaPixels): ImageTensor {
  const { data, shape } = isPixels(ink) ? inkOf(ink) : toTensor('ink', ink);
  const [height = 0, width = 0] = shape;
  if (shape.length !== 2) throw new ShapeError('ink', 'shape [height, width]', formatShape(shape));
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    if (!Number.isFinite(value)) {
      throw new NonFiniteError(`ink[${Math.floor(i / width)}, ${i % width}]`, 'a finite number', `${value}`);
    }
    if (value > most) most = value;
  }
  if (most === 0) throw new EmptyDataError('ink', 'a number above 0 somewhere', 'no ink');
  const strength = new Float32Array(data.length); // from() takes many times as long
  for (let i = 0; i < strength.length; i++) strength[i] = Math.max(data[i] as number, 0) / most;
  checkBorder({ width, height, data: strength });
  return new ImageTensor(centreInk({ width, height, data: strength }), [1, SIDE * SIDE]);
}

/** How far pixels are from those of the border. */
function inkOf(pixels: RgbaPixels): Tensor {
  const { width, height, data } = greyOf(pixels, 'ink');
  const border = borderOf({ width, height, data }).sort((a, b) => a - b);
  const paper = border[border.length >> 1] as number;
  const isLight = paper >= 128;
  return { data: data.map((grey) => Math.max(isLight ? paper - grey : grey - paper, 0)), shape: [height, width] };
}

function checkBorder(ink: GreyImage): void {
  const border = borderOf(ink);
  const covered = border.filter((strength) => strength >= BORDER_INK).length / border.length;
  if (covered <= MOST_BORDER) return;
  const expected =
    'ink above 0 on paper of 0, which is all around it; of dark ink on light paper 255 - grey, or an ImageData';
  throw new OptionError('ink', expected, `ink on ${Math.round(100 * covered)} % of the border`);
}

function borderOf({ width, height, data }: Omit<GreyImage, 'data'> & { readonly data: ArrayLike<number> }): number[] {
  const border: number[] = [];
  for (let y = 0; y < height; y++) {
    const step = y === 0 || y === height - 1 ? 1 : Math.max(width - 1, 1);
    for (let x = 0; x < width; x += step) border.push(data[y * width + x] as number);
  }
  return border;
}

/** @param ink from 0 to 1, which it reaches */
export function centreInk(ink: GreyImage): Uint8Array {
  return centre(scaleInk(ink));
}

/** The box around the ink, at MNIST's size and with ink as dark. */
function scaleInk(ink: GreyImage): GreyImage {
  const box = cutBox(ink);
  const scale = INK_SIDE / Math.max(box.width, box.height);
  const scaled = (length: number) => Math.max(Math.round(length * scale), 1);
  const small = resample(box, scaled(box.width), scaled(box.height));
  const most = small.data.reduce((a, b) => Math.max(a, b));
  return { ...small, data: small.data.map((value) => (255 * value) / most) };
}

function cutBox({ width, height, data }: GreyImage): GreyImage {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] as number) < BOX_INK) continue;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
  }
  const [columns, rows] = [right - left + 1, bottom - top + 1];
  const cut = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const start = (top + row) * width + left;
    cut.set(data.subarray(start, start + columns), row * columns);
  }
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
    const first = Math.round(SIDE / 2 - moment / mass);
    return Math.min(Math.max(first, 0), SIDE - length); // a lopsided digit stays whole
  };
  const [left, top] = [place(massX, width), place(massY, height)];
  const image = new Uint8Array(SIDE * SIDE);
  data.forEach((value, i) => {
    image[(top + Math.floor(i / width)) * SIDE + left + (i % width)] = Math.round(value);
  });
  return image;
}
