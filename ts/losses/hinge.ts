/** Losses of outputs on the two sides of zero. */

import { loss } from './loss.ts';

/** `max(1 - y p, 0)`, for targets of -1 and 1 (or 0 and 1). */
export const hinge = loss('hinge', 'signs', {});

/** `max(1 - y p, 0)^2`. */
export const squaredHinge = loss('squaredHinge', 'signs', {});

/** `max(1 + the best other class - the true one, 0)`, for one-hot targets. */
export const categoricalHinge = loss('categoricalHinge', 'shares', {});
