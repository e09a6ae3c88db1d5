/** Losses of outputs that are numbers of any size; all are means over outputs. */

import { moreThanZero } from '../kind/field.ts';
import { loss } from './loss.ts';

/** `(y - p)^2`. */
export const meanSquaredError = loss('meanSquaredError', 'numbers', {}, { aliases: ['mse', 'MSE'] });

/** `|y - p|`. */
export const meanAbsoluteError = loss('meanAbsoluteError', 'numbers', {}, { aliases: ['mae', 'MAE'] });

/** `100 |y - p| / max(|y|, 1e-7)`. */
export const meanAbsolutePercentageError = loss(
  'meanAbsolutePercentageError',
  'numbers',
  {},
  {
    aliases: ['mape', 'MAPE'],
  },
);

/** `(log(y + 1) - log(p + 1))^2`, both held to at least 1e-7. */
export const meanSquaredLogarithmicError = loss(
  'meanSquaredLogarithmicError',
  'numbers',
  {},
  {
    aliases: ['msle', 'MSLE'],
  },
);

/** Half the square of errors up to `delta`, linear beyond (Huber, 1964). */
export const huber = loss(
  'huber',
  'numbers',
  {
    /** Default: 1. */
    delta: moreThanZero(1),
  },
  { first: 'delta' },
);

/** `log(cosh(p - y))`. */
export const logCosh = loss('logCosh', 'numbers', {}, { aliases: ['logcosh', 'LogCoshError'] });

/** `exp`-linked counts: `p - y log(p + 1e-7)`. */
export const poisson = loss('poisson', 'numbers', {});

/** Minus the cosine of the angle between target and output. */
export const cosineSimilarity = loss('cosineSimilarity', 'numbers', {}, { aliases: ['cosineProximity'] });
