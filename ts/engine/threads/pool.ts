/** The workers of one engine, and whether they live. */

import { EngineError } from '../../errors.ts';
import { reasonOf } from '../../reason.ts';
import type { PoolWorker, SpawnWorker, WorkerOrders } from '../threads.ts';

/** Milliseconds of a nap, as crates/core/src/parallel.rs has it. */
const NAP = 50;

/** Milliseconds after which a thread that does not answer is taken for dead; a busy machine holds one up for less. */
const PATIENCE = 700;

export class ThreadPool {
  readonly #workers: PoolWorker[] = [];
  #lost: EngineError | undefined;
  #terminated = false;
  #called = 0;

  /** Why the engine is of no use any more, once a worker has died: the others cannot go on without it. */
  get lost(): EngineError | undefined {
    return this.#lost;
  }

  /**
   * Spawns one more worker; settles when it is ready.
   * @param limit milliseconds that it may take
   * @throws EngineError when it cannot be spawned, dies while it starts, or takes too long
   */
  add(spawn: SpawnWorker, orders: WorkerOrders, limit: number): Promise<void> {
    return new Promise((resolve, reject) => {
      let started = false;
      const failed = (reason: string, cause?: unknown) => {
        clearTimeout(timer);
        reject(new EngineError(`an engine's thread could not be started: ${reason}`, { cause }));
        if (started) this.#lose(reason);
      };
      const timer = setTimeout(() => failed(`not ready within ${limit / 1000} s`), limit);
      const ready = () => {
        clearTimeout(timer);
        started = true;
        resolve();
      };
      try {
        this.#workers.push(spawn(orders, { ready, failed }));
      } catch (error) {
        failed(reasonOf(error), error);
      }
    });
  }

  /**
   * Spawns one more worker, which tells by other means that it is ready.
   * @throws EngineError when it cannot be spawned
   */
  addNow(spawn: SpawnWorker, orders: WorkerOrders): void {
    try {
      this.#workers.push(spawn(orders, { ready() {}, failed: (reason) => this.#lose(reason) }));
    } catch (error) {
      throw new EngineError(`an engine's thread could not be started: ${reasonOf(error)}`, { cause: error });
    }
  }

  /** To be told of each call into the WASM. */
  called(): void {
    this.#called = performance.now();
  }

  /**
   * Called from the WASM whenever the caller has waited for `naps` naps in a row. That a worker died in the middle of a
   * call cannot be heard, since the thread that would hear it waits in the WASM. But all threads have equal shares: who
   * takes much longer than the caller did has died.
   * @throws EngineError
   */
  overdue(naps: number): void {
    const waited = naps * NAP;
    const worked = performance.now() - this.#called - waited;
    if (waited >= Math.max(PATIENCE, 4 * worked)) throw this.#lose(`it has not answered for ${waited} ms`);
  }

  /** Stops the workers at once, whatever they do. Idempotent. */
  terminate(): void {
    this.#terminated = true;
    for (const worker of this.#workers) worker.terminate();
  }

  #lose(reason: string): EngineError | undefined {
    if (!this.#terminated) {
      this.#lost = new EngineError(
        `a thread of the engine died: ${reason}; its models are lost, and new ones get a new engine`,
      );
      this.terminate();
    }
    return this.#lost;
  }
}
