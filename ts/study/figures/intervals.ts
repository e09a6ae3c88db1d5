/** Means with their intervals, a line for each setting. */

import { axis, chartWidth, textStyle } from '../../report/axes.ts';
import { drawChart } from '../../report/charts.ts';
import { percent } from '../../report/format.ts';
import { light } from '../../report/palette.ts';
import { textAt, toSvg } from '../../report/svg.ts';
import type { Estimate } from '../statistics.ts';

export interface IntervalLine {
  readonly name: string;
  /** Shares, 0 to 1. */
  readonly estimate: Estimate;
  /** Of each seed. */
  readonly values: readonly number[];
  /** Shown in the colour of what was chosen. */
  readonly marked: boolean;
}

const lineHeight = 46;
const room = { left: 18, right: 18, top: 8, bottom: 46 };

interface PlotApi {
  coord(value: readonly [number, number]): [number, number];
}

/** A point for each seed, a bar for the 95 % interval of their mean, and a square for the mean. */
export function intervalPlot(title: string, lines: readonly IntervalLine[]): string {
  const height = room.top + lines.length * lineHeight + room.bottom;
  const ends = lines.flatMap(({ estimate: { low, high }, values }) => [...values, low ?? 1, high ?? 0]);
  const [least, most] = [Math.min(...ends), Math.min(1, Math.max(...ends))];
  const margin = Math.max((most - least) * 0.04, 0.0005);
  const option = {
    textStyle,
    grid: { ...room, outerBoundsMode: 'none' },
    xAxis: axis('Accuracy', {
      min: Math.max(0, least - margin),
      max: Math.min(1, most + margin),
      nameGap: 28,
      splitNumber: 4,
      axisLine: { show: true, onZero: false, lineStyle: { color: light.muted } }, // below, though y goes down
      axisLabel: {
        formatter: (share: number) => `${+(100 * share).toFixed(2)} %`,
        showMinLabel: false,
        showMaxLabel: false,
      },
    }),
    yAxis: { type: 'value', min: 0, max: lines.length, inverse: true, show: false },
    series: {
      type: 'custom',
      silent: true,
      clip: false,
      data: lines.map(({ estimate }, i) => [estimate.mean, i]),
      renderItem: ({ dataIndex }: { dataIndex: number }, api: PlotApi) =>
        drawLine(lines[dataIndex] as IntervalLine, (share) => api.coord([share, dataIndex + 0.66])),
    },
  };
  const names = lines.map(({ name, marked }, i) =>
    textAt(room.left, room.top + i * lineHeight + 15, shortened(name), { size: 13, bold: marked }),
  );
  const description = lines.map(({ name, estimate }) => `${name}: ${intervalText(estimate)}`).join('; ');
  const body = drawChart(option, chartWidth, height) + names.join('');
  return toSvg({ width: chartWidth, height, title, description: `${description}.`, body });
}

function drawLine({ estimate, values, marked }: IntervalLine, at: (share: number) => [number, number]) {
  const colour = marked ? light.orange : light.blue;
  const { mean, low, high } = estimate;
  const [x, y] = at(mean);
  const bar = (share: number, other: number, half: number) => {
    const [x1, x2] = [at(share)[0], at(other)[0]];
    return { type: 'line', shape: { x1, x2, y1: y - half, y2: y + half }, style: { stroke: colour, lineWidth: 2 } };
  };
  const interval =
    low === undefined || high === undefined
      ? []
      : [bar(low, Math.min(high, 1), 0), bar(low, low, 5), bar(Math.min(high, 1), Math.min(high, 1), 5)];
  return {
    type: 'group',
    children: [
      ...values.map((value) => {
        const shape = { cx: at(value)[0], cy: y, r: 2.5 };
        return { type: 'circle', shape, style: { fill: colour, opacity: 0.45 } };
      }),
      ...interval,
      { type: 'rect', shape: { x: x - 4, y: y - 4, width: 8, height: 8 }, style: { fill: colour } },
    ],
  };
}

/** `97.86 % (97.72 to 98.00)` */
export function intervalText({ mean, low, high }: Estimate): string {
  if (low === undefined || high === undefined) return percent(mean);
  const bare = (share: number) => (100 * share).toFixed(2);
  return `${percent(mean)} (${bare(low)} to ${bare(high)})`;
}

/** What fits above a line. */
export function shortened(name: string, most = 62): string {
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}
