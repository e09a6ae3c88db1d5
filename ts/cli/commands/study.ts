import { join } from 'node:path';
import Table from 'cli-table3';
import { formatTime } from '../../progress.ts';
import { percent, plural } from '../../report/format.ts';
import type { StudyProgress, StudyResult } from '../../study/conduct.ts';
import type { Final } from '../../study/options.ts';
import type { Range } from '../../study/random.ts';
import type { StudySetting } from '../../study/settings.ts';
import { pValueText, readingsText } from '../../study/words.ts';
import type { Output } from '../output.ts';
import { readJson } from '../read-run.ts';
import { abortOnSignals, codeAfter } from '../signals.ts';
import { checkPlanFile } from '../study-text.ts';
import { taskNames } from '../tasks.ts';
import { secondsSince } from '../training.ts';
import type { Outcome } from './outcome.ts';

export interface StudyCommandOptions {
  readonly setting?: readonly StudySetting[];
  readonly seeds?: number | number[];
  readonly validation?: number;
  readonly choiceSeeds?: number;
  readonly random?: number;
  readonly range?: readonly (readonly [string, Range])[];
  readonly randomSeed?: number;
  readonly halving?: number | true;
  readonly final?: Final;
  readonly rows?: number;
  readonly cores?: number;
  readonly data?: string;
  readonly queue?: string;
  readonly output?: string;
}

/**
 * `inkgrad study [TASK or PLAN]`
 * @param command what was typed, to be shown on the page
 */
export async function study(
  given: string,
  options: StudyCommandOptions,
  command: string,
  out: Output,
): Promise<Outcome> {
  const { study, writeStudyPage } = await import('../../study.ts');
  const { output, cores, data, queue } = options;
  const isTask = (taskNames as readonly string[]).includes(given);
  const file = isTask ? {} : await readJson(given, checkPlanFile);
  const plan: Record<string, unknown> = { ...file, ...(isTask && { task: given }), ...planOf(options) };
  const folder = output ?? join('studies', typeof plan.task === 'string' ? plan.task : 'multiclass');
  const signal = abortOnSignals();
  const progress = new Lines(out);
  try {
    const result = await study({
      ...plan,
      folder,
      signal,
      ...(cores !== undefined && { cores }),
      ...(data !== undefined && { data }),
      ...(queue !== undefined && { queue }),
      onProgress: (step) => progress.tell(step),
      onNotice: out.warn,
    });
    const page = await writeStudyPage(result, { command, ...(data !== undefined && { data }) });
    out.say(`\n${studyText(result)}\n\nStudy: ${folder}\nReport: ${page}`);
    const { settings, chosen, comparisons, testReadings, runs } = result;
    return {
      json: {
        completed: true,
        folder,
        report: page,
        testReadings,
        chosen: chosen ?? null,
        settings,
        comparisons,
        runs,
      },
      brief: page,
    };
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    out.say(`\nStopped. The same command goes on from here: what is done is in ${folder}.`);
    return { json: { completed: false, folder }, code: codeAfter(signal) };
  }
}

/** What the options say of the plan; what they leave out, a plan's file may say. */
function planOf(options: StudyCommandOptions): Record<string, unknown> {
  const { setting, seeds, validation, choiceSeeds, random, range, randomSeed, halving, final, rows } = options;
  const search = {
    ...(random !== undefined && { trials: random }),
    ...(range && { ranges: Object.fromEntries(range) }),
    ...(randomSeed !== undefined && { seed: randomSeed }),
  };
  const said = {
    settings: setting,
    seeds,
    validation,
    choiceSeeds,
    random: Object.keys(search).length > 0 ? search : undefined,
    halving: halving === true || halving === undefined ? halving : { factor: halving },
    final,
    rows,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** A line for each run, with the time that is left. */
class Lines {
  readonly #say: Output['say'];
  readonly #start = performance.now();
  #runs = 0;

  constructor({ say }: Output) {
    this.#say = say;
  }

  tell({ run, setting, done, total, step }: StudyProgress): void {
    this.#runs++;
    const outcome = 'failed' in run ? 'failed' : run.validation ? percent(run.validation.accuracy) : 'trained';
    const left = ((1000 * secondsSince(this.#start)) / this.#runs) * (total - done);
    const facts = [
      `${step === 'choice' ? 'choice' : 'final'} ${`${done}`.padStart(`${total}`.length)}/${total}`,
      outcome.padStart(8),
      `${run.seconds.toFixed(1)} s`.padStart(8),
      `seed ${run.seed}`,
      `${plural(run.epochs, 'epoch')}, ${setting}`,
      ...(done < total ? [`${formatTime(left)} left`] : []),
    ];
    this.#say(facts.join('  '));
  }
}

/** The settings of a study as a table, the best first. */
export function studyText({ settings, chosen, comparisons, testReadings }: StudyResult): string {
  const range = (figures: { mean: number; high?: number } | undefined) => {
    if (!figures) return '';
    const half = figures.high === undefined ? '' : ` ± ${(100 * (figures.high - figures.mean)).toFixed(2)}`;
    return `${(100 * figures.mean).toFixed(2)}${half}`;
  };
  const table = new Table({
    head: ['setting', 'runs', 'validation %', 'mistakes', 'test %', 'mistakes', 'shifted %', 's a run'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const order = [...settings.keys()].sort((a, b) => merit(settings[b]) - merit(settings[a]));
  for (const place of order) {
    const { setting, validation, test, seconds } = settings[place] as StudyResult['settings'][number];
    table.push([
      `${setting.name}${place === chosen ? ' (chosen)' : ''}`,
      `${(test ?? validation)?.accuracy.count ?? 0}`,
      range(validation?.accuracy),
      validation?.mistakes.mean.toFixed(1) ?? '',
      range(test?.accuracy),
      test?.mistakes.mean.toFixed(1) ?? '',
      range(test?.shiftedAccuracy),
      seconds?.mean.toFixed(2) ?? '',
    ]);
  }
  const tests = comparisons.flatMap(({ on, first, second, tTest }) => {
    if (!tTest) return [];
    const points = (100 * tTest.difference.mean).toFixed(2);
    const names = `${settings[first]?.setting.name} against ${settings[second]?.setting.name}`;
    return [`${names}, ${on}: ${points} points, paired t test, ${pValueText(tTest.pValue)}`];
  });
  return [
    table.toString(),
    ...(tests.length > 0 && tests.length <= 10 ? ['', ...tests] : []),
    '',
    `The test set was ${testReadings === 0 ? 'not read' : `read ${readingsText(testReadings)}`}. ± is the half of a 95 % interval of the mean.`,
  ].join('\n');
}

function merit(summary: StudyResult['settings'][number] | undefined): number {
  return (summary?.test ?? summary?.validation)?.accuracy.mean ?? -1;
}
