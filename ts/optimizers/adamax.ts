import { belowOne, moreThanZero } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

/** Adam by the largest gradient instead of the mean square (Kingma and Ba, 2014). Learning rate 0.001. */
export const adamax = optimizer(
  'adamax',
  0.001,
  {
    /** Decay of the mean of gradients. Default: 0.9. */
    beta1: belowOne(0.9),
    /** Decay of the largest gradient. Default: 0.999. */
    beta2: belowOne(0.999),
    /** Default: 1e-7. */
    epsilon: moreThanZero(1e-7),
  },
  { slots: (_, shape) => 2 * size(shape) },
);
