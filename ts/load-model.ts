/** Models from files. */

import type { Engine } from './engine/engine.ts';
import { OptionError } from './errors.ts';
import type { SavedModel } from './formats/format.ts';
import type { LayerDescription } from './layers.ts';
import type { ModelSource } from './load-model/source.ts';
import { restoreState, takeForeign } from './model/state.ts';
import { joinWeights } from './model/variables.ts';
import { type Sequential, sequential, trainableOf } from './model.ts';
import { checkOptions, describe } from './options.ts';

export type { ModelSource } from './load-model/source.ts';

/** Options of `loadModel`. */
export interface LoadModelOptions {
  /** The layers, for files that hold weights and nothing else. Default: guessed from the weights, with a warning. */
  readonly layers?: readonly LayerDescription[];
  /** Where the model computes, as for `sequential`. */
  readonly engine?: Engine;
}

/**
 * A model from a file, of whatever format its content is. One that `save` or `toBytes` wrote predicts the same bits, is
 * compiled if it was, and trains on to the same bits if the optimizer's state is in it.
 * @param source a path (in Node), a URL, a File or Blob, or the bytes, in any view or buffer; a text is a path in Node
 *   unless it starts with http:// or https://, and in pages a URL, `indexeddb://name` or `opfs://name`; Files of a
 *   model that is several files may be given together
 * @throws FormatError, FileError, DownloadError, OptionError, EngineError
 * @example
 * ```js
 * import { loadModel } from 'inkgrad';
 *
 * const model = await loadModel('model.keras');
 * model.summary();
 * ```
 */
export async function loadModel(source: ModelSource, options: LoadModelOptions = {}): Promise<Sequential> {
  checkOptions('loadModel', options, ['layers', 'engine']);
  const { layers: told, ...placing } = options;
  if (told !== undefined && !Array.isArray(told)) throw new OptionError('layers', 'an array of layers', describe(told));
  const [{ openSource }, { readModel }] = await Promise.all([import('./load-model/source.ts'), import('./formats.ts')]);
  const file = await openSource(source);
  return modelFrom(await readModel({ ...file, ...(told && { layers: told }) }), placing, file.source);
}

/**
 * A model of all that a file says.
 * @param source the file's path or name
 * @throws FormatError for a state that is another optimizer's
 */
export async function modelFrom(
  { name, seed, layers, compile, weights, inputScale, optimizer, foreign }: SavedModel,
  placing: Pick<LoadModelOptions, 'engine'>,
  source: string,
): Promise<Sequential> {
  const model = sequential({ name, seed, layers, ...placing });
  trainableOf(model).scale.learned = inputScale;
  if (compile) model.compile(compile);
  if (compile && optimizer)
    await restoreState(trainableOf(model), { weights: joinWeights(weights), optimizer }, source);
  else await model.setWeights(weights);
  if (compile && foreign) await takeForeign(trainableOf(model), foreign, source);
  return model;
}
