/** ZIP archives of several files in one. */

import { type Zippable, zipSync } from 'fflate';

/** What an archive ends in, without its comment. */
const END_BYTES = 22;
/** The length of a comment has 16 bits. */
const MOST_COMMENT = 0xffff;

/**
 * An archive of files, in their order; not packed, since weights hardly become smaller.
 * @param comment what programs that unpack it leave aside; none is written if it is longer than 65,535 bytes
 */
export function writeZip(files: Iterable<readonly [path: string, bytes: Uint8Array]>, comment = ''): Uint8Array {
  // The earliest time there is, so that the same contents are the same bytes.
  const options = { level: 0, mtime: new Date(1980, 0, 1) } as const;
  const entries = Array.from(files, ([path, bytes]) => [path, [bytes, options]] as const);
  return withComment(zipSync(Object.fromEntries(entries) as Zippable), new TextEncoder().encode(comment));
}

function withComment(archive: Uint8Array, comment: Uint8Array): Uint8Array {
  if (comment.length === 0 || comment.length > MOST_COMMENT) return archive;
  const bytes = new Uint8Array(archive.length + comment.length);
  bytes.set(archive);
  new DataView(bytes.buffer).setUint16(archive.length - 2, comment.length, true);
  bytes.set(comment, archive.length);
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
