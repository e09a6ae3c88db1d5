import { belowOne } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

/** Steps of one size, by the sign of the momentum (Chen et al., 2023). Learning rate 0.001. */
export const lion = optimizer(
  'lion',
  0.001,
  {
    /** The momentum's share in a step. Default: 0.9. */
    beta1: belowOne(0.9),
    /** Decay of the momentum. Default: 0.99. */
    beta2: belowOne(0.99),
  },
  { slots: (_, shape) => size(shape) },
);
