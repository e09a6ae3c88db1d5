/** What `fit` and `evaluate` measure besides the loss. */

import { OptionError } from './errors.ts';
import { checkName, describe } from './options.ts';

/**
 * `accuracy` is the share of rows decided rightly, 0 to 1: the largest of several outputs stands where the largest of
 * the target does, or a single output is on its side of 0.5.
 */
export type Metric = 'accuracy';

/** @throws OptionError */
export function metricsOf(names: unknown): readonly Metric[] {
  if (!Array.isArray(names)) throw new OptionError('metrics', "an array such as ['accuracy']", describe(names));
  return [...new Set(names.map((name, index) => checkName<Metric>(`metrics[${index}]`, name, ['accuracy'])))];
}
