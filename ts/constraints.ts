/** What weights are held to after each step, as in Keras. Norms are those of a unit's incoming weights (axis 0). */

import { atLeastZero, type Field, orNull, zeroToOne } from './kind/field.ts';
import { type Room, room, type Written } from './kind/room.ts';
import { kind, type SpecOf } from './kind.ts';

/**
 * What holds weights within bounds after each step: `layers.dense(10, { kernelConstraint: constraints.maxNorm(3) })`.
 * @example
 * ```js
 * import { constraints, layers } from 'inkgrad';
 *
 * const layer = layers.dense(10, { kernelConstraint: constraints.maxNorm(3) });
 * console.log(layer.kernelConstraint); // prints { type: 'maxNorm', maxValue: 3 }
 * ```
 */
export const constraints = {
  /** Norms of at most `maxValue` (default 2). */
  maxNorm: kind(
    'maxNorm',
    {
      /** The longest that the weights of an output may be. Default: 2. */
      maxValue: atLeastZero(2),
    },
    { first: 'maxValue' },
  ),
  /** Norms from `minValue` (default 0) to `maxValue` (default 1), of which a step makes up the share `rate` (default 1). */
  minMaxNorm: kind('minMaxNorm', {
    /** The shortest. Default: 0. */
    minValue: atLeastZero(0),
    /** The longest. Default: 1. */
    maxValue: atLeastZero(1),
    /** Which share of the way is gone at a step. Default: 1. */
    rate: zeroToOne(1),
  }),
  /** No weights below zero. */
  nonNeg: kind('nonNeg', {}, { aliases: ['nonNegative', 'non_negative'] }),
  /** Norms of 1. */
  unitNorm: kind('unitNorm', {}),
} as const;

type AnyConstraint = (typeof constraints)[keyof typeof constraints];
export type ConstraintSpec = SpecOf<AnyConstraint>;
/** A constraint as people may write it: a name, or what a function of `constraints` made. */
export type Constraint = Written<AnyConstraint>;

export const constraintRoom: Room<AnyConstraint> = room<AnyConstraint>(constraints);

export interface ConstraintField extends Field<Constraint | null, ConstraintSpec | null, false> {}

/** None, unless somebody says otherwise. */
export const constraintField: ConstraintField = orNull(constraintRoom.field());
