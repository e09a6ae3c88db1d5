import type { WeightTensor } from '../inputs.ts';
import { checkBoolean, checkInteger, checkNumber, checkOptions } from '../options.ts';
import { Callback, type Logs } from './callback.ts';
import { checkVerbose, Monitor, type MonitorOptions } from './monitor.ts';
import { readState } from './state.ts';

/** Options of `callbacks.earlyStopping`. */
export interface EarlyStoppingOptions extends MonitorOptions {
  /** Changes of at most this much are no improvement. Default: 0. */
  readonly minDelta?: number;
  /** Epochs in a row without improvement after which training stops. Default: 0. */
  readonly patience?: number;
  /** Epochs before this one (from 0) are not looked at. Default: 0. */
  readonly startFromEpoch?: number;
  /** Only epochs better than this count as improvement for `patience`. Default: none. */
  readonly baseline?: number;
  /** When training ends, stopped or not, sets the weights of the best epoch. Default: false. */
  readonly restoreBestWeights?: boolean;
  /** 1 prints a line for whatever it does. Default: 0. */
  readonly verbose?: 0 | 1;
}

/**
 * Stops training when a figure no longer improves; as Keras's, it never stops at epoch 0.
 * @example
 * ```js
 * import { EarlyStopping, layers, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new EarlyStopping({ monitor: 'loss', minDelta: 0.01, patience: 2, restoreBestWeights: true });
 * await model.fit(x, y, { epochs: 50, verbose: 0, callbacks: [callback] });
 * console.log(callback.bestEpoch, callback.stoppedEpoch);
 * ```
 */
export class EarlyStopping extends Callback {
  readonly #monitor: Monitor;
  readonly #options: Required<Omit<EarlyStoppingOptions, 'baseline' | 'monitor' | 'mode' | 'minDelta'>>;
  readonly #baseline: number | undefined;
  #wait = 0;
  #best: number | undefined;
  #bestWeights: WeightTensor[] | undefined;
  /** The best epoch so far, from 0; undefined before the first that was looked at. */
  bestEpoch: number | undefined;
  /** The epoch, from 0, that training was stopped after; undefined if it was not. */
  stoppedEpoch: number | undefined;

  /** @throws OptionError */
  constructor(options: EarlyStoppingOptions = {}) {
    super();
    checkOptions('earlyStopping', options, [
      'monitor',
      'mode',
      'minDelta',
      'patience',
      'startFromEpoch',
      'baseline',
      'restoreBestWeights',
      'verbose',
    ]);
    const {
      minDelta = 0,
      patience = 0,
      startFromEpoch = 0,
      baseline,
      restoreBestWeights = false,
      verbose = 0,
    } = options;
    this.#monitor = new Monitor(options, minDelta);
    this.#baseline =
      baseline === undefined ? undefined : checkNumber('baseline', baseline, 'a finite number', Number.isFinite);
    this.#options = {
      patience: checkInteger('patience', patience, 0, Number.MAX_SAFE_INTEGER),
      startFromEpoch: checkInteger('startFromEpoch', startFromEpoch, 0, Number.MAX_SAFE_INTEGER),
      restoreBestWeights: checkBoolean('restoreBestWeights', restoreBestWeights),
      verbose: checkVerbose(verbose),
    };
  }

  /** The best value of the watched figure so far. */
  get best(): number | undefined {
    return this.#best;
  }

  override onTrainBegin(): void {
    this.#monitor.begin(this.model);
    this.#wait = 0;
    this.#best = undefined;
    this.#bestWeights = undefined;
    this.bestEpoch = undefined;
    this.stoppedEpoch = undefined;
  }

  override getState() {
    const { bestEpoch, stoppedEpoch } = this;
    return { wait: this.#wait, best: this.#best, bestEpoch, stoppedEpoch, bestWeights: this.#bestWeights };
  }

  override setState(state: unknown): void {
    const { count, number, optional, raw } = readState(state);
    this.#wait = count('wait');
    this.#best = optional('best', number);
    this.bestEpoch = optional('bestEpoch', count);
    this.stoppedEpoch = optional('stoppedEpoch', count);
    this.#bestWeights = raw('bestWeights') as WeightTensor[] | undefined; // checked when they are set
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    const { patience, startFromEpoch } = this.#options;
    const value = this.#monitor.read(logs, this);
    if (value === undefined || epoch < startFromEpoch) return;
    this.#wait++;
    if (this.#monitor.improves(value, this.#best)) {
      this.#best = value;
      this.bestEpoch = epoch;
      if (this.#options.restoreBestWeights) this.#bestWeights = await this.model.getWeights();
      if (this.#baseline === undefined || this.#monitor.improves(value, this.#baseline)) this.#wait = 0;
    } else if (this.#wait >= patience && epoch > 0) {
      this.stoppedEpoch = epoch;
      this.model.stopTraining = true;
    }
  }

  override async onTrainEnd(): Promise<void> {
    const print = this.#options.verbose === 1 ? console.log : () => {};
    if (this.stoppedEpoch !== undefined) print(`Epoch ${this.stoppedEpoch + 1}: early stopping`);
    if (this.bestEpoch === undefined || !this.#bestWeights) return;
    print(`Restoring model weights from the end of the best epoch: ${this.bestEpoch + 1}.`);
    await this.model.setWeights(this.#bestWeights);
    this.#bestWeights = undefined; // a copy of the whole model
  }
}
