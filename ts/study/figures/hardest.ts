/** The test digits that most of a setting's models decide wrongly. */

import { chartWidth } from '../../report/axes.ts';
import { drawTiles, type Tile } from '../../report/figures/tiles.ts';
import { toImages } from '../../report/pixels.ts';
import { toSvg } from '../../report/svg.ts';
import type { LabelledRows } from '../../tensor.ts';
import type { Scores } from '../records.ts';

const shown = 16;

/** With the label / the most frequent decision, and how many of the models decide wrongly. */
export function hardestDigits({ x, y }: LabelledRows, scores: readonly Scores[]): string {
  const decided = new Map<number, number[]>();
  for (const { mistakes } of scores) {
    mistakes.rows.forEach((row, i) => {
      decided.set(row, [...(decided.get(row) ?? []), mistakes.decisions[i] as number]);
    });
  }
  const hardest = [...decided].sort(([a, one], [b, other]) => other.length - one.length || a - b).slice(0, shown);
  const tiles = hardest.map(
    ([row, decisions]): Tile => ({
      row,
      caption: `${y[row]} / ${mostFrequent(decisions)}`,
      note: `${decisions.length} of ${scores.length}`,
      wrong: true,
    }),
  );
  const { body, height } = drawTiles({ images: toImages('images', x, undefined) }, tiles, 4, chartWidth);
  const description = tiles.map(({ caption, note }) => `${caption} (${note})`).join(', ');
  return toSvg({ width: chartWidth, height, title: 'Hardest digits', description: `${description}.`, body });
}

function mostFrequent(decisions: readonly number[]): number {
  const count = (decision: number) => decisions.filter((other) => other === decision).length;
  return [...decisions].sort((a, b) => count(b) - count(a) || a - b)[0] as number;
}
