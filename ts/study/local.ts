/** Runs on this machine: as many at a time as there are threads. */

import type { StudyDigits } from './digits.ts';
import type { StudyFolder } from './folder.ts';
import type { RunOrder } from './records.ts';
import { type RunJob, ThreadLost, Threads, TRIES } from './threads.ts';
import type { RunOutcome } from './train-run.ts';

/** Carries out runs. */
export interface Runner extends AsyncDisposable {
  /**
   * @param done is told of each run; the next ones wait for it
   * @throws the signal's reason, and what training throws
   */
  runAll(orders: readonly RunOrder[], done: (outcome: RunOutcome) => Promise<void>): Promise<void>;
}

/** Milliseconds from one state of a run to the next: the work of so long is lost with a power cut. */
const PERIOD = 5000;

export interface LocalOptions {
  readonly cores: number;
  readonly digits: StudyDigits;
  readonly folder: StudyFolder;
  readonly signal: AbortSignal;
  readonly warn: (text: string) => void;
}

export function localRunner({ cores, digits, folder, signal, warn }: LocalOptions): Runner {
  const threads = new Threads();
  const jobOf = async (order: RunOrder, stop: AbortSignal): Promise<RunJob> => ({
    order,
    digits: digits.of(order.part),
    first: await folder.state(order.id, warn),
    period: PERIOD,
    keep: (state) => folder.keepState(order.id, state),
    signal: stop,
  });
  const runOne = async (order: RunOrder, stop: AbortSignal): Promise<RunOutcome> => {
    for (let tries = 1; ; tries++) {
      try {
        return await threads.run(await jobOf(order, stop));
      } catch (error) {
        if (!(error instanceof ThreadLost) || tries === TRIES) throw error;
        warn(`${error.message}; it is trained again`);
      }
    }
  };
  return {
    async runAll(orders, done) {
      const failed = new AbortController();
      const stop = AbortSignal.any([signal, failed.signal]);
      const waiting = [...orders];
      const work = async () => {
        for (let order = waiting.shift(); order; order = waiting.shift()) await done(await runOne(order, stop));
      };
      const workers = Array.from({ length: Math.min(cores, orders.length) }, () =>
        work().catch((error) => {
          failed.abort(error); // the others stop, and keep their states
          throw error;
        }),
      );
      const outcomes = await Promise.allSettled(workers);
      if (outcomes.some(({ status }) => status === 'rejected')) throw stop.reason;
    },
    [Symbol.asyncDispose]: () => threads[Symbol.asyncDispose](),
  };
}
