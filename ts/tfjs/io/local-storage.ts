/** What a page keeps in `localStorage`, under the names that TensorFlow.js has there: texts, the weights in base64. */

import { FileError } from '../../errors.ts';
import { artifactsIn, toFiles } from '../artifacts.ts';
import { type IOHandler, infoOf } from './handler.ts';

export function localStorageHandler(name: string): IOHandler {
  const key = (part: string) => `tensorflowjs_models/${name}/${part}`;
  const storage = (): Storage => {
    const found: Storage | undefined = globalThis.localStorage;
    if (!found) throw new FileError(`localstorage://${name}: only pages have it`);
    return found;
  };
  const item = (part: string): string => {
    const text = storage().getItem(key(part));
    if (text === null) throw new FileError(`localstorage://${name}: there is no such model`);
    return text;
  };
  const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return {
    async save(artifacts) {
      const { modelTopology, weightSpecs, weightData: _, ...others } = artifacts;
      const info = infoOf(artifacts);
      const parts = { info, model_topology: modelTopology, weight_specs: weightSpecs, model_metadata: others };
      const kept = storage();
      for (const [part, value] of Object.entries(parts)) kept.setItem(key(part), JSON.stringify(value));
      kept.setItem(key('weight_data'), base64(toFiles(artifacts, '').weights));
      return { modelArtifactsInfo: info };
    },
    async load() {
      const bytes = Uint8Array.from(atob(item('weight_data')), (letter) => letter.charCodeAt(0));
      const manifest = `[{"paths":["weights.bin"],"weights":${item('weight_specs')}}]`;
      const json = `{"modelTopology":${item('model_topology')},"weightsManifest":${manifest}}`;
      const text = new TextEncoder().encode(json);
      const metadata: object = JSON.parse(storage().getItem(key('model_metadata')) ?? '{}');
      const read = async () => bytes;
      return { ...metadata, ...(await artifactsIn({ bytes: text, source: `localstorage://${name}`, beside: read })) };
    },
  };
}
