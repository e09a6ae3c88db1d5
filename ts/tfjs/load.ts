/** `tf.loadLayersModel`. */

import { OptionError } from '../errors.ts';
import type { SavedModel } from '../formats/format.ts';
import { kindOfLayer } from '../layers/layer.ts';
import { type LayerDescription, layerRoom } from '../layers.ts';
import type { MetricSpec } from '../metrics.ts';
import { checkOptions, describe } from '../options.ts';
import { type ModelArtifacts, toFiles } from './artifacts.ts';
import type { IOHandler } from './io/handler.ts';
import { toHandler } from './io/places.ts';
import { Layer } from './layer.ts';
import type { LayersModel } from './model.ts';
import { uid } from './names.ts';
import { Sequential } from './sequential.ts';
import { Optimizer } from './train.ts';

/**
 * A model that TensorFlow.js or inkgrad saved; compiled if that was saved too.
 * @param from the address of its model.json, 'indexeddb://name' and the like, or a handler
 * @throws OptionError, FormatError, FileError, DownloadError
 * @example
 * ```js
 * import * as tf from 'inkgrad/tfjs';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
 * await model.save('file://tf-model');
 * const again = await tf.loadLayersModel('file://tf-model/model.json');
 * console.log(again.countParams()); // prints 3
 * ```
 */
export async function loadLayersModel(from: string | IOHandler, options: object = {}): Promise<LayersModel> {
  checkOptions('loadLayersModel', options, ['strict', 'onProgress', 'requestInit', 'fetchFunc', 'weightPathPrefix']);
  const { load } = toHandler('pathOrIOHandler', from);
  if (!load) throw new OptionError('pathOrIOHandler', 'a place that models can be loaded from', describe(from));
  const saved = await readArtifacts(await load(), typeof from === 'string' ? from : 'the artifacts');
  return modelFrom(saved);
}

async function readArtifacts(artifacts: ModelArtifacts, source: string): Promise<SavedModel> {
  const { read } = await import('../formats/tfjs.ts');
  const { json, weights } = toFiles(artifacts, 'weights.bin');
  return read({ bytes: json, source, beside: async () => weights });
}

function modelFrom({ name, layers, compile, weights }: SavedModel): LayersModel {
  const model = new Sequential({ name, layers: withShape(layers).map(toLayer) });
  model.body.writeWeights(weights);
  if (compile) {
    const { optimizer, loss, metrics } = compile;
    model.compile({ optimizer: new Optimizer(optimizer.type, optimizer), loss, metrics: metrics.map(asTold) });
  }
  return model;
}

/** `accuracy` by its name, for `compile` to find out which kind it is. */
function asTold(metric: MetricSpec): 'accuracy' | MetricSpec {
  return metric.type === 'accuracy' ? metric.type : metric;
}

/** The layers without the input, whose shape the first one has. */
function withShape(layers: readonly LayerDescription[]): readonly LayerDescription[] {
  const [input, first, ...others] = layers;
  if (input?.type !== 'input' || !first) return layers;
  return [layerRoom.read('layers[0]', { ...first, inputShape: input.shape }), ...others];
}

function toLayer(layer: LayerDescription): Layer {
  const className = kindOfLayer(layer)?.className ?? layer.type;
  return new Layer(
    className,
    layer.name === undefined ? layerRoom.read('layer', { ...layer, name: uid(className) }) : layer,
  );
}
