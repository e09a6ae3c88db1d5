import type { AugmentSpec } from '../../augment/options.ts';
import type { Engine, EpochProgress, TrainerHandle } from '../../engine/engine.ts';
import type { ArrayPlace, BatchSource, SourceSettings } from './source.ts';

interface ArraySourceOptions {
  readonly trainer: TrainerHandle;
  /** Rows to train on. */
  readonly rows: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly stepsPerEpoch: number | undefined;
  readonly augment: AugmentSpec | undefined;
}

/** Batches of rows that an engine holds. With `stepsPerEpoch` a pass over them may be several epochs. */
export class ArraySource implements BatchSource<ArrayPlace> {
  readonly batchSize: number;
  readonly #engine: Engine;
  readonly #options: ArraySourceOptions;
  /** Batches of a whole pass. */
  readonly #pass: number;
  /** Batches of the pass that are done. */
  #done = 0;
  /** Batches of the epoch that are left. */
  #left = 0;
  /** The epoch in which the pass began. */
  #orderOf = 0;
  steps: number;

  constructor(engine: Engine, options: ArraySourceOptions) {
    this.batchSize = options.batchSize;
    this.#engine = engine;
    this.#options = options;
    this.#pass = Math.ceil(options.rows / options.batchSize);
    this.steps = options.stepsPerEpoch ?? this.#pass;
  }

  async begin(epoch: number): Promise<void> {
    const { trainer, shuffle, stepsPerEpoch = this.#pass } = this.#options;
    const goesOn = this.#done > 0 && this.#done < this.#pass && stepsPerEpoch !== this.#pass;
    if (!goesOn) {
      this.#done = 0;
      this.#orderOf = epoch;
    }
    await this.#engine.beginEpoch(trainer, { epoch, shuffle, keepOrder: goesOn });
    this.steps = Math.min(stepsPerEpoch, this.#pass - this.#done);
    this.#left = this.steps;
  }

  get settings(): SourceSettings {
    const { rows, batchSize, shuffle, stepsPerEpoch = null, augment = null } = this.#options;
    return { samples: rows, batchSize, shuffle, stepsPerEpoch, augment };
  }

  async place(): Promise<ArrayPlace> {
    return { orderOf: this.#orderOf, engine: await this.#engine.readPlace(this.#options.trainer) };
  }

  async resume(epoch: number, { orderOf, engine }: ArrayPlace): Promise<void> {
    const { trainer, shuffle, batchSize, stepsPerEpoch = this.#pass } = this.#options;
    await this.#engine.resumeEpoch(trainer, { epoch, shuffle, orderOf, place: engine });
    const [samples = 0, steps = 0] = engine;
    this.#done = Math.ceil(samples / batchSize);
    this.#orderOf = orderOf;
    this.steps = Math.min(stepsPerEpoch, this.#pass - this.#done + steps);
    this.#left = this.steps - steps;
  }

  async hasMore(): Promise<boolean> {
    return this.#left > 0;
  }

  async train(maxSteps: number): Promise<EpochProgress> {
    const progress = await this.#engine.train(this.#options.trainer, Math.min(maxSteps, this.#left));
    const done = progress.steps - (this.steps - this.#left);
    this.#left -= done;
    this.#done += done;
    return progress;
  }

  async close(): Promise<void> {}
}
