import { checkInteger, checkOptions } from '../options.ts';
import { type ConfusionMatrix, checkSquare } from './confusion-matrix.ts';

/** Options of `mostConfused`. */
export interface MostConfusedOptions {
  /** How many pairs at most. Default 10. */
  readonly top?: number;
}

/** A class that was taken for another. */
export interface ConfusedPair {
  /** The true class. */
  readonly label: number;
  /** The class it was taken for. */
  readonly prediction: number;
  /** Rows of class `label` that were predicted as `prediction`. */
  readonly count: number;
  /** The same as a share of all rows of class `label`, 0 to 1. */
  readonly share: number;
}

/**
 * The mistakes that were made most often, the most frequent first, equal counts by label and then by prediction.
 *
 * @param matrix As `confusionMatrix` gives it.
 * @throws ShapeError when the matrix is not square, OptionError.
 * @example
 * ```js
 * import { confusionMatrix, mostConfused } from 'inkgrad';
 *
 * const matrix = confusionMatrix([0, 1, 1, 1], [0, 1, 0, 0]);
 * console.log(mostConfused(matrix, { top: 1 }));
 * ```
 */
export function mostConfused(matrix: ConfusionMatrix, options: MostConfusedOptions = {}): ConfusedPair[] {
  checkOptions('mostConfused', options, ['top']);
  const top = checkInteger('top', options.top ?? 10, 0, Number.MAX_SAFE_INTEGER);
  checkSquare(matrix);
  const { counts, classes } = matrix;
  const pairs = counts.flatMap((line, row) => {
    const support = line.reduce((total, count) => total + count, 0);
    return line.flatMap((count, column): ConfusedPair[] => {
      if (row === column || count === 0) return [];
      const [label, prediction] = [classes[row] as number, classes[column] as number];
      return [{ label, prediction, count, share: count / support }];
    });
  });
  return pairs.sort((a, b) => b.count - a.count).slice(0, top);
}
