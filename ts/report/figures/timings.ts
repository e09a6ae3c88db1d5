/** How fast it trained. */

import { axis, chartWidth, epochAxis, epochSpots, grid, textStyle } from '../axes.ts';
import { drawChart } from '../charts.ts';
import { duration, whole } from '../format.ts';
import { light } from '../palette.ts';
import { checkTimings, type Timings } from '../run.ts';
import { toSvg } from '../svg.ts';

const height = 260;
const room = { top: 16, bottom: 50 };

/**
 * Samples a second, epoch by epoch.
 *
 * @returns An SVG document.
 * @throws OptionError, ShapeError
 * @example
 * ```js
 * import { timingsChart } from 'inkgrad/report';
 *
 * const svg = timingsChart({ samples: 60_000, seconds: [0.31, 0.25, 0.24] });
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function timingsChart(timings: Timings): string {
  checkTimings(timings);
  const rates = timings.seconds.map((seconds) => timings.samples / seconds);
  const option = {
    textStyle,
    grid: grid(room),
    xAxis: epochAxis(
      rates.map((_, i) => `${i + 1}`),
      true,
    ),
    yAxis: axis('Samples a second', {
      nameGap: 56,
      axisLine: { show: false },
      axisLabel: { formatter: (rate: number) => (rate >= 1000 ? `${rate / 1000}k` : `${rate}`) },
    }),
    series: {
      type: 'bar',
      data: rates,
      silent: true,
      clip: false,
      barMaxWidth: 40,
      barCategoryGap: '30%',
      itemStyle: { color: light.blue },
      emphasis: { disabled: true },
    },
  };
  const [least, most] = [Math.min, Math.max].map((choose) => rates.reduce((best, rate) => choose(best, rate))) as [
    number,
    number,
  ];
  const description = `From ${whole(least)} to ${whole(most)} samples a second.`;
  const told = timings.seconds.map(
    (seconds, i) => `Epoch ${i + 1}: ${whole(rates[i] as number)} samples a second, ${duration(seconds)} in all`,
  );
  return toSvg({
    width: chartWidth,
    height,
    title: 'Speed by epoch',
    description,
    body: drawChart(option, chartWidth, height) + epochSpots(told, true, room, height),
  });
}
