/** What the entries of the list of losses have in common. */

import { flag, zeroToOne } from '../kind/field.ts';
import { type Fields, type KindOptions, kind } from '../kind.ts';

/**
 * The targets that a loss takes: `classes` ids, one-hot rows or probabilities that sum to 1; `shares` numbers from 0 to
 * 1; `signs` numbers from -1 to 1, where sets of only 0 and 1 stand for -1 and 1; `numbers` any.
 */
export type TargetKind = 'classes' | 'shares' | 'signs' | 'numbers';

export function loss<
  const Type extends string,
  F extends Fields,
  First extends keyof F = never,
  const Alias extends string = never,
>(type: Type, targets: TargetKind, fields: F, options: KindOptions<Type, F, First, Alias> = {}) {
  return Object.assign(kind(type, fields, options), {
    /** Which labels it takes. */
    targets,
  });
}

export const crossentropyFields = {
  /** The outputs are logits, not probabilities. Default: false. */
  fromLogits: flag(false),
  /** The share of a target that is spread over all classes. Default: 0. */
  labelSmoothing: zeroToOne(0),
};
