/** What the markers of a JPEG file say, without its pixels. */

import { orientationOf } from './orientation.ts';
import { PictureFault } from './picture.ts';

export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  /** Exif's, 1 to 8. */
  readonly orientation: number;
  /** A progressive file has several; each is a walk over the whole picture. */
  readonly scans: number;
}

const [startOfScan, endOfImage, app1] = [0xda, 0xd9, 0xe1];

/** Markers that stand alone: TEM, RST0 to RST7, SOI, EOI. */
const alone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);

/** Starts of frames; the others in their range are tables and reserved. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @throws PictureFault for a file that is cut short: a decoder would fill it with grey */
export function readMarkers(bytes: Uint8Array): JpegFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: { width: number; height: number } | undefined;
  let [orientation, scans] = [1, 0];
  for (let at = 2; ; ) {
    at = nextMarker(bytes, at);
    const marker = bytes[at + 1] as number;
    at += 2;
    if (marker === endOfImage) break;
    if (alone(marker)) continue;
    if (at + 2 > bytes.length) throw new PictureFault('it is cut short');
    const length = view.getUint16(at);
    if (length < 2 || at + length > bytes.length) throw new PictureFault('it is cut short');
    if (isFrame(marker)) {
      if (size) throw new PictureFault('it has two frames');
      if (length < 8) throw new PictureFault('its frame is cut short');
      size = { height: view.getUint16(at + 3), width: view.getUint16(at + 5) };
    }
    if (marker === startOfScan) scans++;
    if (marker === app1 && length >= 8 && String.fromCharCode(...bytes.subarray(at + 2, at + 8)) === 'Exif\0\0') {
      orientation = orientationOf(new DataView(bytes.buffer, bytes.byteOffset + at + 8, length - 8));
    }
    at += length;
  }
  if (!size || scans === 0) throw new PictureFault('it has no picture');
  return { ...size, orientation, scans };
}

/** The place of the next 0xff that begins a marker; coded pixels are skipped, in which 0xff is followed by 0. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) throw new PictureFault('it is cut short');
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff) return at;
  }
}
