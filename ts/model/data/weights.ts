/** How much samples count. */

import type { Rows, Targets } from '../../engine/engine.ts';
import { OptionError, ShapeError } from '../../errors.ts';
import { formatShape, toTensor } from '../../inputs/tensor.ts';
import { checkFinite, type NestedArray } from '../../inputs.ts';
import { checkNumber, describe } from '../../options.ts';
import type { NumericArray, Tensor } from '../../tensor.ts';
import type { Data, Trainable } from '../trainable.ts';
import type { KeptRows } from './kept.ts';

/** A number for each sample: `[rows]` or `[rows, 1]`. */
export type SampleWeight = NumericArray | Tensor | NestedArray;

/** A number for each class, by its id. */
export type ClassWeight = Readonly<Record<number, number>> | readonly number[];

export interface Weighting {
  readonly sampleWeight?: SampleWeight | undefined;
  readonly classWeight?: ClassWeight | undefined;
}

/**
 * Data with its weights, if there are any.
 * @param argument what errors call `sampleWeight`
 * @param end rows behind this one have no class weight
 * @throws OptionError, ShapeError, DtypeError, NonFiniteError
 */
export function weigh<Any extends Data<Rows | KeptRows>>(
  { outputs }: Trainable,
  data: Any,
  { sampleWeight, classWeight }: Weighting,
  argument = 'sampleWeight',
  end = data.rows.count,
): Any {
  const given = sampleWeight !== undefined ? argument : classWeight !== undefined ? 'classWeight' : undefined;
  if (data.weights && given !== undefined) {
    throw new OptionError(given, 'nothing beside the sampleWeight of the data set', 'both');
  }
  if (sampleWeight !== undefined) {
    if (classWeight !== undefined) throw new OptionError('classWeight', `nothing beside ${argument}`, 'both');
    return { ...data, weights: toSampleWeights(argument, sampleWeight, data.rows.count) };
  }
  if (classWeight === undefined) return data;
  return { ...data, weights: toClassWeights(classWeight, data.targets, outputs, end) };
}

/** A weight for each of `rows` rows. */
export function toSampleWeights(argument: string, weights: unknown, rows: number): Float32Array {
  const { data, shape } = toTensor(argument, weights);
  const [count = 0, width = 1, ...more] = shape;
  if (count !== rows || width !== 1 || more.length > 0) {
    throw new ShapeError(argument, `shape [${rows}], a weight for each row of x`, formatShape(shape));
  }
  checkFinite(argument, data);
  return data instanceof Float32Array ? data : new Float32Array(data);
}

/** The weight of the class of each row, up to row `end`. */
function toClassWeights(classWeight: unknown, targets: Targets, outputs: number, end: number): Float32Array {
  const byClass = checkClassWeight(classWeight, Math.max(outputs, 2));
  const classes = classesOf(targets, outputs);
  return Float32Array.from(classes, (id, row) => (row < end ? (byClass[id] as number) : 1));
}

/** The class of each row: with one output 1 for targets above 0.5, with several the first of the largest. */
export function classesOf(targets: Targets, outputs: number): Uint32Array {
  if ('classes' in targets) return targets.classes;
  const { values } = targets;
  if (outputs === 1) return Uint32Array.from(values, (value) => (value > 0.5 ? 1 : 0));
  return Uint32Array.from({ length: values.length / outputs }, (_, row) => {
    let best = 0;
    for (let i = 1; i < outputs; i++) {
      if ((values[row * outputs + i] as number) > (values[row * outputs + best] as number)) best = i;
    }
    return best;
  });
}

function checkClassWeight(classWeight: unknown, classes: number): number[] {
  if (typeof classWeight !== 'object' || classWeight === null || ArrayBuffer.isView(classWeight)) {
    throw new OptionError('classWeight', 'an object or an array of weights by class id', describe(classWeight));
  }
  if (Array.isArray(classWeight) && classWeight.length !== classes) {
    throw new OptionError('classWeight', `${classes} weights, one for each class`, describe(classWeight));
  }
  const weights = new Array<number>(classes).fill(1);
  for (const [key, weight] of Object.entries(classWeight)) {
    if (!/^\d+$/.test(key) || Number(key) >= classes) {
      throw new OptionError('classWeight', `class ids from 0 to ${classes - 1}`, `'${key}'`);
    }
    weights[Number(key)] = checkNumber(
      `classWeight[${key}]`,
      weight,
      'a finite number of at least 0',
      (value) => value >= 0 && Number.isFinite(Math.fround(value)),
    );
  }
  return weights;
}
