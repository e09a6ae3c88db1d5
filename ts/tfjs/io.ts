/** `tf.io`. */

import { openSource } from '../load-model/source.ts';
import { artifactsIn, type ModelArtifacts } from './artifacts.ts';
import { type IOHandler, infoOf, type SaveHandler } from './io/handler.ts';
import { handlerOf } from './io/places.ts';
import { refused } from './refusals.ts';

/** Where models are kept. @example tf.io.withSaveHandler(async (artifacts) => console.log(artifacts.weightSpecs)); */
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
  /** Loads from files that the person in front of the page chose: the JSON and the weights. */
  browserFiles: (files: File[]): IOHandler => ({ load: async () => artifactsIn(await openSource(files)) }),
  /** Loads from an address on the net. */
  http: (path: string): IOHandler => handlerOf(path),
  /** Another name of `http`. */
  browserHTTPRequest: (path: string): IOHandler => handlerOf(path),
  /** Sizes and date of artifacts, as a save handler answers. */
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
