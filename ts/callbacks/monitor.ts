/** A figure of the logs that a callback watches. */

import { OptionError } from '../errors.ts';
import { checkName, checkNumber, checkText, nearest, quoted } from '../options.ts';
import type { Callback, CallbackModel, Logs } from './callback.ts';

/** Which way a figure gets better; 'auto' knows it of the loss and of the metrics of `compile`. */
export type MonitorMode = 'auto' | 'min' | 'max';

/** What a callback watches, and which way is better. */
export interface MonitorOptions {
  /** The figure to watch, by its name in the logs. Default: 'val_loss'. */
  readonly monitor?: string;
  /** Whether lower ('min') or higher ('max') is better. Default: 'auto'. */
  readonly mode?: MonitorMode;
}

/** Types of metrics that are better when they are higher. All others are kinds of error. */
const higherIsBetter = /^(accuracy|\w+Accuracy|precision|recall|f1Score|auc|cosineSimilarity)$/;

/** Keras's MonitorCallback: figures are compared in 32 bits. */
export class Monitor {
  readonly name: string;
  readonly #mode: MonitorMode;
  readonly #minDelta: number;
  #sign: 1 | -1 = -1;

  /** @throws OptionError */
  constructor({ monitor = 'val_loss', mode = 'auto' }: MonitorOptions, minDelta: number) {
    this.name = checkText('monitor', monitor);
    this.#mode = checkName('mode', mode, ['auto', 'min', 'max']);
    this.#minDelta = Math.abs(checkNumber('minDelta', minDelta, 'a finite number', Number.isFinite));
  }

  /**
   * To be called when training begins.
   * @throws OptionError when 'auto' does not know which way is better
   */
  begin(model: CallbackModel): void {
    this.#sign = this.#direction(model) === 'max' ? 1 : -1;
  }

  /** The watched figure of an epoch. Says once when there is none. */
  read(logs: Logs, { warnings }: Callback): number | undefined {
    const value = logs[this.name];
    if (value === undefined) {
      warnings.warn('MISSING_FIGURE', `monitor: '${this.name}' is not among the figures ${quoted(Object.keys(logs))}`);
    }
    return value;
  }

  /** Whether `value` is better than `reference` by more than the least change; better than nothing it always is. */
  improves(value: number, reference: number | undefined): boolean {
    if (reference === undefined) return true;
    return this.#sign * Math.fround(value - this.#sign * this.#minDelta) > this.#sign * Math.fround(reference);
  }

  #direction({ metrics }: CallbackModel): 'min' | 'max' {
    if (this.#mode !== 'auto') return this.#mode;
    const name = this.name.replace(/^val_/, '');
    const metric = metrics.find((one) => one.name === name);
    if (metric) return higherIsBetter.test(metric.type) ? 'max' : 'min';
    if (name === 'loss') return 'min';
    const known = ['loss', ...metrics.map((one) => one.name)].flatMap((one) => [one, `val_${one}`]);
    const meant = nearest(this.name, known);
    throw new OptionError(
      'monitor',
      `${quoted(known)}; of any other figure, with mode 'min' or 'max'`,
      `'${this.name}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`,
    );
  }
}

/** A place of `verbose`, as Keras's callbacks have it: 0 silent, 1 a line for whatever they do. */
export function checkVerbose(verbose: unknown): 0 | 1 {
  if (verbose === 0 || verbose === 1) return verbose;
  throw new OptionError('verbose', '0 or 1', String(verbose));
}
