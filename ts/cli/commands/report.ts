import { FileError } from '../../errors.ts';
import { judgeRun } from '../judge-run.ts';
import { writeRunReport } from '../run-report.ts';
import type { Voice } from '../voice.ts';
import type { Outcome } from './outcome.ts';

export interface ReportOptions {
  readonly data?: string;
  readonly output?: string;
}

/** `inkgrad report RUN` */
export async function report(folder: string, { data, output }: ReportOptions, voice: Voice): Promise<Outcome> {
  const run = await judgeRun(folder, data, voice);
  await using _ = run.model;
  if (run.history.epoch.length === 0) {
    throw new FileError(`${folder}: stopped in its first epoch, so that there is no training to report on`);
  }
  const { html, figures } = await writeRunReport(output ?? folder, run);
  voice.say(`Report: ${html}\nFigures: ${figures}`);
  return { json: { run: folder, html, figures, sameDigits: run.sameDigits }, brief: html };
}
