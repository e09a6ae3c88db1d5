/** ONNX models: graphs that are a chain of layers, in and out. */

import { FormatError } from '../errors.ts';
import { Warnings } from '../warnings.ts';
import type { ModelContent, ModelFile, SavedModel, WrittenFile } from './format.ts';
import { inFile } from './in-file.ts';
import { type OnnxModel, readProto } from './onnx/proto.ts';
import { modelOf } from './onnx/read.ts';
import { writeModel } from './onnx/write.ts';
import { refuseLayers } from './own-layers.ts';

/**
 * As PyTorch, Keras (by tf2onnx) and scikit-learn (by skl2onnx) export dense networks.
 * @throws FormatError that names the node which no layer is
 */
export async function read(file: ModelFile): Promise<SavedModel> {
  refuseLayers(file);
  const model = readProto(file.bytes, file.source);
  const external = await externalOf(model, file);
  return inFile(file.source, () => modelOf(model, external));
}

/** The files beside the model's that its numbers lie in. */
async function externalOf({ graph }: OnnxModel, { source, beside }: ModelFile): Promise<Map<string, Uint8Array>> {
  const names = [...graph.initializers.values()].flatMap(({ external }) => external?.get('location') ?? []);
  const files = new Map<string, Uint8Array>();
  for (const name of new Set(names)) {
    if (!beside) {
      const expected = 'a model whose numbers are in it: load it by its path, or export it with external_data=False';
      throw new FormatError(source, expected, `one with numbers in '${name}' beside it`);
    }
    files.set(name, await beside(name));
  }
  return files;
}

const warnings = new Warnings(); // which are said once

/** Layers that act in training only leave nothing behind; all others have their nodes. */
export async function write(model: ModelContent): Promise<WrittenFile[]> {
  if (model.spec.compile) {
    warnings.warn('LEFT_ASIDE', 'ONNX has no word for how a model is trained: what compile was given is left aside');
  }
  return [{ name: '', bytes: writeModel(model) }];
}
