/**
 * Writes HDF5: superblock 2, object headers 2, links as messages, arrays of 32-bit floats (or whole numbers of 64) in one piece. HDF5 reads that
 * since 1.8 (2008).
 */

import { lookup3 } from './checksum.ts';
import { ATTRIBUTE, DATASPACE, DATATYPE, FILL_VALUE, GROUP_INFO, LAYOUT, LINK, LINK_INFO } from './messages.ts';
import { NOWHERE } from './reader.ts';

/** What a group has in it. */
export interface Hdf5Content {
  readonly attributes?: ReadonlyMap<string, string>;
  readonly groups?: ReadonlyMap<string, Hdf5Content>;
  readonly datasets?: ReadonlyMap<string, Hdf5Numbers>;
}

export interface Hdf5Numbers {
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

const SUPERBLOCK_BYTES = 48;

/** A part of the file, at an address that is a multiple of 8. */
interface Part {
  readonly at: number;
  readonly bytes: Uint8Array;
}

export function writeHdf5(root: Hdf5Content): Uint8Array {
  const parts: Part[] = [];
  let end = SUPERBLOCK_BYTES;
  const put = (bytes: Uint8Array): number => {
    const at = end;
    parts.push({ at, bytes });
    end = Math.ceil((at + bytes.length) / 8) * 8;
    return at;
  };
  const rootAt = putGroup(root, put);
  const file = new Uint8Array(end);
  file.set(superblock(rootAt, end));
  for (const { at, bytes } of parts) file.set(bytes, at);
  return file;
}

/** Numbers of the given widths, little-endian. */
function pack(...fields: readonly (readonly [width: 1 | 2 | 4 | 8, value: number | bigint])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) {
    for (let left = BigInt(value), i = 0; i < width; i++, left >>= 8n) bytes[at + i] = Number(left & 255n);
    at += width;
  }
  return bytes;
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const withChecksum = (bytes: Uint8Array) => join(bytes, pack([4, lookup3(bytes)]));

function superblock(root: number, end: number): Uint8Array {
  const signature = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a);
  const fields = pack([1, 2], [1, 8], [1, 8], [1, 0], [8, 0], [8, NOWHERE], [8, end], [8, root]);
  return withChecksum(join(signature, fields));
}

function message(type: number, body: Uint8Array): Uint8Array {
  return join(pack([1, type], [2, body.length], [1, 0]), body);
}

function header(messages: readonly Uint8Array[]): Uint8Array {
  const length = messages.reduce((sum, bytes) => sum + bytes.length, 0);
  return withChecksum(join(utf8('OHDR'), pack([1, 2], [1, 2], [4, length]), ...messages));
}

function putGroup(content: Hdf5Content, put: (bytes: Uint8Array) => number): number {
  const groups = [...(content.groups ?? [])].map(([name, group]) => link(name, putGroup(group, put)));
  const datasets = [...(content.datasets ?? [])].map(([name, numbers]) => link(name, putDataset(numbers, put)));
  const attributes = [...(content.attributes ?? [])].map(([name, text]) => attribute(name, text));
  const info = message(LINK_INFO, pack([1, 0], [1, 0], [8, NOWHERE], [8, NOWHERE]));
  return put(header([info, message(GROUP_INFO, pack([2, 0])), ...groups, ...datasets, ...attributes]));
}

function link(name: string, address: number): Uint8Array {
  const letters = utf8(name);
  // Of UTF-8 letters, with a length of 2 bytes.
  return message(LINK, join(pack([1, 1], [1, 0x11], [1, 1], [2, letters.length]), letters, pack([8, address])));
}

/** A text of fixed length, in UTF-8. */
function attribute(name: string, text: string): Uint8Array {
  const [letters, data] = [join(utf8(name), pack([1, 0])), join(utf8(text), pack([1, 0]))];
  const type = pack([1, 0x13], [1, 0x10], [2, 0], [4, data.length]);
  const space = pack([1, 2], [1, 0], [1, 0], [1, 0]);
  const sizes = pack([1, 3], [1, 0], [2, letters.length], [2, type.length], [2, space.length], [1, 1]);
  return message(ATTRIBUTE, join(sizes, letters, type, space, data));
}

const float32 = join(
  pack([1, 0x11], [1, 0x20], [1, 31], [1, 0], [4, 4]),
  pack([2, 0], [2, 32], [1, 23], [1, 8], [1, 0], [1, 23], [4, 127]),
);
const int64 = pack([1, 0x10], [1, 0x08], [1, 0], [1, 0], [4, 8], [2, 0], [2, 64]);

function littleEndian(data: Float32Array | BigInt64Array): Uint8Array {
  const bytes = new Uint8Array(data.byteLength);
  const view = new DataView(bytes.buffer);
  data.forEach((value: number | bigint, i: number) => {
    if (typeof value === 'number') view.setFloat32(i * 4, value, true);
    else view.setBigInt64(i * 8, value, true);
  });
  return bytes;
}

function putDataset({ shape, data }: Hdf5Numbers, put: (bytes: Uint8Array) => number): number {
  const at = put(littleEndian(data));
  const axes = shape.map((length) => [8, length] as const);
  const isScalar = shape.length === 0;
  const space = pack([1, 2], [1, shape.length], [1, 0], [1, isScalar ? 0 : 1], ...axes);
  const layout = pack([1, 3], [1, 1], [8, at], [8, data.byteLength]);
  return put(
    header([
      message(DATASPACE, space),
      message(DATATYPE, data instanceof Float32Array ? float32 : int64),
      message(FILL_VALUE, pack([1, 3], [1, 0x0a])), // space is taken late, and filled if there is a value to fill it by
      message(LAYOUT, layout),
    ]),
  );
}
