import {
  layOnPaper,
  luminance
} from "./chunk-W6C2DTAD.js";
import {
  PictureFault,
  checkSize
} from "./chunk-XINKDGYN.js";
import {
  Buffer
} from "./chunk-HLGL5JCD.js";
import "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/pictures/gif/lzw.ts
var mostCodes = 4096;
function unpackLzw(data, codeSize, length) {
  if (codeSize < 1 || codeSize > 8) throw new PictureFault(`its code size is ${codeSize}`);
  const clear = 1 << codeSize;
  const end = clear + 1;
  const before = new Uint16Array(mostCodes);
  const last = Uint8Array.from({ length: mostCodes }, (_, code) => code < clear ? code : 0);
  const lengths = new Uint16Array(mostCodes).fill(1, 0, clear);
  const out = new Uint8Array(length);
  let [filled, next, width, previous] = [0, end + 1, codeSize + 1, -1];
  let [bits, held] = [0, 0];
  for (let at = 0; filled < length; ) {
    while (held < width) {
      const byte = data[at++];
      if (byte === void 0) throw new PictureFault("it has too few pixels");
      bits |= byte << held;
      held += 8;
    }
    const code = bits & (1 << width) - 1;
    bits >>>= width;
    held -= width;
    if (code === clear) {
      [next, width, previous] = [end + 1, codeSize + 1, -1];
      continue;
    }
    if (code === end) throw new PictureFault("it has too few pixels");
    if (code > next || code === next && previous < 0 || code >= clear && code < end) {
      throw new PictureFault("its codes are spoilt");
    }
    const known = code < next ? code : previous;
    const size = lengths[known];
    let symbol = known;
    for (let place = filled + size - 1; place >= filled; place--) {
      if (place < length) out[place] = last[symbol];
      symbol = before[symbol];
    }
    const first = out[filled];
    filled += size;
    if (code === next && filled < length) out[filled] = first;
    if (code === next) filled++;
    if (previous >= 0 && next < mostCodes) {
      before[next] = previous;
      last[next] = first;
      lengths[next] = lengths[previous] + 1;
      next++;
      if (next === 1 << width && width < 12) width++;
    }
    previous = code;
  }
  return out;
}
__name(unpackLzw, "unpackLzw");

// ts/pictures/gif.ts
var [extension, graphicControl, imageSeparator] = [33, 249, 44];
var passes = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2]
];
function decodeGif(bytes) {
  const reader = new GifReader(bytes);
  reader.skip(6);
  const [width, height] = [reader.word(), reader.word()];
  checkSize(width, height);
  const flags = reader.byte();
  reader.skip(2);
  const globalPalette = reader.palette(flags);
  let transparent;
  for (let kind = reader.byte(); kind !== imageSeparator; kind = reader.byte()) {
    if (kind !== extension) throw new PictureFault("it has no picture");
    const label = reader.byte();
    const block = reader.blocks();
    if (label === graphicControl && block.length >= 4 && block[0] & 1) transparent = block[3];
  }
  const [left, top, columns, rows] = [reader.word(), reader.word(), reader.word(), reader.word()];
  checkSize(columns, rows);
  if (left + columns > width || top + rows > height) throw new PictureFault("its frame is larger than it is itself");
  const frame = reader.byte();
  const palette = reader.palette(frame) ?? globalPalette;
  if (!palette) throw new PictureFault("it has no palette");
  const codeSize = reader.byte();
  const entries = unpackLzw(reader.blocks(), codeSize, columns * rows);
  const grey = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height);
  const order = frame & 64 ? interlacedRows(rows) : Array.from({ length: rows }, (_, row) => row);
  order.forEach((row, line) => {
    for (let x = 0; x < columns; x++) {
      const entry = entries[line * columns + x];
      const shade = palette[entry];
      if (shade === void 0) throw new PictureFault(`it has no colour ${entry}`);
      const at = (top + row) * width + left + x;
      grey[at] = shade;
      alpha[at] = entry === transparent ? 0 : 255;
    }
  });
  if (!alpha.every((value) => value === 255)) layOnPaper(grey, (i) => alpha[i]);
  return { width, height, data: grey };
}
__name(decodeGif, "decodeGif");
function interlacedRows(rows) {
  const order = [];
  for (const [first, step] of passes) for (let row = first; row < rows; row += step) order.push(row);
  return order;
}
__name(interlacedRows, "interlacedRows");
var GifReader = class {
  static {
    __name(this, "GifReader");
  }
  #at = 0;
  #bytes;
  constructor(bytes) {
    this.#bytes = bytes;
  }
  byte() {
    const byte = this.#bytes[this.#at++];
    if (byte === void 0) throw new PictureFault("it is cut short");
    return byte;
  }
  word() {
    return this.byte() | this.byte() << 8;
  }
  skip(count) {
    this.#at += count;
  }
  /** Greys of the palette that follows if the flags say so. */
  palette(flags) {
    if (!(flags & 128)) return void 0;
    return Uint8Array.from({ length: 2 << (flags & 7) }, () => luminance(this.byte(), this.byte(), this.byte()));
  }
  /** What the chain of blocks holds, put together. */
  blocks() {
    const parts = [];
    for (let length = this.byte(); length > 0; length = this.byte()) {
      if (this.#at + length > this.#bytes.length) throw new PictureFault("it is cut short");
      parts.push(this.#bytes.subarray(this.#at, this.#at + length));
      this.#at += length;
    }
    return Buffer.concat(parts);
  }
};
export {
  decodeGif
};
//# sourceMappingURL=gif-7KA4K5EE.js.map