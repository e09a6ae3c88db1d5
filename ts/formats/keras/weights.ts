/** The arrays that Keras has for a layer, as the variables of ours. */

import { ArgumentError } from '../../errors.ts';
import { formatShape } from '../../inputs/tensor.ts';
import { checkFinite, sizeOf, type WeightTensor } from '../../inputs.ts';
import type { LayerDescription } from '../../layers.ts';
import { type PlacedLayer, stack } from '../../model/stack.ts';
import type { Hdf5Dataset } from '../hdf5.ts';
import type { Origin } from '../keras-config.ts';

/** An array of a file, or one that stands in the configuration. */
type Stored = Pick<Hdf5Dataset, 'shape' | 'read'>;

/** A layer in its place, and what Keras called it. */
export interface Wanted extends PlacedLayer {
  readonly origin: Origin;
}

/** The layers of a model, with what Keras called each. @throws OptionError, ShapeError */
export function wantedOf(layers: readonly LayerDescription[], origins: readonly Origin[]): Wanted[] {
  const { layers: placed } = stack(layers);
  const named = origins.filter(({ className }) => className !== 'InputLayer');
  return placed.map((layer, i) => ({ ...layer, origin: named[i] as Origin }));
}

/**
 * A tensor for each variable of the layer.
 * @param arrays what the file has for it, in Keras's order
 * @throws ArgumentError
 */
export function weightsOf(layer: Wanted, arrays: readonly Stored[]): WeightTensor[] {
  const { variables, origin } = layer;
  const argument = `layer '${origin.name}' (${origin.className})`;
  const given = origin.weights && Object.values(origin.weights).some((value) => value !== undefined);
  const found = given ? variables.map(({ name }) => constant(argument, origin.weights?.[name])) : arrays;
  // A Normalization also counts the rows that it has seen.
  const counts = origin.className === 'Normalization' && found.length === variables.length + 1;
  if (found.length !== variables.length && !counts) {
    throw new ArgumentError(argument, `${variables.length} arrays of weights`, `${found.length}`);
  }
  return variables.map(({ name, shape }, i) => {
    const array = found[i] as Stored;
    const isSpread = origin.className === 'Normalization' && sizeOf(array.shape) === 1;
    const fits =
      sizeOf(array.shape) === sizeOf(shape) && array.shape.filter((n) => n > 1).every((n) => shape.includes(n));
    if (!fits && !isSpread) {
      throw new ArgumentError(`${argument}.${name}`, `shape ${formatShape(shape)}`, formatShape(array.shape));
    }
    const numbers = array.read();
    const data = isSpread ? new Float32Array(sizeOf(shape)).fill(numbers[0] as number) : numbers;
    checkFinite(`${argument}.${name}`, data);
    return { data, shape };
  });
}

/** Numbers that were told to the layer. */
function constant(argument: string, value: unknown): Stored {
  const numbers = [value].flat(8);
  if (!numbers.every((item) => typeof item === 'number')) {
    throw new ArgumentError(`${argument}.mean`, 'numbers, and a variance of as many', 'others');
  }
  return { shape: [numbers.length], read: () => Float32Array.from(numbers as number[]) };
}
