import { belowOne, flag, moreThanZero } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

/** Gradients over the root of their mean square (Hinton, 2012). Learning rate 0.001. */
export const rmsprop = optimizer(
  'rmsprop',
  0.001,
  {
    /** Decay of the mean of squared gradients. Default: 0.9. */
    rho: belowOne(0.9),
    /** Default: 0. */
    momentum: belowOne(0),
    /** Default: 1e-7. */
    epsilon: moreThanZero(1e-7),
    /** By the variance of gradients instead of their mean square. Default: false. */
    centered: flag(false),
  },
  {
    aliases: ['RMSprop', 'rmsProp', 'RMSProp'],
    slots: ({ momentum, centered }, shape) => (1 + Number(momentum > 0) + Number(centered)) * size(shape),
  },
);
