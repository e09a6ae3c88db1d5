import { checkInteger, checkNumber, checkOptions } from '../options.ts';
import { Callback, type Logs } from './callback.ts';
import { checkVerbose, Monitor, type MonitorOptions } from './monitor.ts';
import { readState } from './state.ts';

/** Options of `callbacks.reduceLROnPlateau`. */
export interface ReduceLROnPlateauOptions extends MonitorOptions {
  /** What the learning rate is multiplied by, 0 to less than 1. Default: 0.1. */
  readonly factor?: number;
  /** Epochs in a row without improvement after which the rate is reduced. Default: 10. */
  readonly patience?: number;
  /** Changes of at most this much are no improvement. Default: 1e-4. */
  readonly minDelta?: number;
  /** Epochs after a reduction in which none is counted; the first of them counts, so that 1 has no effect. Default: 0. */
  readonly cooldown?: number;
  /** The rate is never reduced below this. Default: 0. */
  readonly minLearningRate?: number;
  /** 1 prints a line for each reduction. Default: 0. */
  readonly verbose?: 0 | 1;
}

/**
 * Reduces the learning rate when a figure no longer improves. Logs the `learning_rate` that the epoch had.
 * @example
 * ```js
 * import { layers, ReduceLROnPlateau, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new ReduceLROnPlateau({ monitor: 'loss', factor: 0.5, patience: 2 });
 * await model.fit(x, y, { epochs: 5, verbose: 0, callbacks: [callback] });
 * ```
 */
export class ReduceLROnPlateau extends Callback {
  readonly #monitor: Monitor;
  readonly #options: Required<Omit<ReduceLROnPlateauOptions, 'monitor' | 'mode' | 'minDelta'>>;
  #best: number | undefined;
  #wait = 0;
  #cooldown = 0;

  /** @throws OptionError */
  constructor(options: ReduceLROnPlateauOptions = {}) {
    super();
    checkOptions('reduceLROnPlateau', options, [
      'monitor',
      'mode',
      'factor',
      'patience',
      'minDelta',
      'cooldown',
      'minLearningRate',
      'verbose',
    ]);
    const { factor = 0.1, patience = 10, minDelta = 1e-4, cooldown = 0, minLearningRate = 0, verbose = 0 } = options;
    this.#monitor = new Monitor(options, minDelta);
    this.#options = {
      factor: checkNumber('factor', factor, 'a number from 0 to less than 1', (value) => value >= 0 && value < 1),
      patience: checkInteger('patience', patience, 0, Number.MAX_SAFE_INTEGER),
      cooldown: checkInteger('cooldown', cooldown, 0, Number.MAX_SAFE_INTEGER),
      minLearningRate: checkNumber(
        'minLearningRate',
        minLearningRate,
        'a finite number of at least 0',
        (value) => value >= 0 && Number.isFinite(value),
      ),
      verbose: checkVerbose(verbose),
    };
  }

  override onTrainBegin(): void {
    this.#monitor.begin(this.model);
    this.#best = undefined;
    this.#wait = 0;
    this.#cooldown = 0;
  }

  override getState() {
    return { best: this.#best, wait: this.#wait, cooldown: this.#cooldown };
  }

  override setState(state: unknown): void {
    const { count, number, optional } = readState(state);
    this.#best = optional('best', number);
    this.#wait = count('wait');
    this.#cooldown = count('cooldown');
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    logs.learning_rate = await this.model.getLearningRate();
    const value = this.#monitor.read(logs, this);
    if (value === undefined) return;
    if (this.#cooldown > 0) {
      this.#cooldown--;
      this.#wait = 0;
    }
    if (this.#monitor.improves(value, this.#best)) {
      this.#best = value;
      this.#wait = 0;
    } else if (this.#cooldown === 0 && ++this.#wait >= this.#options.patience) {
      await this.#reduce(epoch, logs.learning_rate);
    }
  }

  async #reduce(epoch: number, rate: number): Promise<void> {
    const { factor, minLearningRate, cooldown, verbose } = this.#options;
    if (Math.fround(rate) <= Math.fround(minLearningRate)) return;
    const reduced = Math.max(rate * factor, minLearningRate);
    await this.model.setLearningRate(reduced);
    if (verbose === 1) console.log(`Epoch ${epoch + 1}: ReduceLROnPlateau reducing learning rate to ${reduced}.`);
    this.#cooldown = cooldown;
    this.#wait = 0;
  }
}
