import { EmptyDataError, LabelError, NonFiniteError, ShapeError } from '../errors.ts';
import type { BigIntArray } from '../inputs/arrays.ts';
import { formatShape, type NestedArray, type TensorLike, toTensor } from '../inputs/tensor.ts';
import type { NumericArray } from '../tensor.ts';

/** Class ids, one a row, or rows of numbers that stand for a class each. */
export type Classes = NumericArray | BigIntArray | TensorLike | NestedArray;

/** The ids of the rows, and how many classes there are where the form tells it. */
interface ClassIds {
  readonly ids: NumericArray;
  readonly classes?: number;
}

/**
 * The class each row stands for: with several columns the one of the largest number (the first of equals), with one
 * column 1 for a probability of at least 0.5 and 0 below.
 *
 * @param probabilities `[rows, columns]`, as `predict` gives them; logits or one-hot rows will do as well.
 * @returns One class id a row.
 * @throws ShapeError, EmptyDataError, DtypeError; NonFiniteError for a NaN or an infinity.
 * @example
 * ```js
 * import { decide } from 'inkgrad';
 *
 * console.log(decide([[0.1, 0.7, 0.2], [0.5, 0.2, 0.3]])); // prints Uint8Array(2) [ 1, 0 ]
 * ```
 */
export function decide(probabilities: TensorLike | NestedArray): Uint8Array | Int32Array {
  const { data, shape } = toTensor('probabilities', probabilities);
  if (shape.length !== 2) throw new ShapeError('probabilities', 'shape [rows, columns]', formatShape(shape));
  return decideRows('probabilities', data, shape);
}

function decideRows(argument: string, data: NumericArray, shape: readonly number[]): Uint8Array | Int32Array {
  const [rows = 0, columns = 0] = shape;
  if (rows === 0) throw new EmptyDataError(argument, 'at least one row', 'none');
  if (columns === 0) throw new ShapeError(argument, 'at least one column', formatShape(shape));
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    const place = `${argument}[${Math.floor(wrong / columns)}, ${wrong % columns}]`;
    throw new NonFiniteError(place, 'a finite number', `${data[wrong]}`);
  }
  const ids = columns <= 256 ? new Uint8Array(rows) : new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const values = data.subarray(row * columns, (row + 1) * columns);
    ids[row] = columns === 1 ? Number((values[0] as number) >= 0.5) : argmax(values);
  }
  return ids;
}

function argmax(values: NumericArray): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if ((values[i] as number) > (values[best] as number)) best = i;
  }
  return best;
}

/** Class ids (`[rows]` or `[rows, 1]`), or one-hot rows. */
export function labelIds(argument: string, labels: Classes): ClassIds {
  const { data, shape } = toTensor(argument, labels);
  if (shape.length === 2 && shape[1] === 1) return { ids: checkIds(argument, data) };
  return idsOf(argument, data, shape);
}

/** Class ids (`[rows]`), or rows of probabilities, decided as `decide` does. */
export function predictionIds(argument: string, predictions: Classes): ClassIds {
  const { data, shape } = toTensor(argument, predictions);
  return idsOf(argument, data, shape);
}

function idsOf(argument: string, data: NumericArray, shape: readonly number[]): ClassIds {
  if (shape.length === 1) return { ids: checkIds(argument, data) };
  if (shape.length !== 2) throw new ShapeError(argument, 'shape [rows] or [rows, classes]', formatShape(shape));
  return { ids: decideRows(argument, data, shape), classes: Math.max(shape[1] as number, 2) };
}

function checkIds(argument: string, ids: NumericArray): NumericArray {
  if (ids.length === 0) throw new EmptyDataError(argument, 'at least one class id', 'none');
  const wrong = ids.findIndex((id) => !(Number.isInteger(id) && id >= 0));
  if (wrong >= 0) {
    const expected = 'a class id, a whole number from 0 (probabilities come with a shape of [rows, columns])';
    throw new LabelError(`${argument}[${wrong}]`, expected, `${ids[wrong]}`);
  }
  return ids;
}
