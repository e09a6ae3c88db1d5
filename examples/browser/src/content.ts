/** What lies on the pad, and the picture that a network is shown of it. */

import type { ImageTensor } from 'inkgrad';
import type { DigitsSource } from 'inkgrad/digits';
import { context2d, create } from './dom.ts';
import { drawPixels } from './pixels.ts';
import { drawStrokes, type Stroke } from './strokes.ts';

/** Lines drawn by hand, one of MNIST's test images, or a picture from a file or the camera. */
export type Content =
  | { readonly kind: 'strokes'; readonly strokes: readonly Stroke[] }
  | { readonly kind: 'sample'; readonly image: ImageTensor; readonly about: string }
  | { readonly kind: 'picture'; readonly source: ImageBitmap | HTMLVideoElement; readonly about: string };

export const nothing: Content = { kind: 'strokes', strokes: [] };

export function isBlank(content: Content): boolean {
  return content.kind === 'strokes' && content.strokes.length === 0;
}

/** Of the pad: its width for its height, and the pen's width as a share of its height. */
export const [padShape, penWidth] = [1.5, 0.055];

export function sizeOf(source: ImageBitmap | HTMLVideoElement): { width: number; height: number } {
  return 'videoWidth' in source ? { width: source.videoWidth, height: source.videoHeight } : source;
}

/** Draws strokes or a test image on a canvas that is to show them, in one colour and with no paper. */
export function drawInk(context: CanvasRenderingContext2D, content: Content, ink: string): void {
  const { width, height } = context.canvas;
  context.clearRect(0, 0, width, height);
  context.fillStyle = ink;
  context.strokeStyle = ink;
  if (content.kind === 'strokes') {
    drawStrokes(context, content.strokes, { width: penWidth * height, across: width, down: height });
  }
  if (content.kind !== 'sample') return;
  const small = create('canvas');
  drawPixels(small, content.image);
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, (width - height) / 2, 0, height, height);
  context.globalCompositeOperation = 'source-in';
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'source-over';
}

const canvas = create('canvas', { width: 480, height: 480 / padShape });

/** What `readDigits` is to read: the same whatever the screen, and in the dark. */
export function pictureOf(content: Content): DigitsSource {
  if (content.kind === 'picture') return content.source;
  const context = context2d(canvas, { willReadFrequently: true });
  drawInk(context, content, '#000');
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.globalCompositeOperation = 'source-over';
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
