/** What saves and loads models, in TensorFlow.js's words. */

import type { ModelArtifacts } from '../artifacts.ts';

/** What was saved: sizes and date. */
export interface ModelArtifactsInfo {
  dateSaved: Date;
  modelTopologyType: 'JSON';
  modelTopologyBytes: number;
  weightSpecsBytes: number;
  weightDataBytes: number;
}

/** What `save` gives. */
export interface SaveResult {
  modelArtifactsInfo: ModelArtifactsInfo;
}

export type SaveHandler = (artifacts: ModelArtifacts) => Promise<SaveResult>;
export type LoadHandler = () => Promise<ModelArtifacts>;

/** A place of your own for models. */
export interface IOHandler {
  save?: SaveHandler;
  load?: LoadHandler;
}

const bytesOf = (json: unknown): number => new TextEncoder().encode(JSON.stringify(json ?? '')).length;

export function infoOf({ modelTopology, weightSpecs, weightData }: ModelArtifacts): ModelArtifactsInfo {
  return {
    dateSaved: new Date(),
    modelTopologyType: 'JSON',
    modelTopologyBytes: bytesOf(modelTopology),
    weightSpecsBytes: bytesOf(weightSpecs),
    weightDataBytes: [weightData ?? []].flat().reduce((sum, part) => sum + part.byteLength, 0),
  };
}
