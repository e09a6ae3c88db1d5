/**
 * The threads of an engine: workers that run the engine's WASM module on its shared memory, as rayon's pool. How a
 * worker is spawned differs between Node and browsers and comes from threads/node.ts or threads/browser.ts.
 */

import { EngineError } from '../errors.ts';
import { ThreadPool } from './threads/pool.ts';

/** What `initThreadPool` gives through worker-helpers.ts. */
export interface PoolParts {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly builder: {
    /** Where, in the memory, the workers wait for their orders. */
    receiver(): number;
    /** Makes rayon's global pool of the workers and returns when each has begun; blocks. */
    build(): void;
    free(): void;
  };
}

/** The part of glue-threads.ts that is used here. */
export interface ThreadGlue {
  /** Gives `PoolParts`; the generated types take it for what wasm-bindgen-rayon's own helpers would give. */
  initThreadPool(workers: number): unknown;
  /**
   * Says how many threads work, the caller's included, on how many cores. `overdue` is called after each 50 ms in which
   * the caller waited in vain for another thread, with how many of these it has been in a row; what it throws ends the
   * call, and with it the use of the instance.
   */
  start(threads: number, cores: number, overdue: (naps: number) => void): void;
}

/** What a worker is handed in order to join a pool. */
export interface WorkerOrders {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly receiver: number;
  /** Counts the workers that wait for their orders, for a caller that cannot hear of it otherwise. */
  readonly started?: Int32Array<SharedArrayBuffer>;
}

/** What is heard of a worker. */
export interface WorkerListener {
  /** It waits for its orders; from now on it must not keep the process alive. */
  ready(): void;
  /** It could not start, or has died, or was terminated. */
  failed(reason: string): void;
}

export interface PoolWorker {
  terminate(): void;
}

/** Spawns one worker. May throw. */
export type SpawnWorker = (orders: WorkerOrders, listener: WorkerListener) => PoolWorker;

const startLimit = 30_000;

/** A worker could not be started. `started` others were. */
export class ThreadStartError extends EngineError {
  readonly started: number;

  constructor(cause: Error, started: number) {
    super(cause.message, { cause });
    this.started = started;
  }
}

/**
 * Gives an engine its threads. The calling thread takes part in the work, so `threads - 1` workers are started, and
 * none for one thread: then rayon has no pool and must not be called.
 *
 * @param glue an instance of glue-threads.ts whose `initSync` has been called
 * @param threads threads that compute, the caller's included; at least 1
 * @param cores cores of the machine
 * @param limit milliseconds that a worker may take to start; default 30,000
 * @throws ThreadStartError when a worker cannot be spawned, dies while it starts, or takes longer than `limit`; no worker
 *   is left behind, and the engine is of no use
 */
export async function startThreads(
  glue: ThreadGlue,
  threads: number,
  cores: number,
  spawn: SpawnWorker,
  limit: number = startLimit,
): Promise<ThreadPool> {
  const pool = new ThreadPool();
  if (threads > 1) {
    const { module, memory, builder } = glue.initThreadPool(threads - 1) as PoolParts;
    const orders = { module, memory, receiver: builder.receiver() };
    const starts = await Promise.allSettled(Array.from({ length: threads - 1 }, () => pool.add(spawn, orders, limit)));
    const refused = starts.filter((start) => start.status === 'rejected');
    if (refused[0]) {
      pool.terminate();
      throw new ThreadStartError(refused[0].reason, starts.length - refused.length);
    }
    builder.build();
    builder.free();
  }
  glue.start(threads, cores, (naps) => pool.overdue(naps));
  return pool;
}

/**
 * The same at once: the caller sleeps until the workers are there. Only where workers start while their starter sleeps,
 * as in Node.
 * @throws ThreadStartError
 */
export function startThreadsNow(
  glue: ThreadGlue,
  threads: number,
  cores: number,
  spawn: SpawnWorker,
  limit: number = startLimit,
): ThreadPool {
  const pool = new ThreadPool();
  if (threads > 1) {
    const { module, memory, builder } = glue.initThreadPool(threads - 1) as PoolParts;
    const started = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const orders = { module, memory, receiver: builder.receiver(), started };
    try {
      for (let worker = 1; worker < threads; worker++) pool.addNow(spawn, orders);
      sleepUntil(started, threads - 1, limit);
    } catch (error) {
      pool.terminate();
      throw new ThreadStartError(error as Error, Atomics.load(started, 0));
    }
    builder.build();
    builder.free();
  }
  glue.start(threads, cores, (naps) => pool.overdue(naps));
  return pool;
}

/** @throws EngineError when the limit (in milliseconds) is over */
function sleepUntil(counter: Int32Array<SharedArrayBuffer>, count: number, limit: number): void {
  const end = performance.now() + limit;
  for (let reached = Atomics.load(counter, 0); reached < count; reached = Atomics.load(counter, 0)) {
    const left = end - performance.now();
    if (left <= 0) throw new EngineError(`an engine's thread could not be started: not ready within ${limit / 1000} s`);
    Atomics.wait(counter, 0, reached, left);
  }
}
