/** WebP images, by libwebp in WASM. */

import wasm from '../../node_modules/@jsquash/webp/codec/dec/webp_dec.wasm?brotli';
import { loadCodec } from './codec.ts';
import { rgbaToGrey } from './grey.ts';
import { checkSize, type Picture, PictureFault } from './picture.ts';

const codec = loadCodec(wasm, () => import('@jsquash/webp/codec/dec/webp_dec.js'));

export async function decodeWebp(bytes: Uint8Array): Promise<Picture> {
  const { width, height } = readSize(bytes);
  checkSize(width, height);
  const image = await codec(bytes);
  if (image?.width !== width || image.height !== height) throw new PictureFault('its picture is spoilt, or it moves');
  return { width, height, data: rgbaToGrey(image.data, width * height) };
}

/** The size in the header of each of the three kinds (RFC 9649). */
function readSize(bytes: Uint8Array): { width: number; height: number } {
  if (bytes.length < 30) throw new PictureFault('it is cut short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(4, true) + 8 > bytes.length) throw new PictureFault('it is cut short');
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
  }
  if (kind === 'VP8X') {
    const [wide, high] = [view.getUint32(24, true) & 0xffffff, view.getUint32(26, true) >>> 8];
    return { width: wide + 1, height: high + 1 };
  }
  throw new PictureFault(`it is of the unknown kind ${JSON.stringify(kind)}`);
}
