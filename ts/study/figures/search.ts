/** What a random search found along one of its options. */

import { axis, chartWidth, grid, textStyle } from '../../report/axes.ts';
import { drawChart } from '../../report/charts.ts';
import { percent } from '../../report/format.ts';
import { light } from '../../report/palette.ts';
import { toSvg } from '../../report/svg.ts';

export interface Found {
  readonly value: number;
  readonly accuracy: number;
  readonly marked: boolean;
}

const height = 280;

interface PlotApi {
  coord(value: readonly [number, number]): [number, number];
}

/** @param log the option was drawn evenly in its logarithm */
export function searchPlot(option: string, found: readonly Found[], log: boolean): string {
  const drawn = [...found].sort((a, b) => Number(a.marked) - Number(b.marked));
  const chart = {
    textStyle,
    grid: grid({ top: 16, bottom: 50, right: 26 }),
    xAxis: axis(option, {
      nameGap: 30,
      scale: true,
      axisLabel: { formatter: (value: number) => String(+value.toPrecision(3)) },
      ...(log && { type: 'log' }),
    }),
    yAxis: axis('Accuracy', {
      nameGap: 56,
      scale: true,
      axisLine: { show: false },
      axisLabel: { formatter: (share: number) => `${+(100 * share).toFixed(2)} %` },
    }),
    series: {
      type: 'custom',
      silent: true,
      clip: false,
      data: drawn.map(({ value, accuracy }) => [value, accuracy]),
      renderItem: ({ dataIndex }: { dataIndex: number }, api: PlotApi) => {
        const { value, accuracy, marked } = drawn[dataIndex] as Found;
        const [cx, cy] = api.coord([value, accuracy]);
        const style = { fill: marked ? light.orange : light.blue, opacity: marked ? 1 : 0.6 };
        return { type: 'circle', shape: { cx, cy, r: marked ? 6 : 4 }, style };
      },
    },
  };
  const best = found.find(({ marked }) => marked);
  const description =
    `${found.length} settings` +
    (best ? `; the one that was chosen has ${best.value} and ${percent(best.accuracy)}.` : '.');
  const body = drawChart(chart, chartWidth, height);
  return toSvg({ width: chartWidth, height, title: `Accuracy by ${option}`, description, body });
}
