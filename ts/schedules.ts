/** How the learning rate goes down (and up), as Keras's schedules: each step has its own rate. */

import { room, type Written } from './kind/room.ts';
import type { SpecOf } from './kind.ts';
import { cosineDecay } from './schedules/cosine-decay.ts';
import { cosineDecayRestarts } from './schedules/cosine-decay-restarts.ts';
import { exponentialDecay } from './schedules/exponential-decay.ts';
import { inverseTimeDecay } from './schedules/inverse-time-decay.ts';
import { oneCycle } from './schedules/one-cycle.ts';
import { piecewiseConstantDecay } from './schedules/piecewise-constant-decay.ts';
import { polynomialDecay } from './schedules/polynomial-decay.ts';

/**
 * Learning rates that change with the steps: `optimizers.adam({ learningRate: schedules.cosineDecay({ ... }) })`.
 * @example
 * ```js
 * import { optimizers, schedules } from 'inkgrad';
 *
 * const learningRate = schedules.cosineDecay({ initialLearningRate: 0.01, decaySteps: 1000 });
 * console.log(optimizers.adam({ learningRate }).learningRate.type); // prints cosineDecay
 * ```
 */
export const schedules = {
  /** Multiplied by `decayRate` every `decaySteps`. */
  exponentialDecay,
  /** Divided by `1 + decayRate * step / decaySteps`. */
  inverseTimeDecay,
  /** One of `values` after the other, changed after the steps in `boundaries`. */
  piecewiseConstantDecay,
  /** Down to `endLearningRate` along a power of the steps left. */
  polynomialDecay,
  /** Down along half a cosine, after a linear warm-up if `warmupTarget` is given. */
  cosineDecay,
  /** Down along half a cosine, again and again (Loshchilov and Hutter, 2016). */
  cosineDecayRestarts,
  /** Up and down once (Smith and Topin, 2018). */
  oneCycle,
} as const;

type AnySchedule = (typeof schedules)[keyof typeof schedules];
export type ScheduleSpec = SpecOf<AnySchedule>;
/** A schedule as people may write it: what a function of `schedules` made. */
export type Schedule = Extract<Written<AnySchedule>, object>;

export const scheduleRoom = room<AnySchedule>(schedules);
