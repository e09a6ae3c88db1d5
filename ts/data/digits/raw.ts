/** Data as the files have them, before labels become class ids and pixels ink. */

import { EmptyDataError, ShapeError } from '../../errors.ts';
import { formatShape } from '../../inputs/tensor.ts';
import type { NumericArray, Tensor } from '../../tensor.ts';
import type { PixelOrder } from '../orientation.ts';
import type { DataHost } from './source.ts';

/** Images, one after the other. */
export interface RawImages {
  /** What messages call them. */
  readonly name: string;
  readonly data: NumericArray;
  readonly count: number;
  readonly height: number;
  readonly width: number;
}

/** A label an image: a number, or a word. */
export interface RawLabels {
  readonly name: string;
  readonly values: ArrayLike<number | string>;
}

export interface RawPart {
  readonly images: RawImages;
  readonly labels: RawLabels;
}

export interface RawDigits {
  /** What the data were taken for. */
  readonly what: string;
  readonly train: RawPart;
  /** Where the data are in two parts by themselves. */
  readonly test?: RawPart | undefined;
  /** How the pixels lie, where the kind of file tells; `'perhaps columns'` unless the images show otherwise. */
  readonly order?: PixelOrder | 'perhaps columns';
  /** By class id, where the data name them. */
  readonly classNames?: readonly string[] | undefined;
  /** What else is to be told. */
  readonly notices?: readonly string[];
}

/** What readers of formats need. */
export interface Reading {
  readonly host: DataHost;
  /** The column or array with the labels, where the caller named it. */
  readonly labels: string | undefined;
  /** At most so many images of each part; readers may read more. */
  readonly limit: number;
  /** To be called between pieces of work: lets the event loop live, and throws the signal's reason. */
  readonly turn: () => Promise<void>;
}

/** More images, or more pixels in one, are no digits. */
const MOST_SIDE = 1024;

/**
 * Finds the images in an array of 2 to 4 axes: `[n, pixels]`, `[n, height, width]`, with a last or second axis for 1, 3
 * or 4 colours, or with the images in the last axis, as MATLAB has them.
 *
 * @param count how many images there must be; undefined where nothing tells
 * @param byColumns the array is MATLAB's, where `[height, width, n]` is usual
 */
export function imagesOf(tensor: Tensor, name: string, count: number | undefined, byColumns = false): RawImages {
  const { shape } = tensor;
  const n = count ?? (byColumns && shape.length > 2 ? shape.at(-1) : shape[0]) ?? 0;
  if (n === 0) throw new EmptyDataError(name, 'at least one image', `shape ${formatShape(shape)}`);
  const wrong = () =>
    new ShapeError(name, `${count ?? 'n'} images, [n, pixels] or [n, height, width]`, `shape ${formatShape(shape)}`);
  if (shape.length < 2 || shape.length > 4) throw wrong();
  const inLast = shape.at(-1) === n && (shape[0] !== n || (byColumns && shape.length > 2));
  if (!inLast && shape[0] !== n) throw wrong();
  const ordered = inLast ? lastAxisFirst(tensor) : tensor;
  const [, ...axes] = ordered.shape;
  const { data, sides } = toGrey(ordered.data, axes, n);
  const [height, width] = sides.length === 1 ? squareSides(sides[0] as number, name) : sides;
  if (height === undefined || width === undefined) throw wrong();
  if (Math.min(height, width) < 1 || Math.max(height, width) > MOST_SIDE) {
    throw new ShapeError(name, `images of 1 to ${MOST_SIDE} pixels a side`, `${height} x ${width}`);
  }
  return { name, data, count: n, height, width };
}

function squareSides(pixels: number, name: string): [number, number] {
  const side = Math.sqrt(pixels);
  if (Number.isInteger(side)) return [side, side];
  throw new ShapeError(name, 'square images, such as [n, 784] or [n, 400]', `${pixels} pixels an image`);
}

function lastAxisFirst({ data, shape }: Tensor): Tensor {
  const n = shape.at(-1) as number;
  const size = data.length / n;
  const moved = data.slice();
  for (let i = 0; i < size; i++) for (let k = 0; k < n; k++) moved[k * size + i] = data[i * n + k] as number;
  return { data: moved, shape: [n, ...shape.slice(0, -1)] };
}

/** Luminance (ITU-R BT.601) where an axis has colours; such an axis of one goes. */
function toGrey(data: NumericArray, axes: readonly number[], count: number) {
  if (axes.length < 3) return { data, sides: axes };
  const first = [1, 3, 4].includes(axes[0] as number) && ![1, 3, 4].includes(axes[2] as number);
  const colours = (first ? axes[0] : axes[2]) as number;
  const sides = first ? axes.slice(1) : axes.slice(0, 2);
  if (colours === 1) return { data, sides };
  if (colours !== 3 && colours !== 4) return { data, sides: [] };
  const pixels = data.length / count / colours;
  const grey = new Float32Array(count * pixels);
  for (let image = 0; image < count; image++) {
    for (let pixel = 0; pixel < pixels; pixel++) {
      const start = image * pixels * colours;
      const at = (colour: number) =>
        data[start + (first ? colour * pixels + pixel : pixel * colours + colour)] as number;
      grey[image * pixels + pixel] = 0.299 * at(0) + 0.587 * at(1) + 0.114 * at(2);
    }
  }
  return { data: grey, sides };
}
