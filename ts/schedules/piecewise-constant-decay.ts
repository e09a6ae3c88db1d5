import { OptionError } from '../errors.ts';
import { atLeastZero, listOf } from '../kind/field.ts';
import { kind } from '../kind.ts';

/** `values[i]` for the first `i` whose `boundaries[i]` the step (from 0) does not exceed, then the last value. */
export const piecewiseConstantDecay = kind(
  'piecewiseConstantDecay',
  {
    /** Steps, in rising order. */
    boundaries: listOf(atLeastZero()),
    /** One more than boundaries. */
    values: listOf(atLeastZero()),
  },
  {
    check: (argument, { boundaries, values }) => {
      if (values.length !== boundaries.length + 1) {
        throw new OptionError(`${argument}values`, `${boundaries.length + 1} numbers`, `${values.length}`);
      }
      if (boundaries.some((step, i) => i > 0 && step <= (boundaries[i - 1] as number))) {
        throw new OptionError(`${argument}boundaries`, 'steps in rising order', `[${boundaries.join(', ')}]`);
      }
    },
  },
);
