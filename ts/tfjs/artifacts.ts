/** Models as the artifacts that TensorFlow.js's save and load handlers pass around. */

import { fileBytes } from '../inputs.ts';
import { version } from '../version.ts';
import type { Body } from './body.ts';

export interface WeightsManifestEntry {
  name: string;
  shape: number[];
  dtype: 'float32';
}

export interface ModelArtifacts {
  /** The layers, as inkgrad describes them. */
  modelTopology?: object | ArrayBuffer;
  /** What `compile` was told, where it was asked for. */
  trainingConfig?: object;
  weightSpecs?: WeightsManifestEntry[];
  /** The numbers of all variables, end to end: little-endian 32-bit floats. */
  weightData?: ArrayBuffer | ArrayBuffer[];
  format?: string;
  generatedBy?: string;
  convertedBy?: string | null;
  userDefinedMetadata?: { [key: string]: unknown };
}

/** How inkgrad's own descriptions of layers are told from others. */
export const OWN_FORMAT = 'inkgrad';

/** @param includeOptimizer with what `compile` was told */
export function artifactsOf(body: Body, includeOptimizer: boolean): ModelArtifacts {
  const { compile, ...topology } = body.toJSON();
  const weights = body.readWeights();
  return {
    modelTopology: { class_name: 'Sequential', config: topology, backend: OWN_FORMAT },
    format: 'layers-model',
    generatedBy: `inkgrad ${version}`,
    convertedBy: null,
    ...(includeOptimizer && compile && { trainingConfig: compile }),
    weightSpecs: body.variables.map(({ path, shape }) => ({ name: path, shape: [...shape], dtype: 'float32' })),
    weightData: weights.slice().buffer as ArrayBuffer,
  };
}

/** The bytes of one buffer, or of several end to end. */
export function joined(data: ArrayBuffer | ArrayBuffer[] | undefined): Uint8Array {
  const parts = [data ?? []].flat().map((part) => fileBytes('weightData', part, 'an ArrayBuffer'));
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    all.set(part, filled);
    filled += part.length;
  }
  return all;
}
