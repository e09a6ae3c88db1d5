/** A task from its data to its run folder. */

import { join } from 'node:path';
import { engineInfo } from '../engine.ts';
import { reportText } from './report-text.ts';
import { openRunFolder, writeRun } from './run-folder.ts';
import { type Recipe, type TaskName, tasks } from './tasks.ts';
import { buildModel, judge, secondsSince, train } from './training.ts';

/** How long the parts of a run took. */
export interface RunSeconds {
  readonly loading: number;
  readonly training: number;
}

/**
 * Loads the digits, trains the task's network, judges it and writes `<output>/<task>/`, telling what it does. When the
 * signal is aborted, training stops after its current step and the folder gets the model so far, without scores.
 * @throws FileError, DownloadError, FormatError, EngineError and their like; the signal's reason before training began
 */
export async function runTask(
  name: TaskName,
  recipe: Recipe,
  output: string,
  signal: AbortSignal,
): Promise<RunSeconds> {
  const task = tasks[name];
  const folder = join(output, name);
  console.log(`\n── ${name}: ${task.title}\n`);
  await openRunFolder(folder);

  const start = performance.now();
  const data = await task.load({ signal });
  const loading = secondsSince(start);
  const [learnt, heldOut] = [data.train, data.test].map(({ y }) => y.length.toLocaleString('en-US'));
  console.log(`${learnt} digits to learn from, ${heldOut} held out, loaded in ${loading.toFixed(2)} s\n`);

  await using model = buildModel(task, recipe);
  model.summary();
  console.log();
  const engine = await engineInfo();
  signal.throwIfAborted();

  const training = await train(model, data, recipe, signal);
  const judgement = training.completed ? await judge(model, data.test) : undefined;
  await writeRun(folder, { task: name, recipe, data, engine, model, training, judgement });
  if (judgement) console.log(`\n${reportText(judgement)}`);
  else console.log(`\nStopped in epoch ${training.epochs.epoch.length + 1} of ${recipe.epochs}.`);
  console.log(judgement ? `Model, figures and report: ${folder}` : `The model so far: ${folder}`);
  return { loading, training: training.seconds };
}
