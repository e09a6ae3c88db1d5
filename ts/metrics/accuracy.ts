/** The share of rows, or of outputs, that are classified correctly. */

import { whole, zeroToOne } from '../kind/field.ts';
import { metric } from './metric.ts';

/**
 * What `accuracy` means by a model's outputs: the largest of several stands where the largest of the target does, or a
 * single one is on its side of 0.5 (0.5 itself counts as 1).
 */
export const accuracy = metric(
  'accuracy',
  {},
  {
    aliases: ['acc'],
    lower: (_, { outputs }) =>
      outputs === 1 ? { type: 'binaryAccuracy', threshold: 0.5, inclusive: true } : { type: 'categoricalAccuracy' },
  },
);

/** The share of outputs on their target's side of `threshold`; outputs at the threshold count as 0, as in Keras. */
export const binaryAccuracy = metric(
  'binaryAccuracy',
  {
    /** Default: 0.5. */
    threshold: zeroToOne(0.5),
  },
  {
    first: 'threshold',
    lower: ({ threshold }) => ({ type: 'binaryAccuracy', threshold, inclusive: false }),
  },
);

/** The share of rows whose largest output stands where the largest of the target does. */
export const categoricalAccuracy = metric('categoricalAccuracy', {});

/** The same, under the name that Keras has for it with class ids. */
export const sparseCategoricalAccuracy = metric(
  'sparseCategoricalAccuracy',
  {},
  {
    lower: () => ({ type: 'categoricalAccuracy' }),
  },
);

/** The share of rows whose class is among the `k` largest outputs. */
export const topKCategoricalAccuracy = metric(
  'topKCategoricalAccuracy',
  {
    /** Default: 5. */
    k: whole(5),
  },
  { first: 'k' },
);

/** The same, under the name that Keras has for it with class ids. */
export const sparseTopKCategoricalAccuracy = metric(
  'sparseTopKCategoricalAccuracy',
  {
    /** Default: 5. */
    k: whole(5),
  },
  { first: 'k', lower: ({ k }) => ({ type: 'topKCategoricalAccuracy', k }) },
);
