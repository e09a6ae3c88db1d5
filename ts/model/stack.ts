import type { Activation } from '../engine/engine.ts';
import { OptionError, ShapeError } from '../errors.ts';
import { sizeOf, type WeightTensor } from '../inputs.ts';
import { DenseLayer } from '../layers.ts';
import { describe } from '../options.ts';

/** A layer in its place: named, and with the input length that the one before it gives. */
export interface Layer {
  readonly name: string;
  readonly inputs: number;
  readonly units: number;
  readonly activation: Activation;
}

/** Numbers in a layer's kernel and bias. */
export function parameters({ inputs, units }: Layer): number {
  return (inputs + 1) * units;
}

/** The shapes of kernel and bias of each layer, in turn. */
export function weightShapes(layers: readonly Layer[]): (readonly number[])[] {
  return layers.flatMap(({ inputs, units }) => [[inputs, units], [units]]);
}

/** Weights that lie end to end, as a kernel and a bias for each layer; copies. */
export function splitWeights(weights: Float32Array, layers: readonly Layer[]): WeightTensor[] {
  let read = 0;
  return weightShapes(layers).map((shape) => {
    const first = read;
    read += sizeOf(shape);
    return { data: weights.slice(first, read), shape };
  });
}

/** Layers, each fed by the one before it. */
export function stack(layers: unknown): readonly Layer[] {
  if (!Array.isArray(layers) || layers.length === 0) {
    throw new OptionError('layers', 'an array of at least one layer', describe(layers));
  }
  const described = layers.map((layer, index) => {
    if (layer instanceof DenseLayer) return layer;
    throw new OptionError(`layers[${index}]`, 'a layer made by layers.dense({ ... })', describe(layer));
  });
  const names = nameAll(described);
  let previous: number | undefined;
  return described.map((layer, index) => {
    const inputs = previous ?? layer.inputShape?.[0];
    if (inputs === undefined) {
      throw new OptionError('layers[0].inputShape', '[numbers in one row]: the first layer needs it', 'undefined');
    }
    if (layer.inputShape && layer.inputShape[0] !== inputs) {
      throw new ShapeError(
        `layers[${index}].inputShape`,
        `[${inputs}], the units of the layer before it, or nothing`,
        `[${layer.inputShape[0]}]`,
      );
    }
    previous = layer.units;
    const { units, activation } = layer;
    return { name: names[index] as string, inputs, units, activation };
  });
}

/** Every layer's name: its own, or the first free one of dense, dense_1, dense_2, ... */
function nameAll(layers: readonly DenseLayer[]): string[] {
  const taken = new Set<string>();
  for (const { name } of layers) {
    if (name === undefined) continue;
    if (taken.has(name)) throw new OptionError('layers', 'a name of its own for each layer', `'${name}' twice`);
    taken.add(name);
  }
  let unnamed = 0;
  const next = (): string => {
    const name = unnamed === 0 ? 'dense' : `dense_${unnamed}`;
    unnamed++;
    return taken.has(name) ? next() : name;
  };
  return layers.map((layer) => layer.name ?? next());
}
