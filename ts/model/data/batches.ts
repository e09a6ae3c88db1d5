/** Batches that come one after the other, instead of whole arrays. */

import { EmptyDataError, OptionError } from '../../errors.ts';
import type { Labels, Samples } from '../../inputs.ts';
import { describe } from '../../options.ts';
import type { Data, Trainable } from '../trainable.ts';
import { type ClassWeight, type SampleWeight, weigh } from './weights.ts';

/** Samples and labels of one step, and perhaps a weight for each sample. */
export type Batch =
  | readonly [x: Samples, y: Labels, sampleWeight?: SampleWeight]
  | {
      /** Samples. */
      readonly xs: Samples;
      /** Labels. */
      readonly ys: Labels;
    };

/** Things that come one after the other. A function is asked anew for each pass over them, as is `[Symbol.iterator]`. */
export type Stream<Item> =
  | Iterable<Item>
  | AsyncIterable<Item>
  | (() => Iterable<Item> | AsyncIterable<Item> | Promise<Iterable<Item> | AsyncIterable<Item>>);

/**
 * Batches that come one after the other: an array, a generator, an async one, or a function that makes one anew for
 * each epoch.
 */
export type Batches = Stream<Batch>;

/** Something to iterate, or a function that returns it; arrays are not meant, which are samples themselves. */
export function isBatches(value: unknown): value is Stream<unknown> {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value)) return false;
  return Symbol.asyncIterator in value || Symbol.iterator in value;
}

/**
 * Begins to take the items of a stream.
 * @throws OptionError
 */
export async function iterate<Item>(
  argument: string,
  stream: Stream<Item>,
): Promise<AsyncIterator<Item> | Iterator<Item>> {
  const items: unknown = typeof stream === 'function' ? await stream() : stream;
  if (typeof items === 'object' && items !== null) {
    if (Symbol.asyncIterator in items) return (items as AsyncIterable<Item>)[Symbol.asyncIterator]();
    if (Symbol.iterator in items) return (items as Iterable<Item>)[Symbol.iterator]();
  }
  throw new OptionError(argument, 'something to iterate, or a function that returns it', describe(items));
}

/** All items of one pass over a stream. */
export async function* itemsOf<Item>(argument: string, stream: Stream<Item>): AsyncGenerator<Item> {
  const iterator = await iterate(argument, stream);
  let done = false;
  try {
    while (true) {
      const next = await iterator.next();
      if (next.done) {
        done = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!done) await iterator.return?.();
  }
}

/**
 * One batch, ready for an engine.
 * @param argument what errors call it
 * @throws OptionError, and as `fit` for its arrays
 */
export async function toBatch(
  subject: Trainable,
  argument: string,
  batch: unknown,
  classWeight?: ClassWeight,
): Promise<Data> {
  const { names, x, y, sampleWeight } = partsOf(argument, batch);
  return weigh(subject, await subject.data(names, x, y), { sampleWeight, classWeight }, `${argument}[2]`);
}

function partsOf(argument: string, batch: unknown) {
  if (Array.isArray(batch) && (batch.length === 2 || batch.length === 3)) {
    const [x, y, sampleWeight] = batch;
    return { names: [`${argument}[0]`, `${argument}[1]`], x, y, sampleWeight } as const;
  }
  if (typeof batch === 'object' && batch !== null && 'xs' in batch && 'ys' in batch) {
    return { names: [`${argument}.xs`, `${argument}.ys`], x: batch.xs, y: batch.ys, sampleWeight: undefined } as const;
  }
  throw new OptionError(argument, '[x, y], [x, y, sampleWeight] or { xs, ys }', describe(batch));
}

/** All batches of a stream as one set of rows; each row has a weight if any batch has weights. */
export async function gather(subject: Trainable, argument: string, batches: Batches): Promise<Data> {
  const parts: Data[] = [];
  for await (const batch of itemsOf(argument, batches)) {
    parts.push(await toBatch(subject, `${argument}: batch ${parts.length}`, batch));
  }
  const [first] = parts;
  if (!first) throw new EmptyDataError(argument, 'at least one batch', 'none');
  return parts.length === 1 ? first : { ...join(parts, subject), kind: first.kind };
}

function join(parts: readonly Data[], { inputs, outputs }: Trainable): Omit<Data, 'kind'> {
  const count = parts.reduce((sum, { rows }) => sum + rows.count, 0);
  const floats = new Float32Array(count * inputs);
  const ids = parts.every(({ targets }) => 'classes' in targets) ? new Uint32Array(count) : undefined;
  const values = ids ? undefined : new Float32Array(count * outputs);
  const weights = parts.some((part) => part.weights) ? new Float32Array(count).fill(1) : undefined;
  let row = 0;
  for (const part of parts) {
    const { rows, targets } = part;
    if ('floats' in rows) floats.set(rows.floats, row * inputs);
    else
      for (let i = 0; i < rows.bytes.length; i++) floats[row * inputs + i] = (rows.bytes[i] as number) / rows.divisor;
    if (!('classes' in targets)) values?.set(targets.values, row * outputs);
    else if (ids) ids.set(targets.classes, row);
    else
      for (let i = 0; i < rows.count; i++)
        (values as Float32Array)[(row + i) * outputs + (targets.classes[i] as number)] = 1;
    if (part.weights) weights?.set(part.weights, row);
    row += rows.count;
  }
  const targets = ids ? { classes: ids } : { values: values as Float32Array };
  return { rows: { floats, count }, targets, ...(weights && { weights }) };
}
