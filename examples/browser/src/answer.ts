/** What was read: the number, its digits as the network saw them, and the probabilities of one of them. */

import { byId, create, setText } from './dom.ts';
import { sureness } from './format.ts';
import { drawPixels } from './pixels.ts';
import type { ReadDigit, Reading } from './reading.ts';

/** More digits than this stay without images of their own. */
const mostShown = 40;

export class Answer {
  readonly #number = byId('answer-digit', HTMLElement);
  readonly #text = byId('answer-text', HTMLElement);
  readonly #spoken = byId('answer-spoken', HTMLElement);
  readonly #found = byId('found', HTMLFieldSetElement);
  readonly #bars: readonly { readonly row: HTMLLIElement; readonly share: HTMLElement }[];
  readonly #chips: Chip[] = [];
  #reading: Reading | undefined;
  /** Hears of the digit whose probabilities are shown, where there is one. */
  onShown: (digit: ReadDigit | undefined) => void = () => {};
  /** The digit whose probabilities are shown; undefined for the least sure one. */
  #picked: number | undefined;

  constructor() {
    const list = byId('probabilities', HTMLOListElement);
    this.#bars = Array.from({ length: 10 }, (_, digit) => {
      const share = create('span', { className: 'share' });
      const bar = create('span', { className: 'bar' }, create('span', {}));
      const row = create('li', {}, create('span', { className: 'label' }, String(digit)), bar, share);
      list.append(row);
      return { row, share };
    });
    this.show(undefined);
  }

  /** @param reading undefined where there is nothing to read */
  show(reading: Reading | undefined): void {
    if (reading?.digits.length !== this.#reading?.digits.length) this.#picked = undefined;
    this.#reading = reading;
    const digits = reading?.digits ?? [];
    setText(this.#number, reading?.text || '?');
    this.#number.classList.toggle('several', digits.length > 4);
    setText(this.#text, toldOf(reading));
    this.#showChips(digits);
    this.#showBars();
  }

  /** Says it to those who hear the page; not at each of the changes that training brings. */
  speak(): void {
    const { text = '', digits = [] } = this.#reading ?? {};
    const spoken =
      digits.length > 0 ? `The network reads ${text.replaceAll('\n', ', ')}, ${toldOf(this.#reading)}.` : '';
    setText(this.#spoken, spoken || (this.#reading ? 'No digit found.' : ''));
  }

  #showChips(digits: readonly ReadDigit[]): void {
    const shown = digits.length > mostShown ? [] : digits;
    while (this.#chips.length < shown.length) {
      const i = this.#chips.length;
      this.#chips.push(new Chip(() => this.#pick(i)));
    }
    for (const chip of this.#chips.splice(shown.length)) chip.element.remove();
    for (const [i, chip] of this.#chips.entries()) {
      chip.show(shown[i] as ReadDigit);
      if (!chip.element.isConnected) this.#found.append(chip.element);
    }
  }

  #pick(digit: number): void {
    this.#picked = digit;
    this.#showBars();
  }

  #showBars(): void {
    const digits = this.#reading?.digits ?? [];
    const place = this.#picked ?? digits.indexOf(leastSure(digits) as ReadDigit);
    const shown = digits[place];
    for (const [i, { element }] of this.#chips.entries()) element.setAttribute('aria-pressed', String(i === place));
    for (const [digit, { row, share }] of this.#bars.entries()) {
      const probability = shown?.probabilities[digit] ?? 0;
      row.style.setProperty('--share', String(probability));
      row.hidden = shown !== undefined && digit >= shown.probabilities.length;
      row.classList.toggle('best', digit === shown?.digit);
      setText(share, shown ? sureness(probability) : '');
    }
    this.onShown(shown);
  }
}

/** One digit as the network saw it; pressed, it shows its probabilities. */
class Chip {
  readonly #canvas = create('canvas');
  readonly #text = create('span');
  readonly element: HTMLButtonElement;

  constructor(pick: () => void) {
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.element = create('button', { type: 'button', className: 'chip', onclick: pick }, this.#canvas, this.#text);
  }

  show({ digit, image, unsure, probabilities }: ReadDigit): void {
    drawPixels(this.#canvas, image);
    this.element.classList.toggle('unsure', unsure);
    setText(this.#text, `${digit}${unsure ? '?' : ''} ${sureness(probabilities[digit] as number)}`);
  }
}

const sureOf = ({ probabilities, digit }: ReadDigit) => probabilities[digit] as number;

function leastSure(digits: readonly ReadDigit[]): ReadDigit | undefined {
  return digits.reduce<ReadDigit | undefined>((a, b) => (a && sureOf(a) <= sureOf(b) ? a : b), undefined);
}

function toldOf(reading: Reading | undefined): string {
  if (!reading) return 'Draw a number';
  const { digits } = reading;
  const least = leastSure(digits);
  if (!least) return 'No digit found';
  const doubtful = digits.filter(({ unsure }) => unsure).length;
  if (digits.length === 1) return doubtful ? `unsure: ${sureness(sureOf(least))}` : `${sureness(sureOf(least))} sure`;
  if (doubtful) return `unsure of ${doubtful} of ${digits.length}`;
  const sure = sureness(sureOf(least));
  return sure.startsWith('>') ? `each ${sure} sure` : `each at least ${sure} sure`;
}
