import type { EpochProgress } from '../../engine/engine.ts';
import { EmptyDataError, NonFiniteLossError } from '../../errors.ts';
import { type Batch, type Batches, iterate, toBatch } from '../data/batches.ts';
import type { ClassWeight } from '../data/weights.ts';
import type { Home } from '../network.ts';
import { trainBatch } from '../on-batch.ts';
import type { Data, Trainable } from '../trainable.ts';
import type { BatchSource, SourceSettings, StreamPlace } from './source.ts';

interface StreamSourceOptions {
  readonly batches: Batches;
  readonly stepsPerEpoch: number | undefined;
  readonly classWeight: ClassWeight | undefined;
}

/** Batches that come one after the other; each is in the engine only while it is trained on. */
export class StreamSource implements BatchSource<StreamPlace> {
  readonly #home: Home;
  readonly #subject: Trainable;
  readonly #options: StreamSourceOptions;
  #iterator: Iterator<Batch> | AsyncIterator<Batch> | undefined;
  /** Batches that the iterator has given. */
  #taken = 0;
  /** The batch that `hasMore` found. */
  #coming: Batch | undefined;
  #epoch = 0;
  #steps = 0;
  /** Where the engine stood after the batch before; empty at the beginning of an epoch. */
  #place: readonly number[] = [];
  steps: number | undefined;
  batchSize = 0;

  constructor(home: Home, subject: Trainable, options: StreamSourceOptions) {
    this.#home = home;
    this.#subject = subject;
    this.#options = options;
    this.steps = options.stepsPerEpoch;
  }

  async begin(epoch: number): Promise<void> {
    const { stepsPerEpoch } = this.#options;
    this.#epoch = epoch;
    this.#steps = 0;
    this.#place = [];
    if (stepsPerEpoch === undefined) await this.close();
  }

  async hasMore(): Promise<boolean> {
    const { stepsPerEpoch } = this.#options;
    if (this.#steps === stepsPerEpoch) return false;
    this.#coming = await this.#next();
    if (this.#coming === undefined) this.steps = stepsPerEpoch ?? this.#steps;
    return this.#coming !== undefined;
  }

  async train(): Promise<EpochProgress> {
    const batch = this.#coming as Batch;
    this.#coming = undefined;
    const name = `batches: batch ${this.#steps} of epoch ${this.#epoch}`;
    const data = await toBatch(this.#subject, name, batch, this.#options.classWeight);
    this.batchSize = Math.max(this.batchSize, data.rows.count);
    const { progress, place } = await this.#step(name, data);
    this.#place = place;
    this.#steps = progress.steps;
    return progress;
  }

  get settings(): SourceSettings {
    const { stepsPerEpoch = null } = this.#options;
    return { samples: null, batchSize: null, shuffle: null, stepsPerEpoch, augment: null };
  }

  async place(): Promise<StreamPlace> {
    return { taken: this.#iterator ? this.#taken : 0, engine: this.#place };
  }

  /** The stream is taken from its beginning, and what had been trained on is passed over. */
  async resume(epoch: number, { taken, engine }: StreamPlace): Promise<void> {
    this.#epoch = epoch;
    this.#steps = engine[1] ?? 0;
    this.#place = engine;
    if (taken === 0) return;
    await this.#open();
    while (this.#taken < taken) {
      if ((await this.#take()) !== undefined) continue;
      throw new EmptyDataError('batches', `the ${taken} batches that had been trained on`, `${this.#taken}`);
    }
  }

  async #step(name: string, data: Data): ReturnType<typeof trainBatch> {
    try {
      return await trainBatch(this.#home, this.#subject, name, data, { epoch: this.#epoch, place: this.#place });
    } catch (error) {
      throw error instanceof NonFiniteLossError ? new NonFiniteLossError(this.#epoch, this.#steps) : error;
    }
  }

  async close(): Promise<void> {
    const iterator = this.#iterator;
    this.#iterator = undefined;
    await iterator?.return?.();
  }

  /** The next batch; undefined when the stream is used up within an epoch, which the next epoch begins anew. */
  async #next(): Promise<Batch | undefined> {
    const goesOn = this.#iterator !== undefined;
    if (!goesOn) await this.#open();
    let batch = await this.#take();
    if (batch === undefined && goesOn && this.#steps === 0) {
      await this.#open();
      batch = await this.#take();
    }
    if (batch !== undefined) return batch;
    this.#iterator = undefined;
    if (this.#steps > 0) return undefined;
    throw new EmptyDataError(
      'batches',
      'at least one batch an epoch: something that can be iterated anew, or a function that returns it',
      `none in epoch ${this.#epoch}`,
    );
  }

  async #open(): Promise<void> {
    this.#iterator = await iterate('batches', this.#options.batches);
    this.#taken = 0;
  }

  /** What the iterator gives; undefined at its end. */
  async #take(): Promise<Batch | undefined> {
    const next = await this.#iterator?.next();
    if (!next || next.done) return undefined;
    this.#taken++;
    return next.value;
  }
}
