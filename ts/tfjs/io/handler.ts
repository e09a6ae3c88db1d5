/** What saves and loads models, in TensorFlow.js's words. */

import type { ModelArtifacts } from '../artifacts.ts';

/** What was saved: sizes and date. */
export interface ModelArtifactsInfo {
  /** When. */
  dateSaved: Date;
  /** How the layers are written. */
  modelTopologyType: 'JSON';
  /** Bytes of the layers. */
  modelTopologyBytes: number;
  /** Bytes of the variables' names, shapes and types. */
  weightSpecsBytes: number;
  /** Bytes of the numbers. */
  weightDataBytes: number;
}

/** What `save` gives. */
export interface SaveResult {
  /** What was saved. */
  modelArtifactsInfo: ModelArtifactsInfo;
}

export type SaveHandler = (artifacts: ModelArtifacts) => Promise<SaveResult>;
export type LoadHandler = () => Promise<ModelArtifacts>;

/** A place of your own for models. */
export interface IOHandler {
  /** Takes the artifacts and says what it saved. */
  save?: SaveHandler;
  /** Gives the artifacts. */
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
