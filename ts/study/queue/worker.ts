/** Takes runs from a queue and carries them out. */

import type { Job } from 'bullmq';
import { FormatError, InkgradError } from '../../errors.ts';
import { inFile } from '../../formats/in-file.ts';
import { checkNumber, checkOptions, checkText } from '../../options.ts';
import { version } from '../../version.ts';
import { checkCores, checkFunction, checkSignal } from '../checks.ts';
import { loadStudyDigits, type StudyDigits } from '../digits.ts';
import { canonical } from '../options.ts';
import { ThreadLost, Threads } from '../threads.ts';
import type { WorkOptions } from '../work.ts';
import { type Connection, connect, QUEUE } from './connect.ts';
import { checkJobData, type RunJobData, type RunJobResult, stateKeyOf } from './jobs.ts';

/** Milliseconds from one state of a run to the next: the work of so long is lost with a worker. */
const PERIOD = 10_000;
/** Seconds that a state stays in Redis whose study nobody goes on with. */
const KEPT = 7 * 24 * 3600;
/** As often as workers die, a run is taken again. */
const OFTEN = 1_000_000;
/** Milliseconds after which a worker asks a Redis again that was away; BullMQ's own 15 s are long for short runs. */
const RETRY = 1000;

/**
 * Carries out runs of studies until the signal ends it.
 * @throws FormatError for a study of other digits than are here; QueueError, OptionError
 */
export async function work(options: WorkOptions): Promise<void> {
  checkOptions('work', options, ['queue', 'cores', 'data', 'patience', 'signal', 'onNotice']);
  const { data } = options;
  const [signal, tell] = [checkSignal(options.signal), checkFunction('onNotice', options.onNotice)];
  const cores = checkCores(options.cores);
  const patience = 1000 * checkNumber('patience', options.patience ?? 30, 'at least 1 second', (value) => value >= 1);
  if (data !== undefined) checkText('data', data);
  await using connection = await connect(checkText('queue', options.queue), tell);
  await using threads = new Threads();
  const refused = new AbortController();
  const stop = AbortSignal.any([signal, refused.signal]);
  const hands = new Hands({ connection, threads, stop, tell, data, refuse: (error) => refused.abort(error) });
  const worker = new connection.bull.Worker(QUEUE, (job, token) => hands.carryOut(job, token), {
    connection: connection.redis,
    concurrency: cores,
    lockDuration: patience,
    stalledInterval: patience / 2,
    maxStalledCount: OFTEN,
    runRetryDelay: RETRY,
  });
  worker.on('error', () => {}); // the connection tells of its own; of a lock that is lost the run's next worker does
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve());
  });
  await worker.close();
  if (refused.signal.aborted) throw refused.signal.reason;
}

interface HandsOptions {
  readonly connection: Connection;
  readonly threads: Threads;
  readonly stop: AbortSignal;
  readonly tell: (text: string) => void;
  readonly data: string | undefined;
  /** Ends the work: this worker is not for what is on the queue. */
  readonly refuse: (error: Error) => void;
}

class Hands {
  readonly #it: HandsOptions;
  /** By what is asked for: several studies may go on at a time. */
  readonly #digits = new Map<string, Promise<StudyDigits>>();

  constructor(options: HandsOptions) {
    this.#it = options;
  }

  async carryOut(job: Job, token: string | undefined): Promise<RunJobResult> {
    const { connection, threads, stop, tell, refuse } = this.#it;
    const { redis, bull } = connection;
    const giveBack = async () => {
      await job.moveToWait(token);
      throw new bull.WaitingError();
    };
    const key = stateKeyOf(job.id as string);
    try {
      const data = readJob(job);
      const digits = await this.#digitsOf(data);
      const { order } = data;
      const first = (await redis.getBuffer(key)) ?? undefined;
      tell(`${order.id}: ${first ? 'taken, from its checkpoint' : 'taken'}`);
      const { run, weights } = await threads.run({
        order,
        digits: digits.of(order.part),
        first,
        period: PERIOD,
        keep: async (state) => {
          await redis.set(key, Buffer.from(state), 'EX', KEPT);
        },
        signal: stop,
      });
      tell(`${order.id}: done in ${run.seconds.toFixed(1)} s`);
      return { run, ...(weights && { weights: Buffer.from(weights).toString('base64') }) };
    } catch (error) {
      if (error instanceof Refusal) refuse(error.reason);
      if (stop.aborted || error instanceof Refusal) {
        tell(`${job.name}: given back`);
        return giveBack();
      }
      // What a study cannot do it cannot do elsewhere; a thread that ended may have had too little memory here.
      if (error instanceof InkgradError && !(error instanceof ThreadLost))
        throw new bull.UnrecoverableError(error.message);
      throw error;
    }
  }

  /** @throws Refusal */
  async #digitsOf({ inkgradVersion, digits, sha256, order }: RunJobData): Promise<StudyDigits> {
    const { data, stop, tell } = this.#it;
    if (inkgradVersion !== version) {
      throw new Refusal(new FormatError('study', `inkgrad ${inkgradVersion}, as the study has`, version));
    }
    const name = canonical(digits);
    let loading = this.#digits.get(name);
    if (!loading) {
      loading = loadStudyDigits(digits, data, stop);
      loading.then(({ lines }) => lines.forEach(tell)).catch(() => this.#digits.delete(name));
      this.#digits.set(name, loading);
    }
    const loaded = await loading.catch((error) => {
      throw error instanceof InkgradError ? new Refusal(error) : error;
    });
    if (loaded.train.sha256 === sha256) return loaded;
    const expected = `the training digits of the study, with the SHA-256 ${sha256} (${order.task})`;
    throw new Refusal(new FormatError(data ?? 'MNIST', expected, loaded.train.sha256));
  }
}

/** @throws InkgradError for what is no job of ours */
function readJob({ id, data }: Job): RunJobData {
  return inFile(`job ${id}`, () => checkJobData(data));
}

/** This worker cannot carry out a study, though another may. */
class Refusal extends Error {
  readonly reason: Error;

  constructor(reason: Error) {
    super(reason.message);
    this.reason = reason;
  }
}
