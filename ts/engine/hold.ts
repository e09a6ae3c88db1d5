/**
 * Who is at the numbers of a network: all of them are read or changed in pieces, between which the event loop has its turns,
 * and others ask for the network.
 */

import { atOnce, inTurns, turns, type Work } from './turn.ts';

export class Hold {
  readonly #giveTurns = turns();
  #held: Promise<void> | undefined;
  /** Until it is over, the numbers are of no one moment. */
  #change: Work<void> | undefined;

  /** Settles when somebody has read or changed the numbers; where nobody is at them, they may change at once. */
  get held(): Promise<void> | undefined {
    return this.#held;
  }

  /** Works with all numbers, which nobody else reads or changes meanwhile. */
  async read<Result>(work: Work<Result>): Promise<Result> {
    while (this.#held) await this.#held;
    const result = inTurns(work, this.#giveTurns);
    const done = () => {
      this.#held = undefined;
      this.#change = undefined;
    };
    this.#held = result.then(done, done);
    return result;
  }

  /** Changes the numbers in pieces, between which nobody sees them. */
  async change(work: Work<void>): Promise<void> {
    while (this.#held) await this.#held;
    this.#change = work;
    return this.read(work);
  }

  /** Settles when a change that is being made is over; where none is, the numbers may be read. */
  get changed(): Promise<void> | undefined {
    return this.#change && this.#held;
  }

  /** Brings that end about. */
  finish(): void {
    const change = this.#change;
    this.#change = undefined;
    if (change) atOnce(change);
  }
}
