/** Our functions and objects in Keras's words. */

import type { ActivationSpec } from '../../activations.ts';
import { capitalized, snakeCase } from '../../kind/spelling.ts';
import type { KerasGeneration } from '../keras-config.ts';

interface Spec {
  readonly type: string;
}

/** Keras's classes that are not our type in capitals. */
const classNames: ReadonlyMap<string, string> = new Map([
  ['keras.regularizers orthogonal', 'OrthogonalRegularizer'],
  ['keras.regularizers l1l2', 'L1L2'],
  ['keras.optimizers sgd', 'SGD'],
  ['keras.optimizers rmsprop', 'RMSprop'],
  ['keras.optimizers adamw', 'AdamW'],
  ['keras.losses klDivergence', 'KLDivergence'],
  ['keras.metrics klDivergence', 'KLDivergence'],
  ['keras.metrics logCosh', 'LogCoshError'],
  ['keras.metrics auc', 'AUC'],
]);

/** beta1 as beta_1, maxValue as max_value. */
function fieldName(name: string): string {
  return snakeCase(name.replaceAll(/(beta|epsilon)(\d)/g, '$1_$2'));
}

/** Words of a choice are in snake_case in Keras; names, numbers and null are as they are. */
function fieldValue(name: string, value: unknown): unknown {
  return typeof value === 'string' && name !== 'name' && /^[a-z]/.test(value) ? snakeCase(value) : value;
}

/** `{ class_name, config }`, with the module that Keras 3 asks for. */
export function keyed(module: string, className: string, config: object, keras: KerasGeneration) {
  return {
    ...(keras === 3 && { module }),
    class_name: className,
    config,
    ...(keras === 3 && { registered_name: null }),
  };
}

/** The fields of a spec in Keras's names. */
export function fieldsOf({ type: _, ...fields }: Spec): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [fieldName(name), fieldValue(name, value)]));
}

/** @param module where Keras has it, such as 'keras.initializers' */
export function writeObject(module: string, spec: Spec | null, keras: KerasGeneration, more: object = {}) {
  if (spec === null) return null;
  const className = classNames.get(`${module} ${spec.type}`) ?? capitalized(spec.type);
  return keyed(module, className, { ...fieldsOf(spec), ...more }, keras);
}

/** Keras's constraints look along an axis; ours is that of the inputs. */
export function writeConstraint(spec: Spec | null, keras: KerasGeneration) {
  return writeObject('keras.constraints', spec, keras, spec?.type === 'nonNeg' ? {} : { axis: 0 });
}

/** Keras's name of an activation; undefined for one that it has as a layer only, or not at all. */
export function activationName(spec: ActivationSpec, keras: KerasGeneration): string | undefined {
  switch (spec.type) {
    case 'leakyRelu':
      return keras === 3 && spec.negativeSlope === 0.2 ? 'leaky_relu' : undefined;
    case 'elu':
      return spec.alpha === 1 ? 'elu' : undefined;
    case 'gelu':
      return spec.approximate ? undefined : 'gelu';
    case 'hardSigmoid':
      return keras === 3 ? 'hard_sigmoid' : undefined; // another function in Keras 2
    case 'silu':
      return keras === 3 ? 'silu' : 'swish';
    default:
      return snakeCase(spec.type);
  }
}
