/** What the test digits say. */

import { whole } from '../../report/format.ts';
import { pair, panel, type Section, table } from '../../report/html.ts';
import type { LabelledRows } from '../../tensor.ts';
import type { StudyResult } from '../conduct.ts';
import { hardestDigits } from '../figures/hardest.ts';
import { type IntervalLine, intervalPlot, intervalText } from '../figures/intervals.ts';
import type { Figures } from '../summary.ts';
import { readingsText } from '../words.ts';
import { bestOnTest, cellsOf, mostLines, type Show } from './common.ts';

export function testing(
  { definition, settings, chosen, runs, test, testReadings }: StudyResult,
  show: Show,
): Section | undefined {
  const tested = settings.map((one, place) => ({ one, place })).filter(({ one }) => one.test);
  if (tested.length === 0) return undefined;
  const marked = chosen ?? bestOnTest(settings);
  const heads = ['Setting', 'Accuracy', 'Mistakes', 'Loss', 'Runs', 'Shifted', 'Seconds a run'];
  const rows = tested.map(({ one: { setting, test, seconds } }) => [
    setting.name,
    ...cellsOf(test as Figures),
    test?.shiftedAccuracy ? intervalText(test.shiftedAccuracy) : '',
    seconds ? seconds.mean.toFixed(2) : '',
  ]);
  const plotted = tested.slice(0, mostLines).map(({ one, place }): IntervalLine => {
    const values = runs.flatMap((run) => (run.setting === place ? (test.get(run.id)?.accuracy ?? []) : []));
    return { name: one.setting.name, estimate: (one.test as Figures).accuracy, values, marked: place === marked };
  });
  const which =
    definition.final === 'chosen' ? 'The setting that was chosen' : 'All settings, with nothing chosen by these digits';
  return {
    id: 'test',
    title: 'How good it is',
    intro:
      `${which}, trained on all ${whole(definition.data.train.rows)} training digits and judged on ` +
      `${whole(definition.data.test.rows)} test digits, which were read ${readingsText(testReadings)}: after all training, by the last weights.`,
    content: pair(
      show(
        'test',
        intervalPlot('Test accuracy', plotted),
        'Test accuracy',
        'A point for each seed. The interval tells how sure the mean over seeds is; that other digits might give another figure it does not tell.',
      ),
      panel('On the test digits', table({ label: 'On the test digits', heads, lines: rows }), 'wide'),
    ),
  };
}

export function hardest(
  { settings, chosen, runs, test }: StudyResult,
  digits: LabelledRows | undefined,
  show: Show,
): Section | undefined {
  const place = chosen ?? bestOnTest(settings);
  const scores = runs.flatMap((run) => (run.setting === place ? (test.get(run.id) ?? []) : []));
  if (!digits || scores.every(({ mistakes }) => mistakes.rows.length === 0)) return undefined;
  return {
    id: 'hardest',
    title: 'What stays hard',
    intro: `Test digits that most networks of '${settings[place]?.setting.name}' decide wrongly.`,
    content: pair(
      show(
        'hardest',
        hardestDigits(digits, scores),
        'Hardest digits',
        'Label / what they are taken for most often, and how many of the networks err. What all of them miss is not a matter of the seed.',
      ),
    ),
  };
}
