/** How a setting was chosen. */

import { percent } from '../../report/format.ts';
import { pair, panel, type Section, table } from '../../report/html.ts';
import type { StudyResult } from '../conduct.ts';
import { type Course, coursePlot } from '../figures/courses.ts';
import { type IntervalLine, intervalPlot } from '../figures/intervals.ts';
import { searchPlot } from '../figures/search.ts';
import { isTrained, type TrainedRun } from '../records.ts';
import { inWords, type Setting } from '../settings.ts';
import { type Figures, type SettingSummary, validatedRuns } from '../summary.ts';
import { cellsOf, mostLines, type Show } from './common.ts';

export function validation(result: StudyResult, show: Show): Section | undefined {
  const { definition, settings, chosen } = result;
  const { choice } = definition;
  if (!choice || chosen === undefined) return undefined;
  const held =
    choice.validation === 'others'
      ? "MNIST's training zeros and ones that no run has learned from"
      : `a share of ${percent(choice.validation, 1)} of the training digits, the same of each digit, that these runs have not learned from`;
  const lines = settings
    .map((one, place) => ({ one, place }))
    .filter(({ one }) => one.validation)
    .sort((a, b) => accuracyOf(b.one) - accuracyOf(a.one));
  const rows = lines.map(({ one: { setting, validation, failed }, place }) => [
    `${setting.name}${place === chosen ? ' (chosen)' : ''}`,
    ...cellsOf(validation as Figures),
    String(validation?.epochs),
    String(failed),
  ]);
  const heads = ['Setting', 'Accuracy', 'Mistakes', 'Loss', 'Runs', 'Epochs', 'Failed'];
  const plotted = lines.slice(0, mostLines).map(({ one, place }): IntervalLine => {
    const runs = validatedRuns(result.runs, place);
    const values = runs.map((run) => run.validation?.accuracy as number);
    return {
      name: one.setting.name,
      estimate: (one.validation as Figures).accuracy,
      values,
      marked: place === chosen,
    };
  });
  return {
    id: 'validation',
    title: 'Which setting',
    intro: `Chosen by mean accuracy on ${held}. The test set had no part in it.`,
    content: pair(
      show(
        'validation',
        intervalPlot('Validation accuracy', plotted),
        'Validation accuracy',
        'A point for each seed, a square for their mean, a bar for its interval; the setting that was chosen in orange. The best of many settings looks better than it is: what it is worth, the test digits tell.',
      ),
      panel('Every setting', table({ label: 'Every setting on the validation digits', heads, lines: rows }), 'wide'),
    ),
  };
}

export function search({ definition, settings, chosen, runs }: StudyResult, show: Show): Section | undefined {
  const { random, choice } = definition;
  const parts: string[] = [];
  for (const [name, range] of Object.entries(random?.ranges ?? {})) {
    const found = settings.flatMap(({ setting, validation }, place) => {
      const value = setting[name as keyof Setting];
      if (typeof value !== 'number' || !validation) return [];
      return [{ value, accuracy: validation.accuracy.mean, marked: place === chosen }];
    });
    if (found.length < 2) continue;
    const log = (range as { scale?: unknown }).scale === 'log';
    const svg = searchPlot(inWords(name), found, log);
    parts.push(
      show(
        `search-${name}`,
        svg,
        `Accuracy by ${inWords(name)}`,
        'A point for each setting that was drawn. Where the best lie at an edge, a wider range may hold better ones.',
      ),
    );
  }
  if (choice?.factor !== undefined) {
    const courses = settings.map(({ setting }, place): Course => {
      const validated = runs.filter(isTrained).filter((run) => run.setting === place && run.validation);
      const epochs = [...new Set(validated.map((run) => run.epochs))].sort((a, b) => a - b);
      const mean = (count: number) => meanOf(validated.filter((run) => run.epochs === count));
      return { name: setting.name, points: epochs.map((count) => [count, mean(count)]), marked: place === chosen };
    });
    const format = (share: number) => `${+(100 * share).toFixed(2)} %`;
    const plot = { title: 'Successive halving', x: 'Epochs', y: 'Accuracy', format, log: true };
    parts.push(
      show(
        'halving',
        coursePlot(courses, { ...plot, names: ['chosen', 'others'] }),
        'Successive halving',
        `From rung to rung one setting in ${choice.factor} goes on, with ${choice.factor} times the epochs; each rung trains anew.`,
      ),
    );
  }
  if (parts.length === 0) return undefined;
  return {
    id: 'search',
    title: 'Where the search went',
    intro: 'All on the validation digits.',
    content: pair(...parts),
  };
}

function meanOf(runs: readonly TrainedRun[]): number {
  return runs.reduce((sum, { validation }) => sum + (validation?.accuracy ?? 0), 0) / runs.length;
}

function accuracyOf({ validation }: SettingSummary): number {
  return validation?.accuracy.mean ?? -1;
}
