/** The activation functions, by every name that Keras has for them. */

import { anyNumber, atLeastZero, type Field, flag } from './kind/field.ts';
import { type Room, room, type Written } from './kind/room.ts';
import { kind, type NameOf, type SpecOf } from './kind.ts';

/**
 * The activation functions: `layers.dense(10, { activation: 'relu' })`, or `activations.leakyRelu(0.1)` where one has
 * options.
 * @example
 * ```js
 * import { activations, layers } from 'inkgrad';
 *
 * const leaky = activations.leakyRelu(0.1);
 * console.log(layers.dense(8, { activation: leaky }).activation); // prints { type: 'leakyRelu', negativeSlope: 0.1 }
 * ```
 */
export const activations = {
  /** x itself. */
  linear: kind('linear', {}),
  /** 1 / (1 + exp(-x)). */
  sigmoid: kind('sigmoid', {}),
  /** relu6(x + 3) / 6, as in Keras (TensorFlow.js has 0.2 x + 0.5). */
  hardSigmoid: kind('hardSigmoid', {}),
  /** The hyperbolic tangent of x. */
  tanh: kind('tanh', {}),
  /** max(x, 0). */
  relu: kind('relu', {}, { aliases: ['ReLU'] }),
  /** min(max(x, 0), 6). */
  relu6: kind('relu6', {}, { aliases: ['ReLU6'] }),
  /** x, or `negativeSlope * x` (default 0.2) below zero. */
  leakyRelu: kind(
    'leakyRelu',
    {
      /** The slope below zero. Default: 0.2. */
      negativeSlope: atLeastZero(0.2),
    },
    { first: 'negativeSlope', aliases: ['leakyReLU'] },
  ),
  /** x, or `alpha * (exp(x) - 1)` (default 1) below zero. */
  elu: kind(
    'elu',
    {
      /** What it comes to far below zero is `-alpha`. Default: 1. */
      alpha: anyNumber(1),
    },
    { first: 'alpha', aliases: ['ELU'] },
  ),
  /** The self-normalizing elu of Klambauer et al., 2017. */
  selu: kind('selu', {}, { aliases: ['SELU'] }),
  /** x times the normal distribution's share below x; `approximate` (default false) by tanh. */
  gelu: kind(
    'gelu',
    {
      /** Computes by tanh. Default: false. */
      approximate: flag(false),
    },
    { aliases: ['GELU'] },
  ),
  /** x * sigmoid(x). */
  silu: kind('silu', {}, { aliases: ['swish', 'SiLU', 'Swish'] }),
  /** x * tanh(softplus(x)). */
  mish: kind('mish', {}),
  /** log(1 + exp(x)). */
  softplus: kind('softplus', {}),
  /** x / (1 + |x|). */
  softsign: kind('softsign', {}),
  /** exp(x). */
  exponential: kind('exponential', {}),
  /** Probabilities that sum to 1 over the layer's outputs. */
  softmax: kind('softmax', {}),
  /** The logarithms of softmax. */
  logSoftmax: kind('logSoftmax', {}),
} as const;

type AnyActivation = (typeof activations)[keyof typeof activations];
/** An activation as a spec holds it: `{ type: 'relu' }`. */
export type ActivationSpec = SpecOf<AnyActivation>;
/** The activations by name. */
export type ActivationName = NameOf<AnyActivation>;
/** An activation as people may write it: a name, or what a function of `activations` made. */
export type Activation = Written<AnyActivation>;

export const activationRoom: Room<AnyActivation> = room<AnyActivation>(activations);

/** A field that takes an activation; a type of its own, for declarations would spell all of them out. */
export interface ActivationField extends Field<Activation, ActivationSpec, false> {}

export const activationField = (initial: ActivationName): ActivationField => activationRoom.field(initial);
