import type { Output } from '../output.ts';
import { abortOnSignals, codeAfter } from '../signals.ts';
import type { Outcome } from './outcome.ts';

export interface WorkerOptions {
  readonly cores?: number;
  readonly data?: string;
  readonly patience: number;
}

/** `inkgrad worker URL` */
export async function worker(url: string, { cores, data, patience }: WorkerOptions, out: Output): Promise<Outcome> {
  const { work } = await import('../../study.ts');
  const signal = abortOnSignals();
  out.say('Waiting for runs; Ctrl-C ends.');
  await work({
    queue: url,
    patience,
    signal,
    onNotice: out.say,
    ...(cores !== undefined && { cores }),
    ...(data !== undefined && { data }),
  });
  return { json: { stopped: true }, code: codeAfter(signal) };
}
