/** What is taken for what. */

import { classificationReport } from '../../evaluation/report.ts';
import type { Scores } from '../../evaluation/scores.ts';
import { confusionHeatmap } from '../figures/confusion-heatmap.ts';
import { drawConfusedPairs, mistakes } from '../figures/samples.ts';
import { shortPercent, whole } from '../format.ts';
import { gallery } from '../gallery.ts';
import { details, pair, panel, paragraph, type Section, type Show, table } from '../html.ts';
import type { JudgedRun } from '../run.ts';

export function errors(run: JudgedRun, figure: Show): Section {
  const { matrix, classNames, images } = run;
  const heads = ['True', ...classNames.map((name) => `as ${name}`)];
  const lines = (text: (count: number, support: number) => string) =>
    matrix.counts.map((row, i) => {
      const support = Math.max(
        1,
        row.reduce((sum, count) => sum + count, 0),
      );
      return [classNames[i] as string, ...row.map((count) => text(count, support))];
    });
  const counts = table({ label: 'Counts, rows are true classes', heads, lines: lines(whole) });
  const shares = table({
    label: 'Per cent, rows are true classes',
    heads,
    lines: lines((count, support) => shortPercent(count / support)),
  });
  const wrong = mistakes(run).length;
  return {
    id: 'errors',
    title: 'Where it errs',
    intro:
      wrong === 0
        ? 'Nowhere on these images: every one is classified correctly.'
        : 'Which classes are taken for which others, and how often.',
    content: pair(
      figure(
        'confusion',
        confusionHeatmap(matrix, { classNames }),
        'Confusion matrix',
        'Rows are true classes, columns predictions. Blue on the diagonal is right; orange beside it is wrong, on a scale of its own.',
        { more: details('The counts as a table', counts) },
      ),
      figure(
        'confusion-normalized',
        confusionHeatmap(matrix, { classNames, normalize: true }),
        'The same in per cent of each true class',
        'The diagonal is the recall of each class, whatever its number of images. Its palest cell is the hardest class.',
        { more: details('The shares as a table', shares) },
      ),
      images &&
        wrong > 0 &&
        figure(
          'confused-pairs',
          drawConfusedPairs(run),
          'Most confused pairs',
          'How often, as a share of the true class, and the images it was most sure of. Look for what they have in common.',
        ),
      classificationTable(run),
      images && wrong > 0 && gallery(run),
    ),
  };
}

function classificationTable({ labels, decisions, classNames }: JudgedRun): string {
  const scores = classificationReport(labels, decisions, { classNames });
  const cells = ({ precision, recall, f1, support }: Scores) => [
    ...[precision, recall, f1].map((score) => score.toFixed(4)),
    whole(support),
  ];
  const { perClass, macroAverage, weightedAverage, accuracy } = scores;
  const heads = ['Class', 'Precision', 'Recall', 'F1', 'Images'];
  const lines = perClass.map((one) => [one.name, ...cells(one)]);
  const sums = [
    ['accuracy', '', '', accuracy.toFixed(4), whole(macroAverage.support)],
    ['macro avg', ...cells(macroAverage)],
    ['weighted avg', ...cells(weightedAverage)],
  ];
  const meaning =
    'Precision: of what it calls a class, how much is. Recall: of the class, how much it finds. F1: their harmonic ' +
    'mean. The numbers are scikit-learn’s.';
  const label = 'Classification report';
  return panel(label, paragraph(meaning) + table({ label, heads, lines, sums }));
}
