import { OptionError } from '../errors.ts';
import { anyNumber, atLeastZero } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

const exponent = anyNumber(-0.5);

/** Follow the regularized leader (McMahan et al., 2013). Learning rate 0.001. */
export const ftrl = optimizer(
  'ftrl',
  0.001,
  {
    /** At most 0; 0 keeps the learning rate fixed. Default: -0.5. */
    learningRatePower: {
      ...exponent,
      read: (argument: string, value: unknown) => {
        const power = exponent.read(argument, value);
        if (power > 0) throw new OptionError(argument, 'a number of at most 0', `${power}`);
        return power;
      },
    },
    /** Where the sums of squared gradients start. Default: 0.1. */
    initialAccumulatorValue: atLeastZero(0.1),
    /** Default: 0. */
    l1RegularizationStrength: atLeastZero(0),
    /** Default: 0. */
    l2RegularizationStrength: atLeastZero(0),
    /** Default: 0. */
    l2ShrinkageRegularizationStrength: atLeastZero(0),
    /** Default: 0. */
    beta: atLeastZero(0),
  },
  { aliases: ['FTRL'], slots: (_, shape) => 2 * size(shape) },
);
