/** `tf.loadLayersModel`. */

import { FormatError, OptionError } from '../errors.ts';
import { sizeOf } from '../inputs/tensor.ts';
import { kindOfLayer } from '../layers/layer.ts';
import { layerRoom } from '../layers.ts';
import { checkObject, checkOptions, describe } from '../options.ts';
import type { SafetensorsTensor } from '../safetensors.ts';
import { version } from '../version.ts';
import { joined, type ModelArtifacts, OWN_FORMAT, type WeightsManifestEntry } from './artifacts.ts';
import type { IOHandler } from './io/handler.ts';
import { handlerOf } from './io/places.ts';
import { Layer } from './layer.ts';
import type { LayersModel } from './model.ts';
import { Sequential } from './sequential.ts';
import { Optimizer } from './train.ts';

/**
 * A model that was saved; compiled if that was saved too.
 * @param from the address of its model.json, 'localstorage://name' and the like, or a handler
 * @throws OptionError, FormatError, FileError, DownloadError
 */
export async function loadLayersModel(from: string | IOHandler, options: object = {}): Promise<LayersModel> {
  checkOptions('loadLayersModel', options, ['strict', 'onProgress', 'requestInit', 'fetchFunc', 'weightPathPrefix']);
  const { load } = typeof from === 'string' ? handlerOf(from, false) : from;
  if (!load) throw new OptionError('pathOrIOHandler', 'a place that models can be loaded from', describe(from));
  return modelOf(await load(), typeof from === 'string' ? from : 'the artifacts');
}

/**
 * The model of some artifacts.
 * @param source where they came from, for the messages of errors
 * @throws FormatError
 */
async function modelOf(artifacts: ModelArtifacts, source: string): Promise<LayersModel> {
  const { modelTopology, trainingConfig, weightSpecs, weightData } = artifacts;
  const topology = checkObject(`${source}: modelTopology`, modelTopology) as { backend?: unknown; config?: object };
  if (topology.backend !== OWN_FORMAT) {
    const received = `one of ${describe(topology.backend)}`;
    throw new FormatError(source, 'a model that inkgrad saved', received);
  }
  const description = {
    formatVersion: 2,
    inkgradVersion: version,
    ...topology.config,
    ...(trainingConfig && { compile: trainingConfig }),
  };
  const tensors = tensorsOf(weightSpecs ?? [], joined(weightData), source);
  const metadata = new Map([['inkgrad', JSON.stringify(description)]]);
  const { decodeModel } = await import('../formats/safetensors/own-model.ts');
  const { name, seed, layers, compile, weights } = await decodeModel({ tensors, metadata }, source);
  const [input, first, ...others] = layers;
  const inputShape = input?.type === 'input' ? input.shape : undefined;
  const described = [layerRoom.read('layers[0]', { ...first, inputShape }), ...others];
  const model = new Sequential({
    name,
    seed,
    layers: described.map((layer) => new Layer(kindOfLayer(layer)?.className ?? layer.type, layer)),
  });
  model.body.writeWeights(weights);
  if (compile)
    model.compileWith({ optimizer: new Optimizer(compile.optimizer.type, compile.optimizer), spec: compile });
  return model;
}

function tensorsOf(specs: readonly WeightsManifestEntry[], bytes: Uint8Array, source: string) {
  let first = 0;
  const entries = specs.map(({ name, shape, dtype }): [string, SafetensorsTensor] => {
    const end = first + 4 * sizeOf(shape);
    if (dtype !== 'float32') throw new FormatError(source, "weights of dtype 'float32'", describe(dtype));
    if (end > bytes.length) throw new FormatError(source, `${end} bytes of weights or more`, `${bytes.length}`);
    const data = new Float32Array(bytes.slice(first, end).buffer as ArrayBuffer);
    first = end;
    return [name, { data, shape, dtype: 'F32' }];
  });
  if (first !== bytes.length) throw new FormatError(source, `${first} bytes of weights`, `${bytes.length}`);
  return new Map(entries);
}
