/** What the first layer looks for. */

import { ShapeError } from '../../errors.ts';
import { formatShape, toTensor } from '../../inputs/tensor.ts';
import type { Tensor } from '../../tensor.ts';
import { chartWidth } from '../axes.ts';
import { plural } from '../format.ts';
import { light } from '../palette.ts';
import { checkSize, colourUri, type Size } from '../pixels.ts';
import { imageAt, toSvg } from '../svg.ts';

const mostUnits = 256;

/** Pixels between two units. */
const gap = 2;

/**
 * The weights of the first layer as one image a unit: blue where ink speaks for the unit, orange where it speaks
 * against it. Each unit's largest weight has the full colour.
 *
 * @param kernel `[pixels, units]`, the first of `await model.getWeights()`; of more than 256 units the first are shown.
 * @param imageShape Height and width. Default: square.
 * @returns An SVG document.
 * @throws ShapeError, DtypeError, OptionError
 * @example
 * ```js
 * import { layers, sequential } from 'inkgrad';
 * import { firstLayerWeights } from 'inkgrad/report';
 *
 * const model = sequential([layers.dense(16, { inputShape: [784] })]);
 * const [kernel] = await model.getWeights();
 * const svg = firstLayerWeights(kernel);
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function firstLayerWeights(kernel: Tensor, imageShape?: Size): string {
  const { data, shape } = toTensor('kernel', kernel);
  const [pixels = 0, units = 0] = shape;
  if (shape.length !== 2 || units === 0) throw new ShapeError('kernel', '[pixels, units]', formatShape(shape));
  const [height, width] = checkSize('kernel', pixels, imageShape);
  const shown = Math.min(units, mostUnits);
  const columns = columnsFor(shown);
  const rows = Math.ceil(shown / columns);
  const [sheetWidth, sheetHeight] = [columns * (width + gap) - gap, rows * (height + gap) - gap];
  const sheet = new Uint8Array(4 * sheetWidth * sheetHeight);
  for (let unit = 0; unit < shown; unit++) {
    const [top, left] = [Math.floor(unit / columns) * (height + gap), (unit % columns) * (width + gap)];
    const weight = (pixel: number) => data[pixel * units + unit] as number;
    let largest = 0;
    for (let pixel = 0; pixel < pixels; pixel++) largest = Math.max(largest, Math.abs(weight(pixel)));
    for (let pixel = 0; pixel < pixels; pixel++) {
      const strength = largest === 0 ? 0 : weight(pixel) / largest;
      const place = (top + Math.floor(pixel / width)) * sheetWidth + left + (pixel % width);
      sheet.set(strength < 0 ? against : towards, 4 * place);
      sheet[4 * place + 3] = Math.round(255 * Math.abs(strength));
    }
  }
  const drawn = chartWidth - 16;
  const drawnHeight = Math.round((drawn * sheetHeight) / sheetWidth);
  return toSvg({
    width: chartWidth,
    height: drawnHeight + 16,
    title: 'First-layer weights',
    description: `${plural(shown, 'unit')} of ${height} x ${width} weights, blue for positive and orange for negative ones.`,
    body: imageAt(8, 8, drawn, drawnHeight, colourUri(sheet, [sheetHeight, sheetWidth]), 'map'),
  });
}

/** About twice as many columns as rows, and as few places left empty as can be. */
function columnsFor(units: number): number {
  const [least, most] = [1.4, 2].map((factor) => Math.ceil(factor * Math.sqrt(units))) as [number, number];
  let best = Math.min(units, least);
  const empty = (columns: number) => Math.ceil(units / columns) * columns - units;
  for (let columns = best; columns <= Math.min(units, most); columns++) {
    if (empty(columns) < empty(best)) best = columns;
  }
  return best;
}

const towards = rgb(light.blue);
const against = rgb(light.orange);

function rgb(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}
