import type { WeightTensor } from '../inputs.ts';
import { checkInteger, checkNumber, checkOptions } from '../options.ts';
import { Callback, type Logs } from './callback.ts';
import { readState } from './state.ts';

/** Options of `callbacks.learningRateFinder`. */
export interface LearningRateFinderOptions {
  /** The first learning rate. Default: 1e-6. */
  readonly from?: number;
  /** The last one. Default: 10. */
  readonly to?: number;
  /** Batches to try, each with a rate that is larger by the same factor. Default: 100. */
  readonly steps?: number;
  /** The share of the mean loss so far that a batch keeps, 0 to less than 1. Default: 0.9. */
  readonly smoothing?: number;
}

/** What is put back. */
interface Before {
  readonly weights: WeightTensor[];
  readonly learningRate: number;
}

/** A loss that is so many times the lowest one is not coming back. */
const DIVERGED = 4;

/**
 * Tries learning rates from very small to very large, a batch each, while the loss falls and until it explodes
 * (Smith, 2017: https://arxiv.org/abs/1506.01186). It then ends the training, and puts the weights and the learning
 * rate back; `compile` again before a training, since the optimizer has seen the large steps.
 * @example
 * ```js
 * import { layers, LearningRateFinder, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new LearningRateFinder({ from: 1e-4, to: 10, steps: 50 });
 * await model.fit(x, y, { epochs: 50, verbose: 0, callbacks: [callback] });
 * console.log(callback.suggestion, callback.losses.length);
 * ```
 */
export class LearningRateFinder extends Callback {
  readonly #options: Required<LearningRateFinderOptions>;
  #before: Before | undefined;
  /** The mean loss of the epoch's batches so far. */
  #mean = 0;
  #smoothed = 0;
  #rates: number[] = [];
  #losses: number[] = [];

  /** @throws OptionError */
  constructor(options: LearningRateFinderOptions = {}) {
    super();
    checkOptions('learningRateFinder', options, ['from', 'to', 'steps', 'smoothing']);
    const { from = 1e-6, to = 10, steps = 100, smoothing = 0.9 } = options;
    const positive = (value: number) => value > 0 && Number.isFinite(value);
    checkNumber('from', from, 'a finite number above 0', positive);
    this.#options = {
      from,
      to: checkNumber('to', to, `a finite number above from, ${from}`, (value) => value > from && positive(value)),
      steps: checkInteger('steps', steps, 10, Number.MAX_SAFE_INTEGER),
      smoothing: checkNumber('smoothing', smoothing, 'a number from 0 to less than 1', (v) => v >= 0 && v < 1),
    };
  }

  /** The rates that were tried, in order. */
  get learningRates(): readonly number[] {
    return this.#rates.slice(0, this.#losses.length);
  }

  /** The loss at each of them, smoothed over the batches before it. */
  get losses(): readonly number[] {
    return this.#losses;
  }

  /** The rate at which the loss fell most steeply; undefined when it never fell, or before training. */
  get suggestion(): number | undefined {
    const losses = this.#losses;
    const lowest = losses.indexOf(Math.min(...losses));
    // Differences over five batches, so that one lucky batch does not decide.
    const slopes = losses.slice(0, Math.max(lowest - 4, 0)).map((loss, i) => (losses[i + 4] as number) - loss);
    const steepest = slopes.indexOf(Math.min(...slopes));
    return (slopes[steepest] ?? 0) < 0 ? this.#rates[steepest + 2] : undefined;
  }

  override async onTrainBegin(): Promise<void> {
    this.#rates = [];
    this.#losses = [];
    this.#smoothed = 0;
    this.#before = { weights: await this.model.getWeights(), learningRate: await this.model.getLearningRate() };
  }

  override getState() {
    const [before, rates, losses, mean, smoothed] = [
      this.#before,
      this.#rates,
      this.#losses,
      this.#mean,
      this.#smoothed,
    ];
    return { before, rates, losses, mean, smoothed };
  }

  override setState(state: unknown): void {
    const { raw, number, numbers } = readState(state);
    this.#before = raw('before') as Before | undefined; // checked when it is put back
    this.#rates = numbers('rates');
    this.#losses = numbers('losses');
    this.#mean = number('mean');
    this.#smoothed = number('smoothed');
  }

  override async onBatchBegin(): Promise<void> {
    const { from, to, steps } = this.#options;
    const rate = from * (to / from) ** (this.#rates.length / (steps - 1));
    this.#rates.push(rate);
    await this.model.setLearningRate(rate);
  }

  override onBatchEnd(batch: number, { loss: mean }: Logs): void {
    const loss = batch === 0 ? mean : (batch + 1) * mean - batch * this.#mean; // of a shorter last batch a bit less
    this.#mean = mean;
    const { smoothing, steps } = this.#options;
    this.#smoothed = smoothing * this.#smoothed + (1 - smoothing) * loss;
    const smoothed = this.#smoothed / (1 - smoothing ** this.#rates.length); // of fewer batches at the beginning
    this.#losses.push(smoothed);
    if (this.#rates.length === steps || smoothed > DIVERGED * Math.min(...this.#losses)) this.model.stopTraining = true;
  }

  /** The end of a search, and no error. */
  override onNonFiniteLoss(): void {}

  override async onTrainEnd(): Promise<void> {
    this.#sayHowFar();
    if (!this.#before) return;
    await this.model.setWeights(this.#before.weights);
    await this.model.setLearningRate(this.#before.learningRate);
    this.#before = undefined; // a copy of the whole model
  }

  /** A search that ran out of batches has not tried the rates that matter. */
  #sayHowFar(): void {
    const [tried, { steps, to }] = [this.#losses.length, this.#options];
    if (this.model.stopTraining || tried < this.#rates.length || tried === steps) return;
    const last = (this.#rates[tried - 1] ?? 0).toPrecision(2);
    this.warnings.warn(
      'TOO_FEW_BATCHES',
      `learningRateFinder: the training had ${tried} batches for ${steps} rates, so rates from ${last} to ${to} were ` +
        'not tried; train more epochs, or on smaller batches',
    );
  }
}
