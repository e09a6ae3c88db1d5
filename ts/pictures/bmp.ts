/** BMP images that are not compressed: 1, 4, 8, 16, 24 and 32 bits a pixel. */

import { layOnPaper, luminance } from './grey.ts';
import { checkSize, type Picture, PictureFault } from './picture.ts';

const [plain, bitFields, alphaBitFields] = [0, 3, 6];

/** Where a colour's bits lie. */
interface Channel {
  readonly shift: number;
  readonly most: number;
}

/** Throws RangeErrors for a file that is cut short. */
export function decodeBmp(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.getUint32(10, true);
  const headerSize = view.getUint32(14, true);
  if (headerSize < 40 || headerSize > 124) throw new PictureFault(`its header has ${headerSize} bytes`);
  const [width, signedHeight] = [view.getInt32(18, true), view.getInt32(22, true)];
  const height = Math.abs(signedHeight); // with rows from the top if it is negative
  checkSize(width, height);
  const [depth, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  if (![1, 4, 8, 16, 24, 32].includes(depth)) throw new PictureFault(`it has ${depth} bits a pixel`);
  const masked = compression === bitFields || compression === alphaBitFields;
  if (compression !== plain && !(masked && (depth === 16 || depth === 32))) {
    throw new PictureFault(`it has the compression ${compression}; save it without`);
  }
  const rowBytes = Math.ceil((width * depth) / 32) * 4;
  if (start + rowBytes * height > bytes.length) throw new PictureFault('it is cut short');

  const grey = new Uint8Array(width * height);
  const palette = depth <= 8 ? readPalette(view, 14 + headerSize, depth) : undefined;
  const [red, green, blue, alpha] = readChannels(view, headerSize, depth, compression);
  const alphas = alpha ? new Uint8Array(width * height) : undefined;
  for (let row = 0; row < height; row++) {
    const from = start + rowBytes * (signedHeight < 0 ? row : height - 1 - row);
    for (let x = 0; x < width; x++) {
      const at = row * width + x;
      if (palette) {
        const bit = x * depth;
        const entry = ((bytes[from + (bit >> 3)] as number) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
        const shade = palette[entry];
        if (shade === undefined) throw new PictureFault(`it has no colour ${entry}`);
        grey[at] = shade;
        continue;
      }
      const pixel =
        depth === 16
          ? view.getUint16(from + 2 * x, true)
          : depth === 24
            ? view.getUint16(from + 3 * x, true) | (view.getUint8(from + 3 * x + 2) << 16)
            : view.getUint32(from + 4 * x, true);
      grey[at] = luminance(levelOf(pixel, red), levelOf(pixel, green), levelOf(pixel, blue));
      if (alphas) alphas[at] = levelOf(pixel, alpha as Channel);
    }
  }
  // All transparent means that nobody cared.
  if (alphas?.some((value) => value > 0)) layOnPaper(grey, (i) => alphas[i] as number);
  return { width, height, data: grey };
}

function readPalette(view: DataView, at: number, depth: number): Uint8Array {
  const stated = view.getUint32(46, true);
  const entries = stated === 0 ? 2 ** depth : Math.min(stated, 2 ** depth);
  return Uint8Array.from({ length: entries }, (_, i) => {
    const [blue, green, red] = [0, 1, 2].map((byte) => view.getUint8(at + 4 * i + byte)) as [number, number, number];
    return luminance(red, green, blue);
  });
}

type Channels = readonly [red: Channel, green: Channel, blue: Channel, alpha?: Channel];

function readChannels(view: DataView, headerSize: number, depth: number, compression: number): Channels {
  const fives = [0x7c00, 0x3e0, 0x1f] as const;
  const bytes = [0xff0000, 0xff00, 0xff] as const;
  if (compression === plain) return (depth === 16 ? fives : bytes).map(channelOf) as unknown as Channels;
  const withAlpha = headerSize >= 56 || compression === alphaBitFields;
  const masks = [0, 1, 2, 3].slice(0, withAlpha ? 4 : 3).map((i) => view.getUint32(54 + 4 * i, true));
  return masks.filter((mask, i) => i < 3 || mask !== 0).map(channelOf) as unknown as Channels;
}

function channelOf(mask: number): Channel {
  if (mask === 0) throw new PictureFault('a colour has no bits');
  const shift = 31 - Math.clz32(mask & -mask);
  return { shift, most: mask >>> shift };
}

function levelOf(pixel: number, { shift, most }: Channel): number {
  return Math.round((((pixel >>> shift) & most) * 255) / most);
}
