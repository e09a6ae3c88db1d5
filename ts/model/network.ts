/** A model's numbers inside an engine: made at first use, released once. */

import type { Engine, NetworkHandle } from '../engine/engine.ts';
import { type Lease, leaseEngine, leaveEngine } from '../engine.ts';
import { DisposedError } from '../errors.ts';
import type { LoweredObject } from '../kind/field.ts';
import { count, giveUpAbandoned, isFull, makeRoom } from './abandoned.ts';

/** Where a network lives. */
export interface Home {
  readonly engine: Engine;
  readonly network: NetworkHandle;
}

interface LeasedHome extends Home {
  readonly lease: Lease;
}

interface Training {
  readonly description: LoweredObject;
  /** Resolves when the engine knows; undefined while it has not been told. */
  told?: Promise<void>;
}

/** For networks whose model was forgotten without `dispose`. */
const forgotten = new FinalizationRegistry<LeasedHome>((home) => {
  release(home).catch(() => {});
});

async function release({ engine, network, lease }: LeasedHome): Promise<void> {
  count(-1);
  try {
    await engine.release(network);
  } finally {
    lease.end();
  }
}

export class Network {
  readonly #description: () => LoweredObject;
  readonly #engine: Engine | undefined;
  readonly #inUse = new Set<Promise<unknown>>();
  #home: Promise<LeasedHome> | undefined;
  #training: Training | undefined;
  #closed: Promise<void> | undefined;

  /** @param description the engine's record `network`, as it is at the first use */
  constructor(description: () => LoweredObject, engine: Engine | undefined) {
    this.#description = description;
    this.#engine = engine;
  }

  /** Sets what training minimises and how, the engine's record `training`; it hears of it before the next use. */
  compile(description: LoweredObject): void {
    this.checkOpen();
    this.#training = { description };
  }

  /** Whether an engine has it, or is about to. */
  get used(): boolean {
    return this.#home !== undefined;
  }

  /**
   * Works with the network; `close` waits for it.
   * @param prepare what comes first: should it fail, no engine is started
   */
  async use<T, Ready = void>(
    work: (home: Home, ready: Ready) => Promise<T>,
    prepare?: () => Ready | Promise<Ready>,
  ): Promise<T> {
    this.checkOpen();
    const ready = prepare?.() as Ready | Promise<Ready>;
    const result = ready instanceof Promise ? ready.then((it) => this.#useFor(it, work)) : this.#useFor(ready, work);
    this.#inUse.add(result);
    try {
      return await result;
    } finally {
      this.#inUse.delete(result);
    }
  }

  #useFor<T, Ready>(ready: Ready, work: (home: Home, ready: Ready) => Promise<T>): Promise<T> {
    return this.#ready().then((home) => work(home, ready));
  }

  /** Releases the network when those who use it are done. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  /** @throws DisposedError */
  checkOpen(): void {
    if (this.#closed) throw new DisposedError('the model was disposed of');
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#inUse);
    const home = await this.#home?.catch(() => undefined);
    if (!home) return;
    forgotten.unregister(this);
    await release(home);
  }

  async #ready(): Promise<Home> {
    const home = await this.#open();
    const training = this.#training;
    if (training) {
      training.told ??= home.engine.compile(home.network, training.description).catch((error) => {
        delete training.told;
        throw error;
      });
      await training.told;
    }
    return home;
  }

  #open(): Promise<LeasedHome> {
    this.#home ??= this.#make().catch((error) => {
      this.#home = undefined;
      throw error;
    });
    return this.#home;
  }

  async #make(): Promise<LeasedHome> {
    const lease = await leaseEngine(this.#engine);
    try {
      return await this.#makeOn(lease);
    } catch (error) {
      if (!isFull(error)) throw error;
    }
    await giveUpAbandoned();
    const again = await leaseEngine(this.#engine);
    try {
      return await this.#makeOn(again);
    } catch (error) {
      if (this.#engine || !isFull(error)) throw error;
      leaveEngine(again.engine);
    }
    return this.#makeOn(await leaseEngine(undefined));
  }

  async #makeOn(lease: Lease): Promise<LeasedHome> {
    try {
      await makeRoom(lease.engine);
      const network = await lease.engine.createNetwork(this.#description());
      const home = { engine: lease.engine, network, lease };
      forgotten.register(this, home, this);
      count(1);
      return home;
    } catch (error) {
      lease.end();
      throw error;
    }
  }
}
