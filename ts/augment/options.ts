/** How the images of a training set are changed in each pass. */

import { OptionError } from '../errors.ts';
import { formatShape } from '../inputs/tensor.ts';
import { type Field, type LoweredObject, numberFrom, orNull, whole } from '../kind/field.ts';
import { kind, type OptionsOf, type SpecOf } from '../kind.ts';
import { checkObject } from '../options.ts';

/** Sides of images are at most this long. */
const MOST_SIDE = 1024;

const pixels = numberFrom(0, MOST_SIDE);

const elastic = kind('elastic', {
  /** How far pixels move, as Simard et al. (2003) scale it. */
  alpha: numberFrom(0, 1e6)(),
  /** How smooth the field is: the standard deviation of its blur, in pixels. */
  sigma: numberFrom(1, MOST_SIDE)(),
});
type ElasticSpec = SpecOf<typeof elastic>;

const elasticField: Field<OptionsOf<typeof elastic>, ElasticSpec, boolean> = {
  initial: undefined,
  read: (argument, value) => {
    const { type: _, ...options } = checkObject(argument, value) as { readonly type?: unknown };
    return elastic.read(argument, options);
  },
  lower: ({ alpha, sigma }) => ({ alpha, sigma }),
};

/**
 * Each image is changed by draws of its own, uniform between each amount and its opposite, which follow from the model's
 * seed, the pass and the image's row.
 */
export const augmentation = kind('augmentation', {
  /** Pixels to the right and down. Default: 0. */
  shift: pixels(0),
  /** Degrees, clockwise. Default: 0. */
  rotate: numberFrom(0, 180)(0),
  /** Width and height, each by a factor of its own, from exp(-scale) to exp(scale). Default: 0. */
  scale: numberFrom(0, 2)(0),
  /** Degrees by which upright strokes lean. Default: 0. */
  shear: numberFrom(0, 60)(0),
  /**
   * Elastic distortion in the words of Simard et al. (2003): a field of uniform random moves, smoothed by a Gaussian of
   * `sigma` pixels (at least 1), times `alpha`. Their 34 and 4 move a pixel by 1.4 on average. Default: null, none.
   */
  elastic: orNull(elasticField),
  /** Pixels by which strokes become wider or narrower. Default: 0. */
  strokeWidth: numberFrom(0, 16)(0),
  /** Deviation of noise on each pixel, as a share of full ink. Rows are sparse no longer, and steps take longer. Default: 0. */
  noise: numberFrom(0, 1)(0),
  /** A rectangle of each image becomes ground; its sides go from 0 to so many pixels. Default: 0. */
  erase: pixels(0),
  /**
   * The share of pixels that become ground, while the others are scaled up: what a dropout layer in front of the network
   * does, but rows stay sparse. Default: 0.
   */
  dropout: numberFrom(0, 0.99)(0),
  /** Epochs that use a changed image before it is changed anew. More than 1 takes a byte a pixel. Default: 1. */
  reuse: whole(1, 1, 2 ** 20),
});

/** How the images of a training set are changed in each pass: `fit(x, y, { augment: { shift: 2, rotate: 10 } })`. */
export type AugmentOptions = OptionsOf<typeof augmentation>;
export type AugmentSpec = SpecOf<typeof augmentation>;

/** What `augment: true` stands for: what made 784-128-64-10 most accurate on MNIST. */
export const defaultAugmentation: AugmentSpec = augmentation({
  shift: 1.5,
  rotate: 10,
  scale: 0.1,
  shear: 5.7,
  elastic: { alpha: 14, sigma: 4 },
  reuse: 2,
});

/**
 * @returns undefined for no augmentation
 * @throws OptionError
 */
export function checkAugment(argument: string, augment: unknown): AugmentSpec | undefined {
  if (augment === undefined || augment === false) return undefined;
  if (augment === true) return defaultAugmentation;
  const { type: _, ...options } = checkObject(argument, augment) as { readonly type?: unknown };
  return augmentation.read(argument, options);
}

/** The engine's record `augment` for images of a shape. */
export function lowerAugment(
  { type: _, elastic, ...amounts }: AugmentSpec,
  { height, width }: ImageShape,
): LoweredObject {
  const { alpha, sigma } = elastic ?? { alpha: 0, sigma: 1 };
  return { height, width, ...amounts, elasticAlpha: alpha, elasticSigma: sigma };
}

export interface ImageShape {
  readonly height: number;
  readonly width: number;
}

/**
 * The shape of the images that rows are.
 * @param shape the axes of a row: height, width and perhaps one channel, or all pixels of a square
 * @throws OptionError
 */
export function imageShape(argument: string, shape: readonly number[]): ImageShape {
  const [height = 0, width = Math.sqrt(height), channels = 1] = shape;
  if (shape.length <= 3 && channels === 1 && Number.isInteger(width) && Math.max(height, width) > 0) {
    const rows = shape.length > 1 ? height : width;
    if (Math.max(rows, width) <= MOST_SIDE) return { height: rows, width };
  }
  const expected = `images: rows of shape [height, width] or of a square number of pixels, with sides of at most ${MOST_SIDE}`;
  throw new OptionError(argument, expected, `rows of shape ${formatShape(shape)}`);
}
