/** Data that stay in an engine. */

import { keep } from './dataset/keep.ts';
import type { Engine } from './engine/engine.ts';
import type { Labels, Samples } from './inputs.ts';
import { type Kept, keptBy } from './model/data/kept.ts';
import type { SampleWeight } from './model/data/weights.ts';
import { checkOptions } from './options.ts';

/** Options of `dataset`. */
export interface DatasetOptions {
  /**
   * The axes of a sample, such as [784]. Default: the axes of `x` but its first; for flat numbers, as many to a sample
   * as `y` leaves.
   */
  readonly inputShape?: readonly number[];
  /** How much the loss of each sample counts: a number for each. Default: 1. */
  readonly sampleWeight?: SampleWeight;
  /** Where they stay; only its models can use them. Default: the engine of all models. */
  readonly engine?: Engine;
}

/** For data sets that were forgotten without `dispose`. */
const forgotten = new FinalizationRegistry<Kept>((kept) => {
  kept.close().catch(() => {});
});

/**
 * Samples, perhaps with labels, that are in an engine's memory until `dispose`, or the end of an `await using`. Made by
 * `dataset`, and taken by the methods of any number of models of that engine: `fit(data)`, `fit(..., { validationData:
 * data })`, `evaluate(data)`, `predict(data)`.
 * @example
 * ```js
 * import { dataset } from 'inkgrad';
 *
 * const rows = await dataset([[0, 1], [1, 0]], [1, 1]);
 * console.log(rows.rows, rows.inputShape); // prints 2 [ 2 ]
 * await rows.dispose();
 * ```
 */
export class Dataset {
  /** Number of samples. */
  readonly rows: number;
  /** The axes of a sample, such as [784]. */
  readonly inputShape: readonly number[];
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.rows = kept.facts.count;
    this.inputShape = kept.facts.inputShape;
    this.#kept = kept;
    keptBy.set(this, kept);
    forgotten.register(this, kept, this);
  }

  /**
   * Frees the memory: at once, or as soon as those are done who have been given it, which nothing disturbs. Whoever is
   * given it from now on throws a DisposedError. May be called again.
   */
  async dispose(): Promise<void> {
    forgotten.unregister(this);
    await this.#kept.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

/**
 * Copies samples and labels into an engine, where they stay: nothing of them is copied or searched for zeros again, and
 * they take their memory once, whatever number of models learns from them. What the labels mean is said by the loss of
 * the model that is given them.
 * @throws ShapeError, DtypeError, NonFiniteError, EmptyDataError, OptionError, EngineError
 * @example
 * ```js
 * import { dataset, layers, sequential } from 'inkgrad';
 *
 * const rows = await dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]);
 * for (const seed of [1, 2]) {
 *   const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })], { seed });
 *   model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
 *   await model.fit(rows, { epochs: 2, verbose: 0 });
 * }
 * await rows.dispose();
 * ```
 */
export async function dataset(x: Samples, y?: Labels, options: DatasetOptions = {}): Promise<Dataset> {
  checkOptions('dataset', options, ['inputShape', 'sampleWeight', 'engine']);
  return new Dataset(await keep(x, y, options));
}
