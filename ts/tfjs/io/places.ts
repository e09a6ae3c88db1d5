/** The places that addresses of models name. */

import { FileError, OptionError } from '../../errors.ts';
import type { ModelFile } from '../../formats/format.ts';
import { openSource } from '../../load-model/source.ts';
import { describe, quoted } from '../../options.ts';
import { platform } from '../../platform.ts';
import { addressOf, isStore, type StoreScheme } from '../../stores.ts';
import { artifactsIn, type ModelArtifacts, toFiles } from '../artifacts.ts';
import { type IOHandler, infoOf } from './handler.ts';
import { localStorageHandler } from './local-storage.ts';

const TOPOLOGY = 'model.json';
const WEIGHTS = 'weights.bin';

const schemes = ['file', 'localstorage', 'indexeddb', 'opfs', 'downloads', 'http', 'https'];

/**
 * The handler of an address: `file://` and whatever is in the list above; a text without a scheme is a path in Node, a
 * URL in pages.
 * @throws OptionError
 */
export function handlerOf(address: string): IOHandler {
  const { scheme, name } = addressOf(address) ?? { scheme: 'file', name: address };
  if (scheme === 'localstorage') return localStorageHandler(name);
  if (scheme === 'downloads') return { save: (artifacts) => offer(name || 'model', artifacts) };
  if (isStore(scheme)) return storeHandler(address, scheme, name);
  if (scheme === 'file') return { load: () => loadFrom(name), save: (artifacts) => saveTo(name, artifacts) };
  if (scheme === 'http' || scheme === 'https') return { load: () => loadFrom(address) };
  throw new OptionError('path', `an address of ${quoted(schemes)}`, describe(address));
}

/** The handler of an address, or the one that was given. @throws OptionError */
export function toHandler(argument: string, given: string | IOHandler): IOHandler {
  if (typeof given === 'string') return handlerOf(given);
  if (typeof given === 'object' && given !== null) return given;
  throw new OptionError(argument, "an address such as 'file://folder', or a handler", describe(given));
}

async function loadFrom(source: string): Promise<ModelArtifacts> {
  return artifactsIn(await openSource(source));
}

/** Into a folder, as TensorFlow.js does. */
async function saveTo(folder: string, artifacts: ModelArtifacts) {
  const { files } = platform();
  if (!files) throw new FileError(`${folder}: there are no files here; 'indexeddb://' and 'downloads://' are`);
  const { json, weights } = toFiles(artifacts, WEIGHTS);
  // What names the other is written last, when that is there.
  await files.write(`${folder}/${WEIGHTS}`, weights);
  await files.write(`${folder}/${TOPOLOGY}`, json);
  return { modelArtifactsInfo: infoOf(artifacts) };
}

/** NAME.json and NAME.weights.bin, for the person in front of the page. */
async function offer(name: string, artifacts: ModelArtifacts) {
  const store = platform().stores?.downloads;
  if (!store) throw new FileError(`downloads://${name}: only a page can offer files`);
  const { json, weights } = toFiles(artifacts, `${name}.weights.bin`);
  await store.write(name, json, '.json');
  await store.write(`${name}.weights`, weights, '.bin');
  return { modelArtifactsInfo: infoOf(artifacts) };
}

/** What a page keeps: an archive of the two files, which inkgrad's `loadModel` reads as well. */
function storeHandler(address: string, scheme: StoreScheme, name: string): IOHandler {
  return {
    async load() {
      const { bytes, source } = await openSource(address);
      return artifactsIn(await unpacked(bytes, source));
    },
    async save(artifacts) {
      const store = platform().stores?.[scheme];
      if (!store) throw new FileError(`${address}: only pages have it`);
      const { json, weights } = toFiles(artifacts, WEIGHTS);
      const { writeZip } = await import('../../formats/write-zip.ts');
      const files = [[TOPOLOGY, json] as const, [WEIGHTS, weights] as const];
      await store.write(name, writeZip(files), '.zip');
      return { modelArtifactsInfo: infoOf(artifacts) };
    },
  };
}

async function unpacked(bytes: Uint8Array, source: string): Promise<ModelFile> {
  const { unzip } = await import('../../formats/unzip.ts');
  const entries = unzip(bytes, source);
  const read = async (path: string) => {
    const found = entries.find((entry) => entry.path === path);
    if (!found) throw new FileError(`${source}: there is no ${path} in it`);
    return found.read();
  };
  return { bytes: await read(TOPOLOGY), source, beside: read };
}
