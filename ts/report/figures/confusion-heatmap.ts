/** The confusion matrix in blues. */

import { OptionError } from '../../errors.ts';
import { type ConfusionMatrix, checkSquare } from '../../evaluation/confusion-matrix.ts';
import { checkBoolean, checkOptions } from '../../options.ts';
import { axis, chartWidth, grid, textStyle } from '../axes.ts';
import { drawChart } from '../charts.ts';
import { contrast, over } from '../contrast.ts';
import { percent, shortPercent, whole } from '../format.ts';
import { light } from '../palette.ts';
import { checkNames } from '../run.ts';
import { spotAt, textAt, toSvg } from '../svg.ts';

/** Options of `confusionHeatmap`. */
export interface HeatmapOptions {
  /** Shares of each true class in per cent, in place of counts. Default: false. */
  readonly normalize?: boolean;
  /** A name for each class of the matrix. Default: their ids. */
  readonly classNames?: readonly string[];
}

const mostClasses = 50;
const mostWithNumbers = 16;

/** How much of an empty cell's grey is seen. */
const groundOpacity = 0.45;

/**
 * The confusion matrix as a heat map: true classes downwards, predicted ones to the right. What is right lies on the
 * diagonal, in blues; what is wrong beside it, in orange, on a scale of its own, so that a few mistakes among thousands
 * can be seen. Below stands what the colours mean.
 *
 * @param matrix As `confusionMatrix` gives it, of 50 classes at most.
 * @returns An SVG document.
 * @throws OptionError; ShapeError when the matrix is not square
 * @example
 * ```js
 * import { confusionMatrix } from 'inkgrad';
 * import { confusionHeatmap } from 'inkgrad/report';
 *
 * const svg = confusionHeatmap(confusionMatrix([0, 1, 1, 1], [0, 1, 0, 1]), { classNames: ['zero', 'one'] });
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
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
  const share = (count: number, label: number) => count / Math.max(supports[label] as number, 1);
  const values = counts.map((row, label) => row.map((count) => (normalize ? share(count, label) : count)));
  const [right, wrong] = scales(values, normalize);
  const format = (value: number) => (normalize ? shortPercent(value) : String(value));
  const cells = values.flatMap((row, label) =>
    row.map((value, prediction) => ({
      label,
      prediction,
      value,
      text: value === 0 ? '' : format(value),
      depth: value === 0 ? 0 : depthIn(label === prediction ? right : wrong, value),
    })),
  );
  const [left, top, edge, bottom] = [names.some(({ length }) => length > 2) ? 62 : 48, 6, 6, 102];
  const side = chartWidth - left - edge;
  const height = side + top + bottom;
  const cellSide = side / classes.length;
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
    grid: grid({ left, top, right: edge, bottom }),
    xAxis: axis('Predicted', { ...band, nameGap: 32 }),
    yAxis: axis('True', { ...band, inverse: true, nameGap: left - 20 }),
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
        const ground = { type: 'rect', shape, style: { fill: light.rule, opacity: groundOpacity } };
        const hit = label === prediction;
        const fill = hit ? light.heat : light.heatWrong;
        const filled = { type: 'rect', shape, style: { fill, opacity: depth } };
        const number = {
          type: 'text',
          style: {
            text,
            x,
            y,
            align: 'center',
            verticalAlign: 'middle',
            fill: textOn(over(fill, depth, over(light.rule, groundOpacity, light.paper))),
            fontSize: fontSizeOf(text, cellSide),
            fontFamily: textStyle.fontFamily,
            fontWeight: hit ? 600 : 400,
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
  const spots = cells.map(({ label, prediction, value }) => {
    if (value === 0) return '';
    const [name, taken] = [names[label], names[prediction]];
    const count = counts[label]?.[prediction] as number;
    const told = `${name} ${label === prediction ? 'found' : `taken for ${taken}`}: ${whole(count)} of ${whole(supports[label] as number)}, ${percent(share(count, label))}`;
    const classes = label === prediction ? undefined : { label, prediction };
    return spotAt(left + prediction * cellSide, top + label * cellSide, cellSide, cellSide, told, classes);
  });
  const bar = { y: height - 40, width: side / 2 - 10, write: format };
  const bars = [
    drawColourBar({ ...bar, x: left, name: 'right', colour: light.heat, scale: right }),
    wrong.high > 0
      ? drawColourBar({ ...bar, x: left + side / 2 + 10, name: 'wrong', colour: light.heatWrong, scale: wrong })
      : '',
  ];
  const body = [drawChart(option, chartWidth, height), ...bars, ...spots].join('');
  return toSvg({ width: chartWidth, height, title, description, body });
}

/** From the palest value to the deepest. */
interface Scale {
  readonly low: number;
  readonly high: number;
  /** How deep the palest is. */
  readonly floor: number;
}

/** Of the diagonal and of the rest. Shares of the diagonal are much alike, and so are told apart from their lowest on. */
function scales(values: readonly (readonly number[])[], normalize: boolean): [right: Scale, wrong: Scale] {
  const diagonal = values.map((row, i) => row[i] as number);
  const others = values.flatMap((row, i) => row.filter((_, j) => j !== i));
  const found = diagonal.filter((value) => value > 0);
  const low = normalize && found.length > 0 ? Math.min(...found) : 0;
  return [
    { low, high: Math.max(...diagonal), floor: normalize ? 0.45 : 0.12 },
    { low: 0, high: Math.max(...others), floor: 0.18 },
  ];
}

function depthIn({ low, high, floor }: Scale, value: number): number {
  return high === low ? 1 : floor + ((1 - floor) * (value - low)) / (high - low);
}

const barSteps = 24;

/** What the depths of a colour mean, in steps, since a gradient would need an id. */
function drawColourBar(bar: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly name: string;
  readonly colour: string;
  readonly scale: Scale;
  readonly write: (value: number) => string;
}): string {
  const { x, y, width, name, colour, scale, write } = bar;
  const step = width / barSteps;
  const steps = Array.from({ length: barSteps }, (_, i) => {
    const depth = scale.floor + ((1 - scale.floor) * i) / (barSteps - 1);
    return `<rect x="${+(x + i * step).toFixed(2)}" y="${y}" width="${+(step + 0.3).toFixed(2)}" height="12" fill="${colour}" opacity="${depth.toFixed(3)}"/>`;
  });
  const base = y + 29;
  return [
    ...steps,
    textAt(x, base, write(scale.low), { size: 14, colour: light.muted }),
    textAt(x + width / 2, base, name, { size: 14, anchor: 'middle' }),
    textAt(x + width, base, write(scale.high), { size: 14, anchor: 'end', colour: light.muted }),
  ].join('');
}

/** What is read more easily on light paper; on dark paper both are light. */
function textOn(cell: string): string {
  return contrast(light.onPale, cell) > contrast(light.onHeat, cell) ? light.onPale : light.onHeat;
}

/** As large as the cell allows, since on phones figures are drawn at two thirds of their size. */
function fontSizeOf(text: string, cellSide: number): number {
  return Math.max(8, Math.min(22, Math.floor(Math.min(cellSide * 0.4, (cellSide * 0.86) / (0.6 * text.length)))));
}

/** The part of ECharts' custom series that places cells. */
interface CellApi {
  coord(point: readonly [number, number]): [number, number];
  size(point: readonly [number, number]): [number, number];
}
