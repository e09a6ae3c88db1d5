/** Rows of a PNG image: where each lies in the stream, and its filter undone. */

import { PictureFault } from '../picture.ts';

/** One of an interlaced image's seven, or all of another. */
export interface Pass {
  readonly left: number;
  readonly top: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
}

/** Left, top, step across, step down (Adam7). */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function passesOf(width: number, height: number, interlaced: boolean): Pass[] {
  return (interlaced ? adam7 : [[0, 0, 1, 1] as const])
    .map(([left, top, stepX, stepY]) => {
      const [columns, rows] = [Math.ceil((width - left) / stepX), Math.ceil((height - top) / stepY)];
      return { left, top, stepX, stepY, columns, rows };
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
}

/** Bytes of a row, the one of its filter not counted. */
export function rowBytes(columns: number, bitsPerPixel: number): number {
  return Math.ceil((columns * bitsPerPixel) / 8);
}

/**
 * Undoes a row's filter in place (PNG specification, 9.2).
 * @param start of the row in `data`; the byte before it is its filter
 * @param above the start of the row above, -1 if there is none
 * @param distance bytes of a pixel, at least 1
 */
export function unfilter(data: Uint8Array, start: number, length: number, above: number, distance: number): void {
  const filter = data[start - 1] as number;
  const end = start + length;
  if (filter === 0) return;
  if (filter > 4) throw new PictureFault(`a row has the filter ${filter}`);
  if (filter === 1 || (filter === 4 && above < 0)) {
    for (let i = start + distance; i < end; i++) data[i] = (data[i] as number) + (data[i - distance] as number);
    return;
  }
  if (above < 0) {
    if (filter === 3) {
      for (let i = start + distance; i < end; i++)
        data[i] = (data[i] as number) + ((data[i - distance] as number) >> 1);
    }
    return;
  }
  const up = above - start;
  const second = Math.min(start + distance, end);
  if (filter === 2) {
    for (let i = start; i < end; i++) data[i] = (data[i] as number) + (data[i + up] as number);
  } else if (filter === 3) {
    for (let i = start; i < second; i++) data[i] = (data[i] as number) + ((data[i + up] as number) >> 1);
    for (let i = second; i < end; i++) {
      data[i] = (data[i] as number) + (((data[i - distance] as number) + (data[i + up] as number)) >> 1);
    }
  } else {
    for (let i = start; i < second; i++) data[i] = (data[i] as number) + (data[i + up] as number);
    for (let i = second; i < end; i++) {
      // One by one: arrays taken apart are ten times as slow here.
      const a = data[i - distance] as number;
      const b = data[i + up] as number;
      const c = data[i + up - distance] as number;
      const fromA = Math.abs(b - c);
      const fromB = Math.abs(a - c);
      const fromC = Math.abs(a + b - 2 * c);
      data[i] = (data[i] as number) + (fromA <= fromB && fromA <= fromC ? a : fromB <= fromC ? b : c);
    }
  }
}
