/** Two trainings in one figure. */

import { axis, chartWidth, grid, legend, line, textStyle } from '../../report/axes.ts';
import { drawChart } from '../../report/charts.ts';
import { light } from '../../report/palette.ts';
import { toSvg } from '../../report/svg.ts';

export interface Curves {
  readonly name: string;
  readonly training: readonly number[];
  readonly validation: readonly number[];
}

export interface Scale {
  readonly format: (value: number) => string;
  /** Where the axis ends at the latest. */
  readonly most?: number;
}

const height = 340;

/** Validation as lines, training dashed; the first run in blue and the second in orange. */
export function twoCurves(title: string, runs: readonly [Curves, Curves], scale: Scale): string {
  const { format, most } = scale;
  const points = (values: readonly number[]) => values.map((value, i) => [i + 1, value] as const);
  const series = runs.flatMap(({ name, training, validation }, i) => {
    const colour = i === 0 ? light.blue : light.orange;
    const symbol = validation.length > 40 ? 'none' : i === 0 ? 'circle' : 'diamond';
    return [
      line(`${name}, training`, points(training), { colour, dashed: true, width: 1.25 }),
      line(name, points(validation), { colour, symbol }),
    ];
  });
  const epochs = Math.max(...runs.map(({ validation }) => validation.length));
  const option = {
    textStyle,
    grid: grid({ top: 40, bottom: 50, right: 22 }),
    legend: legend(runs.map(({ name }) => name)),
    xAxis: axis('Epoch', {
      nameGap: 30,
      minInterval: 1,
      min: epochs > 1 ? 1 : 0,
      max: Math.max(epochs, 2),
      splitLine: { show: false },
    }),
    yAxis: axis(title, {
      nameGap: 56,
      scale: true,
      axisLine: { show: false },
      axisLabel: { formatter: format },
      ...(most !== undefined && { max: ({ max }: { max: number }) => (max > 0.9 * most ? most : null) }),
    }),
    series,
  };
  const told = runs.map(({ name, validation }) => {
    const [first, last] = [validation[0], validation.at(-1)];
    return `${name}: ${first === undefined || last === undefined ? 'no epoch' : `from ${format(first)} to ${format(last)}`}`;
  });
  const body = drawChart(option, chartWidth, height);
  return toSvg({ width: chartWidth, height, title, description: `${told.join('; ')} on the validation data.`, body });
}
