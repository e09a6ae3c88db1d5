/** A model as one JavaScript module that needs nothing: a few kilobytes, the weights, and `predict`. */

import type { ActivationSpec } from '../activations.ts';
import { OptionError } from '../errors.ts';
import { sizeOf, toWeights } from '../inputs.ts';
import type { LayerSpec } from '../layers.ts';
import { shapesOf } from '../model/variables.ts';
import { version } from '../version.ts';
import type { ModelContent, WrittenFile } from './format.ts';
import { toBase64 } from './standalone/base64.ts';
import { float, numberFunction, type PieceName, pieces } from './standalone/code.ts';
import { rowsCode } from './standalone/rows.ts';

/** A layer as an expression that gives a function of rows. */
interface Step {
  readonly code: string;
  readonly needs: readonly PieceName[];
}

export async function write(model: ModelContent): Promise<WrittenFile[]> {
  return [{ name: '', bytes: new TextEncoder().encode(moduleOf(model)) }];
}

function moduleOf({ spec, variables, weights }: ModelContent): string {
  const { inputShape } = spec;
  const steps = spec.layers.flatMap((layer) => {
    const own = variables.filter((variable) => variable.layer === layer.name);
    const parts = new Map(own.map(({ name, first, end }) => [name, `weights.subarray(${first}, ${end})`]));
    return stepsOf(layer, parts);
  });
  const needed = withNeeds(steps.flatMap(({ needs }) => needs));
  const flat = toWeights(weights, shapesOf(variables));
  const bytes = new Uint8Array(flat.buffer, flat.byteOffset, flat.byteLength);
  return `${head(spec.layers.map(({ type }) => type))}
const f = Math.fround;
${needed.map((name) => pieces[name].code).join('\n')}

const weights = new Float32Array(
  Uint8Array.from(atob('${toBase64(bytes)}'), (letter) => letter.charCodeAt(0)).buffer,
);
const layers = [
${steps.map(({ code }) => `  ${code},\n`).join('')}];

/** The axes of a row. */
export const inputShape = ${JSON.stringify(inputShape)};
${rowsCode(sizeOf(inputShape))}

/**
 * The model's outputs for rows of ${sizeOf(inputShape)} numbers.
 * @param {ArrayLike<number> | ArrayLike<ArrayLike<number>>} rows one row after the other, flat or each an array
 * @returns {Float32Array[]} a row of outputs for each
 * @throws {RangeError} where rows have another length
 * @throws {TypeError} for what is no finite number
 */
export function predict(rows) {
  return rowsOf(rows).map((row) => layers.reduce((values, layer) => layer(values), row));
}
`;
}

function head(types: readonly string[]): string {
  return `// Written by inkgrad ${version}: ${types.join(', ')}.\n`;
}

/** The pieces, each behind those that it calls. */
function withNeeds(names: readonly PieceName[], found = new Set<PieceName>()): PieceName[] {
  for (const name of names) {
    withNeeds(pieces[name].needs, found);
    found.add(name);
  }
  return [...found];
}

/** What a layer does to a row; nothing, of those that matter to training only. */
function stepsOf(layer: LayerSpec, variables: ReadonlyMap<string, string>): Step[] {
  const part = (name: string) => variables.get(name) ?? 'undefined';
  const call = (name: PieceName, ...values: string[]) => ({ code: `${name}(${values.join(', ')})`, needs: [name] });
  switch (layer.type) {
    case 'dense':
      return [call('dense', part('kernel'), part('bias'), String(layer.units)), ...activationSteps(layer.activation)];
    case 'activation':
      return activationSteps(layer.activation);
    case 'leakyReLU':
      return activationSteps({ type: 'leakyRelu', negativeSlope: layer.negativeSlope });
    case 'elu':
      return activationSteps({ type: 'elu', alpha: layer.alpha });
    case 'softmax':
      return activationSteps({ type: 'softmax' });
    case 'prelu':
      return [call('prelu', part('alpha'))];
    case 'rescaling':
      return [call('rescaling', float(layer.scale), float(layer.offset))];
    case 'normalization':
      return [call('normalization', part('mean'), part('variance'))];
    case 'batchNormalization': {
      const statistics = [part('moving_mean'), part('moving_variance')];
      return [call('batchNormalization', ...statistics, float(layer.epsilon), part('gamma'), part('beta'))];
    }
    case 'layerNormalization':
      return [call('layerNormalization', String(layer.epsilon), part('gamma'), part('beta'))];
    case 'dropout':
    case 'gaussianNoise':
    case 'gaussianDropout':
    case 'flatten':
    case 'reshape':
      return [];
    default:
      throw new OptionError(`layer '${layer.name}'`, 'a layer that a standalone module has', `'${layer.type}'`);
  }
}

function activationSteps(spec: ActivationSpec): Step[] {
  if (spec.type === 'linear') return [];
  if (spec.type === 'softmax' || spec.type === 'logSoftmax') return [{ code: spec.type, needs: [spec.type] }];
  const made = numberFunction(spec);
  if (!made) throw new OptionError('activation', 'one that a standalone module has', `'${spec.type}'`);
  return [{ code: `each(${made.code})`, needs: [...made.needs, 'each'] }];
}
