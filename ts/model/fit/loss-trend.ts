import type { Warnings } from '../../warnings.ts';

/** Epochs in a row whose loss is above that of the one before, after which it is said. */
const risesToTell = 5;

/** Says when the loss in training rises epoch after epoch, which it only does when something is wrong. */
export class LossTrend {
  readonly #warnings: Warnings;
  #last = Number.POSITIVE_INFINITY;
  #rises = 0;

  constructor(warnings: Warnings) {
    this.#warnings = warnings;
  }

  add(loss: number): void {
    this.#rises = loss > this.#last ? this.#rises + 1 : 0;
    this.#last = loss;
    if (this.#rises < risesToTell) return;
    this.#warnings.warn(
      'RISING_LOSS',
      `the loss has risen for ${this.#rises} epochs in a row, to ${loss}: a smaller learning rate may help`,
    );
  }
}
