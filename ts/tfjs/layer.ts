/** Layers, before and after they are in a model. */

import { OptionError } from '../errors.ts';
import type { LayerDescription } from '../layers.ts';
import type { PlacedLayer } from '../model/stack.ts';
import { type PlacedVariable, variablesOf } from '../model/variables.ts';
import { describe } from '../options.ts';
import { SymbolicTensor } from './symbolic.ts';
import type { Tensor } from './tensor.ts';
import type { Shape } from './types.ts';

/** A number's place in a model, as `layer.weights` tells of it. */
export interface LayerVariable {
  readonly name: string;
  readonly originalName: string;
  readonly shape: Shape;
  readonly dtype: 'float32';
  readonly trainable: boolean;
  /** Its numbers of now. */
  read(): Tensor;
}

/** How a layer gets at its numbers, once it is in a model. */
export interface Placement {
  readonly placed: PlacedLayer;
  read(layer: PlacedLayer): Tensor[];
  write(layer: PlacedLayer, weights: readonly Tensor[]): void;
}

/** Made by a function of `tf.layers`. */
export class Layer {
  readonly name: string;
  readonly description: LayerDescription;
  readonly #className: string;
  /** Weights to begin with. */
  readonly initialWeights: readonly Tensor[] | undefined;
  #placement: Placement | undefined;

  constructor(className: string, description: LayerDescription, initialWeights?: readonly Tensor[]) {
    if (typeof className !== 'string') {
      throw new OptionError('tf.layers.Layer', "inkgrad's layers: it derives no others", 'a layer of your own');
    }
    this.#className = className;
    this.name = description.name as string;
    this.description = description;
    this.initialWeights = initialWeights;
  }

  /** Called by the model that it is put into. */
  place(placement: Placement): void {
    this.#placement = placement;
  }

  get built(): boolean {
    return this.#placement !== undefined;
  }

  get #placed(): Placement {
    if (this.#placement) return this.#placement;
    throw new OptionError(`layer '${this.name}'`, 'a layer in a model', 'one in none');
  }

  get inputShape(): Shape {
    return [null, ...this.#placed.placed.inputShape];
  }

  get outputShape(): Shape {
    return [null, ...this.#placed.placed.outputShape];
  }

  /** Its variables, those that are trained first. */
  get variables(): PlacedVariable[] {
    return variablesOf([this.#placed.placed]);
  }

  get weights(): LayerVariable[] {
    return this.variables.map(({ path, shape, trainable }, index) => ({
      name: path,
      originalName: path,
      shape: [...shape],
      dtype: 'float32',
      trainable,
      read: () => this.getWeights()[index] as Tensor,
    }));
  }

  get trainableWeights(): LayerVariable[] {
    return this.weights.filter(({ trainable }) => trainable);
  }

  get nonTrainableWeights(): LayerVariable[] {
    return this.weights.filter(({ trainable }) => !trainable);
  }

  get trainable(): boolean {
    return true;
  }

  /** @throws OptionError for false */
  set trainable(trainable: boolean) {
    if (trainable === true) return;
    throw new OptionError('trainable', 'true: inkgrad trains all layers of a model', String(trainable));
  }

  /** Copies of its weights, in the order of `weights`. */
  getWeights(trainableOnly = false): Tensor[] {
    const { placed, read } = this.#placed;
    const all = read(placed);
    return trainableOnly ? all.filter((_, i) => placed.variables[i]?.trainable) : all;
  }

  /** @throws ShapeError */
  setWeights(weights: Tensor[]): void {
    const { placed, write } = this.#placed;
    write(placed, weights);
  }

  countParams(): number {
    return this.variables.reduce((sum, { first, end }) => sum + end - first, 0);
  }

  getClassName(): string {
    return this.#className;
  }

  getConfig(): Record<string, unknown> {
    const { type: _, inputShape, ...config } = this.description;
    return { ...config, ...(inputShape && { batchInputShape: [null, ...inputShape] }), trainable: true };
  }

  /** What comes out for what goes in, to make a model of by `tf.model`. @throws OptionError for a tensor */
  apply(inputs: SymbolicTensor): SymbolicTensor {
    if (inputs instanceof SymbolicTensor) return inputs.through(this);
    throw new OptionError('inputs', 'what tf.input or apply gave; tensors go to model.predict', describe(inputs));
  }
}
