/** How active the hidden units of the visitor's network are at what is drawn: a cell for each. */

import type { ImageTensor } from 'inkgrad';
import { activationsOf, type HiddenUnits } from './activations.ts';
import { byId, colour, context2d, create, onSchemeChange, setText } from './dom.ts';
import { count } from './format.ts';
import { inputsOf, type Task } from './tasks.ts';

/** Of a cell, in pixels, and cells in a row. */
const [cell, gap, across] = [12, 2, 32];

export class ActiveUnits {
  readonly #list = byId('activations', HTMLUListElement);
  #task: Task | undefined;
  #hidden: readonly HiddenUnits[] = [];
  #image: ImageTensor | undefined;
  #rows: readonly Row[] = [];

  constructor() {
    onSchemeChange(() => this.#draw());
  }

  /** Another network, or what it has come to. */
  set network({ task, hidden }: { readonly task: Task; readonly hidden: readonly HiddenUnits[] }) {
    [this.#task, this.#hidden] = [task, hidden];
    if (hidden.length !== this.#rows.length) {
      this.#rows = hidden.map((_, i) => new Row(`Hidden layer ${i + 1}`));
      this.#list.replaceChildren(...this.#rows.map(({ element }) => element));
    }
    this.#draw();
  }

  /** A digit of MNIST's size; undefined where nothing is drawn. */
  set image(image: ImageTensor | undefined) {
    this.#image = image;
    this.#draw();
  }

  #draw(): void {
    if (!this.#task) return;
    const activations = this.#image && activationsOf(this.#hidden, inputsOf(this.#task, this.#image));
    for (const [i, row] of this.#rows.entries()) {
      row.show(activations?.[i] ?? new Float32Array(this.#hidden[i]?.bias.length as number));
    }
  }
}

/** The units of a layer. */
class Row {
  readonly #name: string;
  readonly #text = create('span');
  readonly #canvas = create('canvas');
  readonly element = create('li', {}, this.#text, this.#canvas);

  constructor(name: string) {
    this.#name = name;
    this.#canvas.setAttribute('aria-hidden', 'true'); // the text says how many are active
  }

  /** Strongest where the activation is largest; in the other colour where it is below zero. */
  show(activations: Float32Array): void {
    const largest = activations.reduce((largest, activation) => Math.max(largest, Math.abs(activation)), 1e-9);
    const active = activations.filter((activation) => Math.abs(activation) > largest / 10).length;
    setText(this.#text, `${this.#name}: ${count(active)} of ${count(activations.length)} units active`);
    const columns = Math.min(activations.length, across);
    this.#canvas.width = columns * (cell + gap) - gap;
    this.#canvas.height = Math.ceil(activations.length / across) * (cell + gap) - gap;
    this.#canvas.style.width = `${(100 * columns) / across}%`;
    const context = context2d(this.#canvas);
    const [rest, positive, negative] = [colour('--field'), colour('--accent'), colour('--doubt')];
    for (const [unit, activation] of activations.entries()) {
      const [x, y] = [(unit % across) * (cell + gap), Math.floor(unit / across) * (cell + gap)];
      context.globalAlpha = 1;
      context.fillStyle = rest;
      context.fillRect(x, y, cell, cell);
      context.globalAlpha = Math.abs(activation) / largest;
      context.fillStyle = activation < 0 ? negative : positive;
      context.fillRect(x, y, cell, cell);
    }
  }
}
