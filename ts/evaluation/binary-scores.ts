import { ArgumentError, EmptyDataError, LabelError, NonFiniteError, ShapeError } from '../errors.ts';
import type { BigIntArray } from '../inputs/arrays.ts';
import { formatShape, type NestedArray, type TensorLike, toTensor } from '../inputs/tensor.ts';
import type { NumericArray } from '../tensor.ts';
import { type Classes, labelIds } from './class-ids.ts';

/** One number a row. */
export type RowScores = NumericArray | BigIntArray | TensorLike | NestedArray;

/** Rows that are (1) or are not (0) of a class, and the number each was given for it. */
export interface BinaryScores {
  readonly positive: NumericArray;
  readonly scores: NumericArray;
}

/** @throws ShapeError, EmptyDataError, DtypeError, NonFiniteError; LabelError for labels other than 0 and 1. */
export function toBinaryScores(argument: string, labels: Classes, scores: RowScores): BinaryScores {
  const { ids } = labelIds('labels', labels);
  const wrong = ids.findIndex((id) => id > 1);
  if (wrong >= 0) throw new LabelError(`labels[${wrong}]`, '0 or 1', `${ids[wrong]}`);
  const { data, shape } = toTensor(argument, scores);
  const rows = ids.length;
  if (data.length !== rows || shape[0] !== rows) {
    throw new ShapeError(argument, `${formatShape([rows])} or ${formatShape([rows, 1])}`, formatShape(shape));
  }
  checkFinite(argument, data);
  return { positive: ids, scores: data };
}

export function checkFinite(argument: string, data: NumericArray): void {
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw new NonFiniteError(`${argument}[${wrong}]`, 'a finite number', `${data[wrong]}`);
}

/** @throws ArgumentError for what is no probability. */
export function checkProbabilities(argument: string, data: NumericArray): void {
  if (data.length === 0) throw new EmptyDataError(argument, 'at least one row', 'none');
  checkFinite(argument, data);
  const wrong = data.findIndex((value) => value < 0 || value > 1);
  if (wrong >= 0) throw new ArgumentError(`${argument}[${wrong}]`, 'a probability from 0 to 1', `${data[wrong]}`);
}
