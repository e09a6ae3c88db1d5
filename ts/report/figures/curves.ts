/** Loss and accuracy, epoch by epoch. */

import { OptionError } from '../../errors.ts';
import { axis, chartWidth, epochAxis, epochSpots, grid, legend, line, textStyle } from '../axes.ts';
import { bestEpoch } from '../best-epoch.ts';
import { drawChart } from '../charts.ts';
import { figure, percent } from '../format.ts';
import { light } from '../palette.ts';
import { checkHistory, type RunHistory } from '../run.ts';
import { toSvg } from '../svg.ts';

const height = 320;
const room = { top: 58, bottom: 50 };

/** More epochs than that, and points would cover the line. */
const mostPoints = 40;

/**
 * The loss of each epoch, on the training data and, if there is any, the validation data, with the best epoch marked.
 *
 * @param history What `fit` resolves to.
 * @returns An SVG document.
 * @throws OptionError, ShapeError, NonFiniteError
 * @example
 * ```js
 * import { lossCurves } from 'inkgrad/report';
 *
 * const svg = lossCurves({ epoch: [0, 1, 2], history: { loss: [0.9, 0.5, 0.4], val_loss: [0.8, 0.6, 0.5] } });
 * console.log(svg.startsWith('<svg'));
 * ```
 */
export function lossCurves(history: RunHistory): string {
  checkHistory(history);
  const { loss, val_loss } = history.history;
  return curves(history, 'Loss', loss, val_loss, figure, {});
}

/**
 * The accuracy of each epoch, drawn as `lossCurves` draws the loss; the epoch of the best loss is marked.
 *
 * @param history What `fit` resolves to, of a model compiled with `metrics: ['accuracy']`.
 * @returns An SVG document.
 * @throws OptionError, ShapeError, NonFiniteError
 * @example
 * ```js
 * import { accuracyCurves } from 'inkgrad/report';
 *
 * const history = { loss: [0.9, 0.5], accuracy: [0.7, 0.9], val_loss: [0.8, 0.6], val_accuracy: [0.7, 0.8] };
 * const svg = accuracyCurves({ epoch: [0, 1], history });
 * console.log(svg.startsWith('<svg')); // prints true
 * ```
 */
export function accuracyCurves(history: RunHistory): string {
  checkHistory(history);
  const { accuracy, val_accuracy } = history.history;
  if (!accuracy) throw new OptionError('history.history.accuracy', 'a value for each epoch', 'none');
  const percents = {
    scale: true,
    // Not 102 %, where ECharts would go on.
    max: ({ max }: { max: number }) => (max > 0.9 ? 1 : null),
    axisLabel: { formatter: (share: number) => `${+(100 * share).toFixed(2)} %` },
  };
  return curves(history, 'Accuracy', accuracy, val_accuracy, percent, percents);
}

function curves(
  history: RunHistory,
  name: string,
  trained: readonly number[],
  validated: readonly number[] | undefined,
  format: (value: number) => string,
  scale: Record<string, unknown>,
): string {
  const epochs = history.epoch.map((epoch) => String(epoch + 1));
  const points = (values: readonly number[]) => values.map((value, i) => [epochs[i] as string, value] as const);
  const shape = (symbol: string) => (epochs.length <= mostPoints ? symbol : 'none');
  const best = bestEpoch(history);
  const position = best / Math.max(epochs.length - 1, 1);
  const markLine = {
    symbol: 'none',
    silent: true,
    lineStyle: { color: light.muted, width: 1.25, type: [3, 3] },
    label: {
      formatter: `best: epoch ${epochs[best]}`,
      align: position < 0.15 && epochs.length > 1 ? 'left' : position > 0.85 ? 'right' : 'center',
      color: light.ink,
      fontSize: 14,
      distance: 4,
    },
    emphasis: { disabled: true },
    data: [{ xAxis: epochs[best] }],
  };
  const lines = [
    { ...line('training', points(trained), { colour: light.blue, symbol: shape('circle') }), markLine },
    ...(validated ? [line('validation', points(validated), { colour: light.orange, symbol: shape('diamond') })] : []),
  ];
  const option = {
    textStyle,
    grid: grid(room),
    legend: legend(validated ? ['training', 'validation'] : ['training']),
    xAxis: epochAxis(epochs, epochs.length === 1),
    yAxis: axis(name, { nameGap: 56, axisLine: { show: false }, ...scale }),
    series: lines,
  };
  const ends = (which: string, values: readonly number[]) =>
    `${which} from ${format(values[0] as number)} to ${format(values.at(-1) as number)}`;
  const description = [
    `${ends('On the training data', trained)}${validated ? `, ${ends('on the validation data', validated)}` : ''}`,
    ` over ${epochs.length} epochs. The lowest ${validated ? 'validation ' : ''}loss is that of epoch ${epochs[best]}`,
    `, where this is ${format((validated ?? trained)[best] as number)}.`,
  ].join('');
  const told = trained.map((value, i) => {
    const both = validated ? `, validation ${format(validated[i] as number)}` : '';
    return `Epoch ${epochs[i]}: training ${format(value)}${both}`;
  });
  const body = drawChart(option, chartWidth, height) + epochSpots(told, epochs.length === 1, room, height);
  return toSvg({ width: chartWidth, height, title: `${name} by epoch`, description, body });
}
