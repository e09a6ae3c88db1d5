/** What augmentation makes of images. */

import { OptionError, ShapeError } from '../../errors.ts';
import type { NestedArray, TensorLike } from '../../inputs/tensor.ts';
import { describe, isList } from '../../options.ts';
import { chartWidth } from '../axes.ts';
import { plural } from '../format.ts';
import { light } from '../palette.ts';
import { type Size, toImages } from '../pixels.ts';
import { textAt, toSvg } from '../svg.ts';
import { drawTile, tileHeight } from './tiles.ts';

const gap = 6;
const top = 30;
/** Room between an image and what is made of it. */
const step = 14;

/**
 * Images and, to the right of each, what augmentation makes of it: `augmentImages(x, augment, { epoch, rows })` of several
 * epochs.
 *
 * @param images `[rows, pixels]` as they are: floats from 0 (paper) to 1 (ink), or bytes.
 * @param changed the same rows, changed, once or more.
 * @param imageShape height and width. Default: square.
 * @returns An SVG document.
 * @throws OptionError, ShapeError, DtypeError
 * @example
 * ```js
 * import { augmentImages } from 'inkgrad';
 * import { loadSampleDigits } from 'inkgrad/data';
 * import { augmentationFigure } from 'inkgrad/report';
 *
 * const { train } = await loadSampleDigits();
 * const images = train.x.slice(0, 4);
 * const changed = await Promise.all([0, 1, 2].map((epoch) => augmentImages(images, true, { seed: 1, epoch })));
 * const svg = augmentationFigure(images, changed);
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function augmentationFigure(
  images: TensorLike | NestedArray,
  changed: readonly (TensorLike | NestedArray)[],
  imageShape?: Size,
): string {
  if (!isList(changed) || changed.length === 0) {
    throw new OptionError('changed', 'an array of changed images, one at least', describe(changed));
  }
  const original = toImages('images', images, imageShape);
  const columns = changed.map((given, i) => {
    const found = toImages(`changed[${i}]`, given as TensorLike, original.size);
    if (found.count !== original.count) {
      throw new ShapeError(`changed[${i}]`, plural(original.count, 'row'), plural(found.count, 'row'));
    }
    return found;
  });
  const width = (chartWidth - 2 * gap - step - changed.length * gap) / (changed.length + 1);
  const height = tileHeight(original.size, width) + gap;
  const tiles = Array.from({ length: original.count }, (_, row) => {
    const y = top + row * height;
    const x = (column: number) => gap + column * (width + gap) + (column > 0 ? step : 0);
    return [original, ...columns]
      .map((from, column) => drawTile({ images: from }, { row }, x(column), y, width))
      .join('');
  });
  const heads = [
    textAt(gap, 20, 'as it is', { size: 12, colour: light.muted }),
    textAt(gap + width + gap + step, 20, 'as a training sees it', { size: 12, colour: light.muted }),
  ];
  const description = `${plural(original.count, 'image')}, each as it is and in ${plural(changed.length, 'changed form')}.`;
  return toSvg({
    width: chartWidth,
    height: Math.ceil(top + original.count * height),
    title: 'Augmentation',
    description,
    body: [...heads, ...tiles].join(''),
  });
}
