/** Telling ink from paper: any paper, lit as photos are, dark ink on light or light on dark. */

import type { GreyImage } from '../../data/resample.ts';

/** Levels of 255 by which ink must differ from the paper at least. */
const leastContrast = 24;
/** And noise levels (standard deviations) of the paper. */
const leastDeviations = 5;
/** A digit is at least so large, as a share of the image's longer side, and in pixels. */
const leastShare = 0.04;
const leastPixels = 5;
/** Within a tenth of a digit, at its steepest, ink goes from so much of its strength to nothing; shadows fade. */
const leastEdge = 0.5;
/** Spots with less of the largest one's ink are dust. */
const dust = 0.05;

/** Where there is ink: its strength from 0 (paper) to 1; undefined when there is nothing that could be a digit. */
export function findInk(image: GreyImage): GreyImage | undefined {
  const { width, height } = image;
  const paper = paperOf(image);
  const { residual, deviation } = paper;
  const threshold = Math.max(leastContrast, leastDeviations * deviation);
  const darker = count(residual, (value) => value < -threshold);
  const lighter = count(residual, (value) => value > threshold);
  const sign = darker >= lighter ? -1 : 1;
  const strength = residual.map((value) => (value * sign > threshold ? value * sign : 0));
  const spots = findSpots(strength, width, height);
  const largest = spots.reduce((most, spot) => Math.max(most, spot.ink), 0);
  const kept = spots.filter(({ ink }) => ink >= dust * largest);
  const longest = kept.reduce((most, { size }) => Math.max(most, size), 0);
  if (longest < Math.max(leastPixels, leastShare * Math.max(width, height))) return undefined;

  const ink = new Float32Array(width * height);
  for (const { pixels } of kept) for (const at of pixels) ink[at] = strength[at] as number;
  // The strongest may be glare or specks.
  const inked = ink.filter((value) => value > 0).sort();
  const full = inked[Math.floor(0.95 * (inked.length - 1))] as number;
  if (steepest(residual, ink, width, Math.ceil(longest / 10)) < leastEdge * full) return undefined;
  return { width, height, data: ink.map((value) => Math.min(value / full, 1)) };
}

/** The largest difference between pixels with ink and those `distance` away, in rows and columns. */
function steepest(residual: Float32Array, ink: Float32Array, width: number, distance: number): number {
  let most = 0;
  ink.forEach((strength, i) => {
    if (strength === 0) return;
    const column = i % width;
    const beside = [column >= distance ? i - distance : i, column + distance < width ? i + distance : i];
    for (const other of [...beside, i - distance * width, i + distance * width]) {
      most = Math.max(most, Math.abs((residual[i] as number) - (residual[other] ?? (residual[i] as number))));
    }
  });
  return most;
}

/** What differs from the paper, and by how much the paper itself does. */
interface Paper {
  readonly residual: Float32Array;
  /** Standard deviation, of 255 levels. */
  readonly deviation: number;
}

/** Fits the light on the paper by a quadratic surface: first to the side of Otsu's threshold that the image's edge is on. */
function paperOf(image: GreyImage): Paper {
  const { data, width } = image;
  const points = samplePoints(image);
  const threshold = otsu(data);
  const light = mostOfEdge(image, (value) => value > threshold);
  let paper = points.filter(({ value }) => value > threshold === light);
  let surface = fitSurface(paper);
  let deviation = 0;
  for (let round = 0; round < 4; round++) {
    const distance = ({ x, y, value }: Point) => Math.abs(value - surface(x, y));
    deviation = 1.4826 * median(paper.map(distance)); // of a normal distribution, whatever strays
    const limit = Math.max(leastContrast / 2, 3 * deviation);
    paper = points.filter((point) => distance(point) <= limit);
    surface = fitSurface(paper);
  }
  const [toX, toY] = coordinates(image);
  const residual = data.map((value, i) => value - surface(toX(i % width), toY(Math.floor(i / width))));
  return { residual, deviation };
}

/** A pixel; its place goes from -1 to 1 across the image. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

function coordinates({ width, height }: GreyImage) {
  return [(column: number) => (2 * column) / width - 1, (row: number) => (2 * row) / height - 1] as const;
}

/** Pixels on a grid, at most 64 in a row: enough for a surface. */
function samplePoints(image: GreyImage): Point[] {
  const { width, height, data } = image;
  const [toX, toY] = coordinates(image);
  const step = Math.ceil(Math.max(width, height) / 64);
  const points: Point[] = [];
  for (let row = 0; row < height; row += step) {
    for (let column = 0; column < width; column += step) {
      points.push({ x: toX(column), y: toY(row), value: data[row * width + column] as number });
    }
  }
  return points;
}

/** The threshold that parts the values into two groups that differ most (Otsu 1979). */
function otsu(data: Float32Array): number {
  const histogram = new Float64Array(256);
  for (const value of data) {
    const level = Math.min(Math.max(Math.round(value), 0), 255);
    histogram[level] = (histogram[level] as number) + 1;
  }
  const total = histogram.reduce((sum, pixels, level) => sum + pixels * level, 0);
  let [best, threshold, below, sumBelow] = [-1, 127, 0, 0];
  for (let level = 0; level < 255; level++) {
    below += histogram[level] as number;
    sumBelow += level * (histogram[level] as number);
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (total - sumBelow) / above) ** 2;
    if (between > best) [best, threshold] = [between, level + 0.5];
  }
  return threshold;
}

function mostOfEdge({ width, height, data }: GreyImage, holds: (value: number) => boolean): boolean {
  let [yes, all] = [0, 0];
  for (let y = 0; y < height; y++) {
    const step = y === 0 || y === height - 1 ? 1 : Math.max(width - 1, 1);
    for (let x = 0; x < width; x += step) {
      all++;
      if (holds(data[y * width + x] as number)) yes++;
    }
  }
  return 2 * yes >= all;
}

/** Least squares of 1, x, y, x^2, xy, y^2; the mean where points are too few or too alike. */
function fitSurface(points: readonly Point[]): (x: number, y: number) => number {
  const matrix = Array.from({ length: 6 }, () => new Array<number>(7).fill(0));
  for (const { x, y, value } of points) {
    const row = [1, x, y, x * x, x * y, y * y, value];
    for (const [a, line] of matrix.entries()) {
      for (let b = 0; b < 7; b++) line[b] = (line[b] as number) + (row[a] as number) * (row[b] as number);
    }
  }
  const mean = points.reduce((sum, { value }) => sum + value, 0) / Math.max(points.length, 1);
  const [c = 0, cx = 0, cy = 0, cxx = 0, cxy = 0, cyy = 0] = solve(matrix) ?? [mean];
  return (x, y) => c + cx * x + cy * y + cxx * x * x + cxy * x * y + cyy * y * y;
}

/** Gaussian elimination with pivots; undefined for a matrix that is nearly singular. */
function solve(matrix: number[][]): number[] | undefined {
  const size = matrix.length;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(at(matrix, i, k)) > Math.abs(at(matrix, pivot, k))) pivot = i;
    [matrix[k], matrix[pivot]] = [matrix[pivot] as number[], matrix[k] as number[]];
    if (Math.abs(at(matrix, k, k)) < 1e-6) return undefined;
    for (let i = k + 1; i < size; i++) {
      const factor = at(matrix, i, k) / at(matrix, k, k);
      for (let j = k; j <= size; j++) (matrix[i] as number[])[j] = at(matrix, i, j) - factor * at(matrix, k, j);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    let rest = at(matrix, k, size);
    for (let j = k + 1; j < size; j++) rest -= at(matrix, k, j) * (solution[j] as number);
    solution[k] = rest / at(matrix, k, k);
  }
  return solution;
}

const at = (matrix: number[][], row: number, column: number) => (matrix[row] as number[])[column] as number;

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Pixels of ink that touch, at corners too. */
interface Spot {
  readonly pixels: readonly number[];
  readonly ink: number;
  /** The longer side of its box. */
  readonly size: number;
}

function findSpots(strength: Float32Array, width: number, height: number): Spot[] {
  const seen = new Uint8Array(strength.length);
  const spots: Spot[] = [];
  for (let start = 0; start < strength.length; start++) {
    if (seen[start] || strength[start] === 0) continue;
    seen[start] = 1;
    const pixels = [start];
    let ink = 0;
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (const pixel of pixels) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      ink += strength[pixel] as number;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      for (let v = Math.max(y - 1, 0); v <= Math.min(y + 1, height - 1); v++) {
        for (let u = Math.max(x - 1, 0); u <= Math.min(x + 1, width - 1); u++) {
          const next = v * width + u;
          if (seen[next] || strength[next] === 0) continue;
          seen[next] = 1;
          pixels.push(next);
        }
      }
    }
    spots.push({ pixels, ink, size: Math.max(right - left, bottom - top) + 1 });
  }
  return spots;
}

function count(values: Float32Array, holds: (value: number) => boolean): number {
  let counted = 0;
  for (const value of values) if (holds(value)) counted++;
  return counted;
}
