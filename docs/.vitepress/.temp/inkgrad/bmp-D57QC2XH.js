import {
  layOnPaper,
  luminance
} from "./chunk-W6C2DTAD.js";
import {
  PictureFault,
  checkSize
} from "./chunk-XINKDGYN.js";
import "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/pictures/bmp.ts
var [plain, bitFields, alphaBitFields] = [0, 3, 6];
function decodeBmp(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.getUint32(10, true);
  const headerSize = view.getUint32(14, true);
  if (headerSize < 40 || headerSize > 124) throw new PictureFault(`its header has ${headerSize} bytes`);
  const [width, signedHeight] = [view.getInt32(18, true), view.getInt32(22, true)];
  const height = Math.abs(signedHeight);
  checkSize(width, height);
  const [depth, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  if (![1, 4, 8, 16, 24, 32].includes(depth)) throw new PictureFault(`it has ${depth} bits a pixel`);
  const masked = compression === bitFields || compression === alphaBitFields;
  if (compression !== plain && !(masked && (depth === 16 || depth === 32))) {
    throw new PictureFault(`it has the compression ${compression}; save it without`);
  }
  const rowBytes = Math.ceil(width * depth / 32) * 4;
  if (start + rowBytes * height > bytes.length) throw new PictureFault("it is cut short");
  const grey = new Uint8Array(width * height);
  const palette = depth <= 8 ? readPalette(view, 14 + headerSize, depth) : void 0;
  const [red, green, blue, alpha] = readChannels(view, headerSize, depth, compression);
  const alphas = alpha ? new Uint8Array(width * height) : void 0;
  for (let row = 0; row < height; row++) {
    const from = start + rowBytes * (signedHeight < 0 ? row : height - 1 - row);
    for (let x = 0; x < width; x++) {
      const at = row * width + x;
      if (palette) {
        const bit = x * depth;
        const entry = bytes[from + (bit >> 3)] >> 8 - depth - (bit & 7) & 2 ** depth - 1;
        const shade = palette[entry];
        if (shade === void 0) throw new PictureFault(`it has no colour ${entry}`);
        grey[at] = shade;
        continue;
      }
      const pixel = depth === 16 ? view.getUint16(from + 2 * x, true) : depth === 24 ? view.getUint16(from + 3 * x, true) | view.getUint8(from + 3 * x + 2) << 16 : view.getUint32(from + 4 * x, true);
      grey[at] = luminance(levelOf(pixel, red), levelOf(pixel, green), levelOf(pixel, blue));
      if (alphas) alphas[at] = levelOf(pixel, alpha);
    }
  }
  if (alphas?.some((value) => value > 0)) layOnPaper(grey, (i) => alphas[i]);
  return { width, height, data: grey };
}
__name(decodeBmp, "decodeBmp");
function readPalette(view, at, depth) {
  const stated = view.getUint32(46, true);
  const entries = stated === 0 ? 2 ** depth : Math.min(stated, 2 ** depth);
  return Uint8Array.from({ length: entries }, (_, i) => {
    const [blue, green, red] = [0, 1, 2].map((byte) => view.getUint8(at + 4 * i + byte));
    return luminance(red, green, blue);
  });
}
__name(readPalette, "readPalette");
function readChannels(view, headerSize, depth, compression) {
  const fives = [31744, 992, 31];
  const bytes = [16711680, 65280, 255];
  if (compression === plain) return (depth === 16 ? fives : bytes).map(channelOf);
  const withAlpha = headerSize >= 56 || compression === alphaBitFields;
  const masks = [0, 1, 2, 3].slice(0, withAlpha ? 4 : 3).map((i) => view.getUint32(54 + 4 * i, true));
  return masks.filter((mask, i) => i < 3 || mask !== 0).map(channelOf);
}
__name(readChannels, "readChannels");
function channelOf(mask) {
  if (mask === 0) throw new PictureFault("a colour has no bits");
  const shift = 31 - Math.clz32(mask & -mask);
  return { shift, most: mask >>> shift };
}
__name(channelOf, "channelOf");
function levelOf(pixel, { shift, most }) {
  return Math.round((pixel >>> shift & most) * 255 / most);
}
__name(levelOf, "levelOf");
export {
  decodeBmp
};
//# sourceMappingURL=bmp-D57QC2XH.js.map