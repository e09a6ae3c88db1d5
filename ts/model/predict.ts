/** Outputs of a model. */

import { EmptyDataError } from '../errors.ts';
import type { Samples } from '../inputs.ts';
import type { Tensor2D } from '../tensor.ts';
import { checkWeights } from './check-weights.ts';
import { isBatches, itemsOf, type Stream } from './data/batches.ts';
import { named } from './data/held.ts';
import type { Trainable } from './trainable.ts';

/** @param x samples, or batches of them that come one after the other */
export async function predict(subject: Trainable, x: unknown): Promise<Tensor2D> {
  if (isBatches(x)) return predictBatches(subject, x as Stream<Samples | { readonly xs: Samples }>);
  return predictRows(subject, 'x', x);
}

async function predictRows(subject: Trainable, name: string, x: unknown): Promise<Tensor2D> {
  subject.network.checkOpen();
  const rows = subject.rows(name, x);
  subject.scale.check(name, rows);
  const data = await subject.network.use(async (home) => {
    const outputs = await named(name, home.engine.predict(home.network, rows));
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
