/** Images of digits on canvases. */

import type { ImageTensor } from 'inkgrad';
import { context2d } from './dom.ts';

/** Of MNIST's images. */
export const side = 28;

/** Draws ink on a canvas, which takes the image's size: black, and transparent where there is none. The stylesheet turns it in the dark. */
export function drawPixels(canvas: HTMLCanvasElement, image: ImageTensor): void {
  canvas.width = canvas.height = Math.sqrt(image.shape[1]);
  const pixels = new ImageData(canvas.width, canvas.height);
  image.bytes.forEach((ink, i) => {
    pixels.data[4 * i + 3] = ink;
  });
  context2d(canvas).putImageData(pixels, 0, 0);
}
