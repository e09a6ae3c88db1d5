/** Layers of Keras, each as the one of ours that computes the same. */

import { OptionError } from '../../errors.ts';
import { isRecord } from '../../json.ts';
import { type LayerDescription, layerRoom } from '../../layers.ts';
import { checkOptions, describe, nearest } from '../../options.ts';
import type { KerasGeneration } from '../keras-config.ts';
import type { KerasLayer, Nested } from './chain.ts';
import { type Json, own } from './json.ts';
import {
  fixed,
  leakyRelu,
  readActivation,
  readConstraint,
  readInitializer,
  readRegularizer,
  relu,
  without,
} from './objects.ts';

/** What Keras called a layer. */
export interface Origin {
  readonly className: string;
  readonly name: string;
  /** The models that it is in, outermost first. */
  readonly inside: readonly Nested[];
  /** Weights that stand in the configuration: a Normalization's that was told its mean and variance. */
  readonly weights?: Readonly<Record<string, unknown>>;
}

export interface ReadLayer {
  readonly layer: LayerDescription;
  readonly origin: Origin;
}

interface Reader {
  /** Fields of which we have one value, and which it is; null and none are as good. */
  readonly only?: Readonly<Record<string, readonly unknown[]>>;
  /** Fields that change no number. */
  readonly aside?: readonly string[];
  /** Our type and fields, and Keras's fields that they follow from. Default: those of the same names. */
  readonly as?: (argument: string, config: Json) => object;
  readonly from?: readonly string[];
  readonly weights?: (config: Json) => Json;
}

/** Rows are flat, so that their axis is the first and the last. */
const axis = [-1, 1, [-1], [1]];
const activationOf = (read: (argument: string, config: Json) => object) => (argument: string, config: Json) => ({
  type: 'activation',
  activation: read(argument, config),
});

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['Dense', { only: { lora_rank: [], quantization_config: [], kernel_quantizer: [] }, aside: ['lora_alpha'] }],
  ['Activation', {}],
  ['Identity', { as: () => ({ type: 'activation', activation: 'linear' }), from: [] }],
  ['ReLU', { as: activationOf(relu), from: ['max_value', 'negative_slope', 'threshold'] }],
  [
    'LeakyReLU',
    { as: (_, config) => ({ ...leakyRelu('', config), type: 'leakyReLU' }), from: ['negative_slope', 'alpha'] },
  ],
  ['ELU', {}],
  ['PReLU', { only: { shared_axes: [[]] } }],
  ['Softmax', { only: { axis } }],
  ['Dropout', { only: { noise_shape: [] }, aside: ['seed'] }],
  ['GaussianNoise', { aside: ['seed'] }],
  ['GaussianDropout', { aside: ['seed'] }],
  [
    'BatchNormalization',
    {
      only: { axis, renorm: [false], synchronized: [false], virtual_batch_size: [], fused: [true, false] },
      aside: ['renorm_clipping', 'renorm_momentum'],
    },
  ],
  ['LayerNormalization', { only: { axis, rms_scaling: [false] } }],
  [
    'Normalization',
    {
      only: { axis, invert: [false] },
      aside: ['mean', 'variance'],
      weights: ({ mean, variance }) => ((mean ?? null) === null ? {} : { mean, variance }),
    },
  ],
  ['Rescaling', {}],
  ['Flatten', { only: { data_format: ['channels_last'] } }],
  ['Reshape', {}],
]);

/** What every layer may say that changes no number. */
const common = ['name', 'dtype', 'trainable', 'batch_shape', 'batch_input_shape', 'input_shape', 'sparse', 'ragged'];

/** @throws OptionError that names the layer */
export function readLayer({ className, name, config, inside }: KerasLayer, keras: KerasGeneration): ReadLayer {
  const argument = `layer '${name}' (${className})`;
  const reader = readers.get(className);
  if (!reader) throw unknownLayer(argument, className);
  checkDtype(argument, own(config, 'dtype'));
  const only: Record<string, readonly unknown[]> = { ...reader.only };
  if (className !== 'Dense') only.activity_regularizer = [];
  const plain = without(fixed(argument, config, only), [...common, ...(reader.aside ?? [])]);
  if (reader.from) checkOptions(argument, plain, reader.from);
  const fields = () => Object.entries(plain).flatMap(([field, value]) => readField(argument, field, value, keras));
  const type = reader.as?.(argument, plain) ?? { type: className, ...Object.fromEntries(fields()) };
  return {
    layer: layerRoom.read(argument, { ...type, name: name.replaceAll('/', '_') }),
    origin: { className, name, inside, ...(reader.weights && { weights: reader.weights(config) }) },
  };
}

function readField(argument: string, field: string, value: unknown, keras: KerasGeneration): [string, unknown][] {
  const where = `${argument}.${field}`;
  if (field === 'activation') return [[field, readActivation(where, value, keras)]];
  if (field.endsWith('_regularizer')) return [[field, readRegularizer(where, value)]];
  if (field.endsWith('_constraint')) return [[field, readConstraint(where, value)]];
  if (!field.endsWith('_initializer')) return [[field, value]];
  const initializer = readInitializer(where, value);
  return initializer ? [[field, initializer]] : []; // the layer's own, as weights are not made by it
}

/** Keras computes in it. @throws OptionError for another than ours */
function checkDtype(argument: string, dtype: unknown): void {
  const policy = isRecord(dtype) ? own(dtype, 'config') : undefined;
  const name = isRecord(policy) ? own(policy, 'name') : dtype;
  if (name === undefined || name === null || name === 'float32') return;
  throw new OptionError(
    `${argument}.dtype`,
    "'float32': load it in Keras with that policy and save it",
    describe(name),
  );
}

function unknownLayer(argument: string, className: string): OptionError {
  const known = [...readers.keys()];
  const meant = nearest(className, known);
  const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
  return new OptionError(argument, `one of ${known.join(', ')}`, `${describe(className)}${hint}`);
}
