import { OptionError } from '../errors.ts';
import { toRows, type WeightTensor } from '../inputs.ts';
import type { Layer } from './layer.ts';

/**
 * Mean and variance (divided by the number of rows) of each number of a row, in 64 bits, as a normalization layer's
 * weights.
 * @throws OptionError for another layer, ShapeError, DtypeError, EmptyDataError
 */
export function statisticsOf(layer: Layer, x: unknown): WeightTensor[] {
  if (layer.type !== 'normalization') throw new OptionError('adapt', 'a normalization layer', `'${layer.type}'`);
  const columns = layer.inputs;
  const rows = toRows('x', x, columns);
  const [numbers, divisor] = 'bytes' in rows ? [rows.bytes, rows.divisor] : [rows.floats, 1];
  const mean = meanOf(columns, numbers, (number) => number / divisor);
  const variance = meanOf(columns, numbers, (number, column) => (number / divisor - (mean[column] as number)) ** 2);
  return [mean, variance].map((data) => ({ data: Float32Array.from(data), shape: [columns] }));
}

/** The means of the columns. */
function meanOf(
  columns: number,
  numbers: Uint8Array | Float32Array,
  term: (number: number, column: number) => number,
): Float64Array {
  const sums = new Float64Array(columns);
  for (let i = 0; i < numbers.length; i++) {
    const column = i % columns;
    sums[column] = (sums[column] as number) + term(numbers[i] as number, column);
  }
  return sums.map((sum) => sum / (numbers.length / columns));
}
