/** gzip and zlib, through the web's own DecompressionStream. */

import { FormatError } from '../errors.ts';
import { gather } from './gather.ts';

/** The most bytes that any file may have once decompressed: 1 GiB, twenty times MNIST. */
export const MAX_BYTES = 2 ** 30;

/** Digits, of which most is blank paper, compress to a fifth to a thirtieth; more than this is no data set. */
const MOST_RATIO = 200;
/** Below this nobody minds the ratio. */
const HARMLESS = 2 ** 25;

/** The most bytes that so many compressed ones may become. */
export function inflatedLimit(compressed: number): number {
  return Math.min(Math.max(MOST_RATIO * compressed, HARMLESS), MAX_BYTES);
}

/** Header and trailer, with nothing between. */
const SMALLEST = 18;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Decompresses a gzip file of one member.
 *
 * @param name What error messages call the file.
 * @param limit The most bytes that may come out. Default: 200 times the file's own size (at least 32 MiB, at most 1 GiB),
 *   as no more can be images.
 * @throws FormatError if the file is cut short or corrupted (gzip carries a CRC-32), something follows it, or more than
 *   `limit` bytes come out.
 */
export async function gunzip(
  bytes: Uint8Array,
  name: string,
  limit = inflatedLimit(bytes.length),
): Promise<Uint8Array> {
  if (bytes.length < SMALLEST) throw new FormatError(name, 'a whole gzip file', `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = view.getUint32(bytes.length - 4, true); // of what comes out, modulo 2^32
  if (stated > limit) throw new FormatError(name, `at most ${limit} bytes after decompression`, `${stated} bytes`);

  const wrongLength = () => new FormatError(name, `${stated} bytes after decompression, as its end says`, 'more');
  // What the file states may be a lie: room for more than 16 times its own size is made only when it is needed.
  const result = await inflate('gzip', bytes, name, Math.min(stated, 16 * bytes.length), stated, wrongLength);
  if (result.length !== stated) {
    throw new FormatError(name, `${stated} bytes after decompression, as its end says`, `${result.length}`);
  }
  return result;
}

/**
 * Decompresses zlib's form of deflate, as in MATLAB's files.
 *
 * @throws FormatError if it is cut short, corrupted (zlib carries an Adler-32) or followed by something, or becomes more
 *   than 200 times its size, see `gunzip`
 */
export async function unzlib(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const limit = inflatedLimit(bytes.length);
  const tooLong = () => new FormatError(name, `at most ${limit} bytes after decompression`, 'more');
  return inflate('deflate', bytes, name, 4 * bytes.length, limit, tooLong);
}

async function inflate(
  format: 'gzip' | 'deflate',
  bytes: Uint8Array,
  name: string,
  guess: number,
  limit: number,
  tooLong: () => Error,
): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream(format);
  const writer = writable.getWriter();
  // Whatever goes wrong in the stream is also thrown to its reader, below.
  void Promise.allSettled([writer.write(bytes as Uint8Array<ArrayBuffer>), writer.close()]);
  try {
    return await gather(readable, guess, limit, tooLong);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    const kind = format === 'gzip' ? 'gzip file' : 'zlib stream';
    throw new FormatError(name, `a whole and sound ${kind}`, (error as Error).message, { cause: error });
  }
}
