/** What goes from layer to layer in a model that is being described. */

import { stack } from '../model/stack.ts';
import type { Layer } from './layer.ts';
import type { Shape } from './types.ts';

/** What goes through a model of the functional API before there are numbers. */
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

  get name(): string {
    return this.layers.at(-1)?.name ?? '';
  }

  get rank(): number {
    return this.shape.length;
  }

  through(layer: Layer): SymbolicTensor {
    return new SymbolicTensor([...this.layers, layer]);
  }
}
