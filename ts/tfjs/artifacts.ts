/** Models as the artifacts that TensorFlow.js's save and load handlers pass around. */

import { FormatError } from '../errors.ts';
import type { ModelFile } from '../formats/format.ts';
import { fileBytes } from '../inputs.ts';
import { parseJson } from '../json.ts';
import { type MetricSpec, metricRoom } from '../metrics.ts';
import { describe } from '../options.ts';
import type { Body } from './body.ts';

export interface WeightsManifestEntry {
  name: string;
  shape: number[];
  dtype: 'float32' | 'int32';
  quantization?: object;
}

/** A model as TensorFlow.js hands it to whoever stores it. */
export interface ModelArtifacts {
  /** The layers, in Keras's words. */
  modelTopology?: object | ArrayBuffer;
  /** What `compile` was told, where it was asked for. */
  trainingConfig?: object;
  /** Name, shape and type of each variable, in the order of the numbers. */
  weightSpecs?: WeightsManifestEntry[];
  /** The numbers of all variables, end to end: little-endian 32-bit floats. */
  weightData?: ArrayBuffer | ArrayBuffer[];
  /** What wrote it, such as `'layers-model'`. */
  format?: string;
  /** The program that made the model. */
  generatedBy?: string;
  /** The converter that made the file, if one did. */
  convertedBy?: string | null;
  /** Whatever else was saved along. */
  userDefinedMetadata?: { [key: string]: unknown };
}

/** The files of a model: model.json, and the weights that it names. */
export interface ArtifactFiles {
  readonly json: Uint8Array;
  readonly weights: Uint8Array;
}

/** @param includeOptimizer with what `compile` was told @throws OptionError for a layer that TensorFlow.js lacks */
export async function artifactsOf(body: Body, includeOptimizer: boolean): Promise<ModelArtifacts> {
  const { write } = await import('../formats/tfjs.ts');
  const { spec, ...content } = body.content();
  const { compile, ...uncompiled } = spec;
  const compiled = includeOptimizer && compile ? { compile: { ...compile, metrics: asWritten(compile.metrics) } } : {};
  const [model, shard] = await write({ spec: { ...uncompiled, ...compiled }, ...content }, 'model');
  const read = async () => shard?.bytes ?? new Uint8Array();
  return artifactsIn({ bytes: model?.bytes ?? new Uint8Array(), source: body.name, beside: read });
}

/** The kinds of accuracy under the one name that `compile` was told. */
function asWritten(metrics: readonly MetricSpec[]): MetricSpec[] {
  return metrics.map((metric) => (metric.name === 'acc' ? metricRoom.read('metrics', 'accuracy') : metric));
}

/** The artifacts as files. @param name of the weights' file, as seen from the other */
export function toFiles(artifacts: ModelArtifacts, name: string): ArtifactFiles {
  const { weightSpecs: weights = [], weightData, ...others } = artifacts;
  const json = JSON.stringify({ ...others, weightsManifest: [{ paths: [name], weights }] });
  return { json: new TextEncoder().encode(json), weights: joined(weightData) };
}

/** The artifacts that a model.json, and what lies beside it, are. @throws FormatError, and what `beside` throws */
export async function artifactsIn({ bytes, source, beside }: ModelFile): Promise<ModelArtifacts> {
  const { weightsManifest, ...others } = parseJson(bytes, source, 'a model') as Record<string, unknown>;
  const groups = Array.isArray(weightsManifest) ? (weightsManifest as { paths?: unknown; weights?: unknown }[]) : [];
  const weightSpecs: WeightsManifestEntry[] = [];
  const parts: ArrayBuffer[] = [];
  for (const { paths, weights } of groups) {
    if (!beside || !Array.isArray(paths) || !Array.isArray(weights)) {
      throw new FormatError(
        source,
        'a weightsManifest of { paths, weights }, and these files',
        describe(weightsManifest),
      );
    }
    weightSpecs.push(...(weights as WeightsManifestEntry[]));
    for (const path of paths) parts.push((await beside(path as string)).slice().buffer as ArrayBuffer);
  }
  const [part] = parts;
  return { ...others, weightSpecs, weightData: part && parts.length === 1 ? part : parts };
}

/** The bytes of one buffer, or of several end to end. */
function joined(data: ArrayBuffer | ArrayBuffer[] | undefined): Uint8Array {
  const parts = [data ?? []].flat().map((part) => fileBytes('weightData', part, 'an ArrayBuffer'));
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    all.set(part, filled);
    filled += part.length;
  }
  return all;
}
