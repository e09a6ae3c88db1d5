/** Figures by name. */

import type { Scores } from '../engine/engine.ts';
import type { FigureNameOf, Metric } from '../metrics.ts';

/** What scoring a model gives: the loss, and each metric of `compile` by its name. */
export type Evaluation<Name extends string = string> = { readonly loss: number } & (string extends Name
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

/** Scores of parts of a data set as those of the whole: means weighted by the rows of each part. */
export class MeanScores {
  #rows = 0;
  #loss = 0;
  readonly #metrics: number[] = [];

  add({ loss, metrics }: Scores, rows: number): void {
    this.#rows += rows;
    this.#loss += loss * rows;
    metrics.forEach((value, i) => {
      this.#metrics[i] = (this.#metrics[i] ?? 0) + value * rows;
    });
  }

  get rows(): number {
    return this.#rows;
  }

  get scores(): Scores {
    const mean = (sum: number) => (this.#rows === 0 ? 0 : sum / this.#rows);
    return { loss: mean(this.#loss), metrics: this.#metrics.map(mean) };
  }
}
