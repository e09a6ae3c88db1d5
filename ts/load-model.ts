/** Models from files. */

import { download } from './data/download.ts';
import type { Engine } from './engine/engine.ts';
import { FileError } from './errors.ts';
import { fileBytes, isUrl } from './inputs.ts';
import { decodeModel } from './model/file.ts';
import { refuseForeign } from './model/foreign.ts';
import { type Sequential, sequential } from './model.ts';
import { checkOptions } from './options.ts';
import { platform } from './platform.ts';

export interface LoadModelOptions {
  /** Where the model computes, as for `sequential`. */
  readonly engine?: Engine;
}

/**
 * A model that `save` or `toBytes` made a file of; it predicts the same bits, and is compiled if it was.
 * @param source a path (in Node), a URL, or the bytes, in any view or buffer; a text is a path in Node
 *   unless it starts with http:// or https://, and a URL in pages
 * @throws FormatError, FileError, DownloadError, OptionError, EngineError
 */
export async function loadModel(
  source: string | URL | ArrayBufferView | ArrayBufferLike,
  options: LoadModelOptions = {},
): Promise<Sequential> {
  checkOptions('loadModel', options, ['engine']);
  const named = typeof source === 'string' || isUrl(source);
  const bytes = named ? await readSource(source) : fileBytes('source', source, 'a path, a URL or the bytes of a file');
  const origin = named ? String(source) : 'bytes';
  refuseForeign(bytes, origin);
  const { name, seed, layers, compile, weights } = await decodeModel(bytes, origin);
  const model = sequential({ name, seed, layers, ...options });
  if (compile) model.compile(compile);
  await model.setWeights(weights);
  return model;
}

async function readSource(source: string | URL): Promise<Uint8Array> {
  const { files } = platform();
  const remote = typeof source !== 'string' ? source.protocol !== 'file:' : /^https?:\/\//i.test(source);
  if (!files || remote) return download(String(source));
  const bytes = await files.read(typeof source === 'string' ? source : new URL(source)); // it may be another realm's
  if (!bytes) throw new FileError(`${source}: there is no such file`);
  return bytes;
}
