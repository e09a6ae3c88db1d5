import { type NestedArray, type Samples, sizeOf, type WeightTensor } from '../inputs.ts';
import type { LayerFacts, Shape, Variable } from '../layers/layer.ts';
import type { LayerSpec } from '../layers.ts';
import type { Tensor } from '../tensor.ts';
import { statisticsOf } from './adapt.ts';
import type { PlacedLayer } from './stack.ts';

/** How a layer gets at its numbers. */
export interface LayerAccess {
  read(layer: Layer): Promise<WeightTensor[]>;
  write(layer: Layer, weights: readonly (Tensor | NestedArray)[]): Promise<void>;
}

/**
 * A layer in its place in a model.
 * @example
 * ```js
 * import { layers, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(3, { inputShape: [2] })]);
 * const [layer] = model.layers;
 * console.log(layer.className, layer.inputs, layer.units, layer.countParams()); // prints Dense 2 3 9
 * ```
 */
export class Layer {
  /** What it is, as plain JSON. */
  readonly spec: LayerSpec;
  /** The axes of a row that comes in. */
  readonly inputShape: Shape;
  /** The axes of a row that goes out. */
  readonly outputShape: Shape;
  /** Its numbers: kernel, bias and so on, in the order of `getWeights`. */
  readonly variables: readonly Variable[];
  readonly #kind: LayerFacts;
  readonly #access: LayerAccess;

  constructor({ kind, spec, inputShape, outputShape, variables }: PlacedLayer, access: LayerAccess) {
    this.#kind = kind;
    this.spec = spec;
    this.inputShape = inputShape;
    this.outputShape = outputShape;
    this.variables = variables;
    this.#access = access;
  }

  /** The layer's name, such as `dense_1`. */
  get name(): string {
    return this.spec.name;
  }

  /** Its kind, such as 'dense'. */
  get type(): LayerSpec['type'] {
    return this.spec.type;
  }

  /** Keras's class, such as 'Dense'. */
  get className(): string {
    return this.#kind.className;
  }

  /** Numbers of a row that comes in. */
  get inputs(): number {
    return sizeOf(this.inputShape);
  }

  /** Numbers of a row that goes out. */
  get units(): number {
    return sizeOf(this.outputShape);
  }

  /** The type of the activation that its outputs went through, 'linear' for none. */
  get activation(): string {
    return this.#kind.activation(this.spec);
  }

  /** The number of weights, those that training leaves alone included. */
  countParams(): number {
    return parameters(this.variables);
  }

  /**
   * Copies of its weights, in the order of `variables`.
   * @throws DisposedError, EngineError
   */
  getWeights(): Promise<WeightTensor[]> {
    return this.#access.read(this);
  }

  /**
   * The opposite of `getWeights`; takes nested arrays as well. The optimizer's state stays.
   * @throws ShapeError, DtypeError, NonFiniteError, BusyError, DisposedError, EngineError
   */
  setWeights(weights: readonly (Tensor | NestedArray)[]): Promise<void> {
    return this.#access.write(this, weights);
  }

  /**
   * Tells a normalization layer what data are like: mean and variance of each number of a row of samples `x`.
   * @throws OptionError for another layer, ShapeError, DtypeError, EmptyDataError, BusyError, DisposedError, EngineError
   */
  async adapt(x: Samples): Promise<void> {
    await this.setWeights(statisticsOf(this, x));
  }

  /** What the engine is told; null for a layer that only names a shape. */
  lower(): ReturnType<LayerFacts['lower']> {
    return this.#kind.lower(this.spec, { outputs: this.units });
  }

  /** What the layer is, without its weights, and the axes of its rows. */
  toJSON(): LayerSpec & { readonly inputShape: Shape; readonly outputShape: Shape } {
    const { spec, inputShape, outputShape } = this;
    return { ...spec, inputShape, outputShape };
  }
}

/** Numbers in variables. */
export function parameters(variables: readonly Variable[]): number {
  return variables.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}
