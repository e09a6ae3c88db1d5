/** The weights of a model: the variables of its layers, end to end. */

import { sizeOf, type WeightTensor } from '../inputs.ts';
import type { Shape, Variable } from '../layers/layer.ts';
import type { PlacedLayer } from './stack.ts';

/** A variable with the name that it has in files: `dense/kernel`. */
export interface PlacedVariable extends Variable {
  readonly path: string;
  /** The name of its layer. */
  readonly layer: string;
  /** Where its numbers start among all of the model's. */
  readonly first: number;
  /** Where they end. */
  readonly end: number;
}

export function variablesOf(layers: readonly Pick<PlacedLayer, 'spec' | 'variables'>[]): PlacedVariable[] {
  let end = 0;
  return layers.flatMap(({ spec, variables }) =>
    variables.map((variable) => {
      const first = end;
      end += sizeOf(variable.shape);
      return { ...variable, path: `${spec.name}/${variable.name}`, layer: spec.name, first, end };
    }),
  );
}

export function shapesOf(variables: readonly Variable[]): Shape[] {
  return variables.map(({ shape }) => shape);
}

/** Weights that lie end to end, as a tensor for each variable; copies. */
export function splitWeights(weights: Float32Array, variables: readonly PlacedVariable[]): WeightTensor[] {
  return variables.map(({ shape, first, end }) => ({ data: weights.slice(first, end), shape }));
}

/** The opposite. */
export function joinWeights(weights: readonly WeightTensor[]): Float32Array {
  const all = new Float32Array(weights.reduce((length, { data }) => length + data.length, 0));
  let filled = 0;
  for (const { data } of weights) {
    all.set(data, filled);
    filled += data.length;
  }
  return all;
}
