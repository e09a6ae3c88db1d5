/** A task from its data to its run folder. */

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineInfo } from '../engine.ts';
import { FileError, FormatError } from '../errors.ts';
import { replaceFiles } from '../node/replace.ts';
import { bestEpochText } from '../report/best-epoch.ts';
import { plural, whole } from '../report/format.ts';
import { version } from '../version.ts';
import type { CheckpointEvery } from './checkpoint-every.ts';
import type { Output } from './output.ts';
import { reportText } from './report-text.ts';
import type { KeptTraining } from './resume.ts';
import { allRunFiles, configOf, filesOf, historyOf, type RunConfig, type RunRecord, runFiles } from './run-folder.ts';
import { RunKeeper } from './run-keeper.ts';
import { claimRunFolder, type RunPlace } from './run-place.ts';
import { drawRunReport } from './run-report.ts';
import { methodOf, type Recipe, type TaskName, tasks } from './tasks.ts';
import { buildModel, type Judgement, judge, secondsSince, train } from './training.ts';

/** What is to be run. */
export interface RunOrder {
  readonly task: TaskName;
  readonly recipe: Recipe;
  /** The folder of the digits; else they are looked for. */
  readonly directory?: string;
  /** The run folder. */
  readonly folder: string;
  /** Stops training after its current step: the folder gets the model so far, without scores. */
  readonly signal: AbortSignal;
  readonly out: Output;
  /** How often the training's state is kept. Default: as in the training that it goes on from, or else 'auto'. */
  readonly checkpointEvery?: CheckpointEvery;
  /** What the training goes on from. */
  readonly kept?: KeptTraining;
}

/** What a run gave. */
export interface RunOutcome extends RunRecord {
  /** Of a training that was completed, as is the report. */
  readonly judgement: Judgement | undefined;
  /** The report's page. Undefined too when it could not be drawn. */
  readonly page: string | undefined;
  readonly seconds: { readonly loading: number; readonly training: number };
}

/**
 * Loads the digits, trains the task's network, evaluates it and writes its run folder, telling what it does.
 * @throws FileError, DownloadError, FormatError, EngineError and their like; the signal's reason before training began
 */
export async function runTask(order: RunOrder): Promise<RunOutcome> {
  const { task: name, recipe, directory, folder, signal, out, kept } = order;
  const task = tasks[name];
  out.say(`\n── ${name}: ${task.title}\n`);
  await using place = await claimRunFolder(folder);

  const start = performance.now();
  const data = await task.load({ signal, ...(directory !== undefined && { directory }) });
  const loading = secondsSince(start);
  for (const line of data.lines) out.say(line);
  const [learnt, heldOut] = [data.train, data.test].map(({ y }) => whole(y.length));
  out.say(`${learnt} training digits and ${heldOut} held-out digits, loaded in ${loading.toFixed(2)} s\n`);

  const method = methodOf(recipe, data.train.y.length);
  await using model = buildModel(task, recipe, method);
  model.summary({ print: out.say });
  out.say();
  const engine = await engineInfo();
  signal.throwIfAborted();

  const checkpointEvery = order.checkpointEvery ?? kept?.config.checkpointEvery ?? 'auto';
  const parts = { task: name, recipe, method, data, directory, engine, model, checkpointEvery };
  const config = configOf(parts);
  if (kept) checkDigits(kept.config, config, folder, out);
  await using keeper = await openKeeper({ ...order, checkpointEvery }, config);
  if (kept) out.say(goesOn(kept, recipe));
  signal.throwIfAborted(); // or else the run would be replaced by a model that has learned nothing

  const training = await train(model, data, { method, signal, verbose: out.verbose, keeper });
  const judgement = training.completed ? await judge(model, data.test) : undefined;
  const run = { ...parts, training, judgement };
  const record = { config, history: await historyOf(run) };
  const { epoch, ...history } = training.epochs;
  if (judgement) out.say(`\n${reportText(judgement)}\n${bestEpochText({ epoch, history })}`);
  const report = judgement && (await tryReport({ ...record, folder, model, heldOut: data.test, judgement }, out));
  const modelFile = keeper?.newest ?? (await model.toBytes({ includeOptimizer: false }));
  await writeRun(place, folder, filesOf(run, record, report ?? new Map(), modelFile));
  await keeper?.clear();
  const page = report && join(folder, runFiles.page);
  if (judgement) {
    out.say(`Model and figures: ${folder}`);
    if (page) out.say(`Report: ${page}`);
  } else {
    out.say(`\nStopped in epoch ${training.epochs.epoch.length + 1} of ${method.fit.epochs}.`);
    out.say(`The model so far: ${folder}`);
    if (keeper) out.say(`To go on: inkgrad train --resume ${folder}`);
  }
  return { ...record, judgement, page, seconds: { loading, training: training.seconds } };
}

/** Keeps the states of a training, unless nobody wants them. */
async function openKeeper(
  { folder, checkpointEvery, kept, out }: RunOrder & { readonly checkpointEvery: CheckpointEvery },
  config: RunConfig,
): Promise<RunKeeper | undefined> {
  if (checkpointEvery === 'none' && !kept) return undefined;
  const keeper = new RunKeeper(folder, checkpointEvery, out);
  await keeper.open(config, kept && (kept.state ?? 'here'));
  return keeper;
}

/** @throws FormatError if other digits would make another model of it */
function checkDigits(kept: RunConfig, { data }: RunConfig, folder: string, { warn }: Output): void {
  if (kept.data.train.sha256 !== data.train.sha256) {
    throw new FormatError(folder, 'the digits that the run was trained on; --data names their folder', 'others');
  }
  if (kept.data.test.sha256 !== data.test.sha256) warn('These are not the held-out digits that the run had so far.');
  if (kept.versions.inkgrad !== version) warn(`The run was begun by inkgrad ${kept.versions.inkgrad}.`);
}

function goesOn({ progress }: KeptTraining, { epochs }: Recipe): string {
  if (!progress) return 'Begins anew, since nothing of the training was kept.';
  if (!progress.begun && progress.epoch >= epochs) return `All ${plural(epochs, 'epoch')} have been trained.`;
  const batches = progress.begun ? `, after ${plural(progress.begun.batches, 'batch', 'batches')} of it` : '';
  return `Goes on in epoch ${progress.epoch + 1} of ${epochs}${batches}.`;
}

/** A run whose report cannot be drawn is a whole run all the same. */
async function tryReport(
  shown: Parameters<typeof drawRunReport>[0],
  { warn }: Output,
): Promise<Map<string, Uint8Array> | undefined> {
  try {
    return await drawRunReport(shown);
  } catch (error) {
    warn(`The run has no report: ${(error as Error).message}`);
    return undefined;
  }
}

/** A training may have taken hours: when its folder takes no files any more, they go elsewhere. */
async function writeRun(place: RunPlace, folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  try {
    await place.replace(files);
  } catch (error) {
    const { message } = error as Error;
    const refuge = await mkdtemp(join(tmpdir(), 'inkgrad-run-'))
      .then(async (elsewhere) => {
        await replaceFiles(elsewhere, files, allRunFiles);
        return elsewhere;
      })
      .catch(() => undefined); // the first error is the one to tell
    if (refuge === undefined) throw error;
    throw new FileError(`${message}; ${folder} is as it was before, and the new run is in ${refuge}`, { cause: error });
  }
}
