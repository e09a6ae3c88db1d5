/** A run in a few numbers, as the page's header has them. */

import { expectedCalibrationError } from '../evaluation/calibration.ts';
import { rocAucScore } from '../evaluation/roc.ts';
import { accuracyScore } from '../evaluation/scores.ts';
import { bestEpoch } from './best-epoch.ts';
import { mistakes } from './figures/samples.ts';
import { duration, figure, percent, plural, whole } from './format.ts';
import { keyList } from './html.ts';
import { wilsonInterval } from './interval.ts';
import type { Facts, JudgedRun } from './run.ts';

export function keyFigures(run: JudgedRun): string {
  const { rows, labels, decisions, timings, history } = run;
  const wrong = mistakes(run).length;
  const { val_loss, loss } = history.history;
  const best = bestEpoch(history);
  const accuracy = accuracyScore(labels, decisions);
  const cells: [name: string, value: string, ...notes: string[]][] = [
    ['Accuracy', percent(accuracy), intervalText(accuracy, rows), `on ${plural(rows, 'held-out image')}`],
    ['Mistakes', whole(wrong), `of ${whole(rows)}`],
  ];
  const area = areaUnderCurve(run);
  if (area !== undefined) cells.push(['ROC AUC', area.toFixed(4), '1 is a perfect order']);
  cells.push(
    ['Calibration error', percent(calibrationError(run)), 'expected, 10 bins'],
    [
      val_loss ? 'Best validation loss' : 'Lowest loss',
      figure((val_loss ?? loss)[best] as number),
      `epoch ${(history.epoch[best] as number) + 1} of ${history.epoch.length}`,
    ],
  );
  if (timings) {
    const seconds = timings.seconds.reduce((sum, value) => sum + value, 0);
    const rate = (timings.samples * timings.seconds.length) / seconds;
    cells.push(['Training time', duration(seconds), `${whole(rate)} samples/s`]);
  }
  return keyList(cells);
}

/** ± 0.33 (95 %: 96.68 to 97.35 %); without the ± where a share beyond 0 or 1 would be meant. */
function intervalText(accuracy: number, rows: number): string {
  const [low, high] = wilsonInterval(accuracy, rows);
  const half = (high - low) / 2;
  const range = `95\u00a0%: ${(100 * low).toFixed(2)} to ${percent(high)}`;
  return accuracy - half < 0 || accuracy + half > 1 ? range : `±\u00a0${(100 * half).toFixed(2)} (${range})`;
}

const inHeader = ['optimizer', 'learning rate', 'weight decay', 'augmentation', 'batch size', 'epochs'];

/** Which run it is, of when, of what size, and by which settings. */
export function runFacts({ name, date, model, recipe }: JudgedRun): Facts {
  const settings = Object.entries(recipe ?? {}).filter(([setting]) => inHeader.includes(setting));
  return {
    ...(name && { Run: name }),
    ...(date !== undefined && { Trained: `${date.slice(0, 10)} ${date.slice(11, 16)} UTC` }),
    ...(model?.parameters !== undefined && { Parameters: whole(model.parameters) }),
    ...Object.fromEntries(settings.map(([setting, value]) => [sentence(setting), value])),
    ...(model?.seed !== undefined && { Seed: model.seed }),
  };
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** For two classes that both occur. */
export function areaUnderCurve({ labels, probabilities, matrix }: JudgedRun): number | undefined {
  const bothOccur = matrix.counts.every((row) => row.some((count) => count > 0));
  return probabilities.shape[1] === 1 && bothOccur ? rocAucScore(labels, probabilities) : undefined;
}

export function calibrationError({ labels, probabilities }: JudgedRun): number {
  return expectedCalibrationError(labels, probabilities);
}
