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
    const rows = subject.keptRows('x', kept);
    return await predictHome(subject, 'x', rows, ({ engine, network }) =>
      engine.predictDataset(network, kept.on(engine, 'x'), { first: 0, end: rows.count }),
    );
  } finally {
    letGo();
  }
}

async function predictRows(subject: Trainable, name: string, x: unknown): Promise<Tensor2D> {
  subject.network.checkOpen();
  const rows = subject.rows(name, x);
  return predictHome(subject, name, rows, ({ engine, network }) => named(name, engine.predict(network, rows)));
}

async function predictHome(
  subject: Trainable,
  name: string,
  rows: Rows | KeptRows,
  ask: (home: Home) => Promise<Float32Array>,
): Promise<Tensor2D> {
  subject.scale.check(name, rows);
  const data = await subject.network.use(async (home) => {
    const outputs = await ask(home);
    if (Number.isNaN(outputs[0])) await checkWeights(home);
    return outputs;
  });
  return { data, shape: [rows.count, subject.outputs] };
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
