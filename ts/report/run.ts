/** What a report is made of. */

import { NonFiniteError, OptionError, ShapeError } from '../errors.ts';
import { type Classes, decide, labelIds } from '../evaluation/class-ids.ts';
import { type ConfusionMatrix, confusionMatrix } from '../evaluation/confusion-matrix.ts';
import { formatShape, type NestedArray, type TensorLike, toTensor } from '../inputs/tensor.ts';
import type { History } from '../model/fit.ts';
import {
  checkInteger,
  checkNumber,
  checkNumbers,
  checkObject,
  checkOptions,
  checkText,
  describe,
  isList,
} from '../options.ts';
import { printable } from '../printable.ts';
import type { NumericArray, Tensor } from '../tensor.ts';
import { type Images, type Size, toImages } from './pixels.ts';

/** Names and what they stand for, shown as a table in the given order. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** The part of `fit`'s History that is shown: epochs from 0, and Keras's names. */
export type RunHistory = Pick<History, 'epoch' | 'history'>;

/** A trained model, as plain data; what is left out is not shown. */
export interface Run {
  /** The headline. Default: the model's name, or 'Training report'. */
  readonly title?: string;
  /** A sentence below it: what was trained on what. */
  readonly subtitle?: string;
  /** What this run is called, apart from others of the same model: its folder, say. */
  readonly name?: string;
  /** When it was trained: a Date, or a text such as '2026-11-26T14:04:00Z'. Never the time of the report. */
  readonly date?: Date | string;
  /** What `fit` gave. */
  readonly history: RunHistory;
  /** What the held-out images are: class ids (`[rows]` or `[rows, 1]`) or one-hot rows. */
  readonly labels: Classes;
  /** What the model says of them, `[rows, columns]`, as `predict` gives it: one column means the probability of class 1. */
  readonly probabilities: TensorLike | NestedArray;
  /** The images, `[rows, pixels]`: floats from 0 (paper) to 1 (ink), or bytes; an ImageTensor as the loaders give it. */
  readonly images?: TensorLike | NestedArray;
  /** Height and width of an image. Default: square. */
  readonly imageShape?: Size;
  /** A name for each class. Default: their ids. */
  readonly classNames?: readonly string[];
  /** What the model is. */
  readonly model?: ModelFacts;
  /** How long training took. */
  readonly timings?: Timings;
  /**
   * All that one needs to train the same again: data, optimizer, learning rate, batch size, ... What is called
   * `optimizer`, `learning rate`, `weight decay`, `augmentation`, `batch size` or `epochs` stands in the header too.
   */
  readonly recipe?: Facts;
  /** What it ran on: version, threads, SIMD, ... */
  readonly engine?: Facts;
  /** The command that trains the same again. */
  readonly command?: string;
}

/** How long training took. */
export interface Timings {
  /** How long each epoch took. */
  readonly seconds: readonly number[];
  /** How many samples an epoch trains on. */
  readonly samples: number;
}

/** What a model is, for the report. */
export interface ModelFacts {
  /** The model's name. */
  readonly name?: string;
  /** What `model.summary()` prints. */
  readonly summary?: string;
  /** The model's seed. */
  readonly seed?: number;
  /** `model.countParams()`. */
  readonly parameters?: number;
  /** `await model.weightsHash()`. */
  readonly weightsHash?: string;
  /** The first layer's weights, `[pixels, units]`: the first of `await model.getWeights()`. */
  readonly firstKernel?: Tensor;
}

/** A Run, checked, with what the model decided. */
export interface JudgedRun extends Omit<Run, 'labels' | 'images' | 'probabilities' | 'classNames' | 'date'> {
  readonly title: string;
  /** In UTC, as toISOString gives it. */
  readonly date: string | undefined;
  /** As they came, shape and all. */
  readonly probabilities: Tensor;
  readonly rows: number;
  readonly labels: NumericArray;
  readonly decisions: NumericArray;
  readonly classNames: readonly string[];
  readonly matrix: ConfusionMatrix;
  readonly images: Images | undefined;
  /** The probability that the model gave a class of a row. */
  probability(row: number, classId: number): number;
}

/** @throws ShapeError, DtypeError, LabelError, NonFiniteError, EmptyDataError, OptionError */
export function judge(run: Run): JudgedRun {
  checkOptions('run', run, [
    'title',
    'subtitle',
    'name',
    'date',
    'history',
    'labels',
    'probabilities',
    'images',
    'imageShape',
    'classNames',
    'model',
    'timings',
    'recipe',
    'engine',
    'command',
  ]);
  checkHistory(run.history);
  const probabilities = toTensor('probabilities', run.probabilities);
  const decisions = decide(probabilities);
  const [rows = 0, columns = 0] = probabilities.shape;
  const classes = Math.max(columns, 2);
  const matrix = confusionMatrix(run.labels, probabilities, { classes });
  const images = run.images === undefined ? undefined : toImages('images', run.images, run.imageShape);
  if (images && images.count !== rows) throw new ShapeError('images', `${rows} rows`, `${images.count}`);
  if (run.timings !== undefined) checkTimings(run.timings, run.history.epoch.length);
  for (const name of ['subtitle', 'name', 'command'] as const) checkOptionalText(name, run[name]);
  for (const name of ['name', 'summary', 'weightsHash'] as const) checkOptionalText(`model.${name}`, run.model?.[name]);
  if (run.model?.parameters !== undefined) {
    checkInteger('model.parameters', run.model.parameters, 0, Number.MAX_SAFE_INTEGER);
  }
  return {
    ...run,
    date: run.date === undefined ? undefined : checkDate(run.date),
    title: checkText('title', run.title ?? run.model?.name ?? 'Training report'),
    probabilities,
    rows,
    labels: labelIds('labels', run.labels).ids,
    decisions,
    classNames: checkNames(run.classNames, classes),
    matrix,
    images,
    probability: (row, classId) => {
      if (columns > 1) return probabilities.data[row * columns + classId] as number;
      const one = probabilities.data[row] as number;
      return classId === 1 ? one : 1 - one;
    },
  };
}

/** @throws OptionError, ShapeError, NonFiniteError */
export function checkHistory(received: RunHistory): void {
  const { epoch, history } = (received ?? {}) as Partial<RunHistory>;
  if (!isList(epoch) || !isList(history?.loss)) {
    throw new OptionError('history', 'what fit resolves to: { epoch, history: { loss, ... } }', describe(received));
  }
  for (const [name, values] of Object.entries(history)) {
    const argument = `history.history.${name}`;
    if (!isList(values)) throw new OptionError(argument, 'an array of numbers', describe(values));
    if (values.length !== epoch.length || epoch.length === 0) {
      throw new ShapeError(
        argument,
        `[${epoch.length || 'at least 1'}], a value for each epoch`,
        formatShape([values.length]),
      );
    }
    const wrong = values.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0) throw new NonFiniteError(`${argument}[${wrong}]`, 'a finite number', describe(values[wrong]));
  }
  checkNumbers(
    'history.epoch',
    epoch,
    'a whole number of at least 0',
    (value) => Number.isInteger(value) && value >= 0,
  );
}

/** @throws OptionError; ShapeError when there is not a time for each epoch */
export function checkTimings(timings: Timings, epochs?: number): void {
  const { seconds, samples } = checkObject('timings', timings) as Timings;
  if (!isList(seconds)) throw new OptionError('timings.seconds', 'an array of numbers', describe(seconds));
  checkLength(seconds, epochs ?? seconds.length);
  const positive = (value: number) => value > 0 && Number.isFinite(value);
  checkNumbers('timings.seconds', seconds, 'a number above 0', positive);
  checkNumber('timings.samples', samples, 'a number above 0', positive);
}

function checkLength(seconds: readonly unknown[], epochs: number): void {
  if (seconds.length !== epochs || epochs === 0) {
    throw new ShapeError(
      'timings.seconds',
      `${formatShape([epochs || 'at least 1'])}, as there are epochs`,
      formatShape([seconds.length]),
    );
  }
}

/** @throws OptionError */
function checkDate(date: unknown): string {
  const read = date instanceof Date || typeof date === 'string' ? new Date(date) : new Date(Number.NaN);
  if (!Number.isNaN(read.getTime())) return read.toISOString();
  throw new OptionError('date', "a Date or a text such as '2026-11-26T14:04:00Z'", describe(date));
}

function checkOptionalText(argument: string, text: string | undefined): void {
  if (text !== undefined && text !== '') checkText(argument, text);
}

/** A name for each class. @throws OptionError */
export function checkNames(names: readonly string[] | undefined, classes: number): readonly string[] {
  if (names === undefined) return Array.from({ length: classes }, (_, id) => String(id));
  if (!isList(names) || names.length !== classes) {
    throw new OptionError('classNames', `an array of ${classes} names`, describe(names));
  }
  return names.map((name, id) => printable(checkText(`classNames[${id}]`, name)));
}
