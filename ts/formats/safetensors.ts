/** safetensors files: our own models, and weights that PyTorch or others have written. */

import { FormatError } from '../errors.ts';
import { quoted } from '../options.ts';
import { readSafetensors } from '../safetensors.ts';
import type { ModelContent, ModelFile, SavedModel, WrittenFile } from './format.ts';
import { refuseLayers } from './own-layers.ts';
import { decodeModel, encodeModel } from './safetensors/own-model.ts';
import { namedWeights } from './weights-only/named.ts';
import { modelOf } from './weights-only.ts';

export async function read(file: ModelFile): Promise<SavedModel> {
  const contents = readSafetensors(file.bytes, file.source);
  if (contents.metadata.has('inkgrad')) {
    refuseLayers(file);
    return decodeModel(contents, file.source);
  }
  const weights = namedWeights(contents.tensors, file.source);
  if (weights) return modelOf(file, weights);
  const expected = "a model saved by inkgrad, or PyTorch's weights, such as '0.weight' and '0.bias'";
  throw new FormatError(file.source, expected, `tensors ${quoted([...contents.tensors.keys()].slice(0, 5))}`);
}

export async function write(model: ModelContent): Promise<WrittenFile[]> {
  return [{ name: '', bytes: await encodeModel(model) }];
}
