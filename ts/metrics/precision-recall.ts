/** Metrics of found and missed classes. */

import { choice, type Lowered, orNull, whole, zeroToOne } from '../kind/field.ts';
import { metric } from './metric.ts';

const fields = {
  /** Outputs above it count as found. Default: null, which is 0.5, or none with `topK`. */
  threshold: orNull(zeroToOne()),
  /** Only the so many largest outputs of a row count as found. Default: null, all. */
  topK: orNull(whole()),
  /** The one class that counts. Default: null, all. */
  classId: orNull(whole(undefined, 0)),
};

/** Less than any output: what Keras compares with where there is no threshold. */
const ANY = -(2 ** 127);

function found<Type extends string>(type: Type) {
  return metric(type, fields, {
    lower: ({ threshold, topK, classId }): Lowered => ({
      type,
      threshold: threshold ?? (topK === null ? 0.5 : ANY),
      topK: topK ?? 0,
      classId,
    }),
  });
}

/** The share of what was found that is right. */
export const precision = found('precision');

/** The share of what is there that was found. */
export const recall = found('recall');

/** The harmonic mean of precision and recall, of each class or averaged. */
export const f1Score = metric(
  'f1Score',
  {
    /** Default: null, a score for each class. */
    average: choice([null, 'micro', 'macro', 'weighted'], null),
    /** Outputs above it count as found. Default: null, the largest of a row. */
    threshold: orNull(zeroToOne()),
  },
  { width: ({ average }, outputs) => (average === null ? outputs : 1) },
);
