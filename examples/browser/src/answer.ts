/** What the network takes the drawn digit for: a digit, and the probabilities of all ten. */

import { byId, create, setText } from './dom.ts';
import { sureness } from './format.ts';

export class Answer {
  readonly #digit = byId('answer-digit', HTMLElement);
  readonly #text = byId('answer-text', HTMLElement);
  readonly #spoken = byId('answer-spoken', HTMLElement);
  readonly #bars: readonly { readonly row: HTMLLIElement; readonly share: HTMLElement }[];
  #best = 0;
  #probabilities: Float32Array | undefined;

  constructor() {
    const list = byId('probabilities', HTMLOListElement);
    this.#bars = Array.from({ length: 10 }, (_, digit) => {
      const share = create('span', { className: 'share' });
      const row = create(
        'li',
        {},
        create('span', { className: 'name' }, String(digit)),
        create('span', { className: 'bar' }, create('span', {})),
        share,
      );
      list.append(row);
      return { row, share };
    });
    this.show(undefined);
  }

  /** @param probabilities of the ten digits; undefined when nothing is drawn */
  show(probabilities: Float32Array | undefined): void {
    this.#probabilities = probabilities;
    this.#best = probabilities ? probabilities.indexOf(Math.max(...probabilities)) : -1;
    for (const [digit, { row, share }] of this.#bars.entries()) {
      const probability = probabilities?.[digit] ?? 0;
      row.style.setProperty('--share', String(probability));
      row.classList.toggle('best', digit === this.#best);
      setText(share, probabilities ? sureness(probability) : '');
    }
    setText(this.#digit, probabilities ? String(this.#best) : '?');
    setText(this.#text, probabilities ? `${sureness(probabilities[this.#best] ?? 0)} sure` : 'Draw a digit');
  }

  /** Says it to those who hear the page; not at each of the changes that training brings. */
  speak(): void {
    const sure = this.#probabilities?.[this.#best];
    if (sure !== undefined) setText(this.#spoken, `The network reads ${this.#best}, ${sureness(sure)} sure.`);
  }
}
