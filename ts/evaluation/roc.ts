import { LabelError } from '../errors.ts';
import { type BinaryScores, type RowScores, toBinaryScores } from './binary-scores.ts';
import type { Classes } from './class-ids.ts';

/** What deciding by each threshold would give; the arrays have one length, thresholds fall. */
export interface RocCurve {
  /** Of the rows of class 0, the share that scores at least the threshold. */
  readonly falsePositiveRates: readonly number[];
  /** Of the rows of class 1, the share that scores at least the threshold. */
  readonly truePositiveRates: readonly number[];
  /** The first is infinite: nothing scores that much. */
  readonly thresholds: readonly number[];
}

/**
 * The receiver operating characteristic of a binary classifier, as scikit-learn's `roc_curve`: points on a straight
 * line between others are left out, but for the highest score's.
 *
 * @param labels 0 or 1 a row (`[rows]` or `[rows, 1]`), or one-hot rows.
 * @param scores `[rows]` or `[rows, 1]`: the probability of class 1, or any number that rises with it.
 * @throws ShapeError, DtypeError, NonFiniteError, EmptyDataError; LabelError for other labels, and unless both occur.
 * @example
 * ```js
 * import { rocCurve } from 'inkgrad';
 *
 * const { truePositiveRates, thresholds } = rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * console.log(truePositiveRates); // prints [ 0, 0.5, 0.5, 1, 1 ]
 * console.log(thresholds); // prints [ Infinity, 0.8, 0.4, 0.35, 0.1 ]
 * ```
 */
export function rocCurve(labels: Classes, scores: RowScores): RocCurve {
  const counted = countedPoints(toBinaryScores('scores', labels, scores));
  const points = [{ threshold: Number.POSITIVE_INFINITY, truePositives: 0, falsePositives: 0 }, ...corners(counted)];
  const { truePositives: positives, falsePositives: negatives } = points.at(-1) as Point;
  if (positives === 0 || negatives === 0) {
    throw new LabelError('labels', 'both 0 and 1', `only ${positives === 0 ? 0 : 1}`);
  }
  return {
    falsePositiveRates: points.map(({ falsePositives }) => falsePositives / negatives),
    truePositiveRates: points.map(({ truePositives }) => truePositives / positives),
    thresholds: points.map(({ threshold }) => threshold),
  };
}

/**
 * The area under `rocCurve`, by trapezoids, as scikit-learn's `roc_auc_score`: the probability that a row of class 1
 * scores more than a row of class 0, 0.5 for guessing and 1 for perfect order.
 *
 * @throws What `rocCurve` throws.
 * @example
 * ```js
 * import { rocAucScore } from 'inkgrad';
 *
 * console.log(rocAucScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])); // prints 0.75
 * ```
 */
export function rocAucScore(labels: Classes, scores: RowScores): number {
  const { falsePositiveRates: x, truePositiveRates: y } = rocCurve(labels, scores);
  let area = 0;
  for (let i = 1; i < x.length; i++) {
    const [x0, x1, y0, y1] = [x[i - 1], x[i], y[i - 1], y[i]] as [number, number, number, number];
    area += ((x1 - x0) * (y0 + y1)) / 2;
  }
  return area;
}

interface Point {
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
}

/** A point for each different score, the highest first. */
function countedPoints({ positive, scores }: BinaryScores): Point[] {
  const rows = Uint32Array.from(scores, (_, row) => row).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const points: Point[] = [];
  let [truePositives, falsePositives] = [0, 0];
  rows.forEach((row, i) => {
    if (positive[row] === 1) truePositives++;
    else falsePositives++;
    const threshold = scores[row] as number;
    const next = rows[i + 1];
    if (next === undefined || scores[next] !== threshold) points.push({ threshold, truePositives, falsePositives });
  });
  return points;
}

/** The points where the curve bends, and its two ends, as scikit-learn drops the others. */
function corners(points: readonly Point[]): Point[] {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) return true;
    const bend = (count: (point: Point) => number) => count(after) - 2 * count(point) + count(before);
    return bend((one) => one.truePositives) !== 0 || bend((one) => one.falsePositives) !== 0;
  });
}
