/** Whether ink is darker than paper, or lighter. */

import type { Picture } from '../pictures.ts';

/** Cells along the shorter side: large ones, which a thick digit does not fill, and small ones, which show a small digit. */
const [large, small] = [5, 14];
/** What the small ones count beside the large ones. */
const smallCount = 0.3;
/** The least side of a cell, in pixels, and how many pixels are looked at along it. */
const [leastCell, looks] = [6, 12];
/** Differences in a cell up to this are noise. */
const noise = 16;

/**
 * How much speaks for dark ink on light paper (above 0), or for light ink on dark (below 0); about 2 at most. Paper takes
 * more room than ink: in the whole picture, and in most of its parts, each of which is lit more evenly than the whole.
 */
export function polarityOf(picture: Picture): number {
  return lightness(picture) + contrast(picture, large) + smallCount * contrast(picture, small);
}

/** From -1 to 1: the median's place between the darkest and the lightest. */
function lightness({ data }: Picture): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) counts[data[i] as number] = (counts[data[i] as number] as number) + 1;
  const quantile = (share: number) => {
    let [grey, sum] = [0, counts[0] as number];
    while (sum <= share * data.length && grey < 255) sum += counts[++grey] as number;
    return grey;
  };
  const [darkest, lightest] = [quantile(0.005), quantile(0.995)];
  return (2 * quantile(0.5) - darkest - lightest) / (lightest - darkest + 1);
}

/** From -1 to 1: whether pixels in cells are rather darker than the cell's median, or rather lighter. */
function contrast(picture: Picture, cells: number): number {
  const { width, height } = picture;
  const side = Math.max(Math.floor(Math.min(width, height) / cells), leastCell);
  let [darker, lighter] = [0, 0];
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      const values = valuesOf(picture, left, top, side);
      const middle = values[values.length >> 1] as number;
      const few = Math.floor(0.02 * values.length);
      darker += Math.max(middle - (values[few] as number) - noise, 0);
      lighter += Math.max((values.at(-1 - few) as number) - middle - noise, 0);
    }
  }
  return (darker - lighter) / (darker + lighter + 1);
}

/** Some values of a cell, in their order. */
function valuesOf({ width, height, data }: Picture, left: number, top: number, side: number): Uint8Array {
  const step = Math.max(side / looks, 1);
  const values: number[] = [];
  for (let y = top; y < Math.min(top + side, height); y += step) {
    for (let x = left; x < Math.min(left + side, width); x += step) {
      values.push(data[Math.floor(y) * width + Math.floor(x)] as number);
    }
  }
  return Uint8Array.from(values).sort();
}
