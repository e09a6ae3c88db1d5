/** Layers that name or change the shape of rows, and compute nothing. */

import { ShapeError } from '../errors.ts';
import { formatShape, sizeOf } from '../inputs/tensor.ts';
import { type Field, listOf, whole } from '../kind/field.ts';
import { checkShape, layer, MOST_UNITS, type Shape } from './layer.ts';

/** Makes rows of several axes flat. */
export const flatten = layer(
  'flatten',
  'Flatten',
  {},
  {
    outputShape: (_, shape) => [sizeOf(shape)],
    lower: () => null,
  },
);

/** Gives rows another shape of as many numbers. */
export const reshape = layer(
  'reshape',
  'Reshape',
  {
    /** Axes of one row; one may be -1, which takes what is left. */
    targetShape: listOf(whole(undefined, -1, MOST_UNITS)),
  },
  {
    first: 'targetShape',
    outputShape: ({ targetShape }, inputShape) => {
      const known = targetShape.filter((length) => length !== -1);
      const rest = sizeOf(inputShape) / sizeOf(known);
      const shape = targetShape.map((length) => (length === -1 ? rest : length));
      const fits = targetShape.length - known.length <= 1 && shape.every((length) => Number.isInteger(length));
      if (fits && shape.length > 0 && sizeOf(shape) === sizeOf(inputShape)) return shape;
      const expected = `a shape of ${sizeOf(inputShape)} numbers, as rows of shape ${formatShape(inputShape)} have`;
      throw new ShapeError('targetShape', expected, formatShape(targetShape));
    },
    lower: () => null,
  },
);

/** Says what rows a model takes: stands first, in place of an `inputShape`. */
export const input = layer(
  'input',
  'InputLayer',
  {
    /** The axes of one row, such as [784] or [28, 28]. */
    shape: { initial: undefined, read: checkShape, lower: () => null } as Field<Shape, Shape, true>,
  },
  { first: 'shape', lower: () => null },
);
