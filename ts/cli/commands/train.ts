import { join } from 'node:path';
import { init } from '../../engine.ts';
import { exitCodes } from '../exit-codes.ts';
import { abortOnInterrupt } from '../interrupt.ts';
import { runTask } from '../run.ts';
import { metricsOf, runFiles } from '../run-folder.ts';
import type { Recipe, TaskName } from '../tasks.ts';
import type { Voice } from '../voice.ts';
import type { Outcome } from './outcome.ts';

export interface TrainOptions extends Recipe {
  readonly threads?: number;
  readonly data?: string;
  readonly output?: string;
}

/** `inkgrad train TASK` */
export async function train(task: TaskName, options: TrainOptions, voice: Voice): Promise<Outcome> {
  const { threads, data, output = join('runs', task), ...recipe } = options;
  const signal = abortOnInterrupt();
  try {
    const { reason } = await init(threads === undefined ? {} : { threads });
    voice.say(`Engine: ${reason}`);
    const order = { task, recipe, folder: output, signal, voice, ...(data !== undefined && { directory: data }) };
    const { config, history, judgement, report } = await runTask(order);
    return {
      json: {
        completed: history.completed,
        folder: output,
        model: join(output, runFiles.model),
        report: report?.html ?? null,
        config,
        history,
        metrics: judgement ? metricsOf(judgement) : null,
      },
      code: signal.aborted ? exitCodes.interrupted : exitCodes.done,
    };
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    voice.say('Stopped before training began.');
    return { json: { completed: false, folder: null }, code: exitCodes.interrupted };
  }
}
