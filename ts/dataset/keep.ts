/** Brings data into an engine to stay. */

import { firstNegative } from '../augment.ts';
import type { DatasetOptions } from '../dataset.ts';
import type { Rows } from '../engine/engine.ts';
import { soon } from '../engine/turn.ts';
import { leaseEngine } from '../engine.ts';
import { ShapeError } from '../errors.ts';
import { checkFinite, sizeOf, takeShapedRows, toTensor } from '../inputs.ts';
import { giveUpAbandoned, isFull, makeRoom } from '../model/abandoned.ts';
import { Kept, type KeptFacts } from '../model/data/kept.ts';
import { toSampleWeights } from '../model/data/weights.ts';
import { checksumOfRows } from '../model/fit/checksum.ts';
import { largest } from '../model/input-scale.ts';
import type { Tensor } from '../tensor.ts';

/** @throws as `dataset` */
export async function keep(x: unknown, y: unknown, options: DatasetOptions): Promise<Kept> {
  const { inputShape: given, sampleWeight, engine } = options;
  const labels = y === undefined ? undefined : toLabels(y);
  const told = { inputShape: given, count: labels?.shape[0] };
  const { rows, inputShape } = await soon(takeShapedRows('x', x, told));
  if (labels && labels.shape[0] !== rows.count) {
    throw new ShapeError('y', `${rows.count} labels, one for each row of x`, `${labels.shape[0]}`);
  }
  const columns = sizeOf(inputShape);
  const facts: KeptFacts = {
    count: rows.count,
    inputShape,
    labels,
    weights: sampleWeight && toSampleWeights('sampleWeight', sampleWeight, rows.count).slice(),
    largest: largest(rows),
    negative: firstNegative(rows, columns),
    checksum: checksumOfRows(rows),
  };
  try {
    return await copy(rows, columns, facts, engine);
  } catch (error) {
    if (!isFull(error)) throw error;
  }
  await giveUpAbandoned();
  return copy(rows, columns, facts, engine);
}

async function copy(rows: Rows, columns: number, facts: KeptFacts, engine: DatasetOptions['engine']): Promise<Kept> {
  const lease = await leaseEngine(engine);
  try {
    await makeRoom(lease.engine);
    return new Kept(facts, lease, await lease.engine.createDataset(rows, columns));
  } catch (error) {
    lease.end();
    throw error;
  }
}

/** A copy of them. */
function toLabels(y: unknown): Tensor {
  const { data, shape } = toTensor('y', y);
  checkFinite('y', data);
  return { data: data.slice(), shape };
}
