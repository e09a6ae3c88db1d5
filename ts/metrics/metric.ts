/** What the entries of the list of metrics have in common. */

import type { Field, Lowering } from '../kind/field.ts';
import { snakeCase } from '../kind/spelling.ts';
import { type Fields, type KindOptions, kind, lowerFields, type SpecFor } from '../kind.ts';
import { checkText } from '../options.ts';

/** What results are called. */
function nameField(initial: string): Field<string, string, false> {
  return { initial, read: checkText, lower: () => null };
}

interface MetricOptions<Type extends string, F extends Fields, First, Alias>
  extends KindOptions<Type, F, First, Alias> {
  /** What Keras calls its results. Default: the type in snake_case. */
  readonly logName?: string;
  /** Numbers that it gives for a model of so many outputs. Default: 1. */
  readonly width?: (spec: SpecFor<Type, F>, outputs: number) => number;
}

/** A kind of metric: its own fields, and the `name` of its results. */
export function metric<
  const Type extends string,
  Own extends Fields,
  First extends keyof Own = never,
  const Alias extends string = never,
>(type: Type, own: Own, options: MetricOptions<Type, Own, First, Alias> = {}) {
  const { logName = snakeCase(type), width = () => 1, lower, ...others } = options;
  const made = kind<
    Type,
    Own & {
      /** What the figure is called. Default: Keras's name of the metric. */
      readonly name: ReturnType<typeof nameField>;
    },
    First,
    Alias
  >(type, { ...own, name: nameField(logName) }, {
    ...others,
    lower: (spec: SpecFor<Type, Own>, lowering: Lowering) =>
      lower ? lower(spec, lowering) : lowerFields(type, own, spec, lowering),
  } as object);
  return Object.assign(made, {
    /** How many numbers it comes to. */
    width: width as (spec: object, outputs: number) => number,
  });
}
