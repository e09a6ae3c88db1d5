import { activationField } from '../activations.ts';
import { constraintField } from '../constraints.ts';
import { initializerField } from '../initializers.ts';
import { flag, whole } from '../kind/field.ts';
import { regularizerField, vectorRegularizerField } from '../regularizers.ts';
import { layer, MOST_UNITS } from './layer.ts';

/** A layer in which every output depends on every input: `activation(x . kernel + bias)`. */
export const dense = layer(
  'dense',
  'Dense',
  {
    /** Numbers that come out. */
    units: whole(undefined, 1, MOST_UNITS),
    /** What is done to each sum. Default: 'linear'. */
    activation: activationField('linear'),
    /** Default: true. */
    useBias: flag(true),
    /** Default: 'glorotUniform'. */
    kernelInitializer: initializerField('glorotUniform'),
    /** Default: 'zeros'. */
    biasInitializer: initializerField('zeros'),
    /** Default: null. */
    kernelRegularizer: regularizerField,
    /** Default: null. */
    biasRegularizer: vectorRegularizerField,
    /** Of the layer's outputs, as a mean over the batch. Default: null. */
    activityRegularizer: vectorRegularizerField,
    /** Default: null. */
    kernelConstraint: constraintField,
    /** Default: null. */
    biasConstraint: constraintField,
  },
  {
    first: 'units',
    flat: true,
    outputShape: ({ units }) => [units],
    variables: ({ units, useBias }, [inputs = 0]) => [
      { name: 'kernel', shape: [inputs, units], trainable: true },
      ...(useBias ? [{ name: 'bias', shape: [units], trainable: true }] : []),
    ],
    activation: ({ activation }) => activation.type,
  },
);
