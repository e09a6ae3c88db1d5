/** Telling ink from paper where it lies: by how much less light a pixel gives than the paper around it. */

import type { Picture } from '../pictures.ts';
import type { Mask } from './parts.ts';

/** How much ink is where. */
export interface Ink extends Mask {
  /**
   * The share of the paper's light that is missing, of 255; 0 on paper and where it is lighter. A shadow takes as large a
   * share of the paper's light as of the ink's, so that a stroke is as strong in it as beside it.
   */
  readonly strength: Float32Array;
}

/** Levels of 255 by which ink differs from paper at least, and noise levels (standard deviations) of the paper. */
const leastContrast = 12;
const leastDeviations = 4.5;
/** Shadows take no more than this share of the light of most of the paper: what is darker is a border or a table. */
const deepestShadow = 0.5;
/** Cells of the paper's grid along the shorter side. */
const gridCells = 64;
/** Pictures larger than this are smoothed first. */
const smoothedFrom = 120;

/**
 * The paper is what is left when all that is dark and narrow is filled (a morphological closing): shadows with soft and
 * hard edges, a table beside the sheet and uneven light stay in it, strokes and lines do not.
 *
 * @param picture dark ink on lighter paper
 * @param reach strokes are narrower than this share of the picture's shorter side, on either side of their middle
 * @param fades light may fall towards the picture's edge, and what is dark there is rather that than a stroke
 */
export function findInk(picture: Picture, reach: number, fades = true): Ink {
  const { width, height } = picture;
  const shorter = Math.min(width, height);
  const grey = shorter >= smoothedFrom ? smooth(picture) : picture.data;
  const cell = Math.max(Math.floor(shorter / gridCells), 1);
  const cells = Math.max(Math.round((reach * shorter) / cell), 2);
  const paper = closedGrid(brightestOf(grey, width, height, cell), cells, cell > 1 ? 1 : 0, fades);
  const strength = new Float32Array(width * height);
  const columns = betweenCells(width, cell, paper.columns);
  const rows = betweenCells(height, cell, paper.rows);
  const line = new Float64Array(paper.columns);
  for (let y = 0; y < height; y++) {
    const [upper, lower] = [at(rows.first, y) * paper.columns, at(rows.second, y) * paper.columns];
    const down = at(rows.share, y);
    for (let column = 0; column < paper.columns; column++) {
      line[column] = at(paper.data, upper + column) * (1 - down) + at(paper.data, lower + column) * down;
    }
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const across = at(columns.share, x);
      const light = at(line, at(columns.first, x)) * (1 - across) + at(line, at(columns.second, x)) * across;
      strength[i] = light - at(grey, i);
    }
  }
  const { middle, deviation } = spreadOf(strength);
  const darkest = Math.max((1 - deepestShadow) * medianOf(paper.data), 1);
  const threshold = Math.max(leastContrast, leastDeviations * deviation);
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const levels = Math.max(at(strength, i) - middle, 0);
    if (levels > threshold) data[i] = 1;
    strength[i] = (255 * levels) / Math.max(levels + at(grey, i), darkest);
  }
  return { width, height, data, strength };
}

type Numbers = Uint8Array | Uint16Array | Float32Array | Float64Array;

const at = (values: Numbers, index: number) => values[index] as number;

/** For each pixel along a side, the two cells that its middle lies between, and how far it is on its way to the second. */
function betweenCells(length: number, cell: number, cells: number) {
  const [first, second, share] = [new Uint16Array(length), new Uint16Array(length), new Float64Array(length)];
  for (let i = 0; i < length; i++) {
    const place = Math.min(Math.max((i + 0.5) / cell - 0.5, 0), cells - 1);
    first[i] = Math.floor(place);
    second[i] = Math.min(at(first, i) + 1, cells - 1);
    share[i] = place - at(first, i);
  }
  return { first, second, share };
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly data: Uint8Array;
}

function brightestOf(grey: Uint8Array, width: number, height: number, cell: number): Grid {
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const data = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const line = Math.floor(y / cell) * columns;
    for (let column = 0, x = 0; column < columns; column++) {
      const end = Math.min(x + cell, width);
      let most = at(data, line + column);
      for (; x < end; x++) if (at(grey, y * width + x) > most) most = at(grey, y * width + x);
      data[line + column] = most;
    }
  }
  return { columns, rows, data };
}

/** The brightest of the cells around each, then the darkest of those: `more` cells further, never too bright. */
function closedGrid(grid: Grid, reach: number, more: number, fades: boolean): Grid {
  const closed = (from: Grid) => negative(brightestAround(negative(brightestAround(from, reach)), reach + more));
  if (!fades) return closed(grid);
  const margin = 2 * reach + 1;
  return cropped(closed(extended(grid, margin)), margin);
}

const negative = ({ columns, rows, data }: Grid): Grid => ({ columns, rows, data: data.map((grey) => 255 - grey) });

/** With a margin in which the light goes on to fall as it does towards the edge; or the edge itself would look dark. */
function extended({ columns, rows, data }: Grid, margin: number): Grid {
  const [wide, high] = [columns + 2 * margin, rows + 2 * margin];
  const larger = { columns: wide, rows: high, data: new Uint8Array(wide * high) };
  for (let y = 0; y < rows; y++) {
    const start = (y + margin) * wide + margin;
    larger.data.set(data.subarray(y * columns, (y + 1) * columns), start);
    extend(larger.data, start, 1, columns, margin);
  }
  for (let x = 0; x < wide; x++) extend(larger.data, margin * wide + x, wide, rows, margin);
  return larger;
}

/** Beyond both ends of a line. */
function extend(data: Uint8Array, start: number, step: number, length: number, margin: number): void {
  for (const [end, inwards] of [
    [start, step],
    [start + (length - 1) * step, -step],
  ] as const) {
    const edge = at(data, end);
    for (let i = 1; i <= margin; i++) {
      const inside = at(data, end + Math.min(i, length - 1) * inwards);
      data[end - i * inwards] = Math.max(Math.min(edge, 2 * edge - inside), 0);
    }
  }
}

function cropped({ columns, rows, data }: Grid, margin: number): Grid {
  const [narrow, low] = [columns - 2 * margin, rows - 2 * margin];
  const inner = new Uint8Array(narrow * low);
  for (let y = 0; y < low; y++) {
    const start = (y + margin) * columns + margin;
    inner.set(data.subarray(start, start + narrow), y * narrow);
  }
  return { columns: narrow, rows: low, data: inner };
}

/** The largest value in a square around each cell. */
function brightestAround({ columns, rows, data }: Grid, reach: number): Grid {
  const longest = Math.max(columns, rows) + 2 * reach;
  const blocks = { prefix: new Uint8Array(longest), suffix: new Uint8Array(longest) };
  const across = new Uint8Array(data.length);
  for (let y = 0; y < rows; y++) slide(data, across, y * columns, 1, columns, reach, blocks);
  const both = new Uint8Array(data.length);
  for (let x = 0; x < columns; x++) slide(across, both, x, columns, rows, reach, blocks);
  return { columns, rows, data: both };
}

/**
 * Along one line, with black beyond its ends, in blocks, of which prefixes and suffixes are known (van Herk 1992, Gil and
 * Werman 1993).
 */
function slide(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  step: number,
  length: number,
  reach: number,
  { prefix, suffix }: { prefix: Uint8Array; suffix: Uint8Array },
): void {
  const [block, padded] = [2 * reach + 1, length + 2 * reach];
  const value = (i: number) => (i < reach || i >= reach + length ? 0 : at(from, start + (i - reach) * step));
  for (let first = 0; first < padded; first += block) {
    const last = Math.min(first + block, padded) - 1;
    for (let i = first, most = 0; i <= last; i++) {
      most = Math.max(most, value(i));
      prefix[i] = most;
    }
    for (let i = last, most = 0; i >= first; i--) {
      most = Math.max(most, value(i));
      suffix[i] = most;
    }
  }
  for (let i = 0; i < length; i++) to[start + i * step] = Math.max(at(suffix, i), at(prefix, i + 2 * reach));
}

/** Means of 3 x 3 pixels; at the edge its own pixels count twice. */
function smooth({ width, height, data }: Picture): Uint8Array {
  const across = new Uint16Array(data.length);
  for (let start = 0; start < data.length; start += width) {
    const end = start + width - 1;
    across[start] = 2 * at(data, start) + at(data, start + 1);
    for (let i = start + 1; i < end; i++) across[i] = at(data, i - 1) + at(data, i) + at(data, i + 1);
    across[end] = at(data, end - 1) + 2 * at(data, end);
  }
  const smoothed = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const [up, down] = [y > 0 ? -width : 0, y < height - 1 ? width : 0];
    for (let i = y * width; i < (y + 1) * width; i++) {
      smoothed[i] = (at(across, i + up) + at(across, i) + at(across, i + down)) / 9 + 0.5;
    }
  }
  return smoothed;
}

const medianOf = (values: Uint8Array) => values.slice().sort()[values.length >> 1] as number;

/** The median, and the standard deviation of a normal distribution with the same median distance from it. */
function spreadOf(values: Float32Array): { middle: number; deviation: number } {
  const finer = 4;
  const bins = 256 * finer;
  const histogram = new Uint32Array(2 * bins);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.min(Math.max(Math.floor(at(values, i) * finer) + bins, 0), 2 * bins - 1);
    histogram[bin] = (histogram[bin] as number) + 1;
  }
  const half = values.length / 2;
  let [middle, sum] = [0, 0];
  while (sum < half) sum += histogram[middle++] as number;
  let [distance, near] = [0, histogram[middle - 1] as number];
  while (near < half && distance < 2 * bins) {
    distance++;
    near += (histogram[middle - 1 - distance] ?? 0) + (histogram[middle - 1 + distance] ?? 0);
  }
  return { middle: (middle - 0.5 - bins) / finer, deviation: (1.4826 * distance) / finer };
}
