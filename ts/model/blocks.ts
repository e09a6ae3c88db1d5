/** Passes over many rows, cut into blocks of a size that depends on the network alone. */

import type { DatasetHandle, RowRange, Rows, Scores } from '../engine/engine.ts';
import type { Home } from './network.ts';
import { kernelSize, type Layer } from './stack.ts';
import { turns } from './turn.ts';

/** Multiplications of a block: about 10 ms on one core. */
const BLOCK = 2 ** 27;

function* blocks({ first, end }: RowRange, layers: readonly Layer[]): Generator<RowRange> {
  const perRow = layers.reduce((sum, layer) => sum + kernelSize(layer), 0);
  const rows = Math.max(1, Math.floor(BLOCK / perRow));
  for (let row = first; row < end; row += rows) yield { first: row, end: Math.min(row + rows, end) };
}

/** Mean scores of a network on a range of a data set. */
export async function score(
  { engine, network }: Home,
  layers: readonly Layer[],
  dataset: DatasetHandle,
  range: RowRange,
  onBlock: (rowsDone: number, scores: Scores) => void = () => {},
  signal?: AbortSignal,
): Promise<Scores> {
  // Hits are whole numbers of outputs, so that counting them makes the accuracy independent of the blocks.
  const outputs = layers.at(-1)?.units ?? 1;
  const pause = turns();
  let [loss, hits, rows] = [0, 0, 0];
  const mean = (): Scores => ({ loss: loss / rows, accuracy: hits / (rows * outputs) });
  for (const block of blocks(range, layers)) {
    const scores = await engine.evaluate(network, dataset, block);
    const size = block.end - block.first;
    loss += scores.loss * size;
    hits += Math.round(scores.accuracy * size * outputs);
    rows += size;
    onBlock(rows, mean());
    await pause();
    signal?.throwIfAborted();
  }
  return mean();
}

/** The outputs of a network for rows, row-major. */
export async function predict({ engine, network }: Home, layers: readonly Layer[], rows: Rows): Promise<Float32Array> {
  const columns = layers[0]?.inputs ?? 0;
  const outputs = layers.at(-1)?.units ?? 0;
  const pause = turns();
  const all = new Float32Array(rows.count * outputs);
  for (const { first, end } of blocks({ first: 0, end: rows.count }, layers)) {
    const count = end - first;
    const [from, to] = [first * columns, end * columns];
    const block: Rows =
      'floats' in rows
        ? { floats: rows.floats.subarray(from, to), count }
        : { bytes: rows.bytes.subarray(from, to), divisor: rows.divisor, count };
    all.set(await engine.predict(network, block), first * outputs);
    await pause();
  }
  return all;
}
