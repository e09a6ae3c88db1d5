/** The confusion matrix in blues. */

import { OptionError } from '../../errors.ts';
import { type ConfusionMatrix, checkSquare } from '../../evaluation/confusion-matrix.ts';
import { checkBoolean, checkOptions } from '../../options.ts';
import { axis, chartWidth, grid, textStyle } from '../axes.ts';
import { drawChart } from '../charts.ts';
import { percent, whole } from '../format.ts';
import { light } from '../palette.ts';
import { checkNames } from '../run.ts';
import { toSvg } from '../svg.ts';

/** Options of `confusionHeatmap`. */
export interface HeatmapOptions {
  /** Shares of each true class in per cent, in place of counts. Default: false. */
  readonly normalize?: boolean;
  /** A name for each class of the matrix. Default: their ids. */
  readonly classNames?: readonly string[];
}

const mostClasses = 50;
const mostWithNumbers = 16;

/** From here on a cell is dark enough for light text. */
const dark = 0.65;

/**
 * The confusion matrix as a heat map: true classes downwards, predicted ones to the right. The blue follows the square
 * root of the share, so that a few mistakes among thousands can be seen.
 *
 * @param matrix As `confusionMatrix` gives it, of 50 classes at most.
 * @returns An SVG document.
 * @throws OptionError; ShapeError when the matrix is not square
 */
export function confusionHeatmap(matrix: ConfusionMatrix, options: HeatmapOptions = {}): string {
  checkOptions('confusionHeatmap', options, ['normalize', 'classNames']);
  checkSquare(matrix);
  const { counts, classes } = matrix;
  const normalize = checkBoolean('normalize', options.normalize ?? false);
  const names = options.classNames === undefined ? classes.map(String) : checkNames(options.classNames, classes.length);
  if (classes.length > mostClasses) {
    throw new OptionError('matrix', `at most ${mostClasses} classes`, `${classes.length}`);
  }
  const supports = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const largest = Math.max(...counts.flat(), 1);
  const cells = counts.flatMap((row, label) =>
    row.map((count, prediction) => {
      const share = count / Math.max(supports[label] as number, 1);
      return {
        label,
        prediction,
        text: count === 0 ? '' : normalize ? (100 * share).toFixed(1) : String(count),
        depth: Math.sqrt(normalize ? share : count / largest),
      };
    }),
  );
  const [left, top, right, bottom] = [62, 10, 10, 56];
  const side = chartWidth - left - right;
  const height = side + top + bottom;
  const fontSize = Math.min(20, Math.max(10, Math.round((side / classes.length) * 0.32)));
  // Places and not names, and one name with an invisible space: ECharts keeps texts as keys of plain objects.
  const band = {
    type: 'category',
    data: names.map((_, place) => String(place)),
    axisLabel: { formatter: (place: string) => names[Number(place)]?.replace('__proto__', '__proto\u200b__') },
    axisLine: { show: false },
    splitLine: { show: false },
  };
  const option = {
    textStyle,
    grid: grid({ left, top, right, bottom }),
    xAxis: axis('Predicted', { ...band, nameGap: 32 }),
    yAxis: axis('True', { ...band, inverse: true, nameGap: 42 }),
    series: {
      type: 'custom',
      silent: true,
      clip: false,
      data: cells.map(({ label, prediction }) => [prediction, label]),
      renderItem: (params: { dataIndex: number }, api: CellApi) => {
        const { label, prediction, text, depth } = cells[params.dataIndex] as (typeof cells)[number];
        const [x, y] = api.coord([prediction, label]);
        const [width, cellHeight] = api.size([1, 1]);
        const gap = classes.length > mostWithNumbers ? 0.5 : 1;
        const shape = {
          x: x - width / 2 + gap,
          y: y - cellHeight / 2 + gap,
          width: width - 2 * gap,
          height: cellHeight - 2 * gap,
          r: 3,
        };
        const ground = { type: 'rect', shape, style: { fill: light.rule, opacity: 0.45 } };
        const filled = { type: 'rect', shape, style: { fill: light.heat, opacity: depth } };
        const number = {
          type: 'text',
          style: {
            text,
            x,
            y,
            align: 'center',
            verticalAlign: 'middle',
            fill: depth >= dark ? light.onHeat : light.ink,
            fontSize,
            fontFamily: textStyle.fontFamily,
            fontWeight: label === prediction ? 600 : 400,
          },
        };
        const shown = classes.length <= mostWithNumbers && text !== '';
        return { type: 'group', children: [ground, ...(depth > 0 ? [filled] : []), ...(shown ? [number] : [])] };
      },
    },
  };
  const total = supports.reduce((sum, support) => sum + support, 0);
  const hits = counts.reduce((sum, row, i) => sum + (row[i] as number), 0);
  const description = [
    `${whole(hits)} of ${whole(total)} rows lie on the diagonal, where the prediction is right.`,
    ...names.map((name, i) => {
      const row = counts[i] as readonly number[];
      return `${name}: ${percent((row[i] as number) / Math.max(supports[i] as number, 1), 1)} of ${whole(supports[i] as number)} found.`;
    }),
  ].join(' ');
  const title = normalize ? 'Confusion matrix, per cent of each true class' : 'Confusion matrix, counts';
  return toSvg({ width: chartWidth, height, title, description, body: drawChart(option, chartWidth, height) });
}

/** The part of ECharts' custom series that places cells. */
interface CellApi {
  coord(point: readonly [number, number]): [number, number];
  size(point: readonly [number, number]): [number, number];
}
