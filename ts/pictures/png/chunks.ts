/** The chunks of a PNG file that its pixels follow from; all others are skipped unread. */

import { checkSize, PictureFault } from '../picture.ts';

/** What IHDR says. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  readonly colours: 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgba';
  readonly interlaced: boolean;
}

export interface PngChunks extends PngHeader {
  /** Red, green and blue of each entry. */
  readonly palette: Uint8Array | undefined;
  /** tRNS: alphas of palette entries, or the samples that are transparent. */
  readonly transparency: Uint8Array | undefined;
  /** Compressed pixels. */
  readonly idat: readonly Uint8Array[];
}

const signatureLength = 8;

/** Of each colour type, and the depths it may have (PNG specification, 11.2.1). */
const colourTypes: Readonly<Record<number, readonly [colours: PngHeader['colours'], depths: readonly number[]]>> = {
  0: ['grey', [1, 2, 4, 8, 16]],
  2: ['rgb', [8, 16]],
  3: ['palette', [1, 2, 4, 8]],
  4: ['grey-alpha', [8, 16]],
  6: ['rgba', [8, 16]],
};

/** @throws PictureFault */
export function readChunks(bytes: Uint8Array): PngChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: PngHeader | undefined;
  let palette: Uint8Array | undefined;
  let transparency: Uint8Array | undefined;
  const idat: Uint8Array[] = [];
  for (let at = signatureLength; ; ) {
    if (at + 12 > bytes.length) throw new PictureFault('it is cut short');
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw new PictureFault('it is cut short');
    const data = bytes.subarray(at + 8, end);
    // What IDAT holds has a checksum of its own, which covers the pixels.
    if (['IHDR', 'PLTE', 'tRNS', 'IEND'].includes(type) && crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) {
      throw new PictureFault(`its ${type} has another checksum than it says`);
    }
    if ((type === 'IHDR') === (header !== undefined)) {
      throw new PictureFault(header ? 'it has two headers' : 'it does not begin with its header');
    }
    if (type === 'IHDR') header = readHeader(data);
    else if (type === 'PLTE') palette = data;
    else if (type === 'tRNS') transparency = data;
    else if (type === 'IDAT') idat.push(data);
    else if (type === 'IEND') return { ...(header as PngHeader), palette, transparency, idat };
    else if (/^[A-Z]/.test(type)) throw new PictureFault(`it has a chunk of the unknown kind ${JSON.stringify(type)}`);
    at = end + 4;
  }
}

function readHeader(data: Uint8Array): PngHeader {
  if (data.length !== 13) throw new PictureFault(`its header has ${data.length} bytes`);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, type, compression, filter, interlace] = data.subarray(8) as unknown as [
    number,
    number,
    number,
    number,
    number,
  ];
  checkSize(width, height);
  const [colours, depths] = colourTypes[type] ?? [];
  if (!colours || !depths?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) {
    throw new PictureFault(`its header says ${[depth, type, compression, filter, interlace].join(', ')}`);
  }
  return { width, height, depth, colours, interlaced: interlace === 1 };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** Of short chunks only; Node has its own since 20.15. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
