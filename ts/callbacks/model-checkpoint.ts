import { checkBoolean, checkNumber, checkOptions, checkText } from '../options.ts';
import { Callback, type Logs } from './callback.ts';
import { fileNameOf } from './file-name.ts';
import { filesFor } from './files.ts';
import { checkVerbose, Monitor, type MonitorOptions } from './monitor.ts';
import { checkSaveFreq, type SaveFreq } from './save-freq.ts';
import { readState } from './state.ts';

/** Options of `callbacks.modelCheckpoint`. */
export interface ModelCheckpointOptions extends MonitorOptions {
  /** Saves only epochs that are better than all before. Default: false. */
  readonly saveBestOnly?: boolean;
  /** What the first saved epoch has to be better than, with `saveBestOnly`. Default: nothing. */
  readonly initialValueThreshold?: number;
  /** 'epoch' saves at the end of each epoch, a number after so many batches, which makes training slower. Default: 'epoch'. */
  readonly saveFreq?: SaveFreq;
  /** Leaves the optimizer's state out, which a model needs for training only. Default: false. */
  readonly saveWeightsOnly?: boolean;
  /** 1 prints a line for each epoch. Default: 0. */
  readonly verbose?: 0 | 1;
}

/**
 * Saves the model while it trains. A name may hold figures in Python's format, `model-{epoch:02d}-{val_loss:.2f}.safetensors`;
 * epochs and batches count from 1 there, as in Keras.
 * @example
 * ```js
 * import { layers, ModelCheckpoint, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new ModelCheckpoint('best.safetensors', { monitor: 'loss', saveBestOnly: true });
 * await model.fit(x, y, { epochs: 5, verbose: 0, callbacks: [callback] });
 * console.log(callback.lastPath); // prints best.safetensors
 * ```
 */
export class ModelCheckpoint extends Callback {
  readonly #fileName: (figures: Readonly<Record<string, number>>) => string;
  readonly #monitor: Monitor;
  readonly #saveBestOnly: boolean;
  readonly #saveFreq: SaveFreq;
  readonly #includeOptimizer: boolean;
  readonly #verbose: 0 | 1;
  #epoch = 0;
  #batches = 0;
  /** The best value of the watched figure that was saved, or the threshold. */
  best: number | undefined;
  /** The file that was written last. */
  lastPath: string | undefined;

  /** @throws OptionError */
  constructor(path: string, options: ModelCheckpointOptions = {}) {
    super();
    checkOptions('modelCheckpoint', options, [
      'monitor',
      'mode',
      'saveBestOnly',
      'initialValueThreshold',
      'saveFreq',
      'saveWeightsOnly',
      'verbose',
    ]);
    const { saveBestOnly = false, initialValueThreshold, saveFreq = 'epoch', verbose = 0 } = options;
    this.#includeOptimizer = !checkBoolean('saveWeightsOnly', options.saveWeightsOnly ?? false);
    this.#fileName = fileNameOf('path', checkText('path', path));
    this.#monitor = new Monitor(options, 0);
    this.#saveBestOnly = checkBoolean('saveBestOnly', saveBestOnly);
    if (initialValueThreshold !== undefined) {
      this.best = checkNumber('initialValueThreshold', initialValueThreshold, 'a finite number', Number.isFinite);
    }
    this.#saveFreq = checkSaveFreq(saveFreq);
    this.#verbose = checkVerbose(verbose);
    if (this.#saveFreq !== 'epoch') this.onTrainBatchEnd = this.#afterBatch;
  }

  /** @throws FileError in pages; OptionError */
  override onTrainBegin(): void {
    filesFor('modelCheckpoint');
    if (this.#saveBestOnly) this.#monitor.begin(this.model);
  }

  override getState() {
    return { epoch: this.#epoch, batches: this.#batches, best: this.best, lastPath: this.lastPath };
  }

  override setState(state: unknown): void {
    const { count, number, optional, text } = readState(state);
    this.#epoch = count('epoch');
    this.#batches = count('batches');
    this.best = optional('best', number);
    this.lastPath = optional('lastPath', text);
  }

  override onEpochBegin(epoch: number): void {
    this.#epoch = epoch;
  }

  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    if (this.#saveFreq === 'epoch') await this.#save(this.#fileName({ epoch: epoch + 1, ...logs }), logs);
  }

  async #afterBatch(batch: number, logs: Logs): Promise<void> {
    if (++this.#batches < (this.#saveFreq as number)) return;
    this.#batches = 0;
    await this.#save(this.#fileName({ epoch: this.#epoch + 1, batch: batch + 1, ...logs }), logs);
  }

  async #save(path: string, logs: Logs): Promise<void> {
    if (this.#saveBestOnly && !this.#isBest(logs)) return;
    await this.model.save(path, this.#includeOptimizer ? {} : { includeOptimizer: false });
    this.lastPath = path;
    if (this.#verbose === 1) console.log(`Epoch ${this.#epoch + 1}: saved the model to ${path}`);
  }

  /** As Keras: without the figure every epoch is saved. */
  #isBest(logs: Logs): boolean {
    const value = this.#monitor.read(logs, this);
    if (value === undefined) return true;
    const best = this.#monitor.improves(value, this.best);
    if (best) this.best = value;
    else if (this.#verbose === 1) {
      console.log(`Epoch ${this.#epoch + 1}: ${this.#monitor.name} did not improve from ${this.best}`);
    }
    return best;
  }
}
