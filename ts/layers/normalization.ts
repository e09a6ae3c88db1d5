/** Layers that bring rows to mean 0 and variance 1. */

import { constraintField } from '../constraints.ts';
import { initializerField } from '../initializers.ts';
import { belowOne, flag, moreThanZero } from '../kind/field.ts';
import { vectorRegularizerField } from '../regularizers.ts';
import { layer, perFeature, type Shape, type Variable } from './layer.ts';

const epsilon = moreThanZero(1e-3);

/** What both layers do after normalizing: `gamma * x + beta`. */
const affine = {
  /** Adds a learnt `beta`. Default: true. */
  center: flag(true),
  /** Multiplies by a learnt `gamma`. Default: true. */
  scale: flag(true),
  /** Default: 'zeros'. */
  betaInitializer: initializerField('zeros'),
  /** Default: 'ones'. */
  gammaInitializer: initializerField('ones'),
};
const affineLimits = {
  /** Default: null. */
  betaRegularizer: vectorRegularizerField,
  /** Default: null. */
  gammaRegularizer: vectorRegularizerField,
  /** Default: null. */
  betaConstraint: constraintField,
  /** Default: null. */
  gammaConstraint: constraintField,
};

function affineVariables(spec: { readonly center: boolean; readonly scale: boolean }, shape: Shape): Variable[] {
  return [...(spec.scale ? [perFeature('gamma', shape)] : []), ...(spec.center ? [perFeature('beta', shape)] : [])];
}

/** Normalizes each input over the batch in training, and by moving statistics else (Ioffe and Szegedy, 2015). */
export const batchNormalization = layer(
  'batchNormalization',
  'BatchNormalization',
  {
    /** The share of the moving statistics that a batch keeps. Default: 0.99. */
    momentum: belowOne(0.99),
    /** Added to the variance. Default: 0.001. */
    epsilon,
    ...affine,
    /** Default: 'zeros'. */
    movingMeanInitializer: initializerField('zeros'),
    /** Default: 'ones'. */
    movingVarianceInitializer: initializerField('ones'),
    ...affineLimits,
  },
  {
    flat: true,
    variables: (spec, shape) => [
      ...affineVariables(spec, shape),
      perFeature('moving_mean', shape, false),
      perFeature('moving_variance', shape, false),
    ],
  },
);

/** Normalizes each row by itself (Ba et al., 2016). */
export const layerNormalization = layer(
  'layerNormalization',
  'LayerNormalization',
  {
    /** Added to the variance. Default: 0.001. */
    epsilon,
    ...affine,
    ...affineLimits,
  },
  { flat: true, variables: affineVariables },
);

/** Normalizes each input by the mean and the variance that `adapt` found, or that `setWeights` set. */
export const normalization = layer(
  'normalization',
  'Normalization',
  {},
  {
    flat: true,
    variables: (_, shape) => [perFeature('mean', shape, false), perFeature('variance', shape, false)],
  },
);
