/** Layers that are an activation function. */

import { activationRoom, activations } from '../activations.ts';
import { constraintField } from '../constraints.ts';
import { initializerField } from '../initializers.ts';
import { anyNumber, atLeastZero } from '../kind/field.ts';
import { vectorRegularizerField } from '../regularizers.ts';
import { checkFlat, layer, perFeature } from './layer.ts';

/** Activation functions that look at all outputs of a row. */
const ofRows: readonly string[] = ['softmax', 'logSoftmax'];

/** Any activation function, by name or as a function of `activations` made it. */
export const activation = layer(
  'activation',
  'Activation',
  {
    /** The function: a name, or what a function of `activations` made. */
    activation: activationRoom.field(),
  },
  {
    first: 'activation',
    outputShape: (spec, shape) => {
      if (ofRows.includes(spec.activation.type)) checkFlat(spec.activation.type, shape);
      return shape;
    },
    // The engine has no layer for what does nothing.
    lower: ({ activation }, lowering) =>
      activation.type === 'linear'
        ? null
        : { type: 'activation', activation: activationRoom.lower(activation, lowering) },
    activation: (spec) => spec.activation.type,
  },
);

/** x, or `negativeSlope * x` below zero. */
export const leakyReLU = layer(
  'leakyReLU',
  'LeakyReLU',
  {
    /** Default: 0.3, where the activation function has 0.2, as in Keras. */
    negativeSlope: atLeastZero(0.3),
  },
  {
    first: 'negativeSlope',
    lower: ({ negativeSlope }) => ({ type: 'activation', activation: { type: 'leakyRelu', negativeSlope } }),
    activation: () => 'leakyRelu',
  },
);

/** x, or `alpha * (exp(x) - 1)` below zero. */
export const elu = layer(
  'elu',
  'ELU',
  {
    /** Default: 1. */
    alpha: anyNumber(1),
  },
  {
    first: 'alpha',
    lower: ({ alpha }) => ({ type: 'activation', activation: { type: 'elu', alpha } }),
    activation: () => 'elu',
  },
);

/** Probabilities that sum to 1 over a row. */
export const softmax = layer(
  'softmax',
  'Softmax',
  {},
  {
    flat: true,
    lower: () => ({ type: 'activation', activation: { type: activations.softmax.type } }),
    activation: () => 'softmax',
  },
);

/** x, or a learnt `alpha * x` below zero, one alpha for each input. */
export const prelu = layer(
  'prelu',
  'PReLU',
  {
    /** Default: 'zeros'. */
    alphaInitializer: initializerField('zeros'),
    /** Default: null. */
    alphaRegularizer: vectorRegularizerField,
    /** Default: null. */
    alphaConstraint: constraintField,
  },
  { flat: true, variables: (_, shape) => [perFeature('alpha', shape)], activation: () => 'prelu' },
);
