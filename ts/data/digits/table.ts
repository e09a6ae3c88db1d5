/** Tables: a row of pixels an image. */

import { FormatError } from '../../errors.ts';
import { imagesOf, type RawPart } from './raw.ts';

/** @param rows of equal length */
export function tablePart(
  rows: readonly (readonly number[])[],
  labels: readonly (number | string)[],
  name: string,
): RawPart {
  const width = rows[0]?.length ?? 0;
  const data = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    const bad = row.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new FormatError(name, 'pixels as numbers', `something else in row ${i}, column ${bad}`);
    data.set(row, i * width);
  });
  const images = imagesOf({ data, shape: [rows.length, width] }, name, rows.length);
  return { images, labels: { name: `${name}: labels`, values: labels } };
}
