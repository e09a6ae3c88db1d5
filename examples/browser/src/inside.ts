/** What the units of the first layer look for: their weights, a picture of the images' size for each. */

import { byId, colour, context2d, onSchemeChange, setText } from './dom.ts';
import { count } from './format.ts';
import type { Kernel } from './session.ts';

/** So many units are shown at most. */
const most = 128;
const narrow = matchMedia('(max-width: 560px)');
const gap = 2;

export class Inside {
  readonly #canvas = byId('first-layer', HTMLCanvasElement);
  readonly #about = byId('first-layer-about', HTMLElement);
  #kernel: Kernel | undefined;

  constructor() {
    onSchemeChange(() => this.#draw());
    narrow.addEventListener('change', () => this.#draw());
  }

  show(kernel: Kernel): void {
    this.#kernel = kernel;
    const [, units] = kernel.shape;
    setText(this.#about, units > most ? `first ${most} of ${count(units)}` : `${units}`);
    this.#draw();
  }

  #draw(): void {
    if (!this.#kernel) return;
    const { data, shape } = this.#kernel;
    const [inputs, units] = shape;
    const side = Math.sqrt(inputs);
    const shown = Math.min(units, most);
    const across = Math.min(shown, narrow.matches ? 8 : 16);
    this.#canvas.width = across * (side + gap) - gap;
    this.#canvas.height = Math.ceil(shown / across) * (side + gap) - gap;
    const context = context2d(this.#canvas);
    const [against, towards] = [channels('--doubt'), channels('--accent')];
    for (let unit = 0; unit < shown; unit++) {
      const pixels = new ImageData(side, side);
      const weights = Array.from({ length: inputs }, (_, pixel) => data[pixel * units + unit] as number);
      const largest = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-9);
      for (const [pixel, weight] of weights.entries()) {
        pixels.data.set(weight < 0 ? against : towards, 4 * pixel);
        pixels.data[4 * pixel + 3] = (255 * Math.abs(weight)) / largest;
      }
      context.putImageData(pixels, (unit % across) * (side + gap), Math.floor(unit / across) * (side + gap));
    }
  }
}

/** Red, green and blue of a colour of the stylesheet, which writes them `#2f3ee6`. */
function channels(name: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour(name).slice(start, start + 2), 16));
}
