/** What large weights or outputs add to the loss, as in Keras. */

import { OptionError } from './errors.ts';
import { atLeastZero, choice, type Field, orNull } from './kind/field.ts';
import { type Room, room, type Written } from './kind/room.ts';
import { kind, type SpecOf } from './kind.ts';

/**
 * Penalties on large weights, added to the loss: `layers.dense(10, { kernelRegularizer: regularizers.l2(1e-4) })`.
 * @example
 * ```js
 * import { layers, regularizers } from 'inkgrad';
 *
 * const layer = layers.dense(10, { kernelRegularizer: regularizers.l2(1e-4) });
 * console.log(layer.kernelRegularizer); // prints { type: 'l2', l2: 0.0001 }
 * ```
 */
export const regularizers = {
  /** `l1 * sum(|w|)`. Default: 0.01. */
  l1: kind(
    'l1',
    {
      /** The factor of the sum of the absolute values. Default: 0.01. */
      l1: atLeastZero(0.01),
    },
    { first: 'l1', lower: ({ l1 }) => ({ type: 'l1l2', l1, l2: 0 }) },
  ),
  /** `l2 * sum(w^2)`. Default: 0.01. */
  l2: kind(
    'l2',
    {
      /** The factor of the sum of the squares. Default: 0.01. */
      l2: atLeastZero(0.01),
    },
    { first: 'l2', lower: ({ l2 }) => ({ type: 'l1l2', l1: 0, l2 }) },
  ),
  /** The two together. Default: 0 and 0. */
  l1l2: kind(
    'l1l2',
    {
      /** The factor of the sum of the absolute values. Default: 0. */
      l1: atLeastZero(0),
      /** The factor of the sum of the squares. Default: 0. */
      l2: atLeastZero(0),
    },
    { first: 'l1', aliases: ['l1_l2', 'L1L2'] },
  ),
  /** Pulls rows (or columns) of a kernel towards right angles: `factor` (default 0.01) of the mean |cosine| of pairs. */
  orthogonal: kind(
    'orthogonal',
    {
      /** The penalty's factor. Default: 0.01. */
      factor: atLeastZero(0.01),
      /** Which are to stand at right angles. Default: `'rows'`. */
      mode: choice(['rows', 'columns'], 'rows'),
    },
    {
      first: 'factor',
      lower: ({ factor, mode }) => ({ type: 'orthogonal', factor, columns: mode === 'columns' }),
      aliases: ['OrthogonalRegularizer', 'orthogonal_regularizer'],
    },
  ),
} as const;

type AnyRegularizer = (typeof regularizers)[keyof typeof regularizers];
export type RegularizerSpec = SpecOf<AnyRegularizer>;
/** A regularizer as people may write it: a name, or what a function of `regularizers` made. */
export type Regularizer = Written<AnyRegularizer>;

export const regularizerRoom: Room<AnyRegularizer> = room<AnyRegularizer>(regularizers);

export interface RegularizerField extends Field<Regularizer | null, RegularizerSpec | null, false> {}

/** None, unless somebody says otherwise. */
export const regularizerField: RegularizerField = orNull(regularizerRoom.field());

/** For what is no matrix, and has no rows that could stand at right angles to each other. */
export const vectorRegularizerField: RegularizerField = {
  ...regularizerField,
  read: (argument, value) => {
    const spec = regularizerField.read(argument, value);
    if (spec?.type !== 'orthogonal') return spec;
    throw new OptionError(argument, "'l1', 'l2' or 'l1l2'", "'orthogonal', which is for kernels");
  },
};
