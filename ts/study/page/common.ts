/** What the sections of a study's page have in common. */

import { figure as number } from '../../report/format.ts';
import type { Show as ShowFigure } from '../../report/html.ts';
import { intervalText } from '../figures/intervals.ts';
import type { Estimate } from '../statistics.ts';
import type { Figures, SettingSummary } from '../summary.ts';

/** Draws a figure with its caption. */
export type Show = ShowFigure<string>;

/** More lines than that would be no figure any more; the table has them all. */
export const mostLines = 24;

/** The place of the setting that does best on the test digits. */
export function bestOnTest(settings: readonly SettingSummary[]): number {
  const accuracy = (place: number) => settings[place]?.test?.accuracy.mean ?? -1;
  return [...settings.keys()].reduce((best, place) => (accuracy(place) > accuracy(best) ? place : best), 0);
}

/** `± 0.14` in percentage points. */
export function halfWidth({ mean, high, count }: Estimate): string {
  return high === undefined ? 'one run' : `± ${(100 * (high - mean)).toFixed(2)} over ${count} runs`;
}

/** For a table: accuracy, mistakes, loss, runs. */
export function cellsOf({ accuracy, mistakes, loss }: Figures): string[] {
  return [intervalText(accuracy), mistakes.mean.toFixed(1), number(loss.mean), String(accuracy.count)];
}
