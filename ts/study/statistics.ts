/** How sure figures are: intervals of means, and tests of differences. */

import { OptionError, ShapeError } from '../errors.ts';
import { checkInteger, checkNumbers } from '../options.ts';
import { chiSquaredTail, coinCdf, tQuantile, twoSidedT } from './distributions.ts';

/** A mean of several runs, with its 95 % interval by Student's t. */
export interface Estimate {
  /** Runs. */
  readonly count: number;
  /** Of the runs. */
  readonly mean: number;
  /** Of the runs, with `count - 1`; undefined for a single one. */
  readonly sd?: number;
  /** Where the mean of ever more runs would lie, with 95 % confidence; undefined for a single run. */
  readonly low?: number;
  /** The upper end of that interval. */
  readonly high?: number;
}

/** A paired t test. */
export interface PairedTTest {
  /** Of the differences first - second. */
  readonly difference: Estimate;
  /** Student's t. */
  readonly statistic: number;
  /** Two-sided. */
  readonly pValue: number;
}

/** McNemar's test (1947) of two classifiers on the same rows. */
export interface McNemarTest {
  /** Rows that only the first classifies correctly. */
  readonly onlyFirst: number;
  /** Rows that only the second classifies correctly. */
  readonly onlySecond: number;
  /** By the binomial distribution, where fewer than 25 rows differ; else by chi-squared, with continuity correction. */
  readonly exact: boolean;
  /** Two-sided. */
  readonly pValue: number;
}

const finite = 'a finite number';

/**
 * The mean of numbers, and its 95 % interval by Student's t.
 * @throws OptionError
 * @example
 * ```js
 * import { estimate } from 'inkgrad/study';
 *
 * const { mean, low, high } = estimate([0.978, 0.981, 0.979]);
 * console.log(`${mean.toFixed(4)}, ${low.toFixed(4)} to ${high.toFixed(4)}`);
 * ```
 */
export function estimate(values: readonly number[]): Estimate {
  const numbers = checkNumbers('values', values, finite, Number.isFinite);
  const count = numbers.length;
  if (count === 0) throw new OptionError('values', 'at least one number', 'none');
  const mean = numbers.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { count, mean };
  const sd = Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1));
  const half = (tQuantile(0.975, count - 1) * sd) / Math.sqrt(count);
  return { count, mean, sd, low: mean - half, high: mean + half };
}

/**
 * Whether two settings differ, from runs of both with the same seeds.
 * @throws ShapeError for lists of different lengths or of less than two; OptionError
 * @example
 * ```js
 * import { pairedTTest } from 'inkgrad/study';
 *
 * const { difference, pValue } = pairedTTest([0.978, 0.981, 0.979], [0.974, 0.975, 0.976]); // of seeds 1, 2 and 3
 * console.log(difference.mean.toFixed(4), pValue.toFixed(3));
 * ```
 */
export function pairedTTest(first: readonly number[], second: readonly number[]): PairedTTest {
  checkNumbers('first', first, finite, Number.isFinite);
  checkNumbers('second', second, finite, Number.isFinite);
  if (first.length !== second.length || first.length < 2) {
    throw new ShapeError('second', `as many numbers as the first, and two at least`, `${second.length}`);
  }
  const difference = estimate(first.map((value, i) => value - (second[i] as number)));
  const { mean, sd = 0, count } = difference;
  const statistic = mean === 0 ? 0 : mean / (sd / Math.sqrt(count));
  return { difference, statistic, pValue: twoSidedT(statistic, count - 1) };
}

/**
 * Whether two models differ, by the rows that one classifies correctly and the other does not (McNemar, 1947).
 * @throws OptionError
 * @example
 * ```js
 * import { mcNemarTest } from 'inkgrad/study';
 *
 * const { exact, pValue } = mcNemarTest(40, 22);
 * console.log(exact, pValue.toFixed(3));
 * ```
 */
export function mcNemarTest(onlyFirst: number, onlySecond: number): McNemarTest {
  checkInteger('onlyFirst', onlyFirst, 0, Number.MAX_SAFE_INTEGER);
  checkInteger('onlySecond', onlySecond, 0, Number.MAX_SAFE_INTEGER);
  const count = onlyFirst + onlySecond;
  const exact = count < 25;
  const counts = { onlyFirst, onlySecond, exact };
  if (count === 0) return { ...counts, pValue: 1 };
  if (exact) {
    return { ...counts, pValue: Math.min(1, 2 * coinCdf(Math.min(onlyFirst, onlySecond), count)) };
  }
  const chiSquared = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1) ** 2 / count;
  return { ...counts, pValue: chiSquaredTail(chiSquared) };
}

/**
 * P values of several tests, so that the chance of any false alarm among them stays what a single one's is (Holm, 1979).
 * @throws OptionError
 * @example
 * ```js
 * import { holm } from 'inkgrad/study';
 *
 * console.log(holm([0.01, 0.04, 0.03])); // prints [ 0.03, 0.06, 0.06 ]
 * ```
 */
export function holm(pValues: readonly number[]): number[] {
  checkNumbers('pValues', pValues, 'a number from 0 to 1', (value) => value >= 0 && value <= 1);
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  const adjusted = new Array<number>(pValues.length);
  let most = 0;
  order.forEach((index, rank) => {
    most = Math.max(most, Math.min(1, (pValues.length - rank) * (pValues[index] as number)));
    adjusted[index] = most;
  });
  return adjusted;
}
