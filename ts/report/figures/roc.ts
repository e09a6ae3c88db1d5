/** The receiver operating characteristic. */

import type { RocCurve } from '../../evaluation/roc.ts';
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
 */
export function rocPlot(curve: RocCurve): string {
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
