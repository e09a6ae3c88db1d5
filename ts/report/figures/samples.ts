/** Images with what they are and what the model takes them for. */

import { OptionError } from '../../errors.ts';
import { mostConfused } from '../../evaluation/most-confused.ts';
import { checkObject } from '../../options.ts';
import { chartWidth } from '../axes.ts';
import { chance, percent, plural } from '../format.ts';
import { light } from '../palette.ts';
import { type JudgedRun, judge, type Run } from '../run.ts';
import { spotAt, textAt, toSvg } from '../svg.ts';
import { drawTile, drawTiles, fitted, type Tile, tileHeight } from './tiles.ts';

/** Images beside each other in grids. */
const columns = 4;

/** The misclassified rows, those first that the model was most sure of. */
export function mistakes({ labels, decisions, rows, probability }: JudgedRun): number[] {
  const sureness = (row: number) => probability(row, decisions[row] as number);
  return Array.from({ length: rows }, (_, row) => row)
    .filter((row) => labels[row] !== decisions[row])
    .sort((a, b) => sureness(b) - sureness(a));
}

/**
 * A 4 x 4 grid of samples, or a longer one where there are more classes: some of each class, evenly spread over its rows
 * and titled 'label / prediction'; what is wrong stands out.
 *
 * @param run What is needed: labels, probabilities and images.
 * @returns An SVG document.
 * @throws What `report` throws.
 * @example
 * ```js
 * import { sampleGrid } from 'inkgrad/report';
 *
 * const run = {
 *   history: { epoch: [0], history: { loss: [0.5] } },
 *   labels: [0, 1, 1],
 *   probabilities: [[0.9, 0.1], [0.2, 0.8], [0.7, 0.3]],
 *   images: [[0, 0, 1, 1], [1, 1, 0, 0], [0, 1, 0, 1]], // of 2 x 2 pixels
 * };
 * const svg = sampleGrid(run);
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function sampleGrid(run: Run): string {
  return drawSampleGrid(judgeImages(run));
}

/**
 * The 16 mistakes that the model was most sure of. Arguments as for `sampleGrid`.
 * @example
 * ```js
 * import { worstMistakes } from 'inkgrad/report';
 *
 * const run = {
 *   history: { epoch: [0], history: { loss: [0.5] } },
 *   labels: [0, 1, 1],
 *   probabilities: [[0.9, 0.1], [0.2, 0.8], [0.7, 0.3]],
 *   images: [[0, 0, 1, 1], [1, 1, 0, 0], [0, 1, 0, 1]], // of 2 x 2 pixels
 * };
 * const svg = worstMistakes(run);
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function worstMistakes(run: Run): string {
  return drawWorstMistakes(judgeImages(run));
}

/**
 * The pairs of classes that were confused most often, with their images. Arguments as for `sampleGrid`.
 * @example
 * ```js
 * import { confusedPairs } from 'inkgrad/report';
 *
 * const run = {
 *   history: { epoch: [0], history: { loss: [0.5] } },
 *   labels: [0, 1, 1],
 *   probabilities: [[0.9, 0.1], [0.2, 0.8], [0.7, 0.3]],
 *   images: [[0, 0, 1, 1], [1, 1, 0, 0], [0, 1, 0, 1]], // of 2 x 2 pixels
 * };
 * const svg = confusedPairs(run);
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function confusedPairs(run: Run): string {
  return drawConfusedPairs(judgeImages(run));
}

function judgeImages(run: Run): JudgedRun {
  checkObject('run', run);
  if (run.images === undefined) throw new OptionError('images', 'the images to show', 'none');
  return judge(run);
}

export function drawSampleGrid(run: JudgedRun): string {
  const rows = sampleRows(run);
  const tiles = rows.map(
    (row): Tile => ({
      row,
      caption: names(run, row).join(' / '),
      note: chance(run.probability(row, run.decisions[row] as number)),
      wrong: isWrong(run, row),
    }),
  );
  const { body, height } = drawTiles(run, tiles, columns, chartWidth);
  const wrong = tiles.filter((tile) => tile.wrong).length;
  const description = `${plural(rows.length, 'image')}, each with label / prediction: ${tiles
    .map(({ caption }) => caption)
    .join(', ')}. ${wrong === 0 ? 'All are right.' : `${wrong} of them wrong.`}`;
  return toSvg({ width: chartWidth, height, title: 'Samples', description, body });
}

/** Rows of each class in turn, as many as fill the grid. */
function sampleRows({ labels, rows, classNames }: JudgedRun): number[] {
  const ofClass = classNames.map(() => [] as number[]);
  for (let row = 0; row < rows; row++) ofClass[labels[row] as number]?.push(row);
  const present = ofClass.filter(({ length }) => length > 0);
  const places = Math.min(rows, Math.max(16, columns * Math.ceil(present.length / columns)));
  const counts = present.map(() => 0);
  for (let filled = 0, turn = 0; filled < places; turn++) {
    const at = turn % present.length;
    if ((counts[at] as number) >= (present[at] as number[]).length) continue;
    counts[at] = (counts[at] as number) + 1;
    filled++;
  }
  return present.flatMap((own, at) => {
    const count = counts[at] as number;
    return Array.from({ length: count }, (_, i) => own[Math.floor((i * own.length) / count)] as number);
  });
}

export function drawWorstMistakes(run: JudgedRun): string {
  const tiles = mistakes(run)
    .slice(0, 16)
    .map((row): Tile => {
      const [label, decision] = [run.labels[row] as number, run.decisions[row] as number];
      return {
        row,
        caption: names(run, row).join(' / '),
        note: `${chance(run.probability(row, decision))} / ${chance(run.probability(row, label))}`,
        wrong: true,
      };
    });
  const { body, height } = drawTiles(run, tiles, columns, chartWidth);
  const description = tiles
    .map(({ caption, note }) => `${caption} (probabilities ${note}, predicted / true)`)
    .join(', ');
  return toSvg({ width: chartWidth, height, title: 'Worst mistakes', description: `${description}.`, body });
}

const pairTile = 50;
const pairText = 132;
const pairGap = 6;
const mostPairs = 8;

export function drawConfusedPairs(run: JudgedRun): string {
  const pairs = mostConfused(run.matrix, { top: mostPairs });
  const wrong = mistakes(run);
  const step = tileHeight(run.images?.size ?? [1, 1], pairTile) + 14;
  const room = Math.floor((chartWidth - pairText - 6) / (pairTile + pairGap));
  const body = pairs
    .map(({ label, prediction, count, share }, line) => {
      const y = 10 + line * step;
      const middle = y + (step - 14) / 2;
      const heading = `${run.classNames[label]} taken for ${run.classNames[prediction]}`;
      const rows = wrong.filter((row) => run.labels[row] === label && run.decisions[row] === prediction).slice(0, room);
      return [
        textAt(12, middle - 2, heading, { bold: true, size: fitted(heading, pairText - 18) }),
        textAt(12, middle + 17, `${plural(count, 'time')}, ${percent(share, 1)}`, { colour: light.muted }),
        spotAt(0, y, pairText, step - 14, heading, { label, prediction }),
        ...rows.map((row, i) => drawTile(run, { row }, pairText + i * (pairTile + pairGap), y, pairTile)),
      ].join('');
    })
    .join('');
  const description = pairs
    .map(
      ({ label, prediction, count }) =>
        `${run.classNames[label]} taken for ${run.classNames[prediction]} ${plural(count, 'time')}`,
    )
    .join(', ');
  const height = 10 + pairs.length * step;
  return toSvg({ width: chartWidth, height, title: 'Most confused pairs', description: `${description}.`, body });
}

function names({ classNames, labels, decisions }: JudgedRun, row: number): [label: string, prediction: string] {
  return [classNames[labels[row] as number] as string, classNames[decisions[row] as number] as string];
}

function isWrong({ labels, decisions }: JudgedRun, row: number): boolean {
  return labels[row] !== decisions[row];
}
