import { activationRoom } from '../activations.ts';
import { constraintRoom } from '../constraints.ts';
import { initializerRoom } from '../initializers.ts';
import { flag, orNull, whole } from '../kind/field.ts';
import { regularizerRoom } from '../regularizers.ts';
import { layer, MOST_UNITS } from './layer.ts';

const regularizer = orNull(regularizerRoom.field());
const constraint = orNull(constraintRoom.field());

/** A layer in which every output depends on every input: `activation(x . kernel + bias)`. */
export const dense = layer(
  'dense',
  'Dense',
  {
    /** Numbers that come out. */
    units: whole(undefined, 1, MOST_UNITS),
    /** What is done to each sum. Default: 'linear'. */
    activation: activationRoom.field('linear'),
    /** Default: true. */
    useBias: flag(true),
    /** Default: 'glorotUniform'. */
    kernelInitializer: initializerRoom.field('glorotUniform'),
    /** Default: 'zeros'. */
    biasInitializer: initializerRoom.field('zeros'),
    /** Default: null. */
    kernelRegularizer: regularizer,
    /** Default: null. */
    biasRegularizer: regularizer,
    /** Of the layer's outputs, as a mean over the batch. Default: null. */
    activityRegularizer: regularizer,
    /** Default: null. */
    kernelConstraint: constraint,
    /** Default: null. */
    biasConstraint: constraint,
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
