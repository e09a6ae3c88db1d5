/** Lines drawn by hand, and the image that a network takes them for. */

import { centreDigit, type ImageTensor } from 'inkgrad';
import { context2d } from './dom.ts';

/** From 0 to 1 across the pad. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Stroke = readonly Point[];

/** Draws smooth lines along the points. */
export function drawStrokes(context: CanvasRenderingContext2D, strokes: readonly Stroke[], pen: Pen): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = pen.width;
  for (const stroke of strokes) {
    const points = stroke.map(({ x, y }): Point => ({ x: x * pen.scale + pen.left, y: y * pen.scale + pen.top }));
    const [first, ...rest] = points;
    if (!first) continue;
    context.beginPath();
    context.moveTo(first.x, first.y);
    let before = first;
    for (const point of rest) {
      context.quadraticCurveTo(before.x, before.y, (before.x + point.x) / 2, (before.y + point.y) / 2);
      before = point;
    }
    context.lineTo(before.x + 0.01, before.y); // a dot is a line as well
    context.stroke();
  }
}

/** How wide lines are, and where the pad's points come to lie: pixels. */
export interface Pen {
  readonly width: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

const side = 140;
/** Of lines in MNIST, when the digit is as large as here. */
const width = 17;
const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
const context = context2d(canvas, { willReadFrequently: true });

/** The strokes as one of MNIST's images, however large they were drawn: the pen's width is always that of MNIST. */
export function imageOf(strokes: readonly Stroke[]): ImageTensor {
  const points = strokes.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const scale = (side - width) / Math.max(Math.max(...xs) - left, Math.max(...ys) - top, 0.05);
  context.clearRect(0, 0, side, side);
  drawStrokes(context, strokes, { width, scale, left: width / 2 - left * scale, top: width / 2 - top * scale });
  const { data } = context.getImageData(0, 0, side, side);
  const alpha = Uint8Array.from({ length: side * side }, (_, i) => data[4 * i + 3] as number);
  return centreDigit({ data: alpha, shape: [side, side] });
}
