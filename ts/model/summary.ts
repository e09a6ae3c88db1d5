/** Keras's table of a model's layers and parameters, character for character. */

import { type Layer, parameters } from './stack.ts';

const bytesPerWeight = 4;

/** Ends of the three columns as shares of the line, and what borders and padding take of each: Keras's layout. */
const columnEnds = [0.45, 0.8, 1];
const columnBorders = [3, 4, 3];

/** The narrowest table with room for a character in each column. */
export const leastLineLength = 20;

export function summaryOf(name: string, layers: readonly Layer[], lineLength: number): string {
  const ends = columnEnds.map((share) => Math.trunc(share * lineLength));
  const widths = ends.map((end, i) => end - (ends[i - 1] ?? 0) - (columnBorders[i] ?? 0));
  const border = (left: string, line: string, joint: string, right: string) =>
    left + widths.map((width) => line.repeat(width + 2)).join(joint) + right;
  const rows = layers.map((layer) => [`${layer.name} (Dense)`, `(None, ${layer.units})`, grouped(parameters(layer))]);
  const body = rows.flatMap((row, i) => [
    ...(i > 0 ? [border('├', '─', '┼', '┤')] : []),
    ...rowLines(row, widths, '│', false),
  ]);
  const total = layers.reduce((sum, layer) => sum + parameters(layer), 0);
  return [
    `Model: "${name}"`,
    border('┏', '━', '┳', '┓'),
    ...rowLines(['Layer (type)', 'Output Shape', 'Param #'], widths, '┃', true),
    border('┡', '━', '╇', '┩'),
    ...body,
    border('└', '─', '┴', '┘'),
    ` Total params: ${count(total)}`,
    ` Trainable params: ${count(total)}`,
    ` Non-trainable params: ${count(0)}`,
  ].join('\n');
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

function count(weights: number): string {
  let [size, unit] = [weights * bytesPerWeight, 0];
  const units = ['B', 'KB', 'MB', 'GB'];
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${grouped(weights)} (${size.toFixed(2)} ${units[unit]})`;
}

/** 109386 as 109,386, whatever the locale. */
function grouped(value: number): string {
  return value.toLocaleString('en-US');
}
