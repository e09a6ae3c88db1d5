/** The training loop. */

import type { CallbackHooks, Logs } from '../../callbacks/callback.ts';
import type { CallbackList, Hook } from '../../callbacks/list.ts';
import { NonFiniteLossError } from '../../errors.ts';
import type { ProgressDisplay } from '../../platform.ts';
import type { Warnings } from '../../warnings.ts';
import { type Evaluation, nameFigures } from '../figures.ts';
import type { Home } from '../network.ts';
import { openDisplay } from '../progress.ts';
import type { Trainable } from '../trainable.ts';
import type { EpochBegun, Progress } from './checkpoint.ts';
import { addEpoch, emptyHistory, type History } from './history.ts';
import type { Keeping } from './keeping.ts';
import { LossTrend } from './loss-trend.ts';
import type { FitSettings } from './options.ts';
import type { Prepared } from './prepare.ts';

/** An epoch that is over. */
export interface EpochReport {
  /** From 0. */
  readonly epoch: number;
  /** Its figures, as `onEpochEnd` gets them. */
  readonly logs: Logs;
}

/** All that a training needs to know. */
export interface TrainingOptions {
  readonly home: Home;
  readonly subject: Trainable;
  readonly settings: FitSettings;
  readonly prepared: Prepared;
  readonly callbacks: CallbackList;
  readonly warnings: Warnings;
  readonly metricNames: readonly string[];
}

export class Training {
  readonly #it: TrainingOptions;
  readonly #trend: LossTrend;
  readonly #history: History;
  #keeping: Keeping | undefined;
  /** The figures of the last epoch that is over. */
  #logs: Logs | undefined;
  /** The loss is no number any more, and there is nothing to go on with. */
  #diverged = false;

  constructor(options: TrainingOptions) {
    const { settings, prepared, warnings } = options;
    const { steps, batchSize } = prepared.source;
    this.#it = options;
    this.#trend = new LossTrend(warnings);
    this.#history = emptyHistory({ epochs: settings.epochs, steps, batchSize, verbose: settings.verbose });
  }

  /** Trains; an iteration that is ended early ends the training as if it had been stopped. */
  async *run(): AsyncGenerator<EpochReport, History, undefined> {
    const { home, subject, settings, prepared, callbacks } = this.#it;
    const { epochs, initialEpoch, signal } = settings;
    const { source } = prepared;
    const history = this.#history;
    let failed = false;
    try {
      const resumed = await this.#restore();
      await this.#paused(() => callbacks.begin(resumed?.callbacks));
      let begun = resumed?.begun;
      let epoch = resumed?.epoch ?? initialEpoch;
      for (; epoch < epochs && (begun || !subject.model.stopTraining); epoch++) {
        if (!begun) await this.#call('onEpochBegin', epoch);
        const logs = await this.#epoch(epoch, begun);
        begun = undefined;
        await this.#call('onEpochEnd', epoch, logs);
        addEpoch(history, epoch, logs);
        this.#logs = logs;
        Object.assign(history.params, { steps: history.params.steps ?? source.steps, batchSize: source.batchSize });
        await this.#keep(epoch + 1);
        subject.phase = 'paused';
        yield { epoch, logs };
        subject.phase = 'training';
        signal?.throwIfAborted();
      }
      return history;
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      if (!failed) {
        await home.engine.endTraining(home.network);
        await this.#call('onTrainEnd', this.#logs);
        await this.#keeping?.end();
      }
    }
  }

  /** Goes to where a training was stopped, if a callback kept that. */
  async #restore(): Promise<Progress | undefined> {
    const { keeper } = this.#it.callbacks;
    if (!keeper) return undefined;
    // Loaded when it is needed, which is rarely in pages.
    const { Keeping } = await import('./keeping.ts');
    this.#keeping = new Keeping(this.#it, keeper);
    const resumed = await this.#keeping.restore();
    if (!resumed) return undefined;
    Object.assign(this.#history, resumed.history);
    for (const loss of this.#history.history.loss) this.#trend.add(loss);
    this.#logs = resumed.logs;
    return resumed;
  }

  /**
   * Keeps the state of this moment, if a callback wants it.
   * @param epoch the one to go on with
   * @param begun what it has come to if it is not over
   */
  async #keep(epoch: number, begun?: EpochBegun): Promise<void> {
    if (!this.#keeping || this.#diverged) return;
    const { subject, settings } = this.#it;
    const { epoch: epochs, history } = this.#history;
    const last = !begun && (epoch >= settings.epochs || subject.model.stopTraining);
    await this.#keeping.keep({ epoch, begun, logs: this.#logs, history: { epoch: epochs, history }, last });
  }

  async #epoch(epoch: number, begun: EpochBegun | undefined): Promise<Logs> {
    const { settings, prepared, metricNames } = this.#it;
    const { source } = prepared;
    if (!begun) await source.begin(epoch);
    const title = `Epoch ${epoch + 1}/${settings.epochs}`;
    const display = await openDisplay(settings.verbose, title, source.steps, source.batchSize);
    try {
      const trained = await this.#batches(epoch, begun, display);
      const validates = prepared.validation && settings.validates(epoch);
      const logs: Logs = { ...trained.logs, ...(validates ? await this.#validate() : {}) };
      display.finish(logs);
      this.#trend.add(logs.loss);
      // Callbacks that are being told of the epoch's end could be stopped half-way.
      if (settings.signal?.aborted) await this.#keep(epoch, trained);
      return logs;
    } catch (error) {
      display.abandon();
      if (!(error instanceof NonFiniteLossError && this.#it.callbacks.acceptsNonFiniteLoss)) throw error;
      await this.#call('onNonFiniteLoss', error);
      this.#it.subject.model.stopTraining = true;
      this.#diverged = true;
      const nothing = nameFigures(metricNames, { loss: Number.NaN, metrics: metricNames.map(() => Number.NaN) });
      return { ...nothing, ...(prepared.validation && settings.validates(epoch) ? validated(nothing) : {}) };
    }
  }

  /** The batches of an epoch, or those that are left of it. */
  async #batches(epoch: number, begun: EpochBegun | undefined, display: ProgressDisplay): Promise<EpochBegun> {
    const { subject, settings, prepared, callbacks, metricNames } = this.#it;
    const { signal } = settings;
    let { batches, logs } = begun ?? { batches: 0, logs: {} as Logs };
    if (begun) display.goOn(batches);
    while ((!subject.model.stopTraining || batches === 0) && (await prepared.source.hasMore())) {
      if (callbacks.wantsBatches) {
        await this.#call('onBatchBegin', batches);
        await this.#call('onTrainBatchBegin', batches);
      }
      const most = this.#keeping?.batchesLeft ?? Number.MAX_SAFE_INTEGER;
      const progress = await prepared.source.train(callbacks.wantsBatches ? 1 : most);
      this.#keeping?.add(progress.steps - batches);
      batches = progress.steps;
      logs = { ...nameFigures(metricNames, progress) };
      display.update(batches, logs);
      if (callbacks.wantsBatches) {
        await this.#call('onBatchEnd', batches - 1, logs);
        await this.#call('onTrainBatchEnd', batches - 1, logs);
      }
      await this.#call('onYield', epoch, batches - 1, logs);
      await this.#keep(epoch, { batches, logs });
      signal?.throwIfAborted();
    }
    return { batches, logs };
  }

  async #validate(): Promise<Record<string, number>> {
    const { home, prepared, metricNames } = this.#it;
    const { dataset, range } = prepared.validation as NonNullable<Prepared['validation']>;
    return validated(nameFigures(metricNames, await home.engine.evaluate(home.network, dataset, range)));
  }

  /** Calls a hook of all callbacks. Training waits meanwhile, so that they may change the model's weights. */
  async #call<Name extends Hook>(hook: Name, ...values: Parameters<NonNullable<CallbackHooks[Name]>>): Promise<void> {
    await this.#paused(() => this.#it.callbacks.call(hook, ...values));
  }

  async #paused(work: () => Promise<void>): Promise<void> {
    const { subject } = this.#it;
    subject.phase = 'paused';
    try {
      await work();
    } finally {
      subject.phase = 'training';
    }
  }
}

/** Figures under the names of validation. */
function validated(figures: Evaluation): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`val_${name}`, value]));
}
