/**
 * TensorFlow.js's LayersModel (and its GraphModels, where they are a chain): `model.json`, with the layers in Keras's words and a list of the weights, and shards of
 * weights beside it; or a ZIP archive of these.
 */

import { ArgumentError, FormatError } from '../errors.ts';
import { formatShape } from '../inputs/tensor.ts';
import { checkFinite, toWeights, type WeightTensor } from '../inputs.ts';
import { parseJson } from '../json.ts';
import { type PlacedLayer, stack } from '../model/stack.ts';
import { shapesOf } from '../model/variables.ts';
import { describe, quoted } from '../options.ts';
import { isZip } from './detect.ts';
import type { ModelContent, ModelFile, SavedModel, WrittenFile } from './format.ts';
import { inFile } from './in-file.ts';
import { type Origin, readKerasConfig } from './keras-config.ts';
import { refuseLayers } from './own-layers.ts';
import { readWeights, record } from './tfjs/manifest.ts';
import { writeTopology } from './tfjs/topology.ts';
import { trainingToKeras, writeTraining } from './tfjs/training.ts';
import { unzip } from './unzip.ts';

/** The number that TensorFlow.js writes for the version of its words. */
const KERAS_VERSION = 'tfjs-layers 4.22.0';

export async function read(given: ModelFile): Promise<SavedModel> {
  refuseLayers(given);
  const { bytes, source, beside } = isZip(given.bytes) ? unpacked(given) : given;
  const json = inFile(source, () => record('model', parseJson(bytes, source, 'a model')));
  if (json.format === 'graph-model') {
    const { readGraph } = await import('./tfjs/graph-model.ts');
    const tensors = await weightsOf(json.weightsManifest, beside, source);
    return inFile(source, () => readGraph(json.modelTopology, json.signature, tensors));
  }
  const { topology, training, manifest } = inFile(source, () => partsOf(json));
  const config = readKerasConfig({ ...topology, ...(training !== undefined && { training_config: training }) }, source);
  const tensors = await weightsOf(manifest, beside, source);
  const weights = inFile(source, () => pick(stack(config.layers).layers, config.origins, tensors));
  return { name: config.name, seed: 0, layers: config.layers, compile: config.compile, weights };
}

/** @throws FormatError where there are no files of weights */
async function weightsOf(manifest: unknown, beside: ModelFile['beside'], source: string) {
  if (beside) return fromFile(source, () => readWeights(manifest, beside, source));
  const way = 'give its address or path, or all of its Files together, or a .zip of them';
  throw new FormatError(source, `the files of weights beside it: ${way}`, 'the model.json alone');
}

async function fromFile<T>(source: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    return inFile(source, () => {
      throw error;
    });
  }
}

/** The model.json of an archive, with a way to the others. */
function unpacked({ bytes, source }: ModelFile): ModelFile {
  const entries = unzip(bytes, source);
  const models = entries.filter(({ path }) => /\.json$/i.test(path));
  const [model] = models;
  if (!model || models.length > 1) throw new FormatError(source, 'one model.json in it', `${models.length}`);
  const folder = model.path.replace(/[^/]*$/, '');
  const beside = async (name: string) => {
    const found = entries.filter(({ path }) => path === `${folder}${name}`);
    if (found.length !== 1) throw new FormatError(source, `one ${name} in it`, `${found.length}`);
    return (found[0] as (typeof found)[number]).read();
  };
  return { bytes: model.read(), source: `${source}/${model.path}`, beside };
}

/** @throws ArgumentError */
function partsOf({ modelTopology, weightsManifest: manifest, trainingConfig }: Readonly<Record<string, unknown>>) {
  const topology = record('modelTopology', modelTopology);
  // Keras's own words, where a converter has put them.
  const converted = Object.hasOwn(topology, 'model_config');
  const config = converted ? record('modelTopology.model_config', topology.model_config) : topology;
  return { topology: config, training: trainingToKeras(trainingConfig) ?? topology.training_config, manifest };
}

/** @throws ArgumentError */
function pick(
  layers: readonly PlacedLayer[],
  origins: readonly Origin[],
  tensors: ReadonlyMap<string, WeightTensor>,
): WeightTensor[] {
  const named = origins.filter(({ className }) => className !== 'InputLayer');
  return layers.flatMap(({ variables }, i) =>
    variables.map(({ name, shape }) => {
      const path = `${named[i]?.name}/${name}`;
      const names = [...tensors.keys()].filter((key) => key === path || key.endsWith(`/${path}`));
      const tensor = names.length === 1 ? tensors.get(names[0] as string) : undefined;
      if (!tensor) throw new ArgumentError('weightsManifest', `weights named '${path}'`, quoted([...tensors.keys()]));
      if (formatShape(tensor.shape) !== formatShape(shape)) {
        throw new ArgumentError(`'${path}'`, `shape ${formatShape(shape)}`, describe(formatShape(tensor.shape)));
      }
      checkFinite(`'${path}'`, tensor.data);
      return tensor;
    }),
  );
}

export async function write({ spec, variables, weights }: ModelContent, stem: string): Promise<WrittenFile[]> {
  const shard = `${stem}.weights.bin`;
  const training = spec.compile && writeTraining(spec.compile);
  const model = {
    format: 'layers-model',
    generatedBy: 'inkgrad',
    convertedBy: null,
    modelTopology: { ...writeTopology(spec), keras_version: KERAS_VERSION, backend: 'tensor_flow.js' },
    ...(training && { trainingConfig: training }),
    weightsManifest: [
      { paths: [shard], weights: variables.map(({ path, shape }) => ({ name: path, shape, dtype: 'float32' })) },
    ],
  };
  const { buffer, byteOffset, byteLength } = toWeights(weights, shapesOf(variables));
  return [
    { name: '', bytes: new TextEncoder().encode(JSON.stringify(model)) },
    { name: shard, bytes: new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength) },
  ];
}
