import { atLeastZero, moreThanZero } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

/** Gradients over the root of the sum of their squares (Duchi et al., 2011). Learning rate 0.001. */
export const adagrad = optimizer(
  'adagrad',
  0.001,
  {
    /** Where the sums start. Default: 0.1. */
    initialAccumulatorValue: atLeastZero(0.1),
    /** Default: 1e-7. */
    epsilon: moreThanZero(1e-7),
  },
  { slots: (_, shape) => size(shape) },
);
