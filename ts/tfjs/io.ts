/** `tf.io`. */

import { OptionError } from '../errors.ts';
import type { ModelArtifacts } from './artifacts.ts';
import { fromJson } from './io/files.ts';
import { type IOHandler, infoOf, type LoadHandler, type SaveHandler, type SaveResult } from './io/handler.ts';
import { handlerOf } from './io/places.ts';
import { refused } from './refusals.ts';

export const io = {
  /** Hands what would be saved to a function. */
  withSaveHandler: (save: SaveHandler): IOHandler => ({ save }),
  /** Loads from artifacts, or from their parts. */
  fromMemory: (
    artifacts: ModelArtifacts | object,
    weightSpecs?: ModelArtifacts['weightSpecs'],
    weightData?: ArrayBuffer,
  ): IOHandler => {
    const whole = 'modelTopology' in artifacts || weightSpecs === undefined;
    const loaded = whole ? artifacts : { modelTopology: artifacts, weightSpecs, ...(weightData && { weightData }) };
    return { load: async () => loaded as ModelArtifacts };
  },
  /** Loads from files that the page's visitor chose: the JSON first. */
  browserFiles: ([json, ...others]: File[]): IOHandler => ({
    load: async () => {
      if (!json) throw new OptionError('files', 'a JSON file and those of its weights', 'none');
      return fromJson(await bytesOf(json), json.name, async (path) => {
        const name = path.split('/').at(-1);
        const found = others.find((file) => file.name === name);
        if (!found) throw new OptionError('files', `a file '${name}', which '${json.name}' names`, 'none');
        return bytesOf(found);
      });
    },
  }),
  /** Loads from an address on the net. */
  http: (path: string): IOHandler => handlerOf(path, false),
  browserHTTPRequest: (path: string): IOHandler => handlerOf(path, false),
  getModelArtifactsInfoForJSON: infoOf,
  ...refused(
    [
      'listModels',
      'removeModel',
      'copyModel',
      'moveModel',
      'registerSaveRouter',
      'registerLoadRouter',
      'encodeWeights',
      'decodeWeights',
      'loadWeights',
    ],
    'model.save and tf.loadLayersModel',
    'io.',
  ),
} as const;

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

export type { IOHandler, LoadHandler, ModelArtifacts, SaveHandler, SaveResult };
