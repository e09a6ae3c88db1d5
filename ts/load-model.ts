/** Models from files. */

import { download } from './data/download.ts';
import type { Engine } from './engine/engine.ts';
import { DtypeError, FileError } from './errors.ts';
import { decodeModel } from './model/file.ts';
import { type Sequential, sequential } from './model.ts';
import { checkOptions, describe } from './options.ts';
import { platform } from './platform.ts';

export interface LoadModelOptions {
  /** Where the model computes, as for `sequential`. */
  readonly engine?: Engine;
}

/**
 * A model that `save` or `toBytes` made a file of; it predicts the same bits, and is compiled if it was.
 * @param source a path (in Node), a URL, or the bytes; a text is a path in Node unless it starts with http:// or
 *   https://, and a URL in pages
 * @throws FormatError, FileError, DownloadError, OptionError, EngineError
 */
export async function loadModel(
  source: string | URL | Uint8Array | ArrayBuffer,
  options: LoadModelOptions = {},
): Promise<Sequential> {
  checkOptions('loadModel', options, ['engine']);
  const named = typeof source === 'string' || source instanceof URL;
  const bytes = named ? await readSource(source) : asBytes(source);
  const { name, seed, layers, compile, weights } = await decodeModel(bytes, named ? String(source) : 'bytes');
  const model = sequential({ name, seed, layers, ...options });
  if (compile) model.compile(compile);
  await model.setWeights(weights);
  return model;
}

async function readSource(source: string | URL): Promise<Uint8Array> {
  const { files } = platform();
  const remote = source instanceof URL ? source.protocol !== 'file:' : /^https?:\/\//i.test(source);
  if (!files || remote) return download(String(source));
  const bytes = await files.read(source);
  if (!bytes) throw new FileError(`${source}: there is no such file`);
  return bytes;
}

function asBytes(source: unknown): Uint8Array {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  throw new DtypeError('source', 'a path, a URL, a Uint8Array or an ArrayBuffer', describe(source));
}
