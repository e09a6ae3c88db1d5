/**
 * The threads of an engine: workers that run the engine's WASM module on its shared memory, as rayon's pool. How a
 * worker is spawned differs between Node and browsers and comes from threads/node.ts or threads/browser.ts.
 */

import { EngineError } from '../errors.ts';

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
  /** Settles to `PoolParts`. */
  initThreadPool(workers: number): Promise<PoolParts>;
}

/** What a worker is handed in order to join a pool. */
export interface WorkerOrders {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly receiver: number;
}

/** What is heard of a worker. */
export interface WorkerListener {
  /** It waits for its orders; from now on it must not keep the process alive. */
  ready(): void;
  /** It could not start, or has died. */
  failed(reason: string): void;
}

export interface PoolWorker {
  terminate(): void;
}

/** Spawns one worker. May throw. */
export type SpawnWorker = (orders: WorkerOrders, listener: WorkerListener) => PoolWorker;

/** The running threads of one engine. */
export class ThreadPool {
  /** Threads that compute, the caller's included. */
  readonly threads: number;
  readonly #workers: readonly PoolWorker[];

  constructor(threads: number, workers: readonly PoolWorker[]) {
    this.threads = threads;
    this.#workers = workers; // kept for Firefox as well, which else collects them (bugzilla.mozilla.org 1702191)
  }

  /** Stops the workers at once, whatever they do. Idempotent. */
  terminate(): void {
    for (const worker of this.#workers) worker.terminate();
  }
}

const startLimit = 30_000;

/**
 * Gives an engine its threads. The calling thread takes part in the work, so `threads - 1` workers are started, and
 * none for one thread: then rayon has no pool and must not be called.
 *
 * @param glue an instance of glue-threads.ts whose `initSync` has been called
 * @param threads threads that compute, the caller's included; at least 1
 * @param limit milliseconds that a worker may take to start; default 30,000
 * @throws EngineError when a worker cannot be spawned, dies while it starts, or takes longer than `limit`; no worker
 *   is left behind, and the engine is of no use
 */
export async function startThreads(
  glue: ThreadGlue,
  threads: number,
  spawn: SpawnWorker,
  limit: number = startLimit,
): Promise<ThreadPool> {
  const workers: PoolWorker[] = [];
  const pool = new ThreadPool(threads, workers);
  if (threads === 1) return pool;

  const { module, memory, builder } = await glue.initThreadPool(threads - 1);
  const orders = { module, memory, receiver: builder.receiver() };
  const startWorker = () =>
    new Promise<void>((resolve, reject) => {
      const fail = (reason: string, cause?: unknown) => {
        clearTimeout(timer);
        reject(new EngineError(`an engine's thread could not be started: ${reason}`, { cause }));
      };
      const timer = setTimeout(() => fail(`not ready within ${limit / 1000} s`), limit);
      const ready = () => {
        clearTimeout(timer);
        resolve();
      };
      try {
        workers.push(spawn(orders, { ready, failed: fail }));
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error), error);
      }
    });

  try {
    await Promise.all(Array.from({ length: threads - 1 }, startWorker));
    builder.build();
  } catch (error) {
    pool.terminate();
    throw error;
  }
  builder.free();
  return pool;
}
