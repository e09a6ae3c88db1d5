/** A model as one safetensors file: the weights as tensors, what the model is as JSON in the metadata. */

import { sha256 } from '../data/sha256.ts';
import { ArgumentError, FormatError } from '../errors.ts';
import { checkFinite, toWeights, type WeightTensor } from '../inputs.ts';
import { type DenseLayer, layers as layerKinds } from '../layers.ts';
import { optimizers } from '../optimizers.ts';
import { checkInteger, checkName, checkOptions, checkText, describe, quoted } from '../options.ts';
import { readSafetensors, type Safetensors, writeSafetensors } from '../safetensors.ts';
import { version } from '../version.ts';
import { type Compiled, checkCompileOptions } from './compile.ts';
import { type Layer, splitWeights, stack, weightShapes } from './stack.ts';

/** Goes up when files change so that older versions could not read them. */
const FORMAT_VERSION = 1;

/** All that a file says about a model. */
export interface SavedModel {
  readonly name: string;
  readonly seed: number;
  readonly layers: readonly DenseLayer[];
  readonly compiled: Compiled | undefined;
  /** Kernel and bias of each layer. */
  readonly weights: readonly WeightTensor[];
}

/** What of a model goes into a file. */
export interface ModelToSave {
  readonly name: string;
  readonly seed: number;
  readonly layers: readonly Layer[];
  readonly compiled: Compiled | undefined;
}

/** @throws NonFiniteError if a training has left the weights so */
export async function encodeModel(model: ModelToSave, weights: Float32Array): Promise<Uint8Array> {
  checkFinite('weights', weights);
  const description = JSON.stringify(describeModel(model));
  const checksum = await checksumOf(description, weights);
  const parts = splitWeights(weights, model.layers);
  const tensors = weightNames(model.layers).map((name, i) => [name, parts[i] as WeightTensor] as const);
  const metadata = new Map([['inkgrad', description]]);
  if (checksum !== undefined) metadata.set('sha256', checksum);
  return writeSafetensors({ tensors: new Map(tensors), metadata });
}

function describeModel({ name, seed, layers, compiled }: ModelToSave) {
  return {
    formatVersion: FORMAT_VERSION,
    inkgradVersion: version,
    name,
    seed,
    layers: layers.map((layer, index) => ({
      type: 'dense',
      name: layer.name,
      units: layer.units,
      activation: layer.activation,
      ...(index === 0 ? { inputShape: [layer.inputs] } : {}),
    })),
    ...(compiled && {
      compile: {
        optimizer: { type: 'adam', ...compiled.optimizer },
        loss: compiled.loss,
        metrics: compiled.metrics,
      },
    }),
  };
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
export async function decodeModel(bytes: Uint8Array, source: string): Promise<SavedModel> {
  const { tensors, metadata } = readSafetensors(bytes, source);
  const { description, checksum } = readMetadata(metadata, source);
  const { saved, flat } = inFile(source, () => {
    const model = readDescription(description);
    const layers = stack(model.layers);
    const weights = pickWeights(tensors, layers);
    const flat = toWeights(weights, weightShapes(layers));
    return { saved: { ...model, weights }, flat };
  });
  const actual = checksum === undefined ? undefined : await checksumOf(description, flat);
  if (actual !== undefined && actual !== checksum) {
    throw new FormatError(source, `contents with the SHA-256 ${checksum}`, `${actual}: the file was changed`);
  }
  return saved;
}

/** Whatever is wrong with an argument that a file gave is wrong with the file. */
function inFile<T>(source: string, read: () => T): T {
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

function readDescription(json: string) {
  const description = checkFields('description', parse(json), [
    'formatVersion',
    'inkgradVersion',
    'name',
    'seed',
    'layers',
    'compile?',
  ]);
  checkInteger('formatVersion', description.formatVersion, FORMAT_VERSION, FORMAT_VERSION);
  checkText('inkgradVersion', description.inkgradVersion);
  return {
    name: checkText('name', description.name),
    seed: checkInteger('seed', description.seed, 0, Number.MAX_SAFE_INTEGER),
    layers: checkArray('layers', description.layers).map(readLayer),
    compiled: description.compile === undefined ? undefined : readCompile(description.compile),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ArgumentError('description', 'JSON', (error as Error).message, { cause: error });
  }
}

function readLayer(layer: unknown, index: number): DenseLayer {
  const { type, ...options } = checkFields(`layers[${index}]`, layer, [
    'type',
    'name',
    'units',
    'activation',
    'inputShape?',
  ]);
  checkName(`layers[${index}].type`, type, ['dense']);
  // `dense` checks each field, whatever its type.
  return layerKinds.dense(options as unknown as Parameters<typeof layerKinds.dense>[0]);
}

function readCompile(compile: unknown): Compiled {
  const { optimizer, loss, metrics } = checkFields('compile', compile, ['optimizer', 'loss', 'metrics']);
  const { type, ...adam } = checkFields('compile.optimizer', optimizer, [
    'type',
    'learningRate',
    'beta1',
    'beta2',
    'epsilon',
  ]);
  checkName('compile.optimizer.type', type, ['adam']);
  return checkCompileOptions({ optimizer: optimizers.adam(adam), loss, metrics });
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

/** The names of kernel and bias of each layer, in turn. */
export function weightNames(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ name }) => [`${name}/kernel`, `${name}/bias`]);
}

/** The weights of the layers, if the tensors are theirs and nobody else's. */
function pickWeights(tensors: Safetensors['tensors'], layers: readonly Layer[]): WeightTensor[] {
  const names = weightNames(layers);
  const others = [...tensors.keys()].filter((name) => !names.includes(name));
  if (others.length > 0) throw new ArgumentError('tensors', `only ${quoted(names)}`, quoted(others));
  return names.map((name) => {
    const tensor = tensors.get(name);
    if (!tensor) throw new ArgumentError('tensors', `the tensor '${name}'`, 'none');
    return tensor;
  });
}
