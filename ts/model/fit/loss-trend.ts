import type { Warnings } from '../../warnings.ts';

/** Epochs in a row whose loss is above that of the one before, after which it is said. */
const risesToTell = 5;

/** A loss below this share of the first epoch's has nothing left to learn, and its last digits go up and down. */
const LEARNED = 0.01;

/** Says when the loss in training rises epoch after epoch, which it only does when something is wrong. */
export class LossTrend {
  readonly #warnings: Warnings;
  #first: number | undefined;
  #last = Number.POSITIVE_INFINITY;
  #rises = 0;

  constructor(warnings: Warnings) {
    this.#warnings = warnings;
  }

  add(loss: number): void {
    this.#first ??= loss;
    this.#rises = loss > this.#last && loss > LEARNED * this.#first ? this.#rises + 1 : 0;
    this.#last = loss;
    if (this.#rises < risesToTell) return;
    this.#warnings.warn(
      'RISING_LOSS',
      `the loss has risen for ${this.#rises} epochs in a row, to ${loss}: a smaller learning rate may help`,
    );
  }
}
