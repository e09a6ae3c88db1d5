/** Layers that disturb training and do nothing else. */

import { atLeastZero, belowOne } from '../kind/field.ts';
import { layer } from './layer.ts';

/** Sets a share `rate` of its inputs to 0 in training and scales the others up by `1 / (1 - rate)`. */
export const dropout = layer(
  'dropout',
  'Dropout',
  {
    /** The share that is dropped. */
    rate: belowOne(),
  },
  { first: 'rate' },
);

/** Adds noise of mean 0 in training. */
export const gaussianNoise = layer(
  'gaussianNoise',
  'GaussianNoise',
  {
    /** The noise's standard deviation. */
    stddev: atLeastZero(),
  },
  { first: 'stddev' },
);

/** Multiplies by noise of mean 1 and variance `rate / (1 - rate)` in training. */
export const gaussianDropout = layer(
  'gaussianDropout',
  'GaussianDropout',
  {
    /** The noise has the deviation of a dropout of this share: sqrt(rate / (1 - rate)). */
    rate: belowOne(),
  },
  { first: 'rate' },
);
