import { mkdir } from 'node:fs/promises';
import { FileError } from '../../errors.ts';
import { lockFolder } from '../../node/lock.ts';
import { judgeRun } from '../judge-run.ts';
import type { Output } from '../output.ts';
import { checkFolder } from '../read-run.ts';
import { writeRunReport } from '../run-report.ts';
import type { Outcome } from './outcome.ts';

export interface ReportOptions {
  readonly data?: string;
  readonly output?: string;
}

/** `inkgrad report RUN` */
export async function report(folder: string, { data, output = folder }: ReportOptions, out: Output): Promise<Outcome> {
  await checkFolder(folder);
  await mkdir(output, { recursive: true }).catch((error) => {
    throw new FileError(`${output}: cannot be written to (${error.message})`, { cause: error });
  });
  // A training that ends in the meantime would get the report of the model before it.
  const unlock = await lockFolder(output);
  try {
    const run = await judgeRun(folder, data, out);
    await using _ = run.model;
    if (run.history.epoch.length === 0) {
      throw new FileError(`${folder}: stopped in its first epoch, so there is no training to report on`);
    }
    const { html, figures } = await writeRunReport(output, { ...run, folder });
    out.say(`Report: ${html}\nFigures: ${figures}`);
    return { json: { run: folder, html, figures, sameDigits: run.sameDigits }, brief: html };
  } finally {
    await unlock();
  }
}
