/** What goes from layer to layer in a model that is being described. */

import { stack } from '../model/stack.ts';
import type { Layer } from './layer.ts';
import type { Shape } from './types.ts';

/**
 * What goes through a model of the functional API before there are numbers.
 * @example tf.layers.dense({ units: 10 }).apply(tf.input({ shape: [784] })).shape; // [null, 10]
 */
export class SymbolicTensor {
  /** The axes of rows, behind a null for any number of them. */
  readonly shape: Shape;
  /** The layers that it has come through, the input's first. */
  readonly layers: readonly Layer[];

  /** @throws ShapeError, OptionError */
  constructor(layers: readonly Layer[]) {
    const { inputShape, layers: placed } = stack(layers.map(({ description }) => description));
    this.layers = layers;
    this.shape = [null, ...(placed.at(-1)?.outputShape ?? inputShape)];
  }

  /** The name of the layer that it comes from. */
  get name(): string {
    return this.layers.at(-1)?.name ?? '';
  }

  /** How many axes it has. */
  get rank(): number {
    return this.shape.length;
  }

  /** What comes out of a layer that it goes into. */
  through(layer: Layer): SymbolicTensor {
    return new SymbolicTensor([...this.layers, layer]);
  }
}
