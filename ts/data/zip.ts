/**
 * ZIP archives. fflate unpacks; where an archive's files lie is read here, since fflate checks neither sums nor sizes,
 * and libraries that do take 0.4 ms a file, half a minute for 60,000 pictures.
 */

import { Inflate } from 'fflate';
import { FormatError } from '../errors.ts';
import { inflatedLimit, MAX_BYTES } from './gzip.ts';

/** A file in an archive. */
export interface ZipEntry {
  readonly path: string;
  /** @throws FormatError if it is damaged, locked or of a method that is not deflate */
  readonly read: () => Uint8Array;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** A ZIP file may end in a comment of so many bytes. */
const MOST_COMMENT = 0xffff;
/** Pushed at a time, so that what unpacks to more than it says is noticed soon. */
const PIECE = 2 ** 14;

interface Place {
  readonly path: string;
  readonly method: number;
  readonly locked: boolean;
  readonly crc: number;
  readonly size: number;
  readonly unpackedSize: number;
  readonly start: number;
}

/**
 * The files of an archive, folders left out.
 *
 * @param most the most bytes that they may be when unpacked. Default: 1 GiB
 * @throws FormatError if it is cut short or damaged, in several volumes, or would unpack to more
 */
export function readZip(bytes: Uint8Array, name: string, most = MAX_BYTES): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const places = readDirectory(bytes, view, name);
    const total = places.reduce((sum, { unpackedSize }) => sum + unpackedSize, 0);
    if (total > most) throw new FormatError(name, `at most ${most} bytes when unpacked`, `${total}`);
    return places
      .filter(({ path }) => !path.endsWith('/'))
      .map((place) => ({ path: place.path, read: () => unpack(bytes, view, place, `${name}/${place.path}`) }));
  } catch (error) {
    if (error instanceof RangeError) throw damaged(name, error); // of a place outside the file
    throw error;
  }
}

function damaged(name: string, cause?: unknown): FormatError {
  return new FormatError(name, 'a whole and sound ZIP archive', 'one that is cut short or damaged', { cause });
}

function readDirectory(bytes: Uint8Array, view: DataView, name: string): Place[] {
  let end = bytes.length - 22;
  const last = Math.max(end - MOST_COMMENT, 0);
  while (end >= last && view.getUint32(end, true) !== END) end--;
  if (end < last) throw damaged(name);
  const count = view.getUint16(end + 10, true);
  const directorySize = view.getUint32(end + 12, true);
  let place = view.getUint32(end + 16, true);
  if (count === 0xffff || place === 0xffffffff) {
    throw new FormatError(name, 'an archive of less than 65,535 files and 4 GiB', 'a larger one (ZIP64); unpack it');
  }
  // No sum covers the directory: what is said twice must agree.
  if (view.getUint16(end + 8, true) !== count || place + directorySize !== end) throw damaged(name);
  const places: Place[] = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint32(place, true) !== DIRECTORY) throw damaged(name);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) => view.getUint16(place + at, true));
    const path = nameAt(bytes, view, place + 46, place + 28);
    const start = view.getUint32(place + 42, true);
    if (view.getUint32(start, true) !== LOCAL || nameAt(bytes, view, start + 30, start + 26) !== path)
      throw damaged(name);
    places.push({
      path,
      locked: (view.getUint16(place + 8, true) & 1) === 1,
      method: view.getUint16(place + 10, true),
      crc: view.getUint32(place + 16, true),
      size: view.getUint32(place + 20, true),
      unpackedSize: view.getUint32(place + 24, true),
      start,
    });
    place += 46 + (nameLength as number) + (extraLength as number) + (commentLength as number);
  }
  return places;
}

function nameAt(bytes: Uint8Array, view: DataView, start: number, lengthAt: number): string {
  const name = bytes.subarray(start, start + view.getUint16(lengthAt, true));
  return new TextDecoder().decode(name).replaceAll('\\', '/');
}

function unpack(bytes: Uint8Array, view: DataView, place: Place, name: string): Uint8Array {
  const { method, locked, size, unpackedSize, start } = place;
  if (locked) throw new FormatError(name, 'a file without a password', 'one with a password');
  if (method !== 0 && method !== 8) throw new FormatError(name, 'a stored or deflated file', `method ${method}`);
  if (unpackedSize > inflatedLimit(size)) {
    throw new FormatError(name, `at most ${inflatedLimit(size)} bytes when unpacked`, `${unpackedSize}`);
  }
  const first = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (first + size > bytes.length) throw damaged(name);
  const packed = bytes.subarray(first, first + size);
  const unpacked = method === 0 ? packed : inflate(packed, unpackedSize, name);
  if (unpacked.length !== unpackedSize || crc32(unpacked) !== place.crc) throw damaged(name);
  return unpacked;
}

function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  const unpacked = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > size) throw damaged(name);
    unpacked.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    throw error instanceof FormatError ? error : damaged(name, error);
  }
  return unpacked.subarray(0, length);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The sum that ZIP keeps of each file (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[i] as number)) & 255] as number);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
