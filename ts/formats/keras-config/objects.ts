/** Functions and objects that layers are given: activations, initializers, regularizers, constraints. */

import { type ActivationSpec, activationRoom } from '../../activations.ts';
import { constraintRoom } from '../../constraints.ts';
import { OptionError } from '../../errors.ts';
import { initializerRoom } from '../../initializers.ts';
import { isRecord } from '../../json.ts';
import { regularizerRoom } from '../../regularizers.ts';
import type { KerasGeneration } from '../keras-config.ts';
import { asText, type Json, own, record } from './json.ts';

/** A class and its options, however they are written: 'l2', `{ class_name, config }`, a function by its name. */
export function named(argument: string, value: unknown): { readonly type: string; readonly config: Json } {
  if (typeof value === 'string') return { type: value, config: {} };
  const { class_name: className, config } = record(argument, value);
  // What a program registered under its own name, 'Custom>AdamW', is that class in Keras.
  const type = (asText(className) ?? '').replace(/^.*>/, '');
  if (type === 'function') return { type: String(config), config: {} };
  return { type, config: isRecord(config) ? config : {} };
}

/** The fields but some. */
export function without(config: Json, fields: readonly string[]): Json {
  return Object.fromEntries(Object.entries(config).filter(([field]) => !fields.includes(field)));
}

/** The fields, for which there is one value that we have; @throws OptionError for another */
export function fixed(argument: string, config: Json, values: Readonly<Record<string, readonly unknown[]>>): Json {
  for (const [field, allowed] of Object.entries(values)) {
    const value = JSON.stringify(own(config, field) ?? null);
    if (value !== 'null' && !allowed.some((one) => JSON.stringify(one) === value)) {
      throw new OptionError(`${argument}.${field}`, allowed.map((one) => JSON.stringify(one)).join(' or '), value);
    }
  }
  return without(config, Object.keys(values));
}

/** Activations that are layers too, by Keras's names of their classes. */
const asLayers: ReadonlyMap<string, (argument: string, config: Json) => object> = new Map([
  ['ReLU', relu],
  ['LeakyReLU', leakyRelu],
  ['ELU', (_: string, config: Json) => ({ type: 'elu', ...pick(config, ['alpha']) })],
  ['Softmax', (argument: string, config: Json) => ({ type: 'softmax', ...fixedAxis(argument, config) })],
]);

function fixedAxis(argument: string, config: Json): Json {
  fixed(argument, config, { axis: [-1, 1, [-1], [1]] });
  return {};
}

function pick(config: Json, fields: readonly string[]): Json {
  return Object.fromEntries(Object.entries(config).filter(([field, value]) => fields.includes(field) && value != null));
}

/** Keras's layer of three numbers, of which we have the usual ones. @throws OptionError */
export function relu(argument: string, config: Json): object {
  fixed(argument, config, { threshold: [0] });
  const slope = own(config, 'negative_slope') ?? 0;
  const most = own(config, 'max_value') ?? null;
  if (most === null) return slope === 0 ? { type: 'relu' } : { type: 'leakyRelu', negativeSlope: slope };
  if (most !== 6 || slope !== 0) {
    throw new OptionError(`${argument}.max_value`, 'none, or 6 without a negative_slope', String(most));
  }
  return { type: 'relu6' };
}

export function leakyRelu(_: string, config: Json): object {
  return { type: 'leakyRelu', negativeSlope: own(config, 'negative_slope') ?? own(config, 'alpha') ?? 0.3 };
}

/** @throws OptionError */
export function readActivation(argument: string, value: unknown, keras: KerasGeneration): ActivationSpec {
  if (value === null || value === undefined) return activationRoom.read(argument, 'linear');
  const { type, config } = named(argument, value);
  const layer = typeof value === 'string' ? undefined : asLayers.get(type);
  if (layer) return activationRoom.read(argument, layer(argument, config));
  if (keras === 2 && /^hard_?sigmoid$/i.test(type)) {
    const expected = "another activation: Keras 2's hard_sigmoid is 0.2 x + 0.5 held to [0, 1], ours is Keras 3's";
    throw new OptionError(argument, expected, `'${type}'`);
  }
  if (type === 'gelu_new') return activationRoom.read(argument, { type: 'gelu', approximate: true });
  return activationRoom.read(argument, { type });
}

/** Where weights once started is no matter to those that a file holds: undefined for an initializer that we lack. */
export function readInitializer(argument: string, value: unknown): object | undefined {
  try {
    const { type, config } = named(argument, value);
    const { distribution, seed, ...others } = without(config, ['dtype', 'name', 'input_axes', 'output_axes']);
    return initializerRoom.read(argument, {
      type,
      ...others,
      ...(distribution !== undefined && { distribution: distribution === 'normal' ? 'truncatedNormal' : distribution }),
      ...(Number.isSafeInteger(seed) && (seed as number) >= 0 && { seed }),
    });
  } catch (error) {
    if (error instanceof OptionError) return undefined;
    throw error;
  }
}

/** @throws OptionError */
export function readRegularizer(argument: string, value: unknown): object | null {
  if (value === null || value === undefined) return null;
  const { type, config } = named(argument, value);
  return regularizerRoom.read(argument, { type, ...without(config, ['name']) });
}

/** @throws OptionError */
export function readConstraint(argument: string, value: unknown): object | null {
  if (value === null || value === undefined) return null;
  const { type, config } = named(argument, value);
  return constraintRoom.read(argument, { type, ...without(fixed(argument, config, { axis: [0, [0]] }), ['name']) });
}
