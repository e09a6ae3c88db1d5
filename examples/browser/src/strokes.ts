/** Lines drawn by hand. */

/** From 0 to 1 across and down the pad. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Stroke = readonly Point[];

/** How wide lines are, and how large the pad: pixels. */
export interface Pen {
  readonly width: number;
  readonly across: number;
  readonly down: number;
}

/** Draws smooth lines along the points. */
export function drawStrokes(context: CanvasRenderingContext2D, strokes: readonly Stroke[], pen: Pen): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = pen.width;
  for (const stroke of strokes) {
    const points = stroke.map(({ x, y }): Point => ({ x: x * pen.across, y: y * pen.down }));
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
