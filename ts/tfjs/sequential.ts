/** How models are made: by `tf.sequential`, and by `tf.model` of layers that follow one another. */

import { OptionError } from '../errors.ts';
import { describe } from '../options.ts';
import type { Layer } from './layer.ts';
import { layers } from './layers.ts';
import { LayersModel, type SequentialArgs } from './model.ts';
import { SymbolicTensor } from './symbolic.ts';
import type { DataType, Shape } from './types.ts';

/**
 * A model that layers can be added to.
 * @example
 * ```js
 * import * as tf from 'inkgrad/tfjs';
 *
 * const model = tf.sequential();
 * model.add(tf.layers.dense({ units: 8, activation: 'relu', inputShape: [2] }));
 * model.add(tf.layers.dense({ units: 1 }));
 * console.log(model instanceof tf.Sequential, model.countParams()); // prints true 33
 * ```
 */
export class Sequential extends LayersModel {
  /** Puts a layer on top. @throws OptionError for a model that is compiled or in use, ShapeError */
  add(layer: Layer): void {
    this.putLayers([...this.layers, layer]);
  }

  /** Takes the last layer away. @throws OptionError */
  pop(): void {
    this.putLayers(this.layers.slice(0, -1));
  }
}

/**
 * A model of layers, each fed by the one before it.
 * @throws OptionError, ShapeError
 * @example
 * ```js
 * import * as tf from 'inkgrad/tfjs';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 10, inputShape: [784] })] });
 * model.summary();
 * ```
 */
export function sequential(args?: SequentialArgs): Sequential {
  return new Sequential(args);
}

export interface InputConfig {
  /** The axes of one row. */
  shape?: Shape;
  /** The same, with the rows in front. */
  batchShape?: Shape;
  name?: string;
  dtype?: DataType;
}

/**
 * Where the layers of `tf.model` begin.
 * @throws OptionError
 * @example tf.input({ shape: [784] }).shape; // [null, 784]
 */
export function input({ shape, batchShape, ...options }: InputConfig): SymbolicTensor {
  return new SymbolicTensor([layers.inputLayer({ ...options, inputShape: shape ?? batchShape?.slice(1) ?? [] })]);
}

export interface ContainerArgs {
  inputs: SymbolicTensor | SymbolicTensor[];
  outputs: SymbolicTensor | SymbolicTensor[];
  name?: string;
}

/**
 * A model of the layers between an input and an output, each of which must feed one other.
 * @throws OptionError
 * @example
 * ```js
 * import * as tf from 'inkgrad/tfjs';
 *
 * const inputs = tf.input({ shape: [784] });
 * const hidden = tf.layers.dense({ units: 32, activation: 'relu' }).apply(inputs);
 * const outputs = tf.layers.dense({ units: 10, activation: 'softmax' }).apply(hidden);
 * console.log(tf.model({ inputs, outputs }).layers.length); // prints 3
 * ```
 */
export function model({ inputs, outputs, name }: ContainerArgs): LayersModel {
  const [start, end] = [onlySymbol('inputs', inputs), onlySymbol('outputs', outputs)];
  if (start.layers.length !== 1 || end.layers[0] !== start.layers[0]) {
    throw new OptionError('outputs', 'what layers made of the inputs, one after the other', 'something else');
  }
  return new LayersModel({ layers: [...end.layers], ...(name !== undefined && { name }) });
}

function onlySymbol(argument: string, given: SymbolicTensor | SymbolicTensor[]): SymbolicTensor {
  const [symbol, ...more] = [given].flat();
  if (symbol instanceof SymbolicTensor && more.length === 0) return symbol;
  throw new OptionError(argument, 'one tensor of tf.input or apply', describe(given));
}
