import { belowOne, moreThanZero } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

/** Adam with Nesterov's momentum (Dozat, 2016). Learning rate 0.001. */
export const nadam = optimizer(
  'nadam',
  0.001,
  {
    /** Decay of the mean of gradients. Default: 0.9. */
    beta1: belowOne(0.9),
    /** Decay of the mean of squared gradients. Default: 0.999. */
    beta2: belowOne(0.999),
    /** Default: 1e-7. */
    epsilon: moreThanZero(1e-7),
  },
  { slots: (_, shape) => 2 * size(shape), scalars: 1 },
);
