/** How settings go on, epoch by epoch or rung by rung: thin lines, and one that stands out. */

import { axis, chartWidth, grid, legend, line, textStyle } from '../../report/axes.ts';
import { drawChart } from '../../report/charts.ts';
import { light } from '../../report/palette.ts';
import { toSvg } from '../../report/svg.ts';

export interface Course {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly marked: boolean;
}

export interface CoursePlot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** What a value of y reads as. */
  readonly format: (value: number) => string;
  /** Epochs that grow by factors. */
  readonly log?: boolean;
  /** What the line that stands out is called, and the others. */
  readonly names: readonly [marked: string, others: string];
}

const height = 320;

export function coursePlot(courses: readonly Course[], plot: CoursePlot): string {
  const { title, x, y, format, log = false, names } = plot;
  const [marked, others] = names;
  const few = courses.every(({ points }) => points.length <= 20);
  const drawn = [...courses].sort((a, b) => Number(a.marked) - Number(b.marked)); // the marked one on top
  const option = {
    textStyle,
    grid: grid({ top: 40, bottom: 50, right: 22 }),
    legend: legend([...new Set(drawn.map((course) => (course.marked ? marked : others)))].reverse()),
    xAxis: axis(x, {
      nameGap: 30,
      splitLine: { show: false },
      ...(log ? { type: 'log', logBase: 2 } : { minInterval: 1, min: 1 }),
    }),
    yAxis: axis(y, { nameGap: 56, scale: true, axisLine: { show: false }, axisLabel: { formatter: format } }),
    series: drawn.map((course) =>
      line(course.marked ? marked : others, course.points, {
        colour: course.marked ? light.orange : light.blue,
        width: course.marked ? 2.25 : 1.25,
        ...(few && { symbol: course.marked ? 'diamond' : 'circle' }),
      }),
    ),
  };
  const told = courses.map(({ name, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    return first && last ? `${name}: from ${format(first[1])} to ${format(last[1])}` : name;
  });
  const body = drawChart(option, chartWidth, height);
  return toSvg({ width: chartWidth, height, title, description: `${told.slice(0, 12).join('; ')}.`, body });
}
