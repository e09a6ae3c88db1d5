/** Outputs of a model. */

import type { Rows } from '../engine/engine.ts';
import { EmptyDataError } from '../errors.ts';
import type { Samples } from '../inputs.ts';
import type { Tensor2D } from '../tensor.ts';
import { checkWeights } from './check-weights.ts';
import { isBatches, itemsOf, type Stream } from './data/batches.ts';
import { named } from './data/held.ts';
import { type Kept, type KeptRows, keptOf } from './data/kept.ts';
import type { Home } from './network.ts';
import type { Trainable } from './trainable.ts';

/** @param x samples, a data set, or batches of samples that come one after the other */
export async function predict(subject: Trainable, x: unknown): Promise<Tensor2D> {
  if (isBatches(x)) return predictBatches(subject, x as Stream<Samples | { readonly xs: Samples }>);
  const kept = keptOf(x);
  return kept ? predictKept(subject, kept) : predictRows(subject, 'x', x);
}

async function predictKept(subject: Trainable, kept: Kept): Promise<Tensor2D> {
  subject.network.checkOpen();
  const letGo = kept.hold();
  try {
    return await predictHome(
      subject,
      'x',
      () => subject.keptRows('x', kept),
      ({ engine, network }, { count }) =>
        engine.predictDataset(network, kept.on(engine, 'x'), { first: 0, end: count }),
    );
  } finally {
    letGo();
  }
}

async function predictRows(subject: Trainable, name: string, x: unknown): Promise<Tensor2D> {
  return predictHome(
    subject,
    name,
    () => subject.rows(name, x),
    ({ engine, network }, rows) => named(name, engine.predict(network, rows)),
  );
}

async function predictHome<Some extends Rows | KeptRows>(
  subject: Trainable,
  name: string,
  take: () => Some | Promise<Some>,
  ask: (home: Home, rows: Some) => Promise<Float32Array>,
): Promise<Tensor2D> {
  return subject.network.use(
    async (home, rows) => {
      const data = await ask(home, rows);
      if (Number.isNaN(data[0])) await checkWeights(home);
      return { data, shape: [rows.count, subject.outputs] };
    },
    () => checkScale(subject, name, take()),
  );
}

function checkScale<Some extends Rows | KeptRows>(
  subject: Trainable,
  name: string,
  rows: Some | Promise<Some>,
): Some | Promise<Some> {
  if (rows instanceof Promise) return rows.then((some) => checkScale(subject, name, some));
  subject.scale.check(name, rows);
  return rows;
}

async function predictBatches(
  subject: Trainable,
  batches: Stream<Samples | { readonly xs: Samples }>,
): Promise<Tensor2D> {
  const parts: Float32Array[] = [];
  for await (const batch of itemsOf('batches', batches)) {
    const x = typeof batch === 'object' && 'xs' in batch ? batch.xs : batch;
    parts.push((await predictRows(subject, `batches: batch ${parts.length}`, x)).data);
  }
  if (parts.length === 0) throw new EmptyDataError('batches', 'at least one batch', 'none');
  const data = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    data.set(part, filled);
    filled += part.length;
  }
  return { data, shape: [data.length / subject.outputs, subject.outputs] };
}
