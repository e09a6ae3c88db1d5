/** GIF images: the first frame. */

import { unpackLzw } from './gif/lzw.ts';
import { layOnPaper, luminance } from './grey.ts';
import { checkSize, type Picture, PictureFault } from './picture.ts';

const [extension, graphicControl, imageSeparator] = [0x21, 0xf9, 0x2c];

/** Rows of an interlaced frame come in four passes: first row, step. */
const passes = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

export function decodeGif(bytes: Uint8Array): Picture {
  const reader = new GifReader(bytes);
  reader.skip(6); // GIF89a
  const [width, height] = [reader.word(), reader.word()];
  checkSize(width, height);
  const flags = reader.byte();
  reader.skip(2); // colour of the background, which nobody uses, and aspect ratio
  const globalPalette = reader.palette(flags);
  let transparent: number | undefined;
  for (let kind = reader.byte(); kind !== imageSeparator; kind = reader.byte()) {
    if (kind !== extension) throw new PictureFault('it has no picture');
    const label = reader.byte();
    const block = reader.blocks();
    if (label === graphicControl && block.length >= 4 && (block[0] as number) & 1) transparent = block[3];
  }
  const [left, top, columns, rows] = [reader.word(), reader.word(), reader.word(), reader.word()];
  checkSize(columns, rows);
  if (left + columns > width || top + rows > height) throw new PictureFault('its frame is larger than it is itself');
  const frame = reader.byte();
  const palette = reader.palette(frame) ?? globalPalette;
  if (!palette) throw new PictureFault('it has no palette');
  const codeSize = reader.byte();
  const entries = unpackLzw(reader.blocks(), codeSize, columns * rows);

  const grey = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height); // what the frame leaves out is transparent
  const order = frame & 0x40 ? interlacedRows(rows) : Array.from({ length: rows }, (_, row) => row);
  order.forEach((row, line) => {
    for (let x = 0; x < columns; x++) {
      const entry = entries[line * columns + x] as number;
      const shade = palette[entry];
      if (shade === undefined) throw new PictureFault(`it has no colour ${entry}`);
      const at = (top + row) * width + left + x;
      grey[at] = shade;
      alpha[at] = entry === transparent ? 0 : 255;
    }
  });
  if (!alpha.every((value) => value === 255)) layOnPaper(grey, (i) => alpha[i] as number);
  return { width, height, data: grey };
}

function interlacedRows(rows: number): number[] {
  const order: number[] = [];
  for (const [first, step] of passes) for (let row = first; row < rows; row += step) order.push(row);
  return order;
}

class GifReader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new PictureFault('it is cut short');
    return byte;
  }

  word(): number {
    return this.byte() | (this.byte() << 8);
  }

  skip(count: number): void {
    this.#at += count;
  }

  /** Greys of the palette that follows if the flags say so. */
  palette(flags: number): Uint8Array | undefined {
    if (!(flags & 0x80)) return undefined;
    return Uint8Array.from({ length: 2 << (flags & 7) }, () => luminance(this.byte(), this.byte(), this.byte()));
  }

  /** What the chain of blocks holds, put together. */
  blocks(): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let length = this.byte(); length > 0; length = this.byte()) {
      if (this.#at + length > this.#bytes.length) throw new PictureFault('it is cut short');
      parts.push(this.#bytes.subarray(this.#at, this.#at + length));
      this.#at += length;
    }
    return Buffer.concat(parts);
  }
}
