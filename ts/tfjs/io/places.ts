/** The places that addresses of models name. */

import { download } from '../../data/download.ts';
import { FileError, OptionError } from '../../errors.ts';
import { describe } from '../../options.ts';
import { platform } from '../../platform.ts';
import type { ModelArtifacts } from '../artifacts.ts';
import { filesHandler, TOPOLOGY, toFiles } from './files.ts';
import { type IOHandler, infoOf } from './handler.ts';

/**
 * The handler of an address.
 * @param address `file://`, `localstorage://`, `downloads://`, `http(s)://`; others are paths in Node, URLs in pages
 * @throws OptionError
 */
export function handlerOf(address: string, saving: boolean): IOHandler {
  const [, scheme = '', rest = address] = /^([a-z][a-z\d+.-]+):\/\/(.*)$/is.exec(address) ?? [];
  const make = Object.hasOwn(schemes, scheme.toLowerCase()) ? schemes[scheme.toLowerCase()] : undefined;
  if (make) return make(rest, address, saving);
  throw new OptionError(
    'path',
    `an address that begins with ${Object.keys(schemes).filter(Boolean).join(', ')}`,
    describe(address),
  );
}

type MakeHandler = (rest: string, address: string, saving: boolean) => IOHandler;

const schemes: Readonly<Record<string, MakeHandler>> = {
  '': (path, _, saving) => (platform().files ? inFolder(path, saving) : atUrl(path)),
  file: (path, _, saving) => inFolder(path, saving),
  http: (_, address) => atUrl(address),
  https: (_, address) => atUrl(address),
  localstorage: (name) => inLocalStorage(name),
  downloads: (name) => asDownloads(name),
};

/** Saved into a folder, loaded from its model.json. */
function inFolder(path: string, saving: boolean): IOHandler {
  const { files } = platform();
  if (!files) throw new FileError(`${path}: there are no files here; 'localstorage://' and 'downloads://' are`);
  const [, above = '', last = ''] = saving
    ? [path, `${path.replace(/\/+$/, '')}/`]
    : (/^(.*[/\\])?([^/\\]*)$/s.exec(path) ?? []);
  const read = async (name: string) => {
    const bytes = await files.read(above + name);
    if (!bytes) throw new FileError(`${above}${name}: there is no such file`);
    return bytes;
  };
  return filesHandler(
    { name: above, read, write: (name, bytes) => files.write(above + name, bytes) },
    last || TOPOLOGY,
  );
}

function atUrl(address: string): IOHandler {
  const base = new URL(address, globalThis.location?.href);
  const last = base.pathname.split('/').at(-1) || TOPOLOGY;
  const read = (name: string) => download(name === last ? base.href : new URL(name, base).href);
  return filesHandler({ name: new URL('.', base).href, read }, last);
}

/** What a page keeps under names of TensorFlow.js's: texts, the weights in base64. */
function inLocalStorage(name: string): IOHandler {
  const key = (part: string) => `tensorflowjs_models/${name}/${part}`;
  const item = (part: string): string => {
    const text = localStorage.getItem(key(part));
    if (text === null) throw new FileError(`localstorage://${name}: there is no such model`);
    return text;
  };
  return {
    async save({ modelTopology, weightSpecs, weightData, ...others }) {
      const info = infoOf({
        modelTopology: modelTopology as object,
        weightSpecs: weightSpecs ?? [],
        weightData: weightData ?? [],
      });
      const bytes = new Uint8Array([weightData ?? []].flat()[0] ?? new ArrayBuffer(0));
      localStorage.setItem(key('info'), JSON.stringify(info));
      localStorage.setItem(key('model_topology'), JSON.stringify(modelTopology));
      localStorage.setItem(key('weight_specs'), JSON.stringify(weightSpecs));
      localStorage.setItem(key('weight_data'), btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
      localStorage.setItem(key('model_metadata'), JSON.stringify(others));
      return { modelArtifactsInfo: info };
    },
    async load(): Promise<ModelArtifacts> {
      const bytes = Uint8Array.from(atob(item('weight_data')), (letter) => letter.charCodeAt(0));
      return {
        ...JSON.parse(item('model_metadata')),
        modelTopology: JSON.parse(item('model_topology')),
        weightSpecs: JSON.parse(item('weight_specs')),
        weightData: bytes.buffer,
      };
    },
  };
}

/** Two files that the page's visitor gets: NAME.json and NAME.weights.bin. */
function asDownloads(name = 'model'): IOHandler {
  return {
    async save(artifacts) {
      if (typeof document === 'undefined') throw new FileError('downloads:// is for pages');
      const weightsName = `${name}.weights.bin`;
      const { json, weights } = toFiles(artifacts, `./${weightsName}`);
      for (const [file, bytes] of [
        [`${name}.json`, json],
        [weightsName, weights],
      ] as const) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
        link.download = file;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      }
      return { modelArtifactsInfo: infoOf(artifacts) };
    },
  };
}
