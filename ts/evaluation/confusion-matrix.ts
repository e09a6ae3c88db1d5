import { LabelError, OptionError, ShapeError } from '../errors.ts';
import { formatShape } from '../inputs/tensor.ts';
import { checkInteger, checkNumbers, checkObject, checkOptions, describe, isList } from '../options.ts';
import type { NumericArray } from '../tensor.ts';
import { type Classes, labelIds, predictionIds } from './class-ids.ts';

/** Which classes there are. */
export interface EvaluationOptions {
  /**
   * How many classes there are. Default: the columns of one-hot labels or of probabilities; with class ids alone only
   * the classes that occur are shown.
   */
  readonly classes?: number;
}

/** How often rows of each class were taken for each class. */
export interface ConfusionMatrix {
  /** `counts[i][j]`: rows of class `classes[i]` that were predicted as `classes[j]`. */
  readonly counts: readonly (readonly number[])[];
  /** The class ids, ascending. */
  readonly classes: readonly number[];
}

/** The matrix has a cell for each pair of classes: more would be a mistake, and fill the memory. */
const MOST_CLASSES = 4096;

/** Labels and predictions of the same rows, as class ids. */
export interface Pairs {
  readonly labels: NumericArray;
  readonly predictions: NumericArray;
  /** How many classes there are, where their form tells it. */
  readonly classes: number | undefined;
}

/** @throws ShapeError when there is not one prediction for each label. */
export function toPairs(labels: Classes, predictions: Classes): Pairs {
  const right = labelIds('labels', labels);
  const taken = predictionIds('predictions', predictions);
  const rows = right.ids.length;
  if (taken.ids.length !== rows) {
    throw new ShapeError('predictions', `${rows}, one for each label`, `${taken.ids.length}`);
  }
  return { labels: right.ids, predictions: taken.ids, classes: taken.classes ?? right.classes };
}

/**
 * Counts how often each class was taken for each. As scikit-learn's `confusion_matrix`: rows are the true classes,
 * columns the predicted.
 *
 * @param labels Class ids (`[rows]` or `[rows, 1]`) or one-hot rows.
 * @param predictions Class ids (`[rows]`) or probabilities (`[rows, columns]`), decided as `decide` does.
 * @throws ShapeError when the lengths differ, LabelError for what is no class id or beyond `classes`, EmptyDataError,
 *   NonFiniteError for NaN probabilities, DtypeError, OptionError.
 * @example
 * ```js
 * import { confusionMatrix } from 'inkgrad';
 *
 * console.log(confusionMatrix([0, 1, 1, 1], [0, 1, 0, 1]).counts);
 * ```
 */
export function confusionMatrix(
  labels: Classes,
  predictions: Classes,
  options: EvaluationOptions = {},
): ConfusionMatrix {
  checkOptions('confusionMatrix', options, ['classes']);
  return countPairs(toPairs(labels, predictions), options.classes);
}

export function countPairs(pairs: Pairs, classCount: number | undefined = pairs.classes): ConfusionMatrix {
  const classes = classCount === undefined ? occurring(pairs) : firstClasses(pairs, classCount);
  const place = new Map(classes.map((id, index) => [id, index]));
  const counts = classes.map(() => new Array<number>(classes.length).fill(0));
  pairs.labels.forEach((label, row) => {
    const line = counts[place.get(label) as number] as number[];
    const column = place.get(pairs.predictions[row] as number) as number;
    line[column] = (line[column] as number) + 1;
  });
  return { counts, classes };
}

function occurring({ labels, predictions }: Pairs): number[] {
  const found = new Set<number>();
  for (const ids of [labels, predictions]) for (const id of ids) found.add(id);
  if (found.size > MOST_CLASSES) {
    throw new LabelError('labels', `at most ${MOST_CLASSES} different classes`, `${found.size}`);
  }
  return [...found].sort((a, b) => a - b);
}

function firstClasses({ labels, predictions }: Pairs, count: number): number[] {
  checkInteger('classes', count, 1, MOST_CLASSES);
  for (const [argument, ids] of Object.entries({ labels, predictions })) {
    const wrong = ids.findIndex((id) => id >= count);
    if (wrong >= 0) {
      throw new LabelError(`${argument}[${wrong}]`, `a class id from 0 to ${count - 1}`, `${ids[wrong]}`);
    }
  }
  return Array.from({ length: count }, (_, id) => id);
}

/** @throws ShapeError when there is not a cell for each pair of classes; OptionError for what is no matrix at all */
export function checkSquare(matrix: ConfusionMatrix): void {
  const { counts, classes } = checkObject('matrix', matrix) as ConfusionMatrix;
  const isCount = (value: number) => Number.isInteger(value) && value >= 0;
  checkNumbers('matrix.classes', classes, 'a class id', isCount);
  if (!isList(counts)) throw new OptionError('matrix.counts', 'rows of counts', describe(counts));
  counts.forEach((line, row) => {
    checkNumbers(`matrix.counts[${row}]`, line, 'a whole number of at least 0', isCount);
  });
  const size = classes.length;
  if (counts.length === size && counts.every((line) => line.length === size)) return;
  const received = formatShape([counts.length, counts[0]?.length ?? 0]);
  throw new ShapeError('matrix.counts', `shape ${formatShape([size, size])}, as there are classes`, received);
}
