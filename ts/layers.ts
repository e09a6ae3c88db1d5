/** The layers that models are built of: descriptions only, the numbers live in an engine. */

import { room } from './kind/room.ts';
import type { OptionsOf, SpecOf } from './kind.ts';
import { activation, elu, leakyReLU, prelu, softmax } from './layers/activation.ts';
import { dense } from './layers/dense.ts';
import { dropout, gaussianDropout, gaussianNoise } from './layers/noise.ts';
import { batchNormalization, layerNormalization, normalization } from './layers/normalization.ts';
import { rescaling } from './layers/rescaling.ts';
import { flatten, input, reshape } from './layers/shape.ts';

/**
 * The layers that models are built of, by Keras's names: `layers.dense({ units: 10, activation: 'softmax' })`.
 * @example
 * ```js
 * import { layers, sequential } from 'inkgrad';
 *
 * const model = sequential([
 *   layers.dense(64, { activation: 'relu', inputShape: [784] }),
 *   layers.dropout(0.2),
 *   layers.dense(10, { activation: 'softmax' }),
 * ]);
 * console.log(model.countParams()); // prints 50890
 * ```
 */
export const layers = {
  /** Says what rows a model takes: stands first, in place of an `inputShape`. */
  input,
  /** Every output depends on every input: `activation(x . kernel + bias)`. */
  dense,
  /** Any activation function. */
  activation,
  /** Sets a share of its inputs to 0 in training. */
  dropout,
  /** Normalizes each input over the batch in training, and by moving statistics else (Ioffe and Szegedy, 2015). */
  batchNormalization,
  /** Normalizes each row by itself (Ba et al., 2016). */
  layerNormalization,
  /** Adds noise in training. */
  gaussianNoise,
  /** Multiplies by noise in training. */
  gaussianDropout,
  /** `x * scale + offset`. */
  rescaling,
  /** Normalizes each input by a mean and a variance that `adapt` found. */
  normalization,
  /** Makes rows of several axes flat. */
  flatten,
  /** Gives rows another shape of as many numbers. */
  reshape,
  /** x, or a share of it below zero. */
  leakyReLU,
  /** x, or a learnt share of it below zero. */
  prelu,
  /** x, or `alpha * (exp(x) - 1)` below zero. */
  elu,
  /** Probabilities that sum to 1 over a row. */
  softmax,
} as const;

type AnyLayer = (typeof layers)[keyof typeof layers];
/** A layer as a function of `layers` makes it. */
export type LayerDescription = SpecOf<AnyLayer>;
/** A layer of a model as a spec holds it: named, without the input's shape, which is the model's. */
export type LayerSpec = AnyLayer extends infer K extends AnyLayer
  ? K extends AnyLayer
    ? Omit<SpecOf<K>, 'name' | 'inputShape'> & { readonly name: string }
    : never
  : never;

/** A dense layer as `layers.dense` makes it: all options with their values. */
export type DenseLayer = SpecOf<typeof dense>;
/** Options of `layers.dense`. */
export type DenseOptions = OptionsOf<typeof dense>;

export const layerRoom = room<AnyLayer>(layers);
