/** MNIST's images on canvases. */

import type { ImageTensor } from 'inkgrad';
import { context2d } from './dom.ts';

export const side = 28;

/** Draws ink on a canvas of 28 x 28: black, and transparent where there is none. The stylesheet turns it in the dark. */
export function drawPixels(canvas: HTMLCanvasElement, image: ImageTensor | undefined): void {
  const pixels = new ImageData(side, side);
  image?.bytes.forEach((ink, i) => {
    pixels.data[4 * i + 3] = ink;
  });
  context2d(canvas).putImageData(pixels, 0, 0);
}
