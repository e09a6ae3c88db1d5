/** Keeps the state of a training, and goes on from it. Loaded for a training that has a callback for that. */

import type { StateKeeper } from '../../callbacks/state-keeper.ts';
import { OptionError } from '../../errors.ts';
import { shortened } from '../../printable.ts';
import { restoreState } from '../state.ts';
import { joinWeights } from '../variables.ts';
import { decodeCheckpoint, encodeCheckpoint, type Progress, type Setup } from './checkpoint.ts';
import { checksumOf } from './checksum.ts';
import type { TrainingOptions } from './training.ts';

/** What a moment is, apart from what the training's parts tell themselves. */
export type Reached = Pick<Progress, 'epoch' | 'begun' | 'logs' | 'history'> & {
  /** No more epochs follow. */
  readonly last: boolean;
};

export class Keeping {
  readonly #it: TrainingOptions;
  readonly #keeper: StateKeeper;
  /** Batches since a state was kept. */
  #batches = 0;
  /** What it trains on. */
  #data: string | undefined;

  constructor(training: TrainingOptions, keeper: StateKeeper) {
    this.#it = training;
    this.#keeper = keeper;
  }

  /** Batches that may be trained before the next state is due. */
  get batchesLeft(): number {
    return Math.max(1, this.#keeper.everyBatches - this.#batches);
  }

  /** So many batches have been trained. */
  add(batches: number): void {
    this.#batches += batches;
  }

  /** Keeps a state if one is due, or if the training is about to be aborted. */
  async keep({ last, ...reached }: Reached): Promise<void> {
    const { subject, prepared, callbacks, settings } = this.#it;
    const moment = { batches: this.#batches, epochEnds: reached.begun === undefined, last };
    if (!settings.signal?.aborted && !this.#keeper.isDue(moment)) return;
    const progress: Progress = {
      ...reached,
      setup: this.#setup(),
      place: await prepared.source.place(),
      stopTraining: subject.model.stopTraining,
      callbacks: await callbacks.states(),
    };
    await this.#keeper.write(await encodeCheckpoint(await subject.content(true), progress));
    this.#batches = 0;
  }

  /** Puts back what was kept, if anything was. */
  async restore(): Promise<Progress | undefined> {
    const { subject, prepared, callbacks, settings } = this.#it;
    const checkpoint = await this.#keeper.read(async (bytes, source) => ({
      ...(await decodeCheckpoint(bytes, source)),
      source,
    }));
    if (!checkpoint) return undefined;
    const { weights, optimizer, progress, source } = checkpoint;
    checkSame(source, progress.setup, this.#setup());
    callbacks.checkStates(progress.callbacks);
    const { epoch, begun, place } = progress;
    if (begun && epoch >= settings.epochs) {
      throw new OptionError('epochs', `at least ${epoch + 1}, for ${source} is of that epoch`, `${settings.epochs}`);
    }
    await restoreState(subject, { weights: joinWeights(weights), optimizer }, source);
    await prepared.source.resume(epoch, place);
    subject.model.stopTraining = progress.stopTraining;
    return progress;
  }

  end(): Promise<void> {
    return this.#keeper.end();
  }

  #setup(): Setup {
    const { subject, prepared } = this.#it;
    const { seed, inputShape, layers, compile } = subject.model.toJSON();
    const { data } = prepared;
    this.#data ??= data ? `samples, labels and weights of checksum ${checksumOf(data)}` : 'a stream';
    return { seed, inputShape, layers, compile, ...prepared.source.settings, data: this.#data };
  }
}

/** @throws OptionError that names what differs */
function checkSame(source: string, kept: Setup, now: Setup): void {
  for (const [name, value] of Object.entries(now)) {
    const [expected, received] = [kept[name], value].map((part) => String(JSON.stringify(part)));
    if (expected === received) continue;
    throw new OptionError(
      name,
      `${shortened(expected as string, 200)}, as in ${source}`,
      shortened(received as string, 200),
    );
  }
}
