/** Threads that train, each a network at a time. */

import { Worker } from 'node:worker_threads';
import { EngineError, InkgradError } from '../errors.ts';
import { reasonOf } from '../reason.ts';
import type { SharedDigits } from './digits.ts';
import type { FromThread, ToThread } from './messages.ts';
import type { RunOrder } from './records.ts';
import type { RunOutcome } from './train-run.ts';

/** A run, and what it needs. */
export interface RunJob {
  readonly order: RunOrder;
  readonly digits: SharedDigits;
  /** The state to go on from. */
  readonly first: Uint8Array | undefined;
  /** Milliseconds from one state to the next. */
  readonly period: number;
  /** Keeps a state; all are kept when the run has come to its end. */
  keep(state: Uint8Array): Promise<void>;
  /** Stops the run, whose last state is kept. */
  readonly signal: AbortSignal;
}

/** How often a run is tried whose thread ends by itself. */
export const TRIES = 3;

/** A thread that ended by itself: out of memory, say. */
export class ThreadLost extends EngineError {}

export class Threads implements AsyncDisposable {
  #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  /**
   * Has a free thread, or else a new one, carry out a run.
   * @throws the signal's reason, ThreadLost, and what training throws
   */
  async run(job: RunJob): Promise<RunOutcome> {
    job.signal.throwIfAborted();
    const worker = this.#idle.pop() ?? this.#start();
    try {
      return await carryOut(worker, job);
    } finally {
      if (this.#all.has(worker)) this.#idle.push(worker);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(Array.from(this.#all, (worker) => worker.terminate()));
  }

  #start(): Worker {
    // Written out in full, since bundlers look for this very form.
    const worker = new Worker(new URL('./study-thread.js', import.meta.url), { execArgv: [], name: 'inkgrad study' });
    this.#all.add(worker);
    worker.on('error', () => {}); // told where its run waits; an idle one is replaced
    worker.on('exit', () => {
      this.#all.delete(worker);
      this.#idle = this.#idle.filter((idle) => idle !== worker);
    });
    return worker;
  }
}

function carryOut(worker: Worker, job: RunJob): Promise<RunOutcome> {
  const { order, digits, first, period, signal } = job;
  const send = (message: ToThread) => worker.postMessage(message);
  let kept: Promise<void> = Promise.resolve();
  return new Promise<RunOutcome>((resolve, reject) => {
    const stop = () => send({ kind: 'stop' });
    const settle = (then: () => void) => {
      signal.removeEventListener('abort', stop);
      worker.off('error', onError).off('exit', onExit).off('message', onMessage);
      kept.then(then, reject);
    };
    const lose = (reason: string) =>
      settle(() => reject(new ThreadLost(`${order.id}: the thread that trained it ended: ${reason}`)));
    const onError = (error: unknown) => lose(reasonOf(error));
    const onExit = (code: number) => lose(`code ${code}`);
    const onMessage = (message: FromThread) => {
      if (message.kind === 'state') kept = kept.then(() => job.keep(message.state));
      else if (message.kind === 'done') settle(() => resolve({ run: message.run, weights: message.weights }));
      else if (message.kind === 'stopped') settle(() => reject(signal.reason));
      else settle(() => reject(Object.assign(new InkgradError(message.message), { name: message.name })));
    };
    worker.on('error', onError).on('exit', onExit).on('message', onMessage);
    signal.addEventListener('abort', stop);
    send({ kind: 'run', order, digits, first, period });
    if (signal.aborted) stop();
  });
}
