/** safetensors files: our own models. */

import type { ModelContent, ModelFile, SavedModel, WrittenFile } from './format.ts';
import { decodeModel, encodeModel } from './safetensors/own-model.ts';

export function read({ bytes, source }: ModelFile): Promise<SavedModel> {
  return decodeModel(bytes, source);
}

export async function write(model: ModelContent): Promise<WrittenFile[]> {
  return [{ name: '', bytes: await encodeModel(model) }];
}
