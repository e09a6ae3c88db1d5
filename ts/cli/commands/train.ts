import { join } from 'node:path';
import { init } from '../../engine.ts';
import type { CheckpointEvery } from '../checkpoint-every.ts';
import type { Output } from '../output.ts';
import { readKeptTraining, recipeOf } from '../resume.ts';
import { type RunOrder, runTask } from '../run.ts';
import { metricsOf, runFiles } from '../run-folder.ts';
import { abortOnSignals, codeAfter } from '../signals.ts';
import { epochsOf, type Recipe, type TaskName } from '../tasks.ts';
import type { Outcome } from './outcome.ts';

export interface TrainOptions {
  readonly threads?: number;
  readonly data?: string;
  readonly checkpointEvery?: CheckpointEvery;
}

export interface NewTraining extends TrainOptions, Omit<Recipe, 'epochs'> {
  /** Default: the named recipe's, else those of all tasks. */
  readonly epochs: number | undefined;
  readonly output?: string;
}

/** `inkgrad train TASK` */
export async function train(task: TaskName, options: NewTraining, out: Output): Promise<Outcome> {
  const { threads: _threads, data, checkpointEvery: _every, output = join('runs', task), ...rest } = options;
  const recipe = { ...rest, epochs: options.epochs ?? epochsOf(options.recipe) };
  return run({ task, recipe, folder: output, ...(data !== undefined && { directory: data }) }, options, out);
}

/**
 * `inkgrad train --resume RUN`
 * @param epochs how many there are to be; default: the run's own
 */
export async function resume(
  folder: string,
  { epochs, ...options }: TrainOptions & { readonly epochs?: number },
  out: Output,
): Promise<Outcome> {
  const kept = await readKeptTraining(folder, out);
  const recipe = recipeOf(kept, epochs);
  const { task, data } = kept.config;
  const directory = options.data ?? data.directory;
  return run({ task, recipe, folder, kept, ...(directory !== undefined && { directory }) }, options, out);
}

async function run(
  order: Omit<RunOrder, 'signal' | 'out' | 'checkpointEvery'>,
  { threads, checkpointEvery }: TrainOptions,
  out: Output,
): Promise<Outcome> {
  const signal = abortOnSignals();
  try {
    const { reason } = await init(threads === undefined ? {} : { threads });
    out.say(`Engine: ${reason}`);
    const { config, history, judgement, page } = await runTask({
      ...order,
      signal,
      out,
      ...(checkpointEvery !== undefined && { checkpointEvery }),
    });
    return {
      json: {
        completed: history.completed,
        folder: order.folder,
        model: join(order.folder, runFiles.model),
        report: page ?? null,
        config,
        history,
        metrics: judgement ? metricsOf(judgement) : null,
      },
      code: codeAfter(signal),
    };
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    out.say('Stopped before training began.');
    return { json: { completed: false, folder: null }, code: codeAfter(signal) };
  }
}
