/** How good a model is, as text for a terminal or a file. */

import Table from 'cli-table3';
import type { ConfusedPair, ConfusionMatrix } from '../evaluation.ts';
import { whole } from '../report/format.ts';
import { percent } from './format.ts';
import type { Judgement } from './training.ts';

/** Ends with a line feed. */
export function reportText({ loss, report, matrix, confused }: Judgement): string {
  const { support } = report.macroAverage;
  return [
    `${whole(support)} held-out digits: loss ${loss.toFixed(4)}, accuracy ${percent(report.accuracy)}`,
    '',
    String(report),
    'Confusion matrix, a row for each label and a column for each prediction:',
    matrixTable(matrix),
    '',
    'Most confused:',
    ...confusedLines(confused),
    '',
  ].join('\n');
}

function matrixTable({ classes, counts }: ConfusionMatrix): string {
  const table = new Table({
    head: ['', ...classes.map(String)],
    colAligns: ['', ...classes].map(() => 'right'),
    style: { head: [], border: [], compact: true }, // without colours, which a file has not
  });
  table.push(...counts.map((row, index) => [`${classes[index]}`, ...row.map(String)]));
  return table.toString();
}

function confusedLines(confused: readonly ConfusedPair[]): string[] {
  if (confused.length === 0) return ['  none, all predictions are right'];
  const width = String(confused[0]?.count).length;
  return confused.map(
    ({ label, prediction, count, share }) =>
      `  ${label} taken for ${prediction}: ${String(count).padStart(width)}, ${percent(share)} of all ${label}s`,
  );
}
