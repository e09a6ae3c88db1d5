import { OptionError } from '../errors.ts';
import { checkNumber, checkOptions, describe } from '../options.ts';
import { Callback, type Logs } from './callback.ts';
import { checkVerbose } from './monitor.ts';

/** The learning rate of an epoch (from 0), given the one so far. */
export type RateOfEpoch = (epoch: number, learningRate: number) => number | Promise<number>;

/** Options of `callbacks.learningRateScheduler`. */
export interface LearningRateSchedulerOptions {
  /** 1 prints a line for each epoch. Default: 0. */
  readonly verbose?: 0 | 1;
}

/**
 * Sets the learning rate of each epoch by a function, and logs it as `learning_rate`.
 * @example
 * ```js
 * import { layers, LearningRateScheduler, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new LearningRateScheduler((epoch, rate) => (epoch < 3 ? rate : rate / 2));
 * await model.fit(x, y, { epochs: 5, verbose: 0, callbacks: [callback] });
 * ```
 */
export class LearningRateScheduler extends Callback {
  readonly #schedule: RateOfEpoch;
  readonly #verbose: 0 | 1;

  /** @throws OptionError */
  constructor(schedule: RateOfEpoch, options: LearningRateSchedulerOptions = {}) {
    super();
    if (typeof schedule !== 'function') {
      throw new OptionError('schedule', 'a function of epoch and learning rate', describe(schedule));
    }
    checkOptions('learningRateScheduler', options, ['verbose']);
    this.#schedule = schedule;
    this.#verbose = checkVerbose(options.verbose ?? 0);
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    const rate = checkNumber(
      'schedule',
      await this.#schedule(epoch, await this.model.getLearningRate()),
      'a function that returns a finite number of at least 0',
      (value) => value >= 0 && Number.isFinite(value),
    );
    await this.model.setLearningRate(rate);
    if (this.#verbose === 1) {
      console.log(`Epoch ${epoch + 1}: LearningRateScheduler setting learning rate to ${rate}.`);
    }
  }

  override async onEpochEnd(_epoch: number, logs: Logs): Promise<void> {
    logs.learning_rate = await this.model.getLearningRate();
  }
}
