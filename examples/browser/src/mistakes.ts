/** The test images that the network is wrong about, and most sure of. */

import type { ImageTensor, Tensor2D } from 'inkgrad';
import { byId, create, setText } from './dom.ts';
import { percent } from './format.ts';
import { drawPixels } from './pixels.ts';

/** An image that was taken for another digit. */
export interface Mistake {
  readonly row: number;
  readonly label: number;
  readonly prediction: number;
  /** The probability of `prediction`. */
  readonly sure: number;
}

/** All mistakes, those first that the model was most sure of. */
export function mistakesOf(labels: Uint8Array, predictions: ArrayLike<number>, probabilities: Tensor2D): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const [row, label] of labels.entries()) {
    const prediction = predictions[row] as number;
    const sure = probabilities.data[probabilities.shape[1] * row + prediction] as number;
    if (prediction !== label) mistakes.push({ row, label, prediction, sure });
  }
  return mistakes.sort((a, b) => b.sure - a.sure);
}

export class MistakeGallery {
  readonly #images: ImageTensor;
  readonly #tiles: readonly Tile[];

  /** @param images the rows of which are shown */
  constructor(images: ImageTensor) {
    this.#images = images;
    this.#tiles = Array.from({ length: 15 }, () => new Tile());
    byId('mistakes', HTMLUListElement).replaceChildren(...this.#tiles.map(({ element }) => element));
  }

  show(mistakes: readonly Mistake[]): void {
    for (const [i, tile] of this.#tiles.entries()) tile.show(mistakes[i], this.#images);
  }
}

class Tile {
  readonly #canvas = create('canvas');
  readonly #caption = create('span', { className: 'caption' });
  readonly #sure = create('span', { className: 'sure' });
  readonly element = create('li', {}, this.#canvas, this.#caption, this.#sure);
  #row = -1;

  constructor() {
    this.#canvas.setAttribute('aria-hidden', 'true'); // the caption says it
  }

  show(mistake: Mistake | undefined, images: ImageTensor): void {
    this.element.hidden = mistake === undefined;
    if (!mistake) return;
    const { row, label, prediction, sure } = mistake;
    if (row !== this.#row) drawPixels(this.#canvas, images.slice(row, row + 1));
    this.#row = row;
    setText(this.#caption, `${label} read as ${prediction}`);
    setText(this.#sure, sure > 0.999 ? '> 99.9 % sure' : `${percent(sure)} sure`);
  }
}
