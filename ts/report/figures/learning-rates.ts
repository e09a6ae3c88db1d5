/** What a search for a learning rate saw. */

import { OptionError, ShapeError } from '../../errors.ts';
import { formatShape } from '../../inputs/tensor.ts';
import { checkNumber, checkNumbers, describe, isList } from '../../options.ts';
import { axis, chartWidth, grid, line, textStyle } from '../axes.ts';
import { drawChart } from '../charts.ts';
import { figure } from '../format.ts';
import { light } from '../palette.ts';
import { toSvg } from '../svg.ts';

const height = 320;

/** What `callbacks.learningRateFinder` found. */
export interface FoundLearningRates {
  /** The rates that were tried, each larger than the one before. */
  readonly learningRates: readonly number[];
  /** The loss at each of them. */
  readonly losses: readonly number[];
  /** The rate to take. */
  readonly suggestion?: number | undefined;
}

/**
 * The loss at each learning rate that was tried, with the suggested one marked.
 *
 * @param found A `LearningRateFinder` after its training.
 * @returns An SVG document.
 * @throws OptionError, ShapeError
 * @example
 * ```js
 * import { learningRateCurve } from 'inkgrad/report';
 *
 * const found = { learningRates: [1e-4, 1e-3, 1e-2, 1e-1], losses: [2.3, 1.9, 0.8, 4], suggestion: 1e-2 };
 * const svg = learningRateCurve(found); // or a callbacks.learningRateFinder() after `fit`
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function learningRateCurve(found: FoundLearningRates): string {
  const { learningRates, losses, suggestion } = check(found);
  const marked = losses[learningRates.indexOf(suggestion ?? Number.NaN)];
  const lowest = Math.min(...losses);
  const option = {
    textStyle,
    grid: grid({ right: 26, top: 26, bottom: 56 }),
    xAxis: axis('Learning rate', {
      type: 'log',
      min: learningRates[0],
      max: learningRates.at(-1),
      nameGap: 30,
      axisLabel: { formatter: (value: number) => rate(value) },
    }),
    // Where it explodes is seen without the whole explosion.
    yAxis: axis('Loss', { nameGap: 56, axisLine: { show: false }, scale: true }),
    series: [
      line(
        'loss',
        learningRates.map((value, i) => [value, losses[i] as number] as const),
        { colour: light.blue },
      ),
      ...(suggestion !== undefined && marked !== undefined
        ? [
            {
              ...line('suggestion', [[suggestion, marked]], { colour: light.orange, symbol: 'circle' }),
              symbolSize: 10,
              label: { show: true, formatter: rate(suggestion), position: 'right', color: light.ink, fontSize: 14 },
            },
          ]
        : []),
    ],
  };
  const description =
    `The loss at learning rates from ${rate(learningRates[0] as number)} to ${rate(learningRates.at(-1) as number)}; ` +
    `the lowest is ${figure(lowest)}. ` +
    (suggestion === undefined ? 'It never fell.' : `It falls most steeply at ${rate(suggestion)}.`);
  const body = drawChart(option, chartWidth, height);
  return toSvg({ width: chartWidth, height, title: 'Loss by learning rate', description, body });
}

/** 0.0012 as 1.2e-3. */
function rate(value: number): string {
  return value.toPrecision(2).includes('e') || value < 0.01
    ? value.toExponential(1).replace('.0e', 'e')
    : `${+value.toPrecision(2)}`;
}

function check(found: FoundLearningRates): FoundLearningRates {
  const { learningRates, losses, suggestion } = (found ?? {}) as Partial<FoundLearningRates>;
  if (!isList(learningRates) || !isList(losses) || learningRates.length < 2) {
    throw new OptionError('found', 'a LearningRateFinder after its training', describe(found));
  }
  if (losses.length !== learningRates.length) {
    throw new ShapeError('losses', formatShape([learningRates.length]), formatShape([losses.length]));
  }
  for (const [i, value] of learningRates.entries()) {
    const before = i === 0 ? 0 : (learningRates[i - 1] as number);
    checkNumber(`learningRates[${i}]`, value, `a finite number above ${before}`, (v) => v > before && v < Infinity);
  }
  checkNumbers('losses', losses, 'a finite number', Number.isFinite);
  if (suggestion !== undefined) checkNumber('suggestion', suggestion, 'a number above 0', (value) => value > 0);
  return found;
}
