/** Whether the model is as often right as it says. */

import { OptionError } from '../../errors.ts';
import type { CalibrationBin } from '../../evaluation/calibration.ts';
import { checkInteger, checkNumber, checkObject, describe, isList } from '../../options.ts';
import { axis, chartWidth, grid, line, textStyle } from '../axes.ts';
import { drawChart } from '../charts.ts';
import { percent, plural, whole } from '../format.ts';
import { light } from '../palette.ts';
import { spotAt, toSvg } from '../svg.ts';

const height = 440;

/**
 * The observed share against the predicted probability, bin by bin, above the number of rows in each.
 *
 * @param bins As `calibrationCurve` gives them.
 * @returns An SVG document.
 * @throws OptionError
 * @example
 * ```js
 * import { calibrationCurve } from 'inkgrad';
 * import { calibrationPlot } from 'inkgrad/report';
 *
 * const svg = calibrationPlot(calibrationCurve([0, 0, 1, 1], [0.1, 0.3, 0.6, 0.9]));
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function calibrationPlot(bins: readonly CalibrationBin[]): string {
  checkBins(bins);
  const share = (value: number) => `${Math.round(100 * value)} %`;
  const ends = { min: 0, max: 1, interval: 0.25, axisLabel: { formatter: share } };
  const option = {
    textStyle,
    grid: [grid({ right: 26, top: 14, height: 268 }), grid({ right: 26, top: 306, height: 78 })],
    xAxis: [
      axis('', { ...ends, gridIndex: 0, axisLabel: { show: false } }),
      axis('Predicted probability', {
        ...ends,
        gridIndex: 1,
        nameGap: 30,
        containShape: false,
        splitLine: { show: false },
      }),
    ],
    yAxis: [
      axis('Came true', { ...ends, gridIndex: 0, nameGap: 56, axisLine: { show: false } }),
      axis('Rows', {
        gridIndex: 1,
        max: 5.5,
        nameGap: 56,
        axisLine: { show: false },
        axisLabel: { show: false },
        splitLine: { show: false },
      }),
    ],
    series: [
      line(
        'perfect',
        [
          [0, 0],
          [1, 1],
        ],
        { colour: light.muted, dashed: true, width: 1.25 },
      ),
      line(
        'model',
        bins.map(({ predicted, observed }) => [predicted, observed] as const),
        { colour: light.blue, symbol: 'circle' },
      ),
      {
        type: 'bar',
        xAxisIndex: 1,
        yAxisIndex: 1,
        silent: true,
        clip: false,
        barWidth: 18,
        itemStyle: { color: light.blue, opacity: 0.8 },
        emphasis: { disabled: true },
        // Log-scaled, or all bins but the last would be too low to see; a bin of one row has some height too.
        data: bins.map(({ predicted, count }) => ({
          value: [predicted, 0.3 + Math.log10(count)],
          label: {
            show: true,
            position: 'top',
            distance: 3,
            formatter: shortCount(count),
            color: light.muted,
            fontSize: 12,
          },
        })),
      },
    ],
  };
  const rows = bins.reduce((sum, { count }) => sum + count, 0);
  const description = [
    `${plural(rows, 'row')} by predicted probability.`,
    ...bins.map(
      ({ predicted, observed, count }) =>
        `Of ${whole(count)} at about ${percent(predicted, 1)}, ${percent(observed, 1)} came true.`,
    ),
  ].join(' ');
  const [left, width] = [76, chartWidth - 76 - 26];
  const spots = bins.map(({ predicted, observed, count }) => {
    const text = `About ${percent(predicted, 1)}: ${percent(observed, 1)} of ${plural(count, 'row')} came true`;
    return spotAt(left + predicted * width - 14, 14, 28, height - 14 - 56, text);
  });
  return toSvg({
    width: chartWidth,
    height,
    title: 'Calibration',
    description,
    body: drawChart(option, chartWidth, height) + spots.join(''),
  });
}

function checkBins(bins: unknown): void {
  if (!isList(bins)) throw new OptionError('bins', 'bins as calibrationCurve gives them', describe(bins));
  const isShare = (value: number) => value >= 0 && value <= 1;
  bins.forEach((bin, i) => {
    const { predicted, observed, count } = checkObject(`bins[${i}]`, bin) as CalibrationBin;
    checkNumber(`bins[${i}].predicted`, predicted, 'a number from 0 to 1', isShare);
    checkNumber(`bins[${i}].observed`, observed, 'a number from 0 to 1', isShare);
    checkInteger(`bins[${i}].count`, count, 1, Number.MAX_SAFE_INTEGER);
  });
}

/** 8348 as 8.3k, since bars stand close. */
function shortCount(count: number): string {
  return count < 1000 ? String(count) : `${+(count / 1000).toPrecision(2)}k`;
}
