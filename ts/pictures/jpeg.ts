/** JPEG photos, by mozjpeg in WASM. */

import wasm from '../../node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm?brotli';
import { loadCodec } from './codec.ts';
import { rgbaToGrey } from './grey.ts';
import { readMarkers } from './jpeg-markers.ts';
import { orient } from './orientation.ts';
import { checkSize, type Picture, PictureFault } from './picture.ts';

/** Each scan of a progressive file walks over all pixels; real ones have about ten. */
const mostScannedPixels = 500e6;
const mostScans = 100;

const codec = loadCodec(wasm, () => import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js'));

/** Turned upright, as Exif says. */
export async function decodeJpeg(bytes: Uint8Array): Promise<Picture> {
  const { width, height, orientation, scans } = readMarkers(bytes);
  checkSize(width, height);
  if (scans > mostScans || scans * width * height > mostScannedPixels) throw new PictureFault(`it has ${scans} scans`);
  const image = await codec(bytes, false);
  if (image?.width !== width || image.height !== height) throw new PictureFault('its picture is spoilt');
  return orient({ width, height, data: rgbaToGrey(image.data, width * height) }, orientation);
}
