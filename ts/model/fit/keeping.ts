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
  const found = Object.entries(now).flatMap(([name, value]) => difference(name, kept[name], value))[0];
  if (!found) return;
  const [expected, received] = [found.kept, found.now].map((part) => shortened(String(JSON.stringify(part)), 200));
  throw new OptionError(found.place, `${expected}, as in ${source}`, received as string);
}

/** The first place at which two values differ, if they do. */
function difference(place: string, kept: unknown, now: unknown): { place: string; kept: unknown; now: unknown }[] {
  if (JSON.stringify(kept) === JSON.stringify(now)) return [];
  if (!isNested(kept) || !isNested(now) || Array.isArray(kept) !== Array.isArray(now)) return [{ place, kept, now }];
  const names = [...new Set([...Object.keys(kept), ...Object.keys(now)])];
  const inside = names.flatMap((name) =>
    difference(Array.isArray(now) ? `${place}[${name}]` : `${place}.${name}`, kept[name], now[name]),
  );
  return inside.length > 0 ? inside.slice(0, 1) : [{ place, kept, now }];
}

const isNested = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
