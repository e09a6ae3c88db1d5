import { belowOne, moreThanZero } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

/** Steps in the units of the weights (Zeiler, 2012). Learning rate 0.001, where the paper has 1. */
export const adadelta = optimizer(
  'adadelta',
  0.001,
  {
    /** Decay of the means of squared gradients and squared steps. Default: 0.95. */
    rho: belowOne(0.95),
    /** Added inside both roots. Default: 1e-7. */
    epsilon: moreThanZero(1e-7),
  },
  { slots: (_, shape) => 2 * size(shape) },
);
