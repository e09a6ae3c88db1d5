/** The training loop. */

import type { CallbackHooks, Logs } from '../../callbacks/callback.ts';
import type { CallbackList } from '../../callbacks/list.ts';
import { NonFiniteLossError } from '../../errors.ts';
import type { ProgressDisplay } from '../../platform.ts';
import type { Warnings } from '../../warnings.ts';
import { type Evaluation, nameFigures } from '../figures.ts';
import type { Home } from '../network.ts';
import { openDisplay } from '../progress.ts';
import type { Trainable } from '../trainable.ts';
import { addEpoch, emptyHistory, type History } from './history.ts';
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

  constructor(options: TrainingOptions) {
    this.#it = options;
    this.#trend = new LossTrend(options.warnings);
  }

  /** Trains; an iteration that is ended early ends the training as if it had been stopped. */
  async *run(): AsyncGenerator<EpochReport, History, undefined> {
    const { home, subject, settings, prepared } = this.#it;
    const { epochs, verbose, initialEpoch, signal } = settings;
    const { source } = prepared;
    const history = emptyHistory({ epochs, steps: source.steps, batchSize: source.batchSize, verbose });
    let logs: Logs | undefined;
    let failed = false;
    try {
      await this.#call('onTrainBegin');
      for (let epoch = initialEpoch; epoch < epochs && !subject.model.stopTraining; epoch++) {
        await this.#call('onEpochBegin', epoch);
        logs = await this.#epoch(epoch);
        await this.#call('onEpochEnd', epoch, logs);
        addEpoch(history, epoch, logs);
        Object.assign(history.params, { steps: history.params.steps ?? source.steps, batchSize: source.batchSize });
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
        await this.#call('onTrainEnd', logs);
      }
    }
  }

  async #epoch(epoch: number): Promise<Logs> {
    const { settings, prepared, metricNames } = this.#it;
    const { source } = prepared;
    await source.begin(epoch);
    const title = `Epoch ${epoch + 1}/${settings.epochs}`;
    const display = await openDisplay(settings.verbose, title, source.steps, source.batchSize);
    try {
      const trained = await this.#batches(epoch, display);
      const validates = prepared.validation && settings.validates(epoch);
      const logs: Logs = { ...trained, ...(validates ? await this.#validate() : {}) };
      display.finish(logs);
      this.#trend.add(logs.loss);
      return logs;
    } catch (error) {
      display.abandon();
      if (!(error instanceof NonFiniteLossError && this.#it.callbacks.acceptsNonFiniteLoss)) throw error;
      await this.#call('onNonFiniteLoss', error);
      this.#it.subject.model.stopTraining = true;
      const nothing = nameFigures(metricNames, { loss: Number.NaN, metrics: metricNames.map(() => Number.NaN) });
      return { ...nothing, ...(prepared.validation && settings.validates(epoch) ? validated(nothing) : {}) };
    }
  }

  /** The batches of an epoch. */
  async #batches(epoch: number, display: ProgressDisplay): Promise<Logs> {
    const { subject, settings, prepared, callbacks, metricNames } = this.#it;
    const { signal } = settings;
    let logs = {} as Logs;
    for (let batch = 0; !subject.model.stopTraining || batch === 0; ) {
      if (callbacks.wantsBatches) {
        await this.#call('onBatchBegin', batch);
        await this.#call('onTrainBatchBegin', batch);
      }
      const progress = await prepared.source.train(callbacks.wantsBatches ? 1 : Number.MAX_SAFE_INTEGER);
      if (!progress) break;
      batch = progress.steps;
      logs = { ...nameFigures(metricNames, progress) };
      display.update(batch, logs);
      if (callbacks.wantsBatches) {
        await this.#call('onBatchEnd', batch - 1, logs);
        await this.#call('onTrainBatchEnd', batch - 1, logs);
      }
      await this.#call('onYield', epoch, batch - 1, logs);
      signal?.throwIfAborted();
    }
    return logs;
  }

  async #validate(): Promise<Record<string, number>> {
    const { home, prepared, metricNames } = this.#it;
    const { dataset, range } = prepared.validation as NonNullable<Prepared['validation']>;
    return validated(nameFigures(metricNames, await home.engine.evaluate(home.network, dataset, range)));
  }

  /** Calls a hook of all callbacks. Training waits meanwhile, so that they may change the model's weights. */
  async #call<Name extends keyof CallbackHooks>(
    hook: Name,
    ...values: Parameters<NonNullable<CallbackHooks[Name]>>
  ): Promise<void> {
    const { subject, callbacks } = this.#it;
    subject.phase = 'paused';
    try {
      await callbacks.call(hook, ...values);
    } finally {
      subject.phase = 'training';
    }
  }
}

/** Figures under the names of validation. */
function validated(figures: Evaluation): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`val_${name}`, value]));
}
