/** A model as two files: model.json, which names the other one, and the weights. */

import { FileError, FormatError } from '../../errors.ts';
import { describe } from '../../options.ts';
import { joined, type ModelArtifacts, type WeightsManifestEntry } from '../artifacts.ts';
import { type IOHandler, infoOf } from './handler.ts';

export const TOPOLOGY = 'model.json';
export const WEIGHTS = 'weights.bin';

/** Where files are, and how they are read and written. */
export interface Place {
  /** What it is called, for the messages of errors. */
  readonly name: string;
  /** @throws FileError, DownloadError */
  read(name: string): Promise<Uint8Array>;
  write?(name: string, bytes: Uint8Array): Promise<void>;
}

/** @param file the name of the JSON file */
export function filesHandler(place: Place, file = TOPOLOGY): IOHandler {
  return {
    async load() {
      const source = `${place.name}${file}`;
      return fromJson(await place.read(file), source, (path) => place.read(path));
    },
    async save(artifacts) {
      if (!place.write) throw new FileError(`${place.name}: models cannot be written there`);
      const { json, weights } = toFiles(artifacts, WEIGHTS);
      await place.write(WEIGHTS, weights);
      await place.write(TOPOLOGY, json);
      return { modelArtifactsInfo: infoOf(artifacts) };
    },
  };
}

/** The two files' bytes. @param name of the weights' file */
export function toFiles(artifacts: ModelArtifacts, name: string): { json: Uint8Array; weights: Uint8Array } {
  const { weightSpecs: weights = [], weightData, ...others } = artifacts;
  const json = JSON.stringify({ ...others, weightsManifest: [{ paths: [name], weights }] });
  return { json: new TextEncoder().encode(json), weights: joined(weightData) };
}

/** @throws FormatError, and what `read` throws */
export async function fromJson(
  bytes: Uint8Array,
  source: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<ModelArtifacts> {
  const { weightsManifest, ...others } = parse(bytes, source);
  const groups = Array.isArray(weightsManifest) ? (weightsManifest as { paths?: unknown; weights?: unknown }[]) : [];
  const weightSpecs: WeightsManifestEntry[] = [];
  const parts: ArrayBuffer[] = [];
  for (const { paths, weights } of groups) {
    if (!Array.isArray(paths) || !Array.isArray(weights)) {
      throw new FormatError(source, 'a weightsManifest of { paths, weights }', 'another one');
    }
    weightSpecs.push(...(weights as WeightsManifestEntry[]));
    for (const path of paths) parts.push((await read(checkPath(path, source))).slice().buffer as ArrayBuffer);
  }
  return { ...others, weightSpecs, weightData: parts };
}

function parse(bytes: Uint8Array, source: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
    throw new TypeError(describe(json));
  } catch (error) {
    throw new FormatError(source, 'a JSON object that describes a model', (error as Error).message, { cause: error });
  }
}

/** The files of a model lie beside it: nothing above or elsewhere is read. */
function checkPath(path: unknown, source: string): string {
  const inside =
    typeof path === 'string' && path !== '' && !/^[/\\]|^[a-z][a-z\d+.-]*:|(^|[/\\])\.\.([/\\]|$)/i.test(path);
  if (inside) return path as string;
  throw new FormatError(source, 'names of files beside it in weightsManifest', describe(path));
}
