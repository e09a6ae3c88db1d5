/** The receiver operating characteristic. */

import { ShapeError } from '../../errors.ts';
import type { RocCurve } from '../../evaluation/roc.ts';
import { formatShape } from '../../inputs/tensor.ts';
import { checkNumbers, checkObject } from '../../options.ts';
import { axis, chartWidth, grid, line, textStyle } from '../axes.ts';
import { drawChart } from '../charts.ts';
import { percent } from '../format.ts';
import { light } from '../palette.ts';
import { toSvg } from '../svg.ts';

const height = 440;

/**
 * The ROC curve of a binary classifier, with the threshold of 0.5 marked.
 *
 * @param curve As `rocCurve` gives it.
 * @returns An SVG document.
 * @throws OptionError, ShapeError
 * @example
 * ```js
 * import { rocCurve } from 'inkgrad';
 * import { rocPlot } from 'inkgrad/report';
 *
 * const svg = rocPlot(rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]));
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function rocPlot(curve: RocCurve): string {
  checkCurve(curve);
  const points = curve.falsePositiveRates.map((x, i) => [x, curve.truePositiveRates[i] as number] as const);
  const ends = {
    min: 0,
    max: 1,
    interval: 0.25,
    axisLabel: { formatter: (value: number) => `${Math.round(100 * value)} %` },
  };
  const decided = points[curve.thresholds.findLastIndex((threshold) => threshold >= 0.5)] ?? [0, 0];
  const option = {
    textStyle,
    grid: grid({ right: 26, top: 14, bottom: 56 }),
    xAxis: axis('False positives (of class 0)', { ...ends, nameGap: 30 }),
    yAxis: axis('True positives (of class 1)', { ...ends, nameGap: 56, axisLine: { show: false } }),
    series: [
      line(
        'guessing',
        [
          [0, 0],
          [1, 1],
        ],
        { colour: light.muted, dashed: true, width: 1.25 },
      ),
      line('model', points, { colour: light.blue, width: 2.5 }),
      {
        ...line('decision', [decided], { colour: light.orange, symbol: 'circle' }),
        symbolSize: 10,
        label: { show: true, formatter: 'decided at 0.5', position: [14, 6], color: light.ink, fontSize: 14 },
      },
    ],
  };
  const description =
    `At a threshold of 0.5 the model finds ${percent(decided[1])} of class 1 ` +
    `and takes ${percent(decided[0])} of class 0 for it.`;
  return toSvg({
    width: chartWidth,
    height,
    title: 'ROC curve',
    description,
    body: drawChart(option, chartWidth, height),
  });
}

function checkCurve(curve: unknown): void {
  const { falsePositiveRates, truePositiveRates, thresholds } = checkObject('curve', curve) as RocCurve;
  const isShare = (value: number) => value >= 0 && value <= 1;
  const rates = checkNumbers('curve.falsePositiveRates', falsePositiveRates, 'a number from 0 to 1', isShare);
  const others = {
    truePositiveRates: checkNumbers('curve.truePositiveRates', truePositiveRates, 'a number from 0 to 1', isShare),
    thresholds: checkNumbers('curve.thresholds', thresholds, 'a number', (value) => !Number.isNaN(value)),
  };
  for (const [name, { length }] of Object.entries(others)) {
    if (length !== rates.length)
      throw new ShapeError(`curve.${name}`, formatShape([rates.length]), formatShape([length]));
  }
}
