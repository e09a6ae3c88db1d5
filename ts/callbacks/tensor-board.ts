import { OptionError } from '../errors.ts';
import { checkBoolean, checkInteger, checkOptions, checkText, describe } from '../options.ts';
import { Callback, type Logs } from './callback.ts';
import { filesFor } from './files.ts';
import { readState } from './state.ts';
import { headerEvent, histogramEvent, type Moment, scalarEvent, textEvent } from './tensor-board/events.ts';
import { message } from './tensor-board/protobuf.ts';

/** Options of `callbacks.tensorBoard`. */
export interface TensorBoardOptions {
  /** The folder of the run; its event files go to `train/` and `validation/` there. Default: 'logs'. */
  readonly logDir?: string;
  /** Every how many epochs histograms of the weights are written; 0 means never. Default: 0. */
  readonly histogramFreq?: number;
  /** Writes the model's summary as a text. Default: true. */
  readonly writeGraph?: boolean;
  /**
   * Writes the figures of batches besides those of epochs: 'batch' of each, a number of each so many, which makes
   * training slower. Default: 'epoch', which writes none.
   */
  readonly updateFreq?: 'epoch' | 'batch' | number;
}

type Part = 'train' | 'validation';

/**
 * Writes event files for TensorBoard under Keras's names: `epoch_loss` and the like, `epoch_learning_rate`,
 * `batch_loss`, `dense/kernel/histogram`. An epoch's events are in the files before training goes on.
 * @example
 * ```js
 * import { layers, sequential, TensorBoard } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new TensorBoard({ logDir: 'logs/first', histogramFreq: 1 });
 * await model.fit(x, y, { epochs: 5, verbose: 0, callbacks: [callback] });
 * ```
 */
export class TensorBoard extends Callback {
  readonly #logDir: string;
  readonly #histogramFreq: number;
  readonly #writeGraph: boolean;
  readonly #updateFreq: number | undefined;
  #paths = new Map<Part, string>();
  #batches = 0;

  /** @throws OptionError */
  constructor(options: TensorBoardOptions = {}) {
    super();
    checkOptions('tensorBoard', options, ['logDir', 'histogramFreq', 'writeGraph', 'updateFreq']);
    const { logDir = 'logs', histogramFreq = 0, writeGraph = true, updateFreq = 'epoch' } = options;
    this.#logDir = checkText('logDir', logDir);
    this.#histogramFreq = checkInteger('histogramFreq', histogramFreq, 0, Number.MAX_SAFE_INTEGER);
    this.#writeGraph = checkBoolean('writeGraph', writeGraph);
    this.#updateFreq = checkUpdateFreq(updateFreq);
    if (this.#updateFreq !== undefined) this.onTrainBatchEnd = this.#afterBatch;
  }

  /** @throws FileError */
  override async onTrainBegin(): Promise<void> {
    filesFor('tensorBoard');
    this.#paths = new Map();
    this.#batches = 0;
    if (!this.#writeGraph || this.resumes) return;
    let summary = '';
    this.model.summary({
      print(text) {
        summary = text;
      },
    });
    // Four spaces make it a block of code, whose columns stay where they are.
    await this.#write('train', [textEvent(momentOf(0), 'model_summary', summary.replace(/^/gm, '    '))]);
  }

  override getState() {
    return { batches: this.#batches };
  }

  override setState(state: unknown): void {
    this.#batches = readState(state).count('batches');
  }

  /** @throws FileError */
  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    const moment = momentOf(epoch);
    const train: Uint8Array[] = [];
    const validation: Uint8Array[] = [];
    for (const [name, value] of Object.entries({ ...logs, learning_rate: await this.model.getLearningRate() })) {
      if (name.startsWith('val_')) validation.push(scalarEvent(moment, `epoch_${name.slice(4)}`, value));
      else train.push(scalarEvent(moment, `epoch_${name}`, value));
    }
    if (this.#histogramFreq > 0 && epoch % this.#histogramFreq === 0) train.push(...(await this.#histograms(moment)));
    await this.#write('train', train);
    if (validation.length > 0) await this.#write('validation', validation);
  }

  async #afterBatch(_batch: number, logs: Logs): Promise<void> {
    this.#batches++;
    if (this.#batches % (this.#updateFreq as number) !== 0) return;
    const moment = momentOf(this.#batches);
    await this.#write(
      'train',
      Object.entries(logs).map(([name, value]) => scalarEvent(moment, `batch_${name}`, value)),
    );
  }

  async #histograms(moment: Moment): Promise<Uint8Array[]> {
    const weights = await this.model.getWeights();
    return weights.flatMap(({ data }, i) =>
      data.every(Number.isFinite) ? [histogramEvent(moment, `${this.model.weightNames[i]}/histogram`, data)] : [],
    );
  }

  async #write(part: Part, events: readonly Uint8Array[]): Promise<void> {
    const files = filesFor('tensorBoard');
    const known = this.#paths.get(part);
    const { time } = momentOf(0);
    // TensorBoard reads the files of a folder in the order of their names.
    const path = known ?? `${this.#logDir}/${part}/events.out.tfevents.${time.toFixed(3)}.${crypto.randomUUID()}.v2`;
    this.#paths.set(part, path);
    const all = known ? events : [headerEvent(time), ...events];
    await files.append(path, message(...all));
  }
}

function momentOf(step: number): Moment {
  return { time: Date.now() / 1000, step };
}

/** Every how many batches; undefined for none. */
function checkUpdateFreq(updateFreq: unknown): number | undefined {
  if (updateFreq === 'epoch') return undefined;
  if (updateFreq === 'batch') return 1;
  if (typeof updateFreq === 'number') return checkInteger('updateFreq', updateFreq, 1, Number.MAX_SAFE_INTEGER);
  throw new OptionError('updateFreq', "'epoch', 'batch' or a number of batches", describe(updateFreq));
}
