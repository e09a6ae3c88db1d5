/** Ink that is no digit: letters, scribbles, frames, bars, spots, and digits that touch. */

import { enlarge, fine } from './pen.mjs';

/** Strokes of letters that look like no digit, in a square of 4 x 6. */
const letters = [
  'M0 6 L2 0 L4 6 M1 4 L3 4', // A
  'M4 0 L0 0 L0 6 L4 6 M0 3 L3 3', // E
  'M4 0 L0 0 L0 6 M0 3 L3 3', // F
  'M0 0 L0 6 M4 0 L4 6 M0 3 L4 3', // H
  'M0 0 L0 6 M4 0 L0 3 L4 6', // K
  'M0 6 L0 0 L2 3 L4 0 L4 6', // M
  'M0 6 L0 0 L4 6 L4 0', // N
  'M0 6 L0 0 L3 0 L4 1 L4 2 L3 3 L0 3', // P
  'M0 6 L0 0 L3 0 L4 1 L4 2 L3 3 L0 3 M2 3 L4 6', // R
  'M0 0 L4 0 M2 0 L2 6', // T
  'M0 0 L2 6 L4 0', // V
  'M0 0 L1 6 L2 2 L3 6 L4 0', // W
  'M0 0 L4 6 M4 0 L0 6', // X
  'M0 0 L2 3 L4 0 M2 3 L2 6', // Y
  'M0 3 L4 3 M2 1 L2 5', // plus
  'M0 2 L4 2 M0 4 L4 4', // equals
  'M1 0 L1 6 M3 0 L3 6 M0 2 L4 2 M0 4 L4 4', // hash
  'M0 3 L4 3', // minus
].map((path) =>
  path
    .split('M')
    .slice(1)
    .map((line) =>
      line
        .trim()
        .split(/ ?L/)
        .map((point) => point.split(' ').map(Number)),
    ),
);

/** @returns ink from 0 to 1, fine x fine, as `enlarge` gives it */
export function drawNothing(digitOf, random) {
  const kind = random.uniform();
  if (kind < 0.45) return touching(digitOf, random);
  if (kind < 0.75) return letter(random);
  if (kind < 0.88) return scribble(random);
  if (kind < 0.96) return box(random);
  return spot(random);
}

/** Two or three digits, overlapping a little, at half their width, so that they fit. */
function touching(digitOf, random) {
  const count = random.happens(0.8) ? 2 : 3;
  const ink = new Float32Array(fine * fine);
  const parts = Array.from({ length: count }, () => trim(enlarge(digitOf())));
  const overlap = random.between(-2, 4);
  const width = parts.reduce((sum, part) => sum + part.width - overlap, overlap);
  const height = Math.max(...parts.map((part) => part.height));
  const shrink = Math.max(width, height) / (fine - 8);
  let left = 0;
  for (const { width: wide, height: high, at } of parts) {
    const drop = random.between(-0.12, 0.12) * high;
    for (let y = 0; y < fine; y++) {
      for (let x = 0; x < fine; x++) {
        const [u, v] = [(x - 4) * shrink - left, (y - fine / 2) * shrink + high / 2 + drop];
        if (u < 0 || v < 0 || u >= wide || v >= high) continue;
        ink[y * fine + x] = Math.max(ink[y * fine + x], at(u, v));
      }
    }
    left += wide - overlap;
  }
  return ink;
}

function trim(ink) {
  let [left, right, top, bottom] = [fine, 0, fine, 0];
  ink.forEach((value, i) => {
    if (value < 0.3) return;
    const [x, y] = [i % fine, Math.floor(i / fine)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  });
  const at = (u, v) => ink[(top + Math.floor(v)) * fine + left + Math.floor(u)];
  return { width: Math.max(right - left + 1, 1), height: Math.max(bottom - top + 1, 1), at };
}

function letter(random) {
  const strokes = letters[random.integer(letters.length)];
  const [wide, high] = [random.between(4.5, 9), random.between(4.5, 6)];
  const slant = random.between(-0.25, 0.25);
  const place = ([x, y]) => {
    const [u, v] = [(x - 2) * wide + random.between(-2, 2), (y - 3) * high + random.between(-2, 2)];
    return [fine / 2 + u + slant * v, fine / 2 + v];
  };
  return strokesOf(
    strokes.map((line) => line.map(place)),
    random.between(1.2, 3),
  );
}

function scribble(random) {
  const count = 4 + random.integer(8);
  let [x, y] = [random.between(9, 39), random.between(9, 39)];
  let direction = random.between(0, 7);
  const line = [[x, y]];
  for (let i = 0; i < count; i++) {
    direction += random.between(-2.5, 2.5);
    const length = random.between(6, 21);
    x = Math.min(Math.max(x + length * Math.cos(direction), 5), fine - 5);
    y = Math.min(Math.max(y + length * Math.sin(direction), 5), fine - 5);
    line.push([x, y]);
  }
  return strokesOf([line], random.between(1.2, 2.6));
}

/** A frame of straight lines, sometimes with a line inside, sometimes open at a side. */
function box(random) {
  const [left, right] = [random.between(4, 15), random.between(33, 44)];
  const [top, bottom] = [random.between(4, 15), random.between(33, 44)];
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ];
  const lines = [random.happens(0.6) ? corners : corners.slice(0, 4)];
  if (random.happens(0.4))
    lines.push([
      [left, random.between(top, bottom)],
      [right, random.between(top, bottom)],
    ]);
  return strokesOf(lines, random.between(0.8, 2));
}

function spot(random) {
  const [across, down] = [random.between(6, 20), random.between(6, 20)];
  const square = random.happens(0.5);
  return Float32Array.from({ length: fine * fine }, (_, i) => {
    const [u, v] = [((i % fine) - fine / 2) / across, (Math.floor(i / fine) - fine / 2) / down];
    return (square ? Math.max(Math.abs(u), Math.abs(v)) : Math.hypot(u, v)) < 1 ? 1 : 0;
  });
}

/** @param radius half of the pen's width */
function strokesOf(lines, radius) {
  const ink = new Float32Array(fine * fine);
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [[x0, y0], [x1, y1]] = [line[i - 1], line[i]];
      const square = (x1 - x0) ** 2 + (y1 - y0) ** 2;
      const [left, right] = reach(x0, x1, radius);
      const [top, bottom] = reach(y0, y1, radius);
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const along = square > 0 ? ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / square : 0;
          const t = Math.min(Math.max(along, 0), 1);
          const distance = Math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0));
          ink[y * fine + x] = Math.max(ink[y * fine + x], Math.min(Math.max(radius + 0.5 - distance, 0), 1));
        }
      }
    }
  }
  return ink;
}

/** The pixels, first and end, that a pen may touch between two places. */
function reach(a, b, radius) {
  return [Math.max(Math.floor(Math.min(a, b) - radius - 1), 0), Math.min(Math.ceil(Math.max(a, b) + radius + 1), fine)];
}
