/** The comparison of two runs as one HTML page. */

import { chartWidth } from '../report/axes.ts';
import { drawTiles } from '../report/figures/tiles.ts';
import { figure as number, percent, plural, whole } from '../report/format.ts';
import { figureKeeper, keyList, pageOf, pair, panel, type Section, type Show, table } from '../report/html.ts';
import { toImages } from '../report/pixels.ts';
import { toSvg } from '../report/svg.ts';
import type { LabelledRows } from '../tensor.ts';
import type { ComparedRun, RunComparison } from './comparison.ts';
import { type Curves, twoCurves } from './figures/two-curves.ts';
import { pValueText } from './words.ts';

/** Figures that pages may have. */
export const comparisonFigures = ['loss', 'accuracy', 'only-first', 'only-second'] as const;
type FigureName = (typeof comparisonFigures)[number];

export interface ComparisonPage {
  readonly html: string;
  readonly figures: ReadonlyMap<FigureName, string>;
}

const mostTiles = 40;

export function makeComparisonPage(
  runs: readonly [ComparedRun, ComparedRun],
  comparison: RunComparison,
  digits: LabelledRows,
): ComparisonPage {
  const { figures, show } = figureKeeper<FigureName>();
  // In figures runs are called by letters: folders have long names.
  const [first, second] = runs;
  const sections = [
    curves(runs, show),
    sides(runs, comparison, digits, show),
    classes(runs, digits),
    parameters(comparison),
  ].filter((section) => section !== undefined);
  const html = pageOf({
    title: 'Two runs compared',
    subtitle: `A is ${first.name}, B is ${second.name}; both judged on the same ${whole(digits.y.length)} held-out digits.`,
    head: keyFigures(comparison, runs),
    sections,
  });
  return { html, figures };
}

/** What McNemar's test comes to, in words. */
export function verdict(
  { mcNemar, accuracies: [first, second] }: RunComparison,
  [a, b]: readonly [string, string],
): string {
  const { onlyFirst, onlySecond, pValue, exact } = mcNemar;
  const by = `${plural(onlyFirst, 'digit')} that only ${a} classifies correctly, ${onlySecond} that only ${b} does; McNemar's test, ${exact ? 'exact' : 'with continuity correction'}, ${pValueText(pValue)}`;
  if (pValue >= 0.05) return `No difference that these digits could tell from chance: ${by}.`;
  return `${first > second ? a : b} is better on these digits: ${by}.`;
}

function keyFigures({ accuracies, mcNemar }: RunComparison, runs: readonly [ComparedRun, ComparedRun]): string {
  const [first, second] = accuracies.map((accuracy) => percent(accuracy)) as [string, string];
  return keyList([
    ['Accuracy of A', first, `loss ${number(runs[0].loss)}`],
    ['Accuracy of B', second, `loss ${number(runs[1].loss)}`],
    ['Only A is right', whole(mcNemar.onlyFirst), 'digits'],
    ['Only B is right', whole(mcNemar.onlySecond), 'digits'],
    ['McNemar', pValueText(mcNemar.pValue), mcNemar.exact ? 'exact' : 'chi-squared, corrected'],
  ]);
}

function curves(runs: readonly [ComparedRun, ComparedRun], show: Show<FigureName>): Section | undefined {
  if (runs.every(({ history }) => history.epoch.length === 0)) return undefined;
  const curvesOf = (one: 'loss' | 'accuracy') =>
    [curvesOfRun('A', runs[0], one), curvesOfRun('B', runs[1], one)] as const;
  const share = (value: number) => `${+(100 * value).toFixed(2)} %`;
  return {
    id: 'curves',
    title: 'How they learned',
    intro: 'On the held-out digits as lines, on the training digits dashed.',
    content: pair(
      show(
        'loss',
        twoCurves('Loss', curvesOf('loss'), { format: (value) => String(+value.toFixed(4)) }),
        'Loss',
        'Lower is better; the gap between a line and its dashes is what was learned by heart.',
      ),
      show(
        'accuracy',
        twoCurves('Accuracy', curvesOf('accuracy'), { format: share, most: 1 }),
        'Accuracy',
        'The share of images classified correctly.',
      ),
    ),
  };
}

function curvesOfRun(name: string, { history }: ComparedRun, one: 'loss' | 'accuracy'): Curves {
  return { name, training: history[one], validation: history[`val_${one}`] };
}

function sides(
  runs: readonly [ComparedRun, ComparedRun],
  comparison: RunComparison,
  digits: LabelledRows,
  show: Show<FigureName>,
): Section {
  const { onlyFirst, onlySecond } = comparison;
  const images = toImages('images', digits.x, undefined);
  const draw = (title: string, rows: readonly number[]) => {
    const tiles = rows.slice(0, mostTiles).map((row) => ({
      row,
      caption: `${digits.y[row]}`,
      note: `${runs[0].decisions[row]} / ${runs[1].decisions[row]}`,
    }));
    const { body, height } = drawTiles({ images }, tiles, 5, chartWidth);
    const description = tiles.map(({ caption, note }) => `a ${caption}, ${note}`).join(', ');
    return toSvg({ width: chartWidth, height, title, description: `Decided by A / by B: ${description}.`, body });
  };
  const caption = (rows: readonly number[]) =>
    `${plural(rows.length, 'digit')}${rows.length > mostTiles ? `, the first ${mostTiles} shown` : ''}: what it is, and below what A / B take it for.`;
  return {
    id: 'sides',
    title: 'Which digits changed sides',
    intro: verdict(comparison, ['A', 'B']),
    content: pair(
      onlyFirst.length > 0 &&
        show('only-first', draw('Only A is right', onlyFirst), 'Only A is right', caption(onlyFirst)),
      onlySecond.length > 0 &&
        show('only-second', draw('Only B is right', onlySecond), 'Only B is right', caption(onlySecond)),
    ),
  };
}

function classes(runs: readonly [ComparedRun, ComparedRun], { y }: LabelledRows): Section {
  const ids = [...new Set(y)].sort((a, b) => a - b);
  const rows = ids.map((id) => {
    const own = Array.from(y.keys()).filter((row) => y[row] === id);
    const right = runs.map(({ decisions }) => own.filter((row) => decisions[row] === id).length);
    const [first = 0, second = 0] = right;
    const difference = second - first;
    return [
      `${id}`,
      whole(own.length),
      whole(own.length - first),
      whole(own.length - second),
      `${difference > 0 ? '+' : ''}${difference}`,
    ];
  });
  const heads = ['Digit', 'Images', 'Mistakes of A', 'Mistakes of B', 'B gains'];
  return {
    id: 'classes',
    title: 'By digit',
    intro: 'Where one errs less than the other.',
    content: pair(panel('Mistakes', table({ label: 'Mistakes by digit', heads, lines: rows }))),
  };
}

function parameters({ differences }: RunComparison): Section {
  const rows = differences.map(([path, first, second]) => [path, first ?? 'none', second ?? 'none']);
  return {
    id: 'parameters',
    title: 'What was set differently',
    intro:
      differences.length === 0
        ? 'Nothing: the same digits, settings and engine.'
        : 'All that differs in what the runs follow from.',
    content:
      rows.length === 0
        ? ''
        : pair(
            panel('Parameters', table({ label: 'Parameters', heads: ['Parameter', 'A', 'B'], lines: rows }), 'wide'),
          ),
  };
}
