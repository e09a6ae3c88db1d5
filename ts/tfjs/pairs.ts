/** Batches that come one after the other, as `fitDataset` takes them. */

import { OptionError } from '../errors.ts';
import { describe } from '../options.ts';
import { dispose } from './scope.ts';
import { type Operand, Tensor, valuesOf } from './tensor.ts';
import type { Values } from './values.ts';

/** Samples and labels of a batch. */
export type Pair = { xs: Operand; ys: Operand } | [xs: Operand, ys: Operand];

/** The same as the house takes it. */
export interface PairValues {
  readonly xs: Values;
  readonly ys: Values;
}

/** What TensorFlow.js's datasets have. */
export interface LazyIterator<T> {
  next(): Promise<IteratorResult<T>>;
}

/** A dataset of TensorFlow.js's kind, or anything to iterate; functions are asked anew for each pass. */
export type DatasetLike<T = Pair> =
  | { iterator(): Promise<LazyIterator<T>> }
  | Iterable<T>
  | AsyncIterable<T>
  | (() => Iterable<T> | AsyncIterable<T>);

export function isDataset(value: unknown): value is DatasetLike {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null) return false;
  return 'iterator' in value || Symbol.asyncIterator in value || (Symbol.iterator in value && !isTensors(value));
}

/** `[x, y]` is one batch, not two. */
function isTensors(value: object): boolean {
  return Array.isArray(value) && value[0] instanceof Tensor;
}

/**
 * A function that gives the pairs of a pass, for the house's `fit`.
 * @param most pairs of a pass; default: all
 * @throws OptionError for what is no dataset
 */
export function pairsOf(
  argument: string,
  dataset: DatasetLike,
  most = Number.POSITIVE_INFINITY,
): () => AsyncIterable<PairValues> {
  if (!isDataset(dataset)) throw new OptionError(argument, 'a dataset, or batches to iterate', describe(dataset));
  return async function* () {
    let count = 0;
    for await (const pair of itemsOf(dataset)) {
      yield toBatch(`${argument}: batch ${count}`, pair);
      if ('iterator' in dataset) dispose(pair); // a dataset makes them for us
      if (++count >= most) return;
    }
  };
}

async function* itemsOf<T>(dataset: DatasetLike<T>): AsyncGenerator<T> {
  if (typeof dataset === 'object' && 'iterator' in dataset) {
    const iterator = await dataset.iterator();
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    return;
  }
  yield* typeof dataset === 'function' ? dataset() : dataset;
}

function toBatch(argument: string, pair: unknown): PairValues {
  const [xs, ys] = Array.isArray(pair) ? pair : [(pair as { xs?: unknown })?.xs, (pair as { ys?: unknown })?.ys];
  if (xs === undefined || ys === undefined) throw new OptionError(argument, '{ xs, ys } or [xs, ys]', describe(pair));
  return { xs: valuesOf(`${argument}.xs`, xs), ys: valuesOf(`${argument}.ys`, ys) };
}
