/** Keras's table of a model's layers and parameters, character for character. */

import type { Variable } from '../layers/layer.ts';
import { type OptimizerSpec, optimizers } from '../optimizers.ts';
import { type Layer, parameters } from './layer.ts';

const bytesPerWeight = 4;

/** Keras's counter of steps is a 64-bit integer. */
const bytesPerCounter = 8;

/** Ends of the three columns as shares of the line, and what borders and padding take of each: Keras's layout. */
const columnEnds = [0.45, 0.8, 1];
const columnBorders = [3, 4, 3];

/** The narrowest table with room for a character in each column. */
export const leastLineLength = 20;

export function summaryOf(
  name: string,
  layers: readonly Layer[],
  optimizer: OptimizerSpec | undefined,
  lineLength: number,
): string {
  const ends = columnEnds.map((share) => Math.trunc(share * lineLength));
  const widths = ends.map((end, i) => end - (ends[i - 1] ?? 0) - (columnBorders[i] ?? 0));
  const border = (left: string, line: string, joint: string, right: string) =>
    left + widths.map((width) => line.repeat(width + 2)).join(joint) + right;
  const rows = layers.map((layer) => [
    `${layer.name} (${layer.className})`,
    `(None, ${layer.outputShape.join(', ')})`,
    grouped(layer.countParams()),
  ]);
  const body = rows.flatMap((row, i) => [
    ...(i > 0 ? [border('├', '─', '┼', '┤')] : []),
    ...rowLines(row, widths, '│', false),
  ]);
  return [
    `Model: "${name}"`,
    border('┏', '━', '┳', '┓'),
    ...rowLines(['Layer (type)', 'Output Shape', 'Param #'], widths, '┃', true),
    border('┡', '━', '╇', '┩'),
    ...body,
    border('└', '─', '┴', '┘'),
    ...totals(
      layers.flatMap(({ variables }) => variables),
      optimizer,
    ),
  ].join('\n');
}

function totals(variables: readonly Variable[], optimizer: OptimizerSpec | undefined): string[] {
  const trained = variables.filter(({ trainable }) => trainable);
  const [trainable, all] = [parameters(trained), parameters(variables)];
  const state = optimizer ? optimizerParameters(optimizer, trained) : 0;
  const stateBytes = bytesPerWeight * state + (optimizer ? bytesPerCounter - bytesPerWeight : 0);
  return [
    ` Total params: ${count(all + state, bytesPerWeight * all + stateBytes)}`,
    ` Trainable params: ${count(trainable)}`,
    ` Non-trainable params: ${count(all - trainable)}`,
    ...(optimizer ? [` Optimizer params: ${count(state, stateBytes)}`] : []),
  ];
}

/** What Keras's optimizer holds: a counter, the learning rate, slots, averages and gradients that add up. */
function optimizerParameters(optimizer: OptimizerSpec, trained: readonly Variable[]): number {
  const { slots, scalars } = optimizers[optimizer.type] as OptimizerState;
  const { useEma, gradientAccumulationSteps } = optimizer;
  const copies = Number(useEma) + Number(gradientAccumulationSteps !== null);
  const inSlots = trained.reduce((sum, { shape }) => sum + slots(optimizer, shape), 0);
  return 2 + scalars + copies * parameters(trained) + inSlots;
}

interface OptimizerState {
  readonly scalars: number;
  slots(spec: OptimizerSpec, shape: readonly number[]): number;
}

/** The lines of one row; the last column is set to the right, short cells of a header to the bottom. */
function rowLines(cells: string[], widths: number[], edge: string, header: boolean): string[] {
  const wrapped = cells.map((cell, i) => wrap(cell, widths[i] ?? 1));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const columns = wrapped.map((lines, i) => {
      const text = lines[header ? line - (height - lines.length) : line] ?? '';
      const width = widths[i] ?? 1;
      return i === cells.length - 1 ? text.padStart(width) : text.padEnd(width);
    });
    return `${edge} ${columns.join(` ${edge} `)} ${edge}`;
  });
}

/** Breaks at spaces; a word that is too long for the line ends with an ellipsis. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((full) => (full.length > width ? `${full.slice(0, width - 1)}…` : full));
}

function count(weights: number, bytes = bytesPerWeight * weights): string {
  let [size, unit] = [bytes, 0];
  const units = ['B', 'KB', 'MB', 'GB'];
  // Of 2^28 weights at the most, with some numbers of the optimizer's for each: no terabytes.
  for (; size >= 1024; unit++) size /= 1024;
  return `${grouped(weights)} (${size.toFixed(2)} ${units[unit]})`;
}

/** 109386 as 109,386, whatever the locale. */
function grouped(value: number): string {
  return value.toLocaleString('en-US');
}
