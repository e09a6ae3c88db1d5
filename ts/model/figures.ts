/** Figures by name. */

import type { Scores } from '../engine/engine.ts';
import type { FigureNameOf, Metric } from '../metrics.ts';

/** What scoring a model gives: the loss, and each metric of `compile` by its name. */
export type Evaluation<Name extends string = string> = {
  /** The mean loss, penalties of regularizers included. */
  readonly loss: number;
} & (string extends Name
  ? Readonly<Record<string, number>> & { readonly accuracy?: number }
  : { readonly [Figure in Name]: number });

/** The names of the figures that a model compiled so gives; any text where they do not follow from the options' types. */
export type FigureNames<
  Metrics extends readonly Metric[],
  Weighted extends readonly Metric[],
> = Weighted extends readonly [] ? FigureNameOf<Metrics[number]> : string;

/** An engine's scores by name. */
export function nameFigures(names: readonly string[], { loss, metrics }: Scores): Evaluation {
  return { loss, ...Object.fromEntries(names.map((name, i) => [name, metrics[i] as number])) };
}
