/** A model's numbers in the engine beside it: made at first use, released once. */

import type { EngineAtHand, NetworkHandle } from '../engine/engine.ts';
import { DisposedError } from '../errors.ts';
import type { LoweredObject } from '../kind/field.ts';
import { enterEngine } from './engine.ts';

/** Where a network lives. */
export interface HomeAtHand {
  readonly engine: EngineAtHand;
  readonly network: NetworkHandle;
}

interface EnteredHome extends HomeAtHand {
  readonly leave: () => void;
}

/** For networks whose model was forgotten without `dispose`. */
const forgotten = new FinalizationRegistry<EnteredHome>(release);

function release({ engine, network, leave }: EnteredHome): void {
  try {
    engine.releaseNow(network);
  } finally {
    leave();
  }
}

export class NetworkAtHand {
  readonly #description: () => LoweredObject;
  readonly #begun: () => void;
  #home: EnteredHome | undefined;
  #training: LoweredObject | undefined;
  #closed = false;

  /**
   * @param description the engine's record `network`, as it is at the first use
   * @param begun called when the network is there
   */
  constructor(description: () => LoweredObject, begun: () => void) {
    this.#description = description;
    this.#begun = begun;
  }

  /** Sets what training minimises and how, the engine's record `training`. @throws DisposedError */
  compile(training: LoweredObject): void {
    this.checkOpen();
    this.#training = training;
    if (this.#home) this.#home.engine.compileNow(this.#home.network, training);
  }

  get used(): boolean {
    return this.#home !== undefined;
  }

  get home(): HomeAtHand {
    this.checkOpen();
    if (this.#home) return this.#home;
    const home = this.#open();
    this.#home = home;
    this.#begun();
    return home;
  }

  async use<T, Ready = void>(
    work: (home: HomeAtHand, ready: Ready) => Promise<T>,
    prepare?: () => Ready | Promise<Ready>,
  ): Promise<T> {
    const ready = (await prepare?.()) as Ready;
    return work(this.home, ready);
  }

  close(): void {
    this.#closed = true;
    const home = this.#home;
    this.#home = undefined;
    if (!home) return;
    forgotten.unregister(this);
    release(home);
  }

  /** @throws DisposedError */
  checkOpen(): void {
    if (this.#closed) throw new DisposedError('the model was disposed of');
  }

  #open(): EnteredHome {
    const { engine, leave } = enterEngine();
    try {
      const home = { engine, network: engine.createNetworkNow(this.#description()), leave };
      forgotten.register(this, home, this);
      if (this.#training) engine.compileNow(home.network, this.#training);
      return home;
    } catch (error) {
      leave();
      throw error;
    }
  }
}
