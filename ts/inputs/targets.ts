import type { Targets } from '../engine/engine.ts';
import { eachPiece, findNonFinite, findNumber, takeFloats } from '../engine/pieces.ts';
import type { Work } from '../engine/turn.ts';
import { LabelError, NonFiniteError, ShapeError } from '../errors.ts';
import type { TargetKind } from '../losses.ts';
import type { NumericArray } from '../tensor.ts';
import type { BigIntArray } from './arrays.ts';
import { formatShape, type NestedArray, type TensorLike, takeTensor } from './tensor.ts';

/**
 * What the rows should give, by the loss. For categorical cross-entropy class ids (`[rows]` or `[rows, 1]`) or one-hot
 * rows (`[rows, classes]`, or any probabilities that sum to 1); for others as many numbers a row as the model has
 * outputs: from 0 to 1 for binary cross-entropy, from -1 to 1 for hinge losses (if all are 0 or 1, they stand for -1
 * and 1), any for mean squared error.
 */
export type Labels = NumericArray | BigIntArray | TensorLike | NestedArray;

/** How far the probabilities of a row may be from a sum of 1: rounding of 32-bit or printed figures. */
const SUM_TOLERANCE = 1e-3;

/** Targets for `rows` rows and a model of `units` outputs, of the kind that its loss takes; in pieces. */
export function* takeTargets(
  argument: string,
  y: unknown,
  rows: number,
  kind: TargetKind,
  units: number,
): Work<Targets> {
  const { data, shape } = yield* takeTensor(argument, y, Float64Array);
  const [count = 0, width = 1, ...more] = shape;
  if (count !== rows) throw new ShapeError(argument, `${rows} labels, one for each row of x`, `${count}`);
  const ids = kind === 'classes' && width === 1;
  if (more.length > 0 || !(ids || width === units)) {
    const one = kind === 'classes' || units === 1 ? `[${rows}] or ` : '';
    throw new ShapeError(argument, `shape ${one}[${rows}, ${units}]`, formatShape(shape));
  }
  if (ids) return { classes: yield* classIds(argument, data, units) };
  const wrong = yield* findNonFinite(data);
  if (wrong >= 0) throw new NonFiniteError(argument, 'finite numbers', `${data[wrong]} at ${wrong}`);
  if (kind === 'numbers') return { values: yield* takeFloats(data) };
  if (kind === 'signs') return { values: yield* signs(argument, data) };
  yield* checkRange(argument, data, 0);
  if (kind === 'shares') return { values: yield* takeFloats(data) };
  const classes = yield* oneHotClasses(data, units);
  if (classes) return { classes };
  yield* checkSums(argument, data, units);
  return { values: yield* takeFloats(data) };
}

function* classIds(argument: string, data: NumericArray, classes: number): Work<Uint32Array> {
  const wrong = yield* findNumber(data, (label) => !(label >= 0 && label < classes && Number.isInteger(label)));
  if (wrong < 0) return data instanceof Uint32Array ? data : new Uint32Array(data);
  const label = data[wrong] as number;
  const fault = Number.isFinite(label) ? LabelError : NonFiniteError;
  throw new fault(`${argument}[${wrong}]`, `a class id from 0 to ${classes - 1}`, `${label}`);
}

/** Numbers from `least` to 1. */
function* checkRange(argument: string, data: NumericArray, least: number): Work<void> {
  const wrong = yield* findNumber(data, (value) => value < least || value > 1);
  if (wrong >= 0) throw new LabelError(`${argument}[${wrong}]`, `a number from ${least} to 1`, `${data[wrong]}`);
}

/** Numbers from -1 to 1; -1 and 1 for a set of zeros and ones. */
function* signs(argument: string, data: NumericArray): Work<Float32Array> {
  yield* checkRange(argument, data, -1);
  const other = yield* findNumber(data, (value) => value !== 0 && value !== 1);
  if (other >= 0) return yield* takeFloats(data);
  return Float32Array.from(data, (value) => 2 * value - 1);
}

/** The class ids that one-hot rows stand for; undefined if the rows are not all one-hot. */
function* oneHotClasses(data: NumericArray, units: number): Work<Uint32Array | undefined> {
  const classes = new Uint32Array(data.length / units);
  let all = true;
  yield* eachPiece(classes.length, units, (first, end) => {
    for (let row = first; all && row < end; row++) {
      const values = data.subarray(row * units, (row + 1) * units);
      const hot = values.indexOf(1);
      all = hot >= 0 && values.every((value, unit) => unit === hot || value === 0);
      classes[row] = hot;
    }
  });
  return all ? classes : undefined;
}

function* checkSums(argument: string, data: NumericArray, units: number): Work<void> {
  yield* eachPiece(data.length / units, units, (first, end) => {
    for (let row = first; row < end; row++) {
      let sum = 0;
      for (let i = row * units; i < (row + 1) * units; i++) sum += data[i] as number;
      if (Math.abs(sum - 1) > SUM_TOLERANCE) {
        throw new LabelError(`${argument}[${row}]`, 'probabilities that sum to 1', `a sum of ${sum}`);
      }
    }
  });
}
