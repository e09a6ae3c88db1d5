import { judgeRun } from '../judge-run.ts';
import { reportText } from '../report-text.ts';
import { metricsOf } from '../run-folder.ts';
import type { Voice } from '../voice.ts';
import type { Outcome } from './outcome.ts';

/** `inkgrad evaluate RUN` */
export async function evaluate(folder: string, { data }: { data?: string }, voice: Voice): Promise<Outcome> {
  const { model, config, sameDigits, judgement } = await judgeRun(folder, data, voice);
  await using _ = model;
  voice.say(reportText(judgement).trimEnd());
  const metrics = metricsOf(judgement);
  return {
    json: { run: folder, task: config.task, sameDigits, ...metrics },
    brief: String(metrics.accuracy),
  };
}
