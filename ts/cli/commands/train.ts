import { join } from 'node:path';
import { init } from '../../engine.ts';
import type { Output } from '../output.ts';
import { runTask } from '../run.ts';
import { metricsOf, runFiles } from '../run-folder.ts';
import { abortOnSignals, codeAfter } from '../signals.ts';
import { epochsOf, type Recipe, type TaskName } from '../tasks.ts';
import type { Outcome } from './outcome.ts';

export interface TrainOptions extends Omit<Recipe, 'epochs'> {
  /** Default: the named recipe's, else those of all tasks. */
  readonly epochs: number | undefined;
  readonly threads?: number;
  readonly data?: string;
  readonly output?: string;
}

/** `inkgrad train TASK` */
export async function train(task: TaskName, options: TrainOptions, out: Output): Promise<Outcome> {
  const { threads, data, output = join('runs', task), epochs = epochsOf(options.recipe), ...rest } = options;
  const recipe = { ...rest, epochs };
  const signal = abortOnSignals();
  try {
    const { reason } = await init(threads === undefined ? {} : { threads });
    out.say(`Engine: ${reason}`);
    const order = { task, recipe, folder: output, signal, out, ...(data !== undefined && { directory: data }) };
    const { config, history, judgement, page } = await runTask(order);
    return {
      json: {
        completed: history.completed,
        folder: output,
        model: join(output, runFiles.model),
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
