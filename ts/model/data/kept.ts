/** Rows that stay in an engine. */

import type { DatasetHandle, Engine } from '../../engine/engine.ts';
import type { Lease } from '../../engine.ts';
import { DisposedError, OptionError } from '../../errors.ts';
import type { Tensor } from '../../tensor.ts';
import { count } from '../abandoned.ts';

/** A number among rows. */
export interface Found {
  readonly number: number;
  readonly row: number;
  readonly column: number;
}

/** What is known of rows without looking at them again. */
export interface KeptFacts {
  readonly count: number;
  readonly inputShape: readonly number[];
  /** As they were given: what they mean is the loss's. */
  readonly labels: Tensor | undefined;
  readonly weights: Float32Array | undefined;
  /** As `InputScale` has it. */
  readonly largest: number;
  readonly negative: Found | undefined;
  /** As a checkpoint's begins. */
  readonly checksum: number;
}

/** What a data set stands for. It is apart from it, so that the collector sees who has forgotten one. */
export class Kept {
  readonly facts: KeptFacts;
  readonly #lease: Lease;
  readonly #dataset: DatasetHandle;
  #holders = 0;
  #lastHasLeft = () => {};
  #closed: Promise<void> | undefined;

  /** @param lease ended with it */
  constructor(facts: KeptFacts, lease: Lease, dataset: DatasetHandle) {
    this.facts = facts;
    this.#lease = lease;
    this.#dataset = dataset;
    count(1);
  }

  /**
   * Has the rows stay, even if the data set is disposed of, until the function that it gives is called.
   * @throws DisposedError
   */
  hold(): () => void {
    if (this.#closed) throw new DisposedError('the data set was disposed of');
    this.#holders++;
    let holds = true;
    return () => {
      if (!holds) return;
      holds = false;
      this.#holders--;
      if (this.#holders === 0) this.#lastHasLeft();
    };
  }

  /**
   * The rows, for somebody who holds them.
   * @param name what errors call them
   * @throws OptionError if they are in another engine
   */
  on(engine: Engine, name: string): DatasetHandle {
    const { engine: own } = this.#lease;
    if (own.gone) throw own.gone;
    if (own !== engine) throw new OptionError(name, "data of the model's engine", 'data of another engine');
    return this.#dataset;
  }

  /** Releases the rows when nobody holds them any more. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    if (this.#holders > 0) {
      await new Promise<void>((resolve) => {
        this.#lastHasLeft = resolve;
      });
    }
    count(-1);
    try {
      await this.#lease.engine.release(this.#dataset);
    } finally {
      this.#lease.end();
    }
  }
}

/** What each data set stands for. */
export const keptBy = new WeakMap<object, Kept>();

/** What a data set stands for; undefined for anything else. */
export function keptOf(value: unknown): Kept | undefined {
  return keptBy.get(value as object);
}

/**
 * Has the data sets among some values stay until the function that it gives is called.
 * @throws DisposedError
 */
export function holdDatasets(values: readonly unknown[]): () => void {
  const letGo: (() => void)[] = [];
  const all = () => {
    for (const one of letGo) one();
  };
  try {
    for (const value of values) letGo.push(keptOf(value)?.hold() ?? (() => {}));
  } catch (error) {
    all();
    throw error;
  }
  return all;
}

/** Rows of a data set, in place of rows that are to be copied. */
export interface KeptRows {
  readonly kept: Kept;
  readonly count: number;
}
