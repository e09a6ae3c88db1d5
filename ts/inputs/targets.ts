import type { Targets } from '../engine/engine.ts';
import { LabelError, NonFiniteError, ShapeError } from '../errors.ts';
import type { TargetKind } from '../losses.ts';
import type { NumericArray } from '../tensor.ts';
import type { BigIntArray } from './arrays.ts';
import { checkFinite } from './rows.ts';
import { formatShape, type NestedArray, type TensorLike, toTensor } from './tensor.ts';

/**
 * What the rows should give, by the loss. For categorical cross-entropy class ids (`[rows]` or `[rows, 1]`) or one-hot
 * rows (`[rows, classes]`, or any probabilities that sum to 1); for others as many numbers a row as the model has
 * outputs: from 0 to 1 for binary cross-entropy, from -1 to 1 for hinge losses (if all are 0 or 1, they stand for -1
 * and 1), any for mean squared error.
 */
export type Labels = NumericArray | BigIntArray | TensorLike | NestedArray;

/** How far the probabilities of a row may be from a sum of 1: rounding of 32-bit or printed figures. */
const SUM_TOLERANCE = 1e-3;

/** Targets for `rows` rows and a model of `units` outputs, of the kind that its loss takes. */
export function toTargets(argument: string, y: unknown, rows: number, kind: TargetKind, units: number): Targets {
  const { data, shape } = toTensor(argument, y);
  const [count = 0, width = 1, ...more] = shape;
  if (count !== rows) throw new ShapeError(argument, `${rows} labels, one for each row of x`, `${count}`);
  const ids = kind === 'classes' && width === 1;
  if (more.length > 0 || !(ids || width === units)) {
    const one = kind === 'classes' || units === 1 ? `[${rows}] or ` : '';
    throw new ShapeError(argument, `shape ${one}[${rows}, ${units}]`, formatShape(shape));
  }
  if (ids) return { classes: classIds(argument, data, units) };
  checkFinite(argument, data);
  if (kind === 'numbers') return { values: asFloats(data) };
  if (kind === 'signs') return { values: asSigns(argument, data) };
  checkRange(argument, data, 0);
  if (kind === 'shares') return { values: asFloats(data) };
  const classes = oneHotClasses(data, units);
  if (classes) return { classes };
  checkSums(argument, data, units);
  return { values: asFloats(data) };
}

function asFloats(data: NumericArray): Float32Array {
  return data instanceof Float32Array ? data : new Float32Array(data);
}

function classIds(argument: string, data: NumericArray, classes: number): Uint32Array {
  for (let i = 0; i < data.length; i++) {
    const label = data[i] as number;
    if (label >= 0 && label < classes && Number.isInteger(label)) continue;
    const wrong = Number.isFinite(label) ? LabelError : NonFiniteError;
    throw new wrong(`${argument}[${i}]`, `a class id from 0 to ${classes - 1}`, `${label}`);
  }
  return data instanceof Uint32Array ? data : new Uint32Array(data);
}

/** Numbers from `least` to 1. */
function checkRange(argument: string, data: NumericArray, least: number): void {
  const wrong = data.findIndex((value) => value < least || value > 1);
  if (wrong >= 0) throw new LabelError(`${argument}[${wrong}]`, `a number from ${least} to 1`, `${data[wrong]}`);
}

/** Numbers from -1 to 1; -1 and 1 for a set of zeros and ones. */
function asSigns(argument: string, data: NumericArray): Float32Array {
  checkRange(argument, data, -1);
  if (data.some((value) => value !== 0 && value !== 1)) return asFloats(data);
  return Float32Array.from(data, (value) => 2 * value - 1);
}

/** The class ids that one-hot rows stand for; undefined if the rows are not all one-hot. */
function oneHotClasses(data: NumericArray, units: number): Uint32Array | undefined {
  const classes = new Uint32Array(data.length / units);
  for (let row = 0; row < classes.length; row++) {
    const values = data.subarray(row * units, (row + 1) * units);
    const hot = values.indexOf(1);
    if (hot < 0 || values.some((value, unit) => unit !== hot && value !== 0)) return undefined;
    classes[row] = hot;
  }
  return classes;
}

function checkSums(argument: string, data: NumericArray, units: number): void {
  for (let first = 0; first < data.length; first += units) {
    let sum = 0;
    for (let i = first; i < first + units; i++) sum += data[i] as number;
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new LabelError(`${argument}[${first / units}]`, 'probabilities that sum to 1', `a sum of ${sum}`);
    }
  }
}
