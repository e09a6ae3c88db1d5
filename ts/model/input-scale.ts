/** How large the numbers are that a model learned from, so that inputs of another scale are noticed. */

import type { Rows } from '../engine/engine.ts';
import { Warnings } from '../warnings.ts';
import type { KeptRows } from './data/kept.ts';
import { forSampled } from './sampled.ts';

/** Numbers that are looked at, evenly spread. */
const SAMPLED = 50_000;
/** Inputs so many times larger or smaller are not what the model knows. */
const FACTOR = 10;
/** Calls that are looked at: who makes more of them has seen the warning, or needs none. */
const CHECKS = 100;

export class InputScale {
  readonly #warnings = new Warnings();
  #checks = 0;
  /** The largest absolute value among the inputs of its trainings; undefined before one. */
  learned: number | undefined;

  learn(rows: Rows | KeptRows): void {
    this.learned = Math.max(this.learned ?? 0, largest(rows));
  }

  /** Says once that rows are of another scale. */
  check(name: string, rows: Rows | KeptRows): void {
    if (this.learned === undefined || this.#checks === CHECKS) return;
    this.#checks++;
    const given = largest(rows);
    if (given === 0 || this.learned === 0) return; // blank images have no scale
    if (given < FACTOR * this.learned && FACTOR * given > this.learned) return;
    this.#warnings.warn(
      'INPUT_SCALE',
      `${name}: the numbers go up to ${shown(given)}, and those that the model learned from went up to ` +
        `${shown(this.learned)}; scale them alike, such as pixels from 0 to 1 in both places`,
    );
  }
}

const shown = (value: number) => `${+value.toPrecision(4)}`;

/** The largest absolute value, of those that are looked at. */
export function largest(rows: Rows | KeptRows): number {
  if ('kept' in rows) return rows.kept.facts.largest;
  let most = 0;
  forSampled(rows, SAMPLED, (value) => {
    if (Math.abs(value) > most) most = Math.abs(value);
  });
  return most;
}
