/** The runs of a study, put on a queue and collected. */

import type { Job, Queue } from 'bullmq';
import { pause } from '../../abort.ts';
import { ArgumentError } from '../../errors.ts';
import type { Runner } from '../local.ts';
import type { StudyDefinition } from '../options.ts';
import { QueueError } from '../queue-error.ts';
import type { RunOrder } from '../records.ts';
import { TRIES } from '../threads.ts';
import type { RunOutcome } from '../train-run.ts';
import { type Connection, connect, QUEUE } from './connect.ts';
import { checkJobResult, jobDataOf, stateKeyOf, studyIdOf } from './jobs.ts';

/** Milliseconds from one look at the queue to the next. */
const PERIOD = 250;
/** Looks after which jobs are missed that Redis has lost, as one does that keeps nothing on disk. */
const LOOKS = 20;

export interface QueueOptions {
  readonly url: string;
  readonly definition: StudyDefinition;
  readonly signal: AbortSignal;
  readonly warn: (text: string) => void;
}

/** @throws OptionError, QueueError */
export async function queueRunner({ url, definition, signal, warn }: QueueOptions): Promise<Runner> {
  const connection = await connect(url, warn);
  const queue: Queue = new connection.bull.Queue(QUEUE, { connection: connection.redis });
  queue.on('error', () => {}); // told by the connection
  const collector = new Collector(connection, queue, definition);
  return {
    async runAll(orders, done) {
      await collector.begin(orders);
      try {
        for (let look = 1; collector.left > 0; look++) {
          signal.throwIfAborted();
          const collected = await collector.collect(done);
          if (collected === 0) await pause(PERIOD, signal);
          if (look % LOOKS === 0) await collector.addLost();
        }
      } catch (error) {
        await collector.withdraw();
        throw error;
      }
    },
    async [Symbol.asyncDispose]() {
      await queue.close();
      await connection[Symbol.asyncDispose]();
    },
  };
}

class Collector {
  readonly #redis: Connection['redis'];
  readonly #queue: Queue;
  readonly #definition: StudyDefinition;
  readonly #prefix: string;
  /** Orders of which nothing has come yet, by the ids of their jobs. */
  readonly #waiting = new Map<string, RunOrder>();

  constructor({ redis }: Connection, queue: Queue, definition: StudyDefinition) {
    this.#redis = redis;
    this.#queue = queue;
    this.#definition = definition;
    this.#prefix = `${studyIdOf(definition)}.`;
  }

  get left(): number {
    return this.#waiting.size;
  }

  async begin(orders: readonly RunOrder[]): Promise<void> {
    this.#waiting.clear();
    for (const order of orders) this.#waiting.set(this.#prefix + order.id, order);
    // Of an earlier call: what failed is tried again, and what was collected is of no more use.
    for (const job of await this.#own(['completed', 'failed'])) {
      if (!this.#waiting.has(job.id as string) || (await job.isFailed())) await this.#forget(job);
    }
    await this.#add([...this.#waiting.values()]);
  }

  /**
   * Takes what has come.
   * @returns how many results
   * @throws QueueError for a run that failed on a worker
   */
  async collect(done: (outcome: RunOutcome) => Promise<void>): Promise<number> {
    const jobs = await this.#own(['completed', 'failed']);
    let collected = 0;
    for (const job of jobs) {
      const order = this.#waiting.get(job.id as string);
      if (!order) continue;
      if (await job.isFailed()) throw new QueueError(`${order.id}: ${job.failedReason}`);
      const { run, weights } = readResult(job, order);
      await done({ run, weights: weights === undefined ? undefined : Buffer.from(weights, 'base64') });
      this.#waiting.delete(job.id as string);
      await this.#forget(job);
      collected++;
    }
    return collected;
  }

  /** Adds the jobs anew that are not there: one that is there stays as it is. */
  async addLost(): Promise<void> {
    const lost: RunOrder[] = [];
    for (const [id, order] of this.#waiting) if (!(await this.#queue.getJob(id))) lost.push(order);
    await this.#add(lost);
  }

  /** Takes back what no worker has begun. Results of the others are there for the next call. */
  async withdraw(): Promise<void> {
    for (const id of this.#waiting.keys()) {
      const job = await this.#queue.getJob(id);
      if (job && !(await job.isCompleted())) await job.remove().catch(() => {}); // a worker has it
    }
  }

  async #add(orders: readonly RunOrder[]): Promise<void> {
    if (orders.length === 0) return;
    await this.#queue.addBulk(
      orders.map((order) => ({
        name: order.id,
        data: jobDataOf(this.#definition, order),
        // A worker that dies costs no try.
        opts: { jobId: this.#prefix + order.id, attempts: TRIES },
      })),
    );
  }

  /** Its state stays until now: a worker that lost its lock at the end has not carried out its run in vain. */
  async #forget(job: Job): Promise<void> {
    await job.remove();
    await this.#redis.del(stateKeyOf(job.id as string));
  }

  async #own(states: ('completed' | 'failed')[]): Promise<Job[]> {
    const jobs: (Job | undefined)[] = await this.#queue.getJobs(states);
    return jobs.filter((job): job is Job => job?.id?.startsWith(this.#prefix) === true);
  }
}

function readResult(job: Job, order: RunOrder) {
  try {
    return checkJobResult(job.returnvalue, order);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    throw new QueueError(`${order.id}: the result in the queue is invalid: ${error.message}`, { cause: error });
  }
}
