/** What Keras (2 and 3, and TensorFlow.js with it) says of a model in JSON, and the same said by us. */

import type { LayerDescription } from '../layers.ts';
import { stack } from '../model/stack.ts';
import type { CompileSpec, ModelSpec } from '../spec.ts';
import { inFile } from './in-file.ts';
import { chainOf } from './keras-config/chain.ts';
import { asText, nested, record } from './keras-config/json.ts';
import { leaveAside } from './keras-config/leave-aside.ts';
import { readCompile } from './keras-config/read-compile.ts';
import { type Origin, readLayer } from './keras-config/read-layer.ts';
import { writeCompile } from './keras-config/write-compile.ts';
import { writeLayers } from './keras-config/write-layer.ts';

/** Generations of Keras, which spell some things apart; TensorFlow.js is of the second. */
export type KerasGeneration = 2 | 3;

export type { Origin } from './keras-config/read-layer.ts';

export interface KerasConfig {
  /** What rows the model takes, and its layers. */
  readonly layers: readonly LayerDescription[];
  readonly name: string;
  /** Where it is there and we know all of it. */
  readonly compile?: CompileSpec;
  /** For each of `layers`, what Keras called it; weights are found by that. */
  readonly origins: readonly Origin[];
}

/**
 * @param config `{ class_name, config }` of a Sequential or of a functional model that is a chain, with a
 *   `compile_config` or `training_config` in it or not; what is unknown there is left aside with a warning
 * @param source the file's path or name, for the messages of errors
 * @param keras the generation that wrote it. Default: as its words tell
 * @throws FormatError that names the layer, for what would change numbers and is unknown
 */
export function readKerasConfig(config: unknown, source: string, keras?: KerasGeneration): KerasConfig {
  return inFile(source, () => {
    const told = generationOf(config);
    const model = record('config', config);
    const { name, input, layers: given } = chainOf(model);
    const read = given.map((layer) => readLayer(layer, keras ?? told));
    const frozen = given.filter(({ config }) => config.trainable === false);
    if (frozen.length > 0) leaveAside(source, `trainable=False of ${frozen.length} layers; all train here`);
    const layers = [input, ...read.map(({ layer }) => layer)];
    const placed = stack(layers); // so that shapes that do not fit are the file's fault
    const compile = readCompile(model.compile_config ?? model.training_config, placed, source);
    return {
      name: asText(name) ?? 'sequential',
      layers,
      origins: [{ className: 'InputLayer', name: '', inside: [] }, ...read.map(({ origin }) => origin)],
      ...(compile && { compile }),
    };
  });
}

/**
 * Keras 3 names a policy where Keras 2 has a dtype, and the batch's shape in other words.
 * @throws OptionError for values that are nested without end
 */
function generationOf(config: unknown): KerasGeneration {
  return nested(config, (value) => Object.hasOwn(value, 'batch_shape') || value.class_name === 'DTypePolicy') ? 3 : 2;
}

/**
 * A Sequential of that generation; `compile_config` (Keras 3) or `training_config` (Keras 2) is in it if the model is
 * compiled in words that Keras has, and else a warning is given.
 * @throws OptionError that names the layer which Keras does not have
 */
export function writeKerasConfig(spec: ModelSpec, keras: KerasGeneration): Record<string, unknown> {
  const compile = spec.compile && writeCompile(spec.compile, keras);
  const config = { name: spec.name, ...(keras === 3 && { trainable: true }), layers: writeLayers(spec, keras) };
  if (keras === 2) return { class_name: 'Sequential', config, ...(compile && { training_config: compile }) };
  const shape = [null, ...spec.inputShape];
  return {
    module: 'keras',
    class_name: 'Sequential',
    config: { ...config, build_input_shape: shape },
    registered_name: null,
    build_config: { input_shape: shape },
    ...(compile && { compile_config: compile }),
  };
}
