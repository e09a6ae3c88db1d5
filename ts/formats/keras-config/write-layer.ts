/** Our layers in Keras's words. */

import type { ActivationSpec } from '../../activations.ts';
import { OptionError } from '../../errors.ts';
import type { LayerSpec } from '../../layers.ts';
import type { ModelSpec } from '../../spec.ts';
import type { KerasGeneration } from '../keras-config.ts';
import { activationName, fieldsOf, keyed, writeConstraint, writeObject } from './write-objects.ts';

/** A layer that takes the place of an activation, or of a part of a layer. */
interface Written {
  readonly className: string;
  readonly config: Record<string, unknown>;
}

/**
 * Each layer, and behind it the activation that Keras has only as a layer; an input layer first.
 * @throws OptionError that names the layer
 */
export function writeLayers({ layers, inputShape }: ModelSpec, keras: KerasGeneration): object[] {
  const taken = new Set(layers.map(({ name }) => name));
  const free = (name: string): string => {
    const unused = taken.has(name) ? free(`${name}_`) : name;
    taken.add(unused);
    return unused;
  };
  const input = { batch_shape: [null, ...inputShape], dtype: 'float32', sparse: false };
  const { batch_shape: shape, ...others } = input;
  const head = keras === 3 ? input : { batch_input_shape: shape, ...others };
  const made = layers.flatMap((layer) =>
    writeLayer(layer, keras).map((written, i) => ({
      ...written,
      name: i === 0 ? layer.name : free(`${layer.name}_act`),
    })),
  );
  return [
    keyed('keras.layers', 'InputLayer', { ...head, name: free('input_layer') }, keras),
    ...made.map(({ className, config, name }) =>
      keyed('keras.layers', className, { name, trainable: true, dtype: 'float32', ...config }, keras),
    ),
  ];
}

/** Keras's classes whose fields are ours. */
const classes: Readonly<Record<string, string>> = {
  dense: 'Dense',
  activation: 'Activation',
  dropout: 'Dropout',
  batchNormalization: 'BatchNormalization',
  layerNormalization: 'LayerNormalization',
  gaussianNoise: 'GaussianNoise',
  gaussianDropout: 'GaussianDropout',
  rescaling: 'Rescaling',
  normalization: 'Normalization',
  flatten: 'Flatten',
  reshape: 'Reshape',
  leakyReLU: 'LeakyReLU',
  prelu: 'PReLU',
  elu: 'ELU',
  softmax: 'Softmax',
};

/** Fields that Keras has besides ours. */
const besides: Readonly<Record<string, object>> = {
  batchNormalization: { axis: -1 },
  layerNormalization: { axis: -1 },
  normalization: { axis: -1, invert: false, mean: null, variance: null },
  softmax: { axis: -1 },
  flatten: { data_format: 'channels_last' },
  prelu: { shared_axes: null },
};

function writeLayer(spec: LayerSpec, keras: KerasGeneration): Written[] {
  const { name, ...layer } = spec;
  if (layer.type === 'leakyReLU') return [leakyRelu(layer.negativeSlope, keras)];
  const alone = layer.type === 'activation' ? writeActivation(name, layer.activation, keras) : undefined;
  if (alone && typeof alone !== 'string') return [alone];
  const activation = layer.type === 'dense' ? writeActivation(name, layer.activation, keras) : alone;
  const config = { ...writeFields(layer, keras), ...besides[layer.type] };
  const className = classes[layer.type];
  if (className === undefined) throw new OptionError(`layer '${name}'`, 'a layer that Keras has', `'${layer.type}'`);
  if (activation === undefined) return [{ className, config }];
  if (typeof activation === 'string') return [{ className, config: { ...config, activation } }];
  return [{ className, config: { ...config, activation: 'linear' } }, activation];
}

function writeFields(layer: { readonly type: string }, keras: KerasGeneration): Record<string, unknown> {
  const specs = layer as unknown as Readonly<Record<string, never>>;
  const named = Object.keys(layer).flatMap((field): [string, unknown][] => {
    if (field.endsWith('Initializer')) return [[field, writeObject('keras.initializers', specs[field] ?? null, keras)]];
    if (field.endsWith('Regularizer')) return [[field, writeObject('keras.regularizers', specs[field] ?? null, keras)]];
    if (field.endsWith('Constraint')) return [[field, writeConstraint(specs[field] ?? null, keras)]];
    return [];
  });
  return fieldsOf({ ...layer, ...Object.fromEntries(named) });
}

function leakyRelu(slope: number, keras: KerasGeneration): Written {
  return { className: 'LeakyReLU', config: keras === 3 ? { negative_slope: slope } : { alpha: slope } };
}

/** Its name in Keras, or the layer that it is there. @throws OptionError */
function writeActivation(layer: string, spec: ActivationSpec, keras: KerasGeneration): string | Written {
  const name = activationName(spec, keras);
  if (name !== undefined) return name;
  if (spec.type === 'leakyRelu') return leakyRelu(spec.negativeSlope, keras);
  if (spec.type === 'elu') return { className: 'ELU', config: { alpha: spec.alpha } };
  const received = spec.type === 'gelu' ? 'the approximate gelu' : `'${spec.type}'`;
  throw new OptionError(`layer '${layer}'.activation`, `one that Keras ${keras} has, in its files too`, received);
}
