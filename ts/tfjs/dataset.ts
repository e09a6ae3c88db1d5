/** `tf.data`: things that come one after the other, made anew for each pass. */

import { OptionError } from '../errors.ts';
import { checkInteger, describe } from '../options.ts';
import { stack } from './functions.ts';
import { Random } from './ops/random.ts';
import type { LazyIterator } from './pairs.ts';
import { refused } from './refusals.ts';
import { dispose } from './scope.ts';
import { type Operand, Tensor, valuesOf } from './tensor.ts';

type Pass<T> = () => AsyncIterable<T> | Iterable<T>;

export class Dataset<T> {
  readonly #pass: Pass<T>;
  /** Items of a pass, where that is known; Infinity without end. */
  readonly size: number | null;

  constructor(pass: Pass<T>, size: number | null = null) {
    this.#pass = pass;
    this.size = size;
  }

  /** The items of a pass, to be asked for one by one. */
  async iterator(): Promise<LazyIterator<T>> {
    const items = this[Symbol.asyncIterator]();
    return { next: () => items.next() };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, undefined> {
    yield* this.#pass();
  }

  /** What a function makes of each item. */
  map<O>(transform: (item: T) => O): Dataset<O> {
    return this.mapAsync(async (item) => transform(item));
  }

  /** The same with a function that takes its time. */
  mapAsync<O>(transform: (item: T) => Promise<O>): Dataset<O> {
    const source = this;
    return new Dataset(async function* () {
      for await (const item of source) yield await transform(item);
    }, this.size);
  }

  /** The items for which a function holds. */
  filter(predicate: (item: T) => boolean): Dataset<T> {
    const source = this;
    return new Dataset(
      async function* () {
        for await (const item of source) if (predicate(item)) yield item;
      },
      this.size === Number.POSITIVE_INFINITY ? this.size : null,
    );
  }

  /** The first items, so many at most. */
  take(count: number): Dataset<T> {
    const source = this;
    const size = this.size === null ? null : Math.min(count, this.size);
    return new Dataset(async function* () {
      let left = count;
      if (left <= 0) return;
      for await (const item of source) {
        yield item;
        if (--left <= 0) return;
      }
    }, size);
  }

  /** All but the first so many items. */
  skip(count: number): Dataset<T> {
    const source = this;
    return new Dataset(
      async function* () {
        let left = count;
        for await (const item of source) {
          if (left > 0) left--;
          else yield item;
        }
      },
      this.size === null ? null : Math.max(0, this.size - count),
    );
  }

  /** @param count passes; default: without end */
  repeat(count = Number.POSITIVE_INFINITY): Dataset<T> {
    const source = this;
    return new Dataset(
      async function* () {
        for (let pass = 0; pass < count; pass++) yield* source;
      },
      this.size === null ? null : this.size * count,
    );
  }

  /** The items of another behind its own. */
  concatenate(other: Dataset<T>): Dataset<T> {
    const source = this;
    return new Dataset(
      async function* () {
        yield* source;
        yield* other;
      },
      this.size === null || other.size === null ? null : this.size + other.size,
    );
  }

  /**
   * In another order: the next item is drawn from so many that wait.
   * @param reshuffleEachIteration whether each pass has an order of its own; default: true
   */
  shuffle(bufferSize: number, seed?: string, reshuffleEachIteration = true): Dataset<T> {
    checkInteger('bufferSize', bufferSize, 1, Number.MAX_SAFE_INTEGER);
    const source = this;
    const first = seed ?? String(new Random().bits());
    let passes = 0;
    return new Dataset(async function* () {
      const random = new Random(reshuffleEachIteration ? `${first} ${passes++}` : first);
      const waiting: T[] = [];
      const draw = () => {
        const place = random.below(waiting.length);
        const [last, drawn] = [waiting.pop() as T, waiting[place]];
        if (place === waiting.length) return last;
        waiting[place] = last;
        return drawn as T;
      };
      for await (const item of source) {
        waiting.push(item);
        if (waiting.length >= bufferSize) yield draw();
      }
      while (waiting.length > 0) yield draw();
    }, this.size);
  }

  /** So many items as one, their numbers stacked. @param smallLastBatch keeps what is left at the end; default: true */
  batch(batchSize: number, smallLastBatch = true): Dataset<Batched<T>> {
    checkInteger('batchSize', batchSize, 1, Number.MAX_SAFE_INTEGER);
    const source = this;
    const size = this.size === null ? null : (smallLastBatch ? Math.ceil : Math.floor)(this.size / batchSize);
    return new Dataset(async function* () {
      let items: T[] = [];
      for await (const item of source) {
        items.push(item);
        if (items.length < batchSize) continue;
        yield batched(items);
        items = [];
      }
      if (items.length > 0 && smallLastBatch) yield batched(items);
    }, size);
  }

  /** As it is: items are made when they are asked for. */
  prefetch(_bufferSize: number): Dataset<T> {
    return this;
  }

  /** Calls a function with each item of a pass. */
  async forEachAsync(work: (item: T) => void): Promise<void> {
    for await (const item of this) work(item);
  }

  /** All items of a pass. */
  async toArray(): Promise<T[]> {
    const items: T[] = [];
    for await (const item of this) items.push(item);
    return items;
  }
}

/** Numbers in the leaves become tensors. */
type Batched<T> = T extends Operand ? Tensor : T extends object ? { [Name in keyof T]: Batched<T[Name]> } : never;

function batched<T>(items: readonly T[]): Batched<T> {
  const [first] = items;
  const isLeaf = typeof first !== 'object' || first instanceof Tensor || ArrayBuffer.isView(first) || isNumbers(first);
  if (isLeaf) {
    const stacked = stack(items.map((item, i) => new Tensor(valuesOf(`batch[${i}]`, item as Operand), false)));
    dispose(items);
    return stacked as Batched<T>;
  }
  if (first === null) throw new OptionError('batch', 'numbers, tensors or objects of them', describe(first));
  const names = Object.keys(first as object);
  const parts = names.map((name) => [name, batched(items.map((item) => (item as Record<string, unknown>)[name]))]);
  return (Array.isArray(first) ? parts.map(([, part]) => part) : Object.fromEntries(parts)) as Batched<T>;
}

function isNumbers(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    (typeof value[0] !== 'object' || isNumbers(value[0])) &&
    typeof value.flat(8)[0] !== 'object'
  );
}

type Datasets = readonly Dataset<unknown>[] | Readonly<Record<string, Dataset<unknown>>>;
type Zipped<D> = { [Name in keyof D]: D[Name] extends Dataset<infer T> ? T : never };

/** One of each at a time, until one of them ends. */
function zip<D extends Datasets>(datasets: D): Dataset<Zipped<D>> {
  const entries = Object.entries(datasets) as [string, Dataset<unknown>][];
  const sizes = entries.map(([, { size }]) => size).filter((size) => size !== null);
  return new Dataset(
    async function* () {
      const iterators = entries.map(([name, dataset]) => [name, dataset[Symbol.asyncIterator]()] as const);
      while (true) {
        const items: [string, unknown][] = [];
        for (const [name, iterator] of iterators) {
          const next = await iterator.next();
          if (next.done) return;
          items.push([name, next.value]);
        }
        yield (Array.isArray(datasets) ? items.map(([, item]) => item) : Object.fromEntries(items)) as Zipped<D>;
      }
    },
    sizes.length > 0 ? Math.min(...sizes) : null,
  );
}

/**
 * Datasets: batches that are made as they are asked for.
 * @example await tf.data.array([1, 2, 3, 4]).batch(2).map((batch) => batch.sum().arraySync()).toArray(); // [3, 7]
 */
export const data = {
  /** The class of what the functions beside it make. */
  Dataset,
  /** The items of an array. */
  array: <T>(items: T[]): Dataset<T> => new Dataset(() => items, items.length),
  /** What an iterator gives; each pass begins with a new one. */
  generator: <T>(make: () => Iterator<T> | AsyncIterator<T> | Promise<Iterator<T> | AsyncIterator<T>>): Dataset<T> =>
    new Dataset(async function* () {
      const iterator = await make();
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    }),
  /** What a function returns, call by call, without end. */
  func: <T>(make: () => T | Promise<T>): Dataset<T> =>
    new Dataset(async function* () {
      while (true) yield await make();
    }, Number.POSITIVE_INFINITY),
  /** One item of each of several datasets at a time, until one of them ends. */
  zip,
  ...refused(
    ['csv', 'microphone', 'webcam', 'CSVDataset', 'FileDataSource', 'TextLineDataset', 'URLDataSource'],
    "tf.data.array or tf.data.generator; inkgrad/data's loadDigits reads files of digits",
    'data.',
  ),
} as const;
