/** A model as one safetensors file: the weights as tensors, what the model is as JSON in the metadata. */

import { sha256 } from '../../data/sha256.ts';
import { ArgumentError, FormatError } from '../../errors.ts';
import { toWeights, type WeightTensor } from '../../inputs.ts';
import { checkShape } from '../../layers/layer.ts';
import { type LayerDescription, layers as layerKinds, layerRoom } from '../../layers.ts';
import { checkCompileOptions } from '../../model/compile.ts';
import { stack } from '../../model/stack.ts';
import { shapesOf, variablesOf } from '../../model/variables.ts';
import { checkInteger, checkObject, checkOptions, checkText, describe, quoted } from '../../options.ts';
import { type Safetensors, writeSafetensors } from '../../safetensors.ts';
import type { CompileSpec, ModelSpec } from '../../spec.ts';
import { version } from '../../version.ts';
import type { ModelContent, SavedModel } from '../format.ts';
import { upgradeVersion1 } from './version-1.ts';

/** Goes up when files change so that older versions could not read them. */
const FORMAT_VERSION = 2;

/** @throws NonFiniteError if a training has left the weights so */
export async function encodeModel({ spec, variables, weights }: ModelContent): Promise<Uint8Array> {
  const flat = toWeights(weights, shapesOf(variables));
  const description = writeDescription(spec);
  const checksum = await checksumOf(description, flat);
  const tensors = variables.map(({ path }, i) => [path, weights[i] as WeightTensor] as const);
  const metadata = new Map([['inkgrad', description]]);
  if (checksum !== undefined) metadata.set('sha256', checksum);
  return writeSafetensors({ tensors: new Map(tensors), metadata });
}

/** What a model is without its weights, in JSON. */
export function writeDescription(spec: ModelSpec): string {
  return JSON.stringify({ formatVersion: FORMAT_VERSION, inkgradVersion: version, ...spec });
}

/**
 * The SHA-256 of the description and the weights (little-endian), which finds every change of a file that is still
 * well-formed; undefined in pages that cannot compute it because they are not on https.
 */
async function checksumOf(description: string, weights: Float32Array): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const text = new TextEncoder().encode(description);
  const all = new Uint8Array(text.length + weights.byteLength);
  all.set(text);
  all.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength), text.length);
  return sha256(all);
}

/**
 * @param source the file's path or name, for the messages of errors
 * @throws FormatError
 */
export async function decodeModel({ tensors, metadata }: Safetensors, source: string): Promise<SavedModel> {
  const { description, checksum } = readMetadata(metadata, source);
  const { saved, flat } = inFile(source, () => {
    const model = readDescription(description);
    const variables = variablesOf(stack(model.layers).layers);
    const weights = pickWeights(
      tensors,
      variables.map(({ path }) => path),
    );
    const flat = toWeights(weights, shapesOf(variables));
    return { saved: { ...model, weights }, flat };
  });
  const actual = checksum === undefined ? undefined : await checksumOf(description, flat);
  if (actual !== undefined && actual !== checksum) {
    throw new FormatError(source, `contents with the SHA-256 ${checksum}`, `${actual}: the file was changed`);
  }
  return saved;
}

/** Whatever is wrong with an argument that a file gave is wrong with the file. */
export function inFile<T>(source: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    throw new FormatError(`${source}: ${error.argument}`, error.expected, error.received, { cause: error });
  }
}

function readMetadata(metadata: ReadonlyMap<string, string>, source: string) {
  const description = metadata.get('inkgrad');
  if (description === undefined) {
    throw new FormatError(source, "a model saved by inkgrad, with its description in the metadata 'inkgrad'", 'none');
  }
  for (const key of metadata.keys()) {
    if (key !== 'inkgrad' && key !== 'sha256') {
      throw new FormatError(source, "no metadata but 'inkgrad' and 'sha256'", describe(key));
    }
  }
  return { description, checksum: metadata.get('sha256') };
}

/** @throws ArgumentError */
export function readDescription(json: string): Omit<SavedModel, 'weights'> {
  const given = parse(json);
  const { formatVersion } = checkObject('description', given) as { readonly formatVersion?: unknown };
  const description = checkFields('description', formatVersion === 1 ? upgradeVersion1(given) : given, [
    'formatVersion',
    'inkgradVersion',
    'name',
    'seed',
    'inputShape',
    'layers',
    'compile?',
  ]);
  checkInteger('formatVersion', description.formatVersion, 1, FORMAT_VERSION);
  checkText('inkgradVersion', description.inkgradVersion);
  const layers = checkArray('layers', description.layers).map(readLayer);
  if (layers.length === 0) throw new ArgumentError('layers', 'an array of at least one layer', 'none');
  return {
    name: checkText('name', description.name),
    seed: checkInteger('seed', description.seed, 0, Number.MAX_SAFE_INTEGER),
    layers: [layerKinds.input({ shape: checkShape('inputShape', description.inputShape) }), ...layers],
    compile: description.compile === undefined ? undefined : readCompile(description.compile),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ArgumentError('description', 'JSON', (error as Error).message, { cause: error });
  }
}

function readLayer(layer: unknown, index: number): LayerDescription {
  const argument = `layers[${index}]`;
  return layerRoom.read(argument, checkObject(argument, layer));
}

function readCompile(compile: unknown): CompileSpec {
  const fields = checkFields('compile', compile, ['optimizer', 'loss', 'metrics', 'weightedMetrics?']);
  const { optimizer, loss, metrics, weightedMetrics = [] } = fields;
  return checkCompileOptions({ optimizer, loss, metrics, weightedMetrics });
}

/** An object with these fields and no others; a question mark stands behind those that may be missing. */
function checkFields(argument: string, value: unknown, fields: readonly string[]): Record<string, unknown> {
  checkOptions(
    argument,
    value,
    fields.map((field) => field.replace('?', '')),
  );
  for (const field of fields) {
    if (!field.endsWith('?') && !Object.hasOwn(value as object, field)) {
      throw new ArgumentError(argument, `an object with the field '${field}'`, 'one without');
    }
  }
  return value as Record<string, unknown>;
}

function checkArray(argument: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ArgumentError(argument, 'an array', describe(value));
}

/** The tensors of these names, if there are no others. */
function pickWeights(tensors: Safetensors['tensors'], names: readonly string[]): WeightTensor[] {
  const others = [...tensors.keys()].filter((name) => !names.includes(name));
  if (others.length > 0) throw new ArgumentError('tensors', `only ${quoted(names)}`, quoted(others));
  return names.map((name) => {
    const { data, shape } = tensors.get(name) ?? {};
    if (!data || !shape) throw new ArgumentError('tensors', `the tensor '${name}'`, 'none');
    if (!(data instanceof Float32Array)) throw new ArgumentError(`tensor '${name}'`, "dtype 'F32'", 'another');
    return { data, shape };
  });
}
