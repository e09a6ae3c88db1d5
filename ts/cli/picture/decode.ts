/** Image files as grey values. */

import { convertIndexedToRgb, type DecodedPng, decode as decodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import type { GreyImage } from '../../data/resample.ts';
import { FormatError } from '../../errors.ts';
import { orient, orientationOf } from './orientation.ts';

/** A bomb of a file would unpack to more than this, and so does no photo. */
const mostPixels = 100e6;

/** What files begin with that are often taken for images that can be read. */
const others: readonly (readonly [start: RegExp, kind: string])[] = [
  [/^%PDF/, 'a PDF document'],
  [/^GIF8/, 'a GIF image'],
  [/^RIFF....WEBP/s, 'a WebP image'],
  [/^BM/, 'a BMP image'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF image'],
  [/^....ftyp(?:hei|mif|avi)/s, 'a HEIC or AVIF image'],
  [/^\s*<(?:\?xml|svg)/, 'an SVG image or other XML'],
  [/^PK/, 'a ZIP archive'],
];

/**
 * Reads a PNG or JPEG image by what is in it, not by its name; and raw bytes, a pixel each, as a square.
 * @param name for the messages of errors
 * @returns values from 0 (black) to 255 (white)
 * @throws FormatError
 */
export function decodeImage(bytes: Uint8Array, name: string): GreyImage {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return readPng(bytes, name);
  if (start.startsWith('\xff\xd8\xff')) return readJpeg(bytes, name);
  const other = others.find(([pattern]) => pattern.test(start))?.[1];
  const side = Math.sqrt(bytes.length);
  if (other === undefined && /\.(?:raw|gr[ae]y|bin)$/i.test(name) && Number.isInteger(side) && side > 0) {
    return { width: side, height: side, data: Float32Array.from(bytes) };
  }
  const expected = 'a PNG or JPEG image (or, named .raw, the bytes of a square grey one)';
  throw new FormatError(name, expected, other ?? (bytes.length === 0 ? 'an empty file' : 'something else'));
}

function readPng(bytes: Uint8Array, name: string): GreyImage {
  const png = decoded(name, 'PNG', () => {
    const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    checkSize(header.getUint32(16), header.getUint32(20)); // before the pixels are unpacked
    const image = decodePng(bytes, { checkCrc: true });
    // With a chunk missing at the end, the rows that are not there would be black.
    if (!Buffer.from(bytes).includes('IEND')) throw new Error('it is cut short');
    return image;
  });
  const { width, height } = png;
  const { data, channels, most } = decoded(name, 'PNG', () => samplesOf(png));
  return { width, height, data: toGrey(data, channels, most, width * height) };
}

/** Samples of whole bytes or words, with the value that means white. */
function samplesOf(png: DecodedPng): { data: ArrayLike<number>; channels: number; most: number } {
  const { width, height, depth, channels, palette } = png;
  if (palette) return { data: convertIndexedToRgb(png), channels: palette[0]?.length ?? 3, most: 255 };
  if (depth >= 8) return { data: png.data, channels, most: 2 ** depth - 1 };
  // Several grey samples a byte; each row begins with a byte of its own.
  const rowBytes = Math.ceil((width * depth) / 8);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = png.data[y * rowBytes + ((x * depth) >> 3)] ?? 0;
      data[y * width + x] = (byte >> (8 - depth - ((x * depth) & 7))) & (2 ** depth - 1);
    }
  }
  return { data, channels: 1, most: 2 ** depth - 1 };
}

function readJpeg(bytes: Uint8Array, name: string): GreyImage {
  return decoded(name, 'JPEG', () => {
    const image = jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: mostPixels / 1e6,
      maxMemoryUsageInMB: 2048,
    });
    // The decoder takes bytes that are missing as zeros. Behind the last scan there is the end's marker, or no end.
    const file = Buffer.from(bytes);
    if (file.lastIndexOf('\xff\xd9', undefined, 'latin1') < file.lastIndexOf('\xff\xda', undefined, 'latin1')) {
      throw new Error('it is cut short');
    }
    const { width, height } = image;
    checkSize(width, height);
    const grey = { width, height, data: toGrey(image.data, 3, 255, width * height) };
    const { exifBuffer } = image as { exifBuffer?: Uint8Array };
    return orient(grey, exifBuffer ? orientationOf(exifBuffer) : 1);
  });
}

/** What a decoder gives; whatever it throws is about the file. */
function decoded<Image>(name: string, kind: string, decode: () => Image): Image {
  try {
    return decode();
  } catch (error) {
    const reason = (error as Error).message.replace(/\.$/, '');
    throw new FormatError(name, `a whole ${kind} image`, `one that cannot be read: ${reason}`, { cause: error });
  }
}

function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new Error('it has no pixels');
  if (width * height > mostPixels) throw new Error(`${width} x ${height} pixels are too many`);
}

/**
 * Luminance (ITU-R BT.601), laid on white paper where it is transparent; on black if all that shows is light.
 * @param data grey, grey and alpha, RGB or RGBA
 */
function toGrey(data: ArrayLike<number>, channels: number, most: number, pixels: number): Float32Array {
  const grey = new Float32Array(pixels);
  const colours = channels < 3 ? 1 : 3;
  const alphas = channels > colours ? new Float32Array(pixels) : undefined;
  for (let i = 0; i < pixels; i++) {
    const first = i * channels;
    const red = data[first] as number;
    const [green, blue] = colours === 1 ? [red, red] : [data[first + 1] as number, data[first + 2] as number];
    grey[i] = ((0.299 * red + 0.587 * green + 0.114 * blue) / most) * 255;
    if (alphas) alphas[i] = (data[i * channels + colours] as number) / most;
  }
  if (!alphas) return grey;
  const light = grey.every((value, i) => (alphas[i] as number) < 0.5 || value > 200);
  const opaque = alphas.every((alpha) => alpha >= 0.5);
  const paper = light && !opaque ? 0 : 255;
  return grey.map((value, i) => value * (alphas[i] as number) + paper * (1 - (alphas[i] as number)));
}
