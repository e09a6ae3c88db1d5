/** Images as a training sees them. */

import type { Engine, Rows } from '../engine/engine.ts';
import { leaseEngine } from '../engine.ts';
import { OptionError } from '../errors.ts';
import { type Samples, toRows } from '../inputs.ts';
import type { Found } from '../model/data/kept.ts';
import { checkInteger, checkOptions, describe, isList } from '../options.ts';
import { ImageTensor } from '../tensor.ts';
import { type AugmentOptions, checkAugment, imageShape, lowerAugment } from './options.ts';

/** Options of `augmentImages`: the amounts of `AugmentOptions`, and how the draws are made. */
export interface AugmentImagesOptions {
  /** The model's seed. Default: 42, as of models. */
  readonly seed?: number;
  /** The epoch, from 0. Default: 0. */
  readonly epoch?: number;
  /** Which rows of `x`, from 0. Default: all. */
  readonly rows?: ArrayLike<number>;
  /** Axes of an image, as a model's `inputShape`. Default: the axes of `x` but its first. */
  readonly inputShape?: readonly number[];
  /** Default: the engine of all models. */
  readonly engine?: Engine;
}

/**
 * The images that `fit(x, y, { augment })` trains on in an epoch: bit for bit those, for a model of that seed. They are
 * bytes, where 255 stands for the largest number of `x`.
 * @param x all training samples: row numbers are part of what draws follow from
 * @throws OptionError, ShapeError, DtypeError, EmptyDataError, NonFiniteError
 * @example
 * ```js
 * import { augmentImages } from 'inkgrad';
 * import { loadSampleDigits } from 'inkgrad/data';
 *
 * const { train } = await loadSampleDigits();
 * const changed = await augmentImages(train.x, { shift: 2, rotate: 15 }, { rows: [0, 1, 2] });
 * console.log(changed.shape);
 * ```
 */
export async function augmentImages(
  x: Samples,
  augment: boolean | AugmentOptions,
  options: AugmentImagesOptions = {},
): Promise<ImageTensor> {
  checkOptions('augmentImages', options, ['seed', 'epoch', 'rows', 'inputShape', 'engine']);
  const spec = checkAugment('augment', augment);
  if (!spec) throw new OptionError('augment', 'true, or an object with amounts', describe(augment));
  const seed = checkInteger('seed', options.seed ?? 42, 0, Number.MAX_SAFE_INTEGER);
  const epoch = checkInteger('epoch', options.epoch ?? 0, 0, 2 ** 28 - 1);
  const shape = imageShape('inputShape', options.inputShape ?? axesOf(x));
  const columns = shape.height * shape.width;
  const all = toRows('x', x, columns);
  checkGround('x', firstNegative(all, columns));
  if (options.rows !== undefined && !isList(options.rows) && !ArrayBuffer.isView(options.rows)) {
    throw new OptionError('rows', 'a list of row numbers', describe(options.rows));
  }
  const rows = Uint32Array.from(options.rows ?? Array.from({ length: all.count }, (_, row) => row), (row, i) =>
    checkInteger(`rows[${i}]`, row, 0, all.count - 1),
  );
  const lease = await leaseEngine(options.engine);
  try {
    const { engine } = lease;
    const dataset = await engine.createDataset(all, columns);
    try {
      const pass = Math.floor(epoch / spec.reuse);
      const bytes = await engine.augment(dataset, lowerAugment(spec, shape), { seed, pass, rows });
      return new ImageTensor(bytes, [rows.length, columns]);
    } finally {
      await engine.release(dataset);
    }
  } finally {
    lease.end();
  }
}

/** The first number that is less than 0. */
export function firstNegative(rows: Rows, columns: number): Found | undefined {
  if ('bytes' in rows) return undefined;
  const index = rows.floats.findIndex((number) => number < 0);
  if (index < 0) return undefined;
  return { number: rows.floats[index] as number, row: Math.floor(index / columns), column: index % columns };
}

/** Ground is 0, so that nothing can be less. @throws OptionError */
export function checkGround(argument: string, negative: Found | undefined): void {
  if (!negative) return;
  throw new OptionError(
    argument,
    'pixels of at least 0 (the ground) where images are augmented; a layer such as rescaling may move them',
    `${negative.number} at row ${negative.row}, column ${negative.column}`,
  );
}

function axesOf(x: Samples): readonly number[] {
  const shape = typeof x === 'object' && x !== null && 'shape' in x ? x.shape : undefined;
  if (Array.isArray(shape) && shape.length > 1) return shape.slice(1) as number[];
  throw new OptionError('inputShape', 'the axes of an image, for samples without a shape', describe(undefined));
}
