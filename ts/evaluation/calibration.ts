import { ShapeError } from '../errors.ts';
import type { BigIntArray } from '../inputs/arrays.ts';
import { formatShape, type NestedArray, type TensorLike, toTensor } from '../inputs/tensor.ts';
import { checkInteger, checkOptions } from '../options.ts';
import type { NumericArray } from '../tensor.ts';
import { type BinaryScores, checkProbabilities, toBinaryScores } from './binary-scores.ts';
import { type Classes, decide, labelIds } from './class-ids.ts';

/** How probabilities are put into bins. */
export interface CalibrationOptions {
  /** Equal parts that the probabilities from 0 to 1 are put in. Default 10. */
  readonly bins?: number;
}

/** The rows whose probability lies in one bin. */
export interface CalibrationBin {
  /** The mean of their probabilities. */
  readonly predicted: number;
  /** The share of them for which it came true. */
  readonly observed: number;
  /** Predictions in the bin. */
  readonly count: number;
}

/**
 * Whether what the model calls 80 % sure is right in 80 % of cases: the bins that hold rows, by rising probability.
 *
 * With one column the probability is that of class 1, as in scikit-learn's `calibration_curve(labels, probabilities)`.
 * With several it is that of the decided class, and comes true when the decision is right, as in
 * `calibration_curve(decisions == labels, probabilities.max(axis=1))`. A bin holds its upper edge, the first also 0.
 *
 * @param labels Class ids (`[rows]` or `[rows, 1]`) or one-hot rows.
 * @param probabilities `[rows]` or `[rows, columns]`, as `predict` gives them.
 * @throws ShapeError, DtypeError, LabelError, EmptyDataError, OptionError, NonFiniteError, and ArgumentError for what
 *   is no probability.
 * @example
 * ```js
 * import { calibrationCurve } from 'inkgrad';
 *
 * const bins = calibrationCurve([0, 0, 1, 1], [0.1, 0.3, 0.6, 0.9], { bins: 2 });
 * console.log(bins[0]); // prints { predicted: 0.2, observed: 0, count: 2 }
 * ```
 */
export function calibrationCurve(
  labels: Classes,
  probabilities: NumericArray | BigIntArray | TensorLike | NestedArray,
  options: CalibrationOptions = {},
): CalibrationBin[] {
  checkOptions('calibrationCurve', options, ['bins']);
  return binned(claims(labels, probabilities), checkInteger('bins', options.bins ?? 10, 1, 10_000));
}

/**
 * The mean distance between `predicted` and `observed` of the bins, each counting by its rows: 0 for a model whose
 * probabilities can be taken at their word. From Guo et al., "On Calibration of Modern Neural Networks", 2017.
 *
 * @throws What `calibrationCurve` throws.
 * @example
 * ```js
 * import { expectedCalibrationError } from 'inkgrad';
 *
 * console.log(expectedCalibrationError([0, 1, 1], [[0.9, 0.1], [0.2, 0.8], [0.7, 0.3]]));
 * ```
 */
export function expectedCalibrationError(
  labels: Classes,
  probabilities: NumericArray | BigIntArray | TensorLike | NestedArray,
  options: CalibrationOptions = {},
): number {
  const bins = calibrationCurve(labels, probabilities, options);
  const rows = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { predicted, observed, count }) => sum + Math.abs(observed - predicted) * count, 0) / rows;
}

/** What the model says of each row, and whether it came true. */
function claims(labels: Classes, probabilities: NumericArray | BigIntArray | TensorLike | NestedArray): BinaryScores {
  const { data, shape } = toTensor('probabilities', probabilities);
  checkProbabilities('probabilities', data);
  const [rows = 0, columns = 1] = shape;
  if (shape.length > 2) throw new ShapeError('probabilities', '[rows] or [rows, columns]', formatShape(shape));
  if (columns === 1) return toBinaryScores('probabilities', labels, { data, shape });
  const { ids } = labelIds('labels', labels);
  if (ids.length !== rows) throw new ShapeError('probabilities', `${ids.length} rows, one for each label`, `${rows}`);
  const decisions = decide({ data, shape });
  return {
    positive: Uint8Array.from(decisions, (decision, row) => Number(decision === ids[row])),
    scores: Float64Array.from(decisions, (decision, row) => data[row * columns + decision] as number),
  };
}

function binned({ positive, scores }: BinaryScores, bins: number): CalibrationBin[] {
  const [sums, hits, counts] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
  // The edges are NumPy's linspace(0, 1, bins + 1), to the bit, so that what lies on one falls where it does there.
  const edge = (bin: number) => bin * (1 / bins);
  scores.forEach((score, row) => {
    let bin = Math.min(Math.floor(score * bins), bins - 1);
    while (bin > 0 && score <= edge(bin)) bin--;
    while (bin < bins - 1 && score > edge(bin + 1)) bin++;
    sums[bin] = (sums[bin] as number) + score;
    hits[bin] = (hits[bin] as number) + (positive[row] as number);
    counts[bin] = (counts[bin] as number) + 1;
  });
  return Array.from(counts, (count, bin) => ({
    predicted: (sums[bin] as number) / count,
    observed: (hits[bin] as number) / count,
    count,
  })).filter(({ count }) => count > 0);
}
