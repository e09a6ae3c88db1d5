/** Picture files as grey values, in Node: decoders of our own and WASM, each loaded when it is needed. */

import { FormatError } from '../errors.ts';
import { checkSize, decoded, type Picture } from './picture.ts';

export { readPictureFile } from './file.ts';

interface Format {
  /** What its files begin with, a letter a byte. */
  readonly begins: (start: string) => boolean;
  readonly name: string;
  readonly load: () => Promise<(bytes: Uint8Array) => Picture | Promise<Picture>>;
}

const formats: readonly Format[] = [
  {
    name: 'PNG',
    begins: (start) => start.startsWith('\x89PNG\r\n\x1a\n'),
    load: async () => (await import('./png.ts')).decodePng,
  },
  {
    name: 'JPEG',
    begins: (start) => start.startsWith('\xff\xd8\xff'),
    load: async () => (await import('./jpeg.ts')).decodeJpeg,
  },
  {
    name: 'WebP',
    begins: (start) => /^RIFF....WEBP/s.test(start),
    load: async () => (await import('./webp.ts')).decodeWebp,
  },
  { name: 'GIF', begins: (start) => /^GIF8[79]a/.test(start), load: async () => (await import('./gif.ts')).decodeGif },
  {
    name: 'BMP',
    begins: (start) => start.startsWith('BM') && start.slice(15, 18) === '\0\0\0',
    load: async () => (await import('./bmp.ts')).decodeBmp,
  },
];

/** What files begin with that are often taken for pictures that can be read. */
const others: readonly (readonly [start: RegExp, kind: string])[] = [
  [/^%PDF/, 'a PDF document'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF image'],
  [/^....ftyp(?:hei|mif|avi)/s, 'a HEIC or AVIF image'],
  [/^\s*<(?:\?xml|svg)/, 'an SVG image or other XML'],
  [/^PK/, 'a ZIP archive'],
];

/** Whether the bytes begin as a picture does that `decodePicture` reads. */
export function isPicture(bytes: Uint8Array): boolean {
  return formatOf(bytes) !== undefined;
}

/** Whether a file without a head of its own is, by its name and its length, a square of grey pixels. */
export function isRawPicture({ length }: Uint8Array, name: string): boolean {
  return /\.(?:raw|gr[ae]y|bin)$/i.test(name) && length > 0 && Number.isInteger(Math.sqrt(length));
}

/**
 * Reads a PNG, JPEG, WebP, GIF or BMP image by what is in it, not by its name; and raw bytes, a pixel each, as a square.
 * Light that lies on transparent ground is laid on black, all else on white; photos stand upright.
 *
 * @param name for the messages of errors
 * @throws FormatError also for more than 25 megapixels or 16,384 pixels a side
 */
export async function decodePicture(bytes: Uint8Array, name: string): Promise<Picture> {
  const format = formatOf(bytes);
  if (format) return decoded(name, format.name, async () => (await format.load())(bytes));
  const start = startOf(bytes);
  const other = others.find(([pattern]) => pattern.test(start))?.[1];
  if (other === undefined && isRawPicture(bytes, name)) {
    const side = Math.sqrt(bytes.length);
    await decoded(name, 'raw', () => checkSize(side, side));
    return { width: side, height: side, data: bytes.slice() };
  }
  const expected = 'a PNG, JPEG, WebP, GIF or BMP image (or, named .raw, the bytes of a square grey one)';
  throw new FormatError(name, expected, other ?? (bytes.length === 0 ? 'an empty file' : 'something else'));
}

function formatOf(bytes: Uint8Array): Format | undefined {
  const start = startOf(bytes);
  return formats.find(({ begins }) => begins(start));
}

/** The first bytes, a letter each. */
function startOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 32));
}
