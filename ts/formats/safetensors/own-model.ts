/** A model as one safetensors file: the weights as tensors, what the model is as JSON in the metadata. */

import { sha256 } from '../../data/sha256.ts';
import { eachPiece } from '../../engine/pieces.ts';
import { soon, type Work } from '../../engine/turn.ts';
import { ArgumentError, FormatError } from '../../errors.ts';
import { takeWeights, toWeights, type WeightTensor } from '../../inputs.ts';
import { parsePart } from '../../json.ts';
import { checkShape } from '../../layers/layer.ts';
import { type LayerDescription, layers as layerKinds, layerRoom } from '../../layers.ts';
import { checkCompileOptions } from '../../model/compile.ts';
import { stack } from '../../model/stack.ts';
import { shapesOf, variablesOf } from '../../model/variables.ts';
import { checkInteger, checkNumber, checkObject, checkText, describe, quoted } from '../../options.ts';
import { type Safetensors, writeSafetensors } from '../../safetensors.ts';
import type { CompileSpec, ModelSpec } from '../../spec.ts';
import type { Tensor } from '../../tensor.ts';
import { version } from '../../version.ts';
import type { ModelContent, SavedModel } from '../format.ts';
import { inFile } from '../in-file.ts';
import { checkFields } from './fields.ts';
import { decodeParts, encodeParts, partNames } from './parts.ts';
import { upgradeVersion1 } from './version-1.ts';

/** Goes up when files change so that older versions could not read them. */
const FORMAT_VERSION = 2;

/** @throws NonFiniteError if a training has left the weights so */
export async function encodeModel(model: ModelContent): Promise<Uint8Array> {
  const { spec, variables, weights } = model;
  await soon(takeWeights(weights, shapesOf(variables)));
  const description = writeDescription(spec);
  const parts = encodeParts(model);
  const tensors = new Map<string, Tensor<Float32Array>>([
    ...variables.map(({ path }, i) => [path, weights[i] as WeightTensor] as const),
    ...parts.tensors,
  ]);
  const checksum = await checksumOf([description, ...parts.texts.values()], tensors.values());
  const metadata = new Map([['inkgrad', description], ...parts.texts]);
  if (checksum !== undefined) metadata.set('sha256', checksum);
  return writeSafetensors({ tensors, metadata });
}

/** What a model is without its weights, in JSON. */
export function writeDescription(spec: ModelSpec): string {
  return JSON.stringify({ formatVersion: FORMAT_VERSION, inkgradVersion: version, ...spec });
}

/**
 * The SHA-256 of all texts and then all numbers (little-endian), which finds every change of a file that is still
 * well-formed; undefined in pages that cannot compute it because they are not on https.
 */
async function checksumOf(
  texts: readonly string[],
  tensors: Iterable<Tensor<Float32Array>>,
): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const encoder = new TextEncoder();
  const parts = [
    ...texts.map((text) => encoder.encode(text)),
    ...Array.from(tensors, ({ data }) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ];
  return sha256(await soon(joined(parts)));
}

function* joined(parts: readonly Uint8Array[]): Work<Uint8Array> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    const own = all.subarray(filled, filled + part.length);
    yield* eachPiece(part.length, 1, (first, end) => own.set(part.subarray(first, end), first));
    filled += part.length;
  }
  return all;
}

/**
 * @param source the file's path or name, for the messages of errors
 * @throws FormatError
 */
export async function decodeModel({ tensors, metadata }: Safetensors, source: string): Promise<SavedModel> {
  const { description, texts, checksum } = readMetadata(metadata, source);
  const { saved, ordered } = inFile(source, () => {
    const model = readDescription(description);
    const variables = variablesOf(stack(model.layers).layers);
    const parts = decodeParts(texts, variables);
    const names = [...variables.map(({ path }) => path), ...parts.names];
    const ordered = pickTensors(tensors, names);
    const weights = ordered.slice(0, variables.length);
    toWeights(weights, shapesOf(variables));
    return { saved: { ...model, weights, ...parts.read(ordered.slice(variables.length)) }, ordered };
  });
  const actual = checksum === undefined ? undefined : await checksumOf([description, ...texts.values()], ordered);
  if (actual !== undefined && actual !== checksum) {
    throw new FormatError(source, `contents with the SHA-256 ${checksum}`, `${actual}: the file was changed`);
  }
  return saved;
}

function readMetadata(metadata: ReadonlyMap<string, string>, source: string) {
  const description = metadata.get('inkgrad');
  if (description === undefined) {
    throw new FormatError(source, "a model saved by inkgrad, with its description in the metadata 'inkgrad'", 'none');
  }
  const known = ['inkgrad', 'sha256', ...partNames];
  for (const key of metadata.keys()) {
    if (!known.includes(key)) throw new FormatError(source, `no metadata but ${quoted(known)}`, describe(key));
  }
  const texts = new Map(
    partNames.flatMap((name) => (metadata.has(name) ? [[name, metadata.get(name) as string]] : [])),
  );
  return { description, texts, checksum: metadata.get('sha256') };
}

/** @throws ArgumentError */
export function readDescription(json: string): Omit<SavedModel, 'weights'> {
  const given = parsePart('description', json);
  const { formatVersion } = checkObject('description', given) as { readonly formatVersion?: unknown };
  const description = checkFields('description', formatVersion === 1 ? upgradeVersion1(given) : given, [
    'formatVersion',
    'inkgradVersion',
    'name',
    'seed',
    'inputShape',
    'layers',
    'inputScale?',
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
    ...(description.inputScale !== undefined && { inputScale: readScale(description.inputScale) }),
    compile: description.compile === undefined ? undefined : readCompile(description.compile),
  };
}

function readScale(scale: unknown): number {
  return checkNumber('inputScale', scale, 'a finite number of at least 0', (value) => value >= 0 && value < Infinity);
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

function checkArray(argument: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ArgumentError(argument, 'an array', describe(value));
}

/** The tensors of these names, if there are no others. */
function pickTensors(tensors: Safetensors['tensors'], names: readonly string[]): WeightTensor[] {
  const others = [...tensors.keys()].filter((name) => !names.includes(name));
  if (others.length > 0) throw new ArgumentError('tensors', `only ${quoted(names)}`, quoted(others));
  return names.map((name) => {
    const { data, shape } = tensors.get(name) ?? {};
    if (!data || !shape) throw new ArgumentError('tensors', `the tensor '${name}'`, 'none');
    if (!(data instanceof Float32Array)) throw new ArgumentError(`tensor '${name}'`, "dtype 'F32'", 'another');
    return { data, shape };
  });
}
