/** Tensors as text: TensorFlow.js's, character for character. */

import { stridesOf, type Values } from './values.ts';

/** Longer axes are shown by their ends. */
const MOST_SHOWN = 20;
const SHOWN_ENDS = 3;
const DIGITS = 7;

export function textOf(values: Values, verbose: boolean): string {
  const { dtype, shape } = values;
  const facts = verbose ? [`  dtype: ${dtype}`, `  rank: ${shape.length}`, `  shape: [${shape}]`, '  values:'] : [];
  const lines = linesOf(values, 0, 0, widthsOf(values), true).map((line) => `    ${line}`);
  return ['Tensor', ...facts, lines.join('\n')].join('\n');
}

function textOfNumber(value: number, dtype: Values['dtype']): string {
  if (dtype === 'bool') return value === 0 ? 'false' : 'true';
  return String(Number.parseFloat(value.toFixed(DIGITS)));
}

/** Characters of each column. */
function widthsOf({ data, shape, dtype }: Values): number[] {
  const columns = shape.at(-1) ?? 0;
  const widths = new Array<number>(columns).fill(0);
  if (shape.length < 2) return widths;
  data.forEach((value: number, i: number) => {
    widths[i % columns] = Math.max(widths[i % columns] as number, textOfNumber(value, dtype).length);
  });
  return widths;
}

/** Numbers of an axis that are shown, with a gap where some are left out. */
function shownOf(length: number): (number | undefined)[] {
  if (length <= MOST_SHOWN) return Array.from({ length }, (_, i) => i);
  const ends = Array.from({ length: SHOWN_ENDS }, (_, i) => i);
  return [...ends, undefined, ...ends.map((i) => length - SHOWN_ENDS + i)];
}

function linesOf(values: Values, axis: number, first: number, widths: readonly number[], last: boolean): string[] {
  const { data, shape, dtype } = values;
  const rank = shape.length - axis;
  if (rank === 0) return [dtype === 'bool' ? textOfNumber(data[0] as number, dtype) : String(data[0])];
  const shown = shownOf(shape[axis] as number);
  if (rank === 1) {
    const texts = shown.map((i) => {
      if (i === undefined) return '...';
      return textOfNumber(data[first + i] as number, dtype).padEnd(widths[i] as number);
    });
    return [`[${texts.join(', ')}]`];
  }
  const stride = stridesOf(shape)[axis] as number;
  const lines = shown.flatMap((i) => {
    if (i === undefined) return ['...'];
    return linesOf(values, axis + 1, first + i * stride, widths, i === (shape[axis] as number) - 1);
  });
  // With one line TensorFlow.js leaves a comma behind it: that line is the first and the last.
  const comma = rank === 2 ? ',' : '';
  lines[0] = `[${lines[0] ?? ''}${lines.length > 0 ? comma : ''}`;
  for (let i = 1; i < lines.length - 1; i++) lines[i] = ` ${lines[i]}${comma}`;
  lines[lines.length - 1] = ` ${lines.at(-1)}]${last ? '' : `,\n${'\n'.repeat(rank - 2)}`}`;
  return lines;
}
