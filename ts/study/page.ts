/** A study as one HTML page. */

import { figure as number, percent, plural, whole } from '../report/format.ts';
import {
  code,
  duration,
  factTable,
  figureOf,
  keyList,
  pageOf,
  pair,
  panel,
  type Section,
  table,
} from '../report/html.ts';
import type { LabelledRows } from '../tensor.ts';
import type { StudyResult } from './conduct.ts';
import { type Course, coursePlot } from './figures/courses.ts';
import { hardestDigits } from './figures/hardest.ts';
import { type IntervalLine, intervalPlot, intervalText } from './figures/intervals.ts';
import { searchPlot } from './figures/search.ts';
import { isTrained, type TrainedRun } from './records.ts';
import { inWords, type Setting } from './settings.ts';
import type { Estimate } from './statistics.ts';
import { type Comparison, type Figures, type SettingSummary, validatedRuns } from './summary.ts';

export interface StudyPage {
  readonly html: string;
  readonly figures: ReadonlyMap<string, string>;
}

type Show = (name: string, svg: string, title: string, caption: string) => string;

/** More lines than that would be no figure any more; the table has them all. */
const mostLines = 24;

/**
 * @param test the test digits, where the study has read them
 * @param command what does the same again
 */
export function makeStudyPage(
  result: StudyResult,
  test: LabelledRows | undefined,
  command: string | undefined,
): StudyPage {
  const figures = new Map<string, string>();
  const show: Show = (name, svg, ...texts) => {
    figures.set(name, svg);
    return figureOf(name, svg, ...texts);
  };
  const sections = [
    validation(result, show),
    search(result, show),
    testing(result, show),
    differences(result),
    learning(result, show),
    hardest(result, test, show),
    repeating(result, command),
  ].filter((section) => section !== undefined);
  const { definition, runs } = result;
  const subtitle =
    `${plural(definition.settings.length, 'setting')}, ${plural(definition.seeds.length, 'seed')}, ` +
    `${plural(runs.length, 'run')}. Intervals hold the mean with 95 % confidence (Student's t).`;
  const title = `Study: ${definition.task === 'binary' ? '0 or 1' : '0 to 9'}`;
  return { html: pageOf({ title, subtitle, head: keyFigures(result), sections }), figures };
}

function keyFigures({ settings, chosen, runs, testReadings }: StudyResult): string {
  const best = settings[chosen ?? bestOnTest(settings)];
  const cells: [name: string, value: string, note: string][] = [];
  if (best?.test) {
    const { accuracy, mistakes, shiftedAccuracy } = best.test;
    cells.push(['Test accuracy', percent(accuracy.mean), halfWidth(accuracy)]);
    cells.push(['Mistakes', mistakes.mean.toFixed(1), 'of the test digits']);
    if (shiftedAccuracy) cells.push(['Shifted by 2 pixels', percent(shiftedAccuracy.mean), halfWidth(shiftedAccuracy)]);
  }
  if (best?.validation) {
    cells.push(['Validation accuracy', percent(best.validation.accuracy.mean), halfWidth(best.validation.accuracy)]);
  }
  cells.push([
    'Runs',
    whole(runs.length),
    `${duration(runs.reduce((sum, { seconds }) => sum + seconds, 0))} on one core`,
  ]);
  cells.push([
    'Test set read',
    readingsText(testReadings),
    testReadings <= 1 ? 'after all training' : 'some were broken off',
  ]);
  return keyList(cells);
}

export function readingsText(readings: number): string {
  return readings === 0 ? 'never' : readings === 1 ? 'once' : `${readings} times`;
}

function bestOnTest(settings: readonly SettingSummary[]): number {
  const accuracy = (place: number) => settings[place]?.test?.accuracy.mean ?? -1;
  return [...settings.keys()].reduce((best, place) => (accuracy(place) > accuracy(best) ? place : best), 0);
}

/** `± 0.14` in percentage points. */
export function halfWidth({ mean, high, count }: Estimate): string {
  return high === undefined ? 'one run' : `± ${(100 * (high - mean)).toFixed(2)} over ${count} runs`;
}

function validation(result: StudyResult, show: Show): Section | undefined {
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
      panel('Every setting', table('', heads, rows, [], 'Every setting on the validation digits'), 'wide'),
    ),
  };
}

function accuracyOf({ validation }: SettingSummary): number {
  return validation?.accuracy.mean ?? -1;
}

function cellsOf({ accuracy, mistakes, loss }: Figures): string[] {
  return [intervalText(accuracy), mistakes.mean.toFixed(1), number(loss.mean), String(accuracy.count)];
}

function search({ definition, settings, chosen, runs }: StudyResult, show: Show): Section | undefined {
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

function testing(
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
      panel('On the test digits', table('', heads, rows, [], 'On the test digits'), 'wide'),
    ),
  };
}

function differences({ settings, comparisons }: StudyResult): Section | undefined {
  if (comparisons.length === 0) return undefined;
  const name = (place: number) => settings[place]?.setting.name ?? '';
  const rows = comparisons.map((comparison) => {
    const { on, first, second, tTest, holm, mcNemar } = comparison;
    return [
      `${name(first)} against ${name(second)}`,
      on,
      tTest ? pointsText(tTest.difference) : '',
      tTest ? pValueText(tTest.pValue) : '',
      holm === undefined ? '' : pValueText(holm),
      mcNemarText(mcNemar),
    ];
  });
  const heads = ['Settings', 'Digits', 'Difference in points', 't test', 'Holm', 'McNemar'];
  return {
    id: 'differences',
    title: 'Whether they differ',
    intro:
      'Runs of the same seed are compared. The t test asks whether the means over seeds differ; Holm allows for all the tests in this table; McNemar asks of each seed whether its two networks differ on these digits, by those that only one decides rightly.',
    content: pair(panel('Paired tests', table('', heads, rows, [], 'Paired tests'), 'wide')),
  };
}

/** `+0.31 (0.12 to 0.50)` */
function pointsText({ mean, low, high }: Estimate): string {
  const points = (share: number | undefined) => (100 * (share ?? 0)).toFixed(2);
  return `${mean > 0 ? '+' : ''}${points(mean)} (${points(low)} to ${points(high)})`;
}

export function pValueText(value: number): string {
  return value < 0.001 ? 'p < 0.001' : `p = ${value.toFixed(3)}`;
}

export function mcNemarText(tests: Comparison['mcNemar']): string {
  const [only] = tests;
  if (tests.length === 1 && only) return `${only.onlyFirst} : ${only.onlySecond}, ${pValueText(only.pValue)}`;
  const significant = tests.filter(({ pValue }) => pValue < 0.05).length;
  return `p < 0.05 for ${significant} of ${tests.length} seeds`;
}

function learning({ definition, runs, settings, chosen }: StudyResult, show: Show): Section | undefined {
  const trained = runs.filter(isTrained);
  const courses = settings.flatMap(({ setting }, place): Course[] => {
    const own = trained.filter((run) => run.setting === place);
    const most = Math.max(0, ...own.map(({ epochs }) => epochs));
    const shown = own.filter(
      ({ epochs, part }) => epochs === most && part === (own.some((run) => run.part === 'all') ? 'all' : 'learn'),
    );
    if (shown.length === 0) return [];
    const mean = (epoch: number) =>
      shown.reduce((sum, { history }) => sum + (history.loss[epoch] as number), 0) / shown.length;
    return [
      {
        name: setting.name,
        points: Array.from({ length: most }, (_, i) => [i + 1, mean(i)]),
        marked: place === (chosen ?? 0),
      },
    ];
  });
  if (courses.length === 0 || courses.every(({ points }) => points.length < 2)) return undefined;
  const plot = { title: 'Training loss', x: 'Epoch', y: 'Loss', format: (loss: number) => String(+loss.toFixed(4)) };
  const first = definition.settings[chosen ?? 0]?.name ?? '';
  const names = [chosen === undefined ? first.slice(0, 40) : 'chosen', 'others'] as const;
  return {
    id: 'learning',
    title: 'How they learned',
    intro: 'Means over the seeds, on the digits that were learned from.',
    content: pair(
      show(
        'loss',
        coursePlot(courses, { ...plot, names }),
        'Training loss',
        'Dropped pixels and changed images make training harder than what the network is judged by: such a loss stays higher, and means no less.',
      ),
    ),
  };
}

function hardest(
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

function repeating({ definition, folder, testReadings }: StudyResult, command: string | undefined): Section {
  const { task, seeds, choice, final, data, rows } = definition;
  const facts = {
    task,
    seeds: seeds.length > 12 ? `${seeds.slice(0, 12).join(', ')}, ... (${seeds.length})` : seeds.join(', '),
    ...(choice && {
      'chosen by': `${choice.validation === 'others' ? 'the other zeros and ones' : `a share of ${+choice.validation.toFixed(4)}, split by seed ${choice.splitSeed}`}, ${plural(choice.seeds.length, 'seed')}`,
    }),
    'trained on all digits': final,
    'training digits': rows === undefined ? data.train.rows : `the first ${data.train.rows}`,
    'their SHA-256': data.train.sha256,
    'test digits': data.test.rows,
    'SHA-256 of those': data.test.sha256,
    'test set read': readingsText(testReadings),
    folder,
  };
  return {
    id: 'repeat',
    title: 'How to repeat it',
    intro:
      'The same definition gives the same networks, to the last bit, on any machine; each run has its hash in runs.jsonl.',
    content: pair(
      panel('Study', factTable(facts)),
      panel('Settings', code(JSON.stringify(definition.settings, undefined, 1), 'The settings')),
      command !== undefined && panel('Command', code(command, 'The command'), 'wide'),
    ),
  };
}
