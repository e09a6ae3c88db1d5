/** Models from files. */

import type { Engine } from './engine/engine.ts';
import { OptionError } from './errors.ts';
import type { SavedModel } from './formats/format.ts';
import { readModel } from './formats.ts';
import type { LayerDescription } from './layers.ts';
import { type ModelSource, openSource } from './load-model/source.ts';
import { type Sequential, sequential } from './model.ts';
import { checkOptions, describe } from './options.ts';

export type { ModelSource } from './load-model/source.ts';

export interface LoadModelOptions {
  /** The layers, for files that hold weights and nothing else. Default: guessed from the weights, with a warning. */
  readonly layers?: readonly LayerDescription[];
  /** Where the model computes, as for `sequential`. */
  readonly engine?: Engine;
}

/**
 * A model from a file, of whatever format its content is. One that `save` or `toBytes` wrote predicts the same bits, and
 * is compiled if it was.
 * @param source a path (in Node), a URL, a File or Blob, or the bytes, in any view or buffer; a text is a path in Node
 *   unless it starts with http:// or https://, and in pages a URL, `indexeddb://name` or `opfs://name`; Files of a
 *   model that is several files may be given together
 * @throws FormatError, FileError, DownloadError, OptionError, EngineError
 */
export async function loadModel(source: ModelSource, options: LoadModelOptions = {}): Promise<Sequential> {
  checkOptions('loadModel', options, ['layers', 'engine']);
  const { layers: told, ...placing } = options;
  if (told !== undefined && !Array.isArray(told)) throw new OptionError('layers', 'an array of layers', describe(told));
  const file = await openSource(source);
  return modelFrom(await readModel({ ...file, ...(told && { layers: told }) }), placing);
}

/** A model of all that a file says. */
export async function modelFrom(
  { name, seed, layers, compile, weights }: SavedModel,
  placing: Pick<LoadModelOptions, 'engine'> = {},
): Promise<Sequential> {
  const model = sequential({ name, seed, layers, ...placing });
  if (compile) model.compile(compile);
  await model.setWeights(weights);
  return model;
}
