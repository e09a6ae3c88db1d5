/**
 * NumPy's `.npz`: a ZIP archive of arrays. Ours are named `dense/kernel`; what the model is stands in the archive's
 * comment, which NumPy leaves aside.
 */

import { parseNpy } from '../data/npy.ts';
import { FormatError } from '../errors.ts';
import { toWeights, type WeightTensor } from '../inputs.ts';
import { stack } from '../model/stack.ts';
import { shapesOf, variablesOf } from '../model/variables.ts';
import { quoted } from '../options.ts';
import type { Tensor } from '../tensor.ts';
import type { ModelContent, ModelFile, SavedModel, WrittenFile } from './format.ts';
import { inFile } from './in-file.ts';
import { weightsByPlace } from './npz/by-place.ts';
import { writeNpy } from './npz/write-npy.ts';
import { refuseLayers } from './own-layers.ts';
import { readDescription, writeDescription } from './safetensors/own-model.ts';
import { weightsOfScikitLearn } from './scikit-learn/npz.ts';
import { unzip } from './unzip.ts';
import { toFloats } from './weights-only/block.ts';
import { namedWeights } from './weights-only/named.ts';
import { modelOf } from './weights-only.ts';
import { commentOf, writeZip } from './write-zip.ts';

type Arrays = ReadonlyMap<string, Tensor>;

export async function read(file: ModelFile): Promise<SavedModel> {
  const { bytes, source } = file;
  const arrays = readArrays(bytes, source);
  const description = commentOf(bytes);
  if (description.startsWith('{')) {
    refuseLayers(file);
    return readOwn(arrays, description, source);
  }
  const weights =
    weightsOfScikitLearn(arrays, source) ?? namedWeights(arrays, source, true) ?? weightsByPlace(arrays, file);
  if (weights) return modelOf(file, weights);
  const expected = "arrays named as 'dense/kernel', '0.weight', 'coefs_0' or 'arr_0'";
  throw new FormatError(source, expected, quoted([...arrays.keys()].slice(0, 5)));
}

function readArrays(bytes: Uint8Array, source: string): Arrays {
  const arrays = new Map<string, Tensor>();
  for (const { path, read } of unzip(bytes, source)) {
    const name = path.replace(/\.npy$/, '');
    if (arrays.has(name)) throw new FormatError(source, 'an archive in which each name stands once', `'${name}' twice`);
    arrays.set(name, parseNpy(read(), `${source}/${path}`));
  }
  return arrays;
}

function readOwn(arrays: Arrays, description: string, source: string): SavedModel {
  return inFile(source, () => {
    const model = readDescription(description);
    const variables = variablesOf(stack(model.layers).layers);
    const paths = variables.map(({ path }) => path);
    const weights = paths.map((path) => arrays.get(path)).filter((array) => array !== undefined);
    if (weights.length < paths.length || arrays.size > paths.length) {
      throw new FormatError('arrays', quoted(paths), quoted([...arrays.keys()]));
    }
    toWeights(weights, shapesOf(variables));
    return { ...model, weights: weights.map((array): WeightTensor => toFloats(array)) };
  });
}

export async function write({ spec, variables, weights }: ModelContent): Promise<WrittenFile[]> {
  const arrays = variables.map(({ path }, i) => [`${path}.npy`, writeNpy(weights[i] as WeightTensor)] as const);
  return [{ name: '', bytes: writeZip(arrays, writeDescription(spec)) }];
}
