/** Metrics of errors that are no losses, or have another sign there. */

import { whole } from '../kind/field.ts';
import { metric } from './metric.ts';

/** The root of the mean squared error over all rows. */
export const rootMeanSquaredError = metric('rootMeanSquaredError', {}, { aliases: ['rmse'] });

/** The cosine of the angle between target and output: minus the loss of that name, as in Keras. */
export const cosineSimilarity = metric('cosineSimilarity', {}, { aliases: ['cosineProximity'] });

/** How far confidence is from accuracy, by bins of confidence (Guo et al., 2017). */
export const expectedCalibrationError = metric(
  'expectedCalibrationError',
  {
    /** Default: 15. */
    bins: whole(15),
  },
  { first: 'bins' },
);
