/** A model's layers in Keras 2's words, as far as TensorFlow.js knows them. */

import { OptionError } from '../../errors.ts';
import { isRecord } from '../../json.ts';
import { quoted } from '../../options.ts';
import type { ModelSpec } from '../../spec.ts';
import { leaveAside } from '../keras-config/leave-aside.ts';
import { writeKerasConfig } from '../keras-config.ts';

type Json = Readonly<Record<string, unknown>>;

interface Layer {
  readonly class_name: string;
  readonly config: Json & { readonly name: string };
}

const layerClasses = [
  ...['InputLayer', 'Dense', 'Activation', 'Dropout', 'BatchNormalization', 'LayerNormalization', 'GaussianNoise'],
  ...['GaussianDropout', 'Rescaling', 'Flatten', 'Reshape', 'LeakyReLU', 'PReLU', 'ELU', 'Softmax'],
];

const activations = [
  ...['linear', 'relu', 'relu6', 'elu', 'selu', 'sigmoid', 'tanh', 'softmax', 'log_softmax', 'softplus', 'softsign'],
  ...['gelu', 'mish', 'swish'],
];

const initializers = [
  ...['Zeros', 'Ones', 'Constant', 'RandomUniform', 'RandomNormal', 'TruncatedNormal', 'GlorotUniform'],
  ...['GlorotNormal', 'HeNormal', 'HeUniform', 'Orthogonal', 'VarianceScaling'],
];

/** @throws OptionError that names the layer which TensorFlow.js does not have */
export function writeTopology(spec: ModelSpec): Json {
  const { compile: _, ...uncompiled } = spec; // which stands elsewhere
  const { class_name: className, config } = writeKerasConfig(uncompiled, 2);
  const { layers, ...others } = config as { readonly layers: readonly Layer[] };
  return { class_name: className, config: { ...others, layers: layers.map(writeLayer) } };
}

function writeLayer({ class_name: className, config }: Layer): Layer {
  const { name, activation } = config;
  const fail = (what: string, names: readonly string[], received: unknown): never => {
    throw new OptionError(`layer '${name}'${what}`, `one that TensorFlow.js has: ${quoted(names)}`, `'${received}'`);
  };
  if (!layerClasses.includes(className)) fail('', layerClasses, className);
  if (activation !== undefined && !activations.includes(activation as string))
    fail('.activation', activations, activation);
  if (className === 'ELU' && config.alpha !== 1) fail('.alpha', ['1'], config.alpha);
  const fields = Object.entries(config).flatMap(([field, value]) => writeField(name, field, value));
  return { class_name: className, config: { ...Object.fromEntries(fields), name } };
}

/** What is lacking there has no part in predictions. */
function writeField(layer: string, field: string, value: unknown): [string, unknown][] {
  if (!isRecord(value)) return [[field, value]];
  if (field.endsWith('_initializer')) return isInitializer(value) ? [[field, value]] : [];
  if (!field.endsWith('_regularizer')) return [[field, value]];
  const { class_name: className, config } = value as unknown as Layer;
  const { l1, l2 } = config as { readonly l1?: number; readonly l2?: number };
  if (['L1', 'L2', 'L1L2'].includes(className))
    return [[field, { class_name: 'L1L2', config: { l1: l1 ?? 0, l2: l2 ?? 0 } }]];
  leaveAside('model', `the ${field} of layer '${layer}' (${className}), which TensorFlow.js lacks`);
  return [];
}

function isInitializer({ class_name: className, config }: Json): boolean {
  const untruncated = isRecord(config) && config.distribution === 'untruncated_normal';
  return initializers.includes(className as string) && !untruncated;
}
