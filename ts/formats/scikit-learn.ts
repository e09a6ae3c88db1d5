/**
 * scikit-learn's MLPClassifier and MLPRegressor as JSON of their attributes: `coefs_`, `intercepts_`, and the
 * activations `activation` and `out_activation_`.
 */

import { ArgumentError, FormatError } from '../errors.ts';
import { toTensor } from '../inputs/tensor.ts';
import type { WeightTensor } from '../inputs.ts';
import { isRecord, parseJson } from '../json.ts';
import { checkName, describe } from '../options.ts';
import type { ModelFile, SavedModel } from './format.ts';
import { inFile } from './in-file.ts';
import { scikitLearn } from './scikit-learn/habits.ts';
import { pairs } from './scikit-learn/npz.ts';
import { toFloats } from './weights-only/block.ts';
import { modelOf, type WeightsOnly } from './weights-only.ts';

/** Its names of activations, and ours. */
const activations = {
  identity: 'linear',
  logistic: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  softmax: 'softmax',
} as const;
const activationNames = Object.keys(activations) as (keyof typeof activations)[];

export async function read(file: ModelFile): Promise<SavedModel> {
  const { bytes, source } = file;
  const model = parseJson(bytes, source, 'a model');
  if (!isRecord(model)) throw new FormatError(source, 'an object with coefs_ and intercepts_', describe(model));
  const weights = inFile(source, () => weightsIn(model, source));
  return modelOf(file, weights);
}

function weightsIn(model: Record<string, unknown>, source: string): WeightsOnly {
  const blocks = pairs(tensors(model, 'coefs_'), tensors(model, 'intercepts_'), source);
  const habits = scikitLearn(blocks);
  const activation = (name: string, initial: typeof habits.hidden) =>
    Object.hasOwn(model, name) ? activations[checkName(name, model[name], activationNames)] : initial;
  const hidden = activation('activation', habits.hidden);
  const last = activation('out_activation_', habits.last);
  const told = Object.hasOwn(model, 'activation') && Object.hasOwn(model, 'out_activation_');
  return { blocks, order: 'given', habits: { ...habits, hidden, last }, told };
}

function tensors(model: Record<string, unknown>, name: string): WeightTensor[] {
  const arrays = Object.hasOwn(model, name) ? model[name] : undefined;
  if (!Array.isArray(arrays)) throw new ArgumentError(name, 'an array for each layer', describe(arrays));
  return arrays.map((array, i) => {
    if (!Array.isArray(array)) throw new ArgumentError(`${name}[${i}]`, 'an array of numbers', describe(array));
    return toFloats(toTensor(`${name}[${i}]`, array));
  });
}
