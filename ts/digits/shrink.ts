/** Pictures at the size that digits are looked for in. */

import type { Picture } from '../pictures.ts';

/** Pixels of the longer side at most; larger pictures are shrunk by a whole factor. */
const workingSide = 1000;

/** By how much a picture is shrunk. */
export function shrinkFactor({ width, height }: Picture): number {
  return Math.ceil(Math.max(width, height) / workingSide);
}

/** Means of squares of `factor` x `factor` pixels; what is left at the right and below is cut off. */
export function shrink(picture: Picture, factor: number): Picture {
  if (factor === 1) return picture;
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(Math.floor(side / factor), 1)) as [
    number,
    number,
  ];
  const [across, down] = [Math.min(factor, picture.width), Math.min(factor, picture.height)];
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let row = y * factor; row < y * factor + down; row++) {
      let at = row * picture.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let i = 0; i < across; i++) sum += picture.data[at + i] as number;
        at += factor;
        sums[x] = (sums[x] as number) + sum;
      }
    }
    for (let x = 0; x < width; x++) data[y * width + x] = Math.round((sums[x] as number) / (across * down));
  }
  return { width, height, data };
}
