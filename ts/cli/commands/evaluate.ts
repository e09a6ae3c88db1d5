import { judgeRun } from '../judge-run.ts';
import type { Output } from '../output.ts';
import { reportText } from '../report-text.ts';
import { metricsOf } from '../run-folder.ts';
import type { Outcome } from './outcome.ts';

/** `inkgrad evaluate RUN` */
export async function evaluate(folder: string, { data }: { data?: string }, out: Output): Promise<Outcome> {
  const { model, config, sameDigits, judgement } = await judgeRun(folder, data, out);
  await using _ = model;
  out.say(reportText(judgement).trimEnd());
  const metrics = metricsOf(judgement);
  return {
    json: { run: folder, task: config.task, sameDigits, ...metrics },
    brief: String(metrics.accuracy),
  };
}
