/** gzip, through the web's own DecompressionStream. */

import { FormatError } from '../errors.ts';
import { gather } from './gather.ts';

/** The most bytes that any file may have once decompressed: 1 GiB, twenty times MNIST. */
export const MAX_BYTES = 2 ** 30;

/** Header and trailer, with nothing between. */
const SMALLEST = 18;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Decompresses a gzip file of one member.
 *
 * @param name What error messages call the file.
 * @param limit The most bytes that may come out.
 * @throws FormatError if the file is cut short or corrupted (gzip carries a CRC-32), something follows it, or more than
 *   `limit` bytes come out.
 */
export async function gunzip(bytes: Uint8Array, name: string, limit = MAX_BYTES): Promise<Uint8Array> {
  if (bytes.length < SMALLEST) throw new FormatError(name, 'a whole gzip file', `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = view.getUint32(bytes.length - 4, true); // of what comes out, modulo 2^32
  if (stated > limit) throw new FormatError(name, `at most ${limit} bytes after decompression`, `${stated} bytes`);

  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // Whatever goes wrong in the stream is also thrown to its reader, below.
  void Promise.allSettled([writer.write(bytes as Uint8Array<ArrayBuffer>), writer.close()]);
  const wrongLength = () => new FormatError(name, `${stated} bytes after decompression, as its end says`, 'more');
  let result: Uint8Array;
  try {
    // What the file states may be a lie: room for more than 16 times its own size is made only when it is needed.
    result = await gather(readable, Math.min(stated, 16 * bytes.length), stated, wrongLength);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError(name, 'a whole and sound gzip file', (error as Error).message, { cause: error });
  }
  if (result.length !== stated) {
    throw new FormatError(name, `${stated} bytes after decompression, as its end says`, `${result.length}`);
  }
  return result;
}
