/** What a node, or several, of a graph are among our layers. */

import type { WeightTensor } from '../../inputs.ts';
import type { LayerDescription } from '../../layers.ts';

/** One layer (or none) further along the chain. */
export interface Step {
  readonly layer?: LayerDescription;
  /** For each of the layer's variables. */
  readonly weights?: readonly WeightTensor[];
  /** The value that it gives. */
  readonly to: string;
}

/** A vector of weights. */
export function vector(numbers: ArrayLike<number>): WeightTensor {
  return { data: Float32Array.from(numbers), shape: [numbers.length] };
}
