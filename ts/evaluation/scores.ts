import { checkOptions } from '../options.ts';
import type { Classes } from './class-ids.ts';
import { type ConfusionMatrix, countPairs, type EvaluationOptions, type Pairs, toPairs } from './confusion-matrix.ts';

/** Scores from 0 to 1; a score that would divide by zero is 0, as with scikit-learn's `zero_division=0`. */
export interface Scores {
  /** Of the rows predicted as the class, the share that is of it. */
  readonly precision: number;
  /** Of the rows of the class, the share predicted as it. */
  readonly recall: number;
  /** The harmonic mean of precision and recall. */
  readonly f1: number;
  /** Rows of the class. */
  readonly support: number;
}

/** The scores of one class. */
export interface ClassScores extends Scores {
  /** The class, from 0. */
  readonly classId: number;
}

/** Scores of all classes, and their means. */
export interface ScoreTable {
  /** The scores of each class, in order. */
  readonly perClass: readonly ClassScores[];
  /** Means over the classes, each counting the same. */
  readonly macroAverage: Scores;
  /** Means over the classes, each counting by its support. */
  readonly weightedAverage: Scores;
}

/**
 * The share of rows that were predicted rightly, 0 to 1.
 *
 * @param labels Class ids (`[rows]` or `[rows, 1]`) or one-hot rows.
 * @param predictions Class ids (`[rows]`) or probabilities (`[rows, columns]`), decided as `decide` does.
 * @throws ShapeError when the lengths differ, LabelError for what is no class id, EmptyDataError, NonFiniteError for
 *   NaN probabilities, DtypeError.
 * @example
 * ```js
 * import { accuracyScore } from 'inkgrad';
 *
 * console.log(accuracyScore([0, 1, 1], [[0.9, 0.1], [0.2, 0.8], [0.7, 0.3]]));
 * ```
 */
export function accuracyScore(labels: Classes, predictions: Classes): number {
  return accuracyOf(toPairs(labels, predictions));
}

export function accuracyOf({ labels, predictions }: Pairs): number {
  let right = 0;
  for (let row = 0; row < labels.length; row++) right += Number(labels[row] === predictions[row]);
  return right / labels.length;
}

/**
 * Precision, recall, F1 and support of each class and their means, as scikit-learn's function of the same name.
 *
 * @param labels Class ids (`[rows]` or `[rows, 1]`) or one-hot rows.
 * @param predictions Class ids (`[rows]`) or probabilities (`[rows, columns]`), decided as `decide` does.
 * @throws What `confusionMatrix` throws.
 * @example
 * ```js
 * import { precisionRecallFscoreSupport } from 'inkgrad';
 *
 * const { perClass, macroAverage } = precisionRecallFscoreSupport([0, 1, 1, 1], [0, 1, 1, 0]);
 * console.log(perClass[0].precision, macroAverage.precision); // prints 0.5 0.75
 * ```
 */
export function precisionRecallFscoreSupport(
  labels: Classes,
  predictions: Classes,
  options: EvaluationOptions = {},
): ScoreTable {
  checkOptions('precisionRecallFscoreSupport', options, ['classes']);
  return scoresOf(countPairs(toPairs(labels, predictions), options.classes));
}

export function scoresOf({ counts, classes }: ConfusionMatrix): ScoreTable {
  const perClass = classes.map((classId, index): ClassScores => {
    const line = counts[index] as readonly number[];
    const hits = line[index] as number;
    const support = sum(line);
    const predicted = sum(counts.map((other) => other[index] as number));
    return {
      classId,
      precision: ratio(hits, predicted),
      recall: ratio(hits, support),
      f1: ratio(2 * hits, support + predicted),
      support,
    };
  });
  return {
    perClass,
    macroAverage: average(perClass, () => 1),
    weightedAverage: average(perClass, ({ support }) => support),
  };
}

function average(scores: readonly Scores[], weight: (scores: Scores) => number): Scores {
  const weights = sum(scores.map(weight));
  const mean = (pick: (scores: Scores) => number) => sum(scores.map((one) => pick(one) * weight(one))) / weights;
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
    support: sum(scores.map(({ support }) => support)),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
