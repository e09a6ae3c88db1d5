/** Straight lines that go through a picture or a frame: rules, squares, borders of form fields. */

import type { Box, Mask } from './parts.ts';

/** Lines may be tilted by so many degrees, and are looked for in such steps. */
const mostTilt = 16;
const step = 0.25;
/** A line is ink for so much of its way at least. */
const leastCover = 0.55;
/** Enough points to find the direction by. */
const sample = 6000;

/**
 * Takes lines out of a mask that go all the way through a box, in whole or nearly so. Ink that crosses them stays.
 * @returns how many there were
 */
export function takeOutRules(mask: Mask, box: Box): number {
  const points = pointsIn(mask, box);
  let found = 0;
  if (points.length === 0) return found;
  for (const upright of [false, true]) {
    const slope = directionOf(points, box, upright);
    for (const [first, end] of linesAlong(points, box, upright, slope)) {
      found++;
      takeOut(mask, box, upright, slope, first, end);
    }
  }
  return found;
}

/** Places of ink in the box: x and y, one after the other. */
function pointsIn({ width, data }: Mask, { left, top, width: columns, height: rows }: Box): Int32Array {
  const points: number[] = [];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) if (data[(top + y) * width + left + x] === 1) points.push(x, y);
  }
  return Int32Array.from(points);
}

/** Counts of points by the line that they lie on. Upright lines are those along y. */
function profile(points: Int32Array, box: Box, upright: boolean, slope: number, every: number): Float64Array {
  const [along, across] = upright ? [box.height, box.width] : [box.width, box.height];
  const margin = Math.ceil(Math.abs(slope) * along) + 1;
  const counts = new Float64Array(across + 2 * margin);
  for (let i = 0; i < points.length; i += 2 * every) {
    const [x, y] = [points[i] as number, points[i + 1] as number];
    const line = Math.round(upright ? x - slope * y : y - slope * x) + margin;
    counts[line] = (counts[line] as number) + 1;
  }
  return counts;
}

/** The tilt at which points crowd most on few lines. */
function directionOf(points: Int32Array, box: Box, upright: boolean): number {
  const every = Math.ceil(points.length / 2 / sample);
  let [best, most] = [0, -1];
  for (let degrees = -mostTilt; degrees <= mostTilt; degrees += step) {
    const slope = Math.tan((degrees * Math.PI) / 180);
    let crowd = 0;
    for (const count of profile(points, box, upright, slope, every)) crowd += count * count;
    // Of equals the straightest.
    if (crowd > most * 1.001 || (crowd > most * 0.999 && Math.abs(slope) < Math.abs(best)))
      [best, most] = [slope, crowd];
  }
  return best;
}

/** The lines, each from its first row (or column) to its end, as `profile` counts them. */
function linesAlong(points: Int32Array, box: Box, upright: boolean, slope: number): [first: number, end: number][] {
  const [along, across] = upright ? [box.height, box.width] : [box.width, box.height];
  const counts = profile(points, box, upright, slope, 1);
  const margin = (counts.length - across) / 2;
  const lines: [number, number][] = [];
  // A tilted line may spread over two.
  const cover = (i: number) =>
    Math.max(
      counts[i] ?? 0,
      ((counts[i] ?? 0) + (counts[i + 1] ?? 0)) * 0.6,
      ((counts[i] ?? 0) + (counts[i - 1] ?? 0)) * 0.6,
    );
  for (let i = 0; i < counts.length; i++) {
    const way = wayThrough(i - margin, along, across, slope);
    if (way < along / 3 || cover(i) < leastCover * way) continue;
    const last = lines.at(-1);
    if (last && last[1] >= i - margin) last[1] = i - margin + 1;
    else lines.push([i - margin, i - margin + 1]);
  }
  return lines;
}

/** How long a line is within the box. */
function wayThrough(line: number, along: number, across: number, slope: number): number {
  if (slope === 0) return line >= 0 && line < across ? along : 0;
  const [a, b] = [-line / slope, (across - line) / slope];
  return Math.max(Math.min(Math.max(a, b), along) - Math.max(Math.min(a, b), 0), 0);
}

/** Pixels of the line, unless ink crosses it there: then there is more of it beside the line. */
function takeOut(mask: Mask, box: Box, upright: boolean, slope: number, first: number, end: number): void {
  const { width, data } = mask;
  const thickness = end - first;
  const [along, across] = upright ? [box.height, box.width] : [box.width, box.height];
  const place = (i: number, j: number) =>
    upright ? (box.top + i) * width + box.left + j : (box.top + j) * width + box.left + i;
  for (let i = 0; i < along; i++) {
    const from = Math.max(Math.floor(first + slope * i) - 1, 0);
    const to = Math.min(Math.ceil(end + slope * i) + 1, across);
    let [start, stop] = [from, to];
    while (start < to && data[place(i, start)] === 0) start++;
    while (stop > start && data[place(i, stop - 1)] === 0) stop--;
    if (start >= stop) continue;
    while (start > 0 && data[place(i, start - 1)] === 1) start--;
    while (stop < across && data[place(i, stop)] === 1) stop++;
    if (stop - start > 2 * thickness + 3) continue;
    for (let j = start; j < stop; j++) data[place(i, j)] = 0;
  }
}
