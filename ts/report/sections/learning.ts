/** How it learned, epoch by epoch. */

import { bestEpoch, bestEpochText, gapText, moreEpochsText, overfittingText } from '../best-epoch.ts';
import { accuracyCurves, lossCurves } from '../figures/curves.ts';
import { timingsChart } from '../figures/timings.ts';
import { duration, figure as number, whole } from '../format.ts';
import { factList, pair, panel, type Section, type Show, table } from '../html.ts';
import type { JudgedRun, RunHistory } from '../run.ts';

export function learning(run: JudgedRun, figure: Show): Section {
  const { history, timings } = run;
  const { accuracy, val_loss } = history.history;
  const gap = val_loss
    ? 'Both lines should fall together. Where validation turns upwards while training goes on down, the model begins to learn its training images by heart.'
    : 'A loss that still falls at the end would gain from more epochs.';
  return {
    id: 'learning',
    title: 'How it learned',
    intro: `${bestEpochText(history)} The dashed line marks that epoch.`,
    content: pair(
      figure('loss', lossCurves(history), 'Loss', gap),
      accuracy &&
        figure(
          'accuracy',
          accuracyCurves(history),
          'Accuracy',
          'The share of images classified correctly. In training it is a mean over the epoch, taken before each step, so that it can lie below validation at first.',
        ),
      timings &&
        figure(
          'timings',
          timingsChart(timings),
          'Speed',
          `Samples trained on in a second, of ${whole(timings.samples)} an epoch. Bars of one height mean an undisturbed machine.`,
        ),
      panel('In words', factList(inWords(history), 'words')),
      panel('Every epoch', epochTable(run), 'wide'),
    ),
  };
}

/** What the curves mean, beyond the best epoch, which the section begins with. */
function inWords(history: RunHistory): Record<string, string> {
  const texts = {
    Overfitting: overfittingText(history),
    'At the end': gapText(history),
    'More epochs': moreEpochsText(history),
  };
  return Object.fromEntries(Object.entries(texts).filter((text): text is [string, string] => text[1] !== undefined));
}

function epochTable({ history, timings }: JudgedRun): string {
  const { loss, accuracy, val_loss, val_accuracy } = history.history;
  const columns = { loss, accuracy, val_loss, val_accuracy };
  const shown = Object.entries(columns).filter((column): column is [string, number[]] => column[1] !== undefined);
  const lines = history.epoch.map((epoch, i) => {
    const time = timings?.seconds[i];
    return [
      `${epoch + 1}`,
      ...shown.map(([, values]) => number(values[i] as number)),
      ...(time ? [duration(time)] : []),
    ];
  });
  const heads = ['Epoch', ...shown.map(([name]) => name), ...(timings ? ['time'] : [])];
  return table({ label: 'Every epoch', heads, lines, marked: [bestEpoch(history), 'best'] });
}
