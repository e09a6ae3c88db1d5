/** A task from its data to its run folder. */

import { engineInfo } from '../engine.ts';
import type { WrittenReport } from '../report/node.ts';
import { reportText } from './report-text.ts';
import { openRunFolder, type RunRecord, writeRun } from './run-folder.ts';
import { type Shown, writeRunReport } from './run-report.ts';
import { type Recipe, type TaskName, tasks } from './tasks.ts';
import { buildModel, type Judgement, judge, secondsSince, train } from './training.ts';
import type { Voice } from './voice.ts';

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
  readonly voice: Voice;
}

/** What a run gave. */
export interface RunOutcome extends RunRecord {
  /** Of a training that was completed, as is the report. */
  readonly judgement: Judgement | undefined;
  /** Undefined too when it could not be written. */
  readonly report: WrittenReport | undefined;
  readonly seconds: { readonly loading: number; readonly training: number };
}

/**
 * Loads the digits, trains the task's network, judges it and writes its run folder, telling what it does.
 * @throws FileError, DownloadError, FormatError, EngineError and their like; the signal's reason before training began
 */
export async function runTask(order: RunOrder): Promise<RunOutcome> {
  const { task: name, recipe, directory, folder, signal, voice } = order;
  const task = tasks[name];
  voice.say(`\n── ${name}: ${task.title}\n`);
  await openRunFolder(folder);

  const start = performance.now();
  const data = await task.load({ signal, ...(directory !== undefined && { directory }) });
  const loading = secondsSince(start);
  for (const line of data.lines) voice.say(line);
  const [learnt, heldOut] = [data.train, data.test].map(({ y }) => y.length.toLocaleString('en-US'));
  voice.say(`${learnt} digits to learn from, ${heldOut} held out, loaded in ${loading.toFixed(2)} s\n`);

  await using model = buildModel(task, recipe);
  model.summary({ print: voice.say });
  voice.say();
  const engine = await engineInfo();
  signal.throwIfAborted();

  const training = await train(model, data, recipe, signal, voice.verbose);
  const judgement = training.completed ? await judge(model, data.test) : undefined;
  const record = await writeRun(folder, { task: name, recipe, data, directory, engine, model, training, judgement });
  const seconds = { loading, training: training.seconds };
  if (!judgement) {
    voice.say(`\nStopped in epoch ${training.epochs.epoch.length + 1} of ${recipe.epochs}.`);
    voice.say(`The model so far: ${folder}`);
    return { ...record, judgement, report: undefined, seconds };
  }
  voice.say(`\n${reportText(judgement)}`);
  const report = await tryReport(folder, { ...record, model, heldOut: data.test, judgement }, voice);
  voice.say(`Model and figures: ${folder}`);
  if (report) voice.say(`Report: ${report.html}`);
  return { ...record, judgement, report, seconds };
}

/** A run whose report cannot be written is a whole run all the same. */
async function tryReport(folder: string, shown: Shown, { warn }: Voice): Promise<WrittenReport | undefined> {
  try {
    return await writeRunReport(folder, shown);
  } catch (error) {
    warn(`The run has no report: ${(error as Error).message}`);
    return undefined;
  }
}
