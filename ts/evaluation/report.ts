import { OptionError } from '../errors.ts';
import { checkInteger, checkOptions, checkText, describe, isList } from '../options.ts';
import type { Classes } from './class-ids.ts';
import { countPairs, toPairs } from './confusion-matrix.ts';
import { accuracyOf, type ClassScores, type Scores, type ScoreTable, scoresOf } from './scores.ts';

/** Options of `classificationReport`. */
export interface ReportOptions {
  /** A name for each class, from class 0. Default: the class ids that occur or, of probabilities, of all columns. */
  readonly classNames?: readonly string[];
  /** Decimals of the scores in the text, 0 to 15. Default 2. */
  readonly digits?: number;
}

/**
 * Scores of each class and their means; as a text in the layout of scikit-learn.
 * @example
 * ```js
 * import { classificationReport } from 'inkgrad';
 *
 * const report = classificationReport([0, 1, 2, 2], [0, 2, 2, 2]);
 * console.log(report.accuracy, report.perClass[2].recall); // prints 0.75 1
 * ```
 */
export class ClassificationReport implements ScoreTable {
  /** Share of samples classified correctly, 0 to 1. */
  readonly accuracy: number;
  /** Precision, recall, F1 and support of each class, in order, with its name. */
  readonly perClass: readonly (ClassScores & { readonly name: string })[];
  readonly macroAverage: Scores;
  readonly weightedAverage: Scores;
  readonly #digits: number;

  constructor(accuracy: number, table: ScoreTable, names: readonly string[], digits: number) {
    this.accuracy = accuracy;
    this.perClass = table.perClass.map((scores, index) => ({ name: names[index] as string, ...scores }));
    this.macroAverage = table.macroAverage;
    this.weightedAverage = table.weightedAverage;
    this.#digits = digits;
  }

  /**
   * The table, to the character what scikit-learn's `classification_report` gives; it ends with a line feed. Only
   * supports stay whole numbers where scikit-learn writes `2.0`: when not one prediction is right.
   */
  toString(): string {
    const digits = this.#digits;
    const width = Math.max(...this.perClass.map(({ name }) => [...name].length), 'weighted avg'.length, digits);
    const line = (name: string, ...cells: string[]) =>
      [`${padStart(name, width)} `, ...cells.map((cell) => cell.padStart(9))].join(' ');
    const scores = (name: string, { precision, recall, f1, support }: Scores) =>
      line(name, ...[precision, recall, f1].map((score) => toFixed(score, digits)), `${support}`);
    const { support } = this.macroAverage;
    return [
      line('', 'precision', 'recall', 'f1-score', 'support'),
      '',
      ...this.perClass.map((one) => scores(one.name, one)),
      '',
      line('accuracy', '', '', toFixed(this.accuracy, digits), `${support}`),
      scores('macro avg', this.macroAverage),
      scores('weighted avg', this.weightedAverage),
      '',
    ].join('\n');
  }
}

/**
 * Precision, recall, F1 and support of each class, their means and the accuracy, as scikit-learn's
 * `classification_report`: print it with `console.log(String(report))`.
 *
 * @param labels Class ids (`[rows]` or `[rows, 1]`) or one-hot rows.
 * @param predictions Class ids (`[rows]`) or probabilities (`[rows, columns]`), decided as `decide` does.
 * @throws What `confusionMatrix` throws.
 * @example
 * ```js
 * import { classificationReport } from 'inkgrad';
 *
 * console.log(String(classificationReport([0, 1, 2, 2], [0, 2, 2, 2])));
 * ```
 */
export function classificationReport(
  labels: Classes,
  predictions: Classes,
  options: ReportOptions = {},
): ClassificationReport {
  checkOptions('classificationReport', options, ['classNames', 'digits']);
  const { classNames, digits = 2 } = options;
  checkInteger('digits', digits, 0, 15);
  if (classNames !== undefined) checkNames(classNames);
  const pairs = toPairs(labels, predictions);
  const matrix = countPairs(pairs, classNames?.length);
  const names = classNames ?? matrix.classes.map(String);
  return new ClassificationReport(accuracyOf(pairs), scoresOf(matrix), names, digits);
}

function checkNames(names: unknown): void {
  if (!isList(names) || names.length === 0) {
    throw new OptionError('classNames', 'an array of names, one for each class', describe(names));
  }
  names.forEach((name, id) => {
    checkText(`classNames[${id}]`, name);
  });
}

/** Pads by characters, as Python does, where `String.padStart` counts UTF-16 units. */
function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - [...text].length)) + text;
}

/** A score with `digits` decimals, rounded as Python does: what lies exactly between two goes to the even one. */
function toFixed(score: number, digits: number): string {
  const halves = score * 2 ** (digits + 1);
  if (!Number.isInteger(halves) || halves % 2 === 0) return score.toFixed(digits);
  const below = Math.floor(score * 10 ** digits);
  return ((below + (below % 2)) / 10 ** digits).toFixed(digits);
}
