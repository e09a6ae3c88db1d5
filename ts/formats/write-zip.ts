/** ZIP archives of several files in one. */

import { Zip, ZipPassThrough } from 'fflate';

/** What an archive ends in, without its comment. */
const END_BYTES = 22;
/** The length of a comment has 16 bits. */
const MOST_COMMENT = 0xffff;

/**
 * An archive of files, in their order; not packed, since weights hardly become smaller.
 * @param comment what programs that unpack it leave aside; none is written if it is longer than 65,535 bytes
 */
export function writeZip(files: Iterable<readonly [path: string, bytes: Uint8Array]>, comment = ''): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_error, piece) => pieces.push(piece));
  for (const [path, bytes] of files) {
    const file = new ZipPassThrough(path);
    file.mtime = new Date(1980, 0, 1); // the earliest there is, so that the same contents are the same bytes
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return withComment(pieces, new TextEncoder().encode(comment));
}

function withComment(pieces: readonly Uint8Array[], comment: Uint8Array): Uint8Array {
  const taken = comment.length > MOST_COMMENT ? new Uint8Array() : comment;
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(size + taken.length);
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.length;
  }
  new DataView(bytes.buffer).setUint16(size - 2, taken.length, true);
  bytes.set(taken, size);
  return bytes;
}

/** The comment of an archive that was found to be one. */
export function commentOf(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let end = bytes.length - END_BYTES; end >= Math.max(0, bytes.length - END_BYTES - MOST_COMMENT); end--) {
    if (view.getUint32(end, true) === 0x06054b50 && view.getUint16(end + 20, true) === bytes.length - end - END_BYTES) {
      return new TextDecoder().decode(bytes.subarray(end + END_BYTES));
    }
  }
  return '';
}
