/** What all optimizers have: a learning rate, and what Keras does around each one's rule. */

import { OptionError } from '../errors.ts';
import {
  atLeastZero,
  belowOne,
  choice,
  type Field,
  flag,
  type Lowered,
  moreThanZero,
  orNull,
  whole,
} from '../kind/field.ts';
import { type Fields, kind, lowerFields } from '../kind.ts';
import { describe } from '../options.ts';
import { type Schedule, type ScheduleSpec, scheduleRoom } from '../schedules.ts';

const constantRate = atLeastZero();

/** A number, or a schedule of numbers. */
function learningRate(initial: number): Field<number | Schedule, number | ScheduleSpec, false> {
  return {
    initial,
    read: (argument, value) => {
      if (typeof value === 'number') return constantRate.read(argument, value);
      if (typeof value === 'object' && value !== null) return scheduleRoom.read(argument, value);
      throw new OptionError(argument, 'a finite number of at least 0, or a schedule', describe(value));
    },
    lower: (value, lowering): Lowered =>
      typeof value === 'number' ? { type: 'constant', value } : scheduleRoom.lower(value, lowering),
  };
}

const update = {
  /** Gradients of each variable are shortened to this norm. Default: null, not at all. */
  clipnorm: orNull(moreThanZero()),
  /** Each number of a gradient is held between minus this and this. Default: null, not at all. */
  clipvalue: orNull(moreThanZero()),
  /** All gradients together are shortened to this norm. Default: null, not at all. */
  globalClipnorm: orNull(moreThanZero()),
  /** The share of each weight, times the learning rate, that a step takes away. Default: null, none (AdamW: 0.004). */
  weightDecay: orNull(atLeastZero()),
  /** Whether biases decay too. Default: 'none', everything decays, as in Keras. */
  excludeFromWeightDecay: choice(['none', 'biases'], 'none'),
  /** Keeps a running average of the weights, which `fit` writes in at its end. Default: false. */
  useEma: flag(false),
  /** The share of the old average that a step keeps. Default: 0.99. */
  emaMomentum: belowOne(0.99),
  /** Writes the average into the weights every so many steps. Default: null, only at the end of `fit`. */
  emaOverwriteFrequency: orNull(whole()),
  /** Updates the weights once in so many batches, by the mean of their gradients. Default: null, each time. */
  gradientAccumulationSteps: orNull(whole(undefined, 2)),
} as const;

/** What Keras keeps beside the weights, for `summary`. */
export interface OptimizerState<Spec> {
  /** Numbers for a variable of a shape. Default: none. */
  readonly slots?: (spec: Spec, shape: readonly number[]) => number;
  /** Numbers besides the count of steps and the learning rate. Default: 0. */
  readonly scalars?: number;
}

interface OptimizerOptions<Spec, Alias> extends OptimizerState<Spec> {
  readonly aliases?: readonly Alias[];
  /** Default: null. */
  readonly weightDecay?: number;
  /** The engine's kind. Default: the type. */
  readonly engineKind?: string;
}

/** The numbers of a shape. */
export function size(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/**
 * @param rate the default of `learningRate`
 * @param own the fields of the rule
 */
export function optimizer<const Type extends string, Own extends Fields, const Alias extends string = never>(
  type: Type,
  rate: number,
  own: Own,
  options: OptimizerOptions<{ readonly [Name in keyof Own]: ReturnType<Own[Name]['read']> }, Alias> = {},
) {
  const { aliases = [], weightDecay = null, engineKind = type, slots = () => 0, scalars = 0 } = options;
  const rule = {
    /** A number of at least 0, or a schedule. The default is each optimizer's own. */
    learningRate: learningRate(rate),
    ...own,
  };
  const common = {
    ...update,
    /** A share of each weight that goes at a step, times the learning rate. Default: null, none; adamw's 0.004. */
    weightDecay: { ...update.weightDecay, initial: weightDecay },
  };
  const made = kind(
    type,
    { ...rule, ...common },
    {
      first: 'learningRate',
      aliases,
      check: (argument, spec) => {
        const { clipnorm, clipvalue, globalClipnorm } = spec as { readonly [Name in keyof typeof update]: unknown };
        const given = Object.entries({ clipnorm, clipvalue, globalClipnorm }).filter(([, value]) => value !== null);
        if (given.length < 2) return;
        const names = given.map(([name]) => name).join(' and ');
        throw new OptionError(`${argument}clipnorm`, 'one of clipnorm, clipvalue and globalClipnorm', names);
      },
      lower: (spec, lowering) => {
        const { excludeFromWeightDecay, gradientAccumulationSteps, ...rest } = lowerFields('', common, spec, lowering);
        const { type: _, ...others } = rest;
        return {
          optimizer: lowerFields(engineKind, rule, spec, lowering),
          update: {
            ...others,
            decayBiases: spec.excludeFromWeightDecay === 'none',
            gradientAccumulationSteps: gradientAccumulationSteps ?? 1,
          },
        };
      },
    },
  );
  return Object.assign(made, {
    /** Numbers beside each variable. */
    slots,
    /** Numbers beside the count of steps. */
    scalars,
  });
}
