/** What bytes are, by how they begin: for telling data apart, and for saying what came instead. */

import { describeStart } from './numbers.ts';

/** Kinds of data that can be loaded. */
export type DataKind = 'gzip' | 'zip' | 'idx' | 'npy' | 'mat' | 'parquet' | 'picture' | 'csv';

/** Of files that cannot be loaded, in words, with the way out where there is one. */
const others: readonly (readonly [start: RegExp, what: string])[] = [
  [/^\s*(?:<!doctype html|<html)/i, 'an HTML page, perhaps of an error, saved under the name of the data'],
  [/^\s*<(?:\?xml|svg)/, 'XML'],
  [/^\x89HDF/, 'an HDF5 file; inkgrad reads NumPy and MATLAB level 5: numpy.savez(...), or save(..., "-v7") in MATLAB'],
  [
    /^\x80[␂-␅]|^\(?[dlc](?:p\d|__builtin__|numpy)|^c[a-z_]+\n/,
    'a pickle, which is a program and is never run; where it is trusted, convert it: ' +
      "python -c \"import pickle, numpy; numpy.savez('digits.npz', **pickle.load(open('FILE', 'rb')))\"",
  ],
  [/^%PDF/, 'a PDF document'],
  [/^[{[]/, 'JSON'],
  [/^Rar!/, 'a RAR archive; unpack it'],
  [/^7z\xbc\xaf/, 'a 7z archive; unpack it'],
  [/^BZh/, 'a bzip2 file; unpack it'],
  [/^\xfd7zXZ/, 'an xz file; unpack it'],
  [/^.{257}ustar/s, 'a tar archive; unpack it'],
  [/^ARROW1|^\xff{4}.{3}␀/s, 'an Arrow file; write Parquet'],
  [/^SQLite format/, 'an SQLite database'],
  [/^version https:\/\/git-lfs/, 'a Git LFS pointer; fetch the file itself: git lfs pull'],
];

const pictures = /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM.{4}␀{4}|RIFF.{4}WEBP|II\*␀|MM␀\*)/s;

/** Of a text in UTF-8 or Latin-1. */
const text = /^(?:\xef\xbb\xbf)?[\t\n\r\x20-\x7e\x80-\xff]+$/;

/** The first bytes, one character each; control characters by their pictures, as ␀ for 0. */
function startOf(bytes: Uint8Array): string {
  const shown = (byte: number) => (byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte) ? 0x2400 + byte : byte);
  return String.fromCharCode(...Array.from(bytes.subarray(0, 264), shown));
}

/** What it is, if it can be loaded; a text that might be CSV is called so. */
export function kindOf(bytes: Uint8Array): DataKind | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  const [zero0, zero1, type = 0, axes = 0] = bytes;
  if (zero0 === 0 && zero1 === 0 && type >= 8 && type <= 14 && type !== 10 && axes >= 1 && axes <= 8) return 'idx';
  const start = startOf(bytes);
  if (/^PK(?:␃␄|␅␆)/.test(start)) return 'zip';
  if (/^\x93NUMPY/.test(start)) return 'npy';
  if (/^MATLAB 5\.0/.test(start)) return 'mat';
  if (/^PAR1/.test(start)) return 'parquet';
  if (pictures.test(start)) return 'picture';
  if (others.some(([pattern]) => pattern.test(start))) return undefined;
  return text.test(start) ? 'csv' : undefined;
}

const words: Readonly<Record<DataKind, string>> = {
  gzip: 'a gzip file',
  zip: 'a ZIP archive',
  npy: 'a .npy file',
  mat: 'a MATLAB file',
  parquet: 'a Parquet file',
  picture: 'a picture',
  idx: 'an IDX file',
  csv: 'text',
};

/** For the "got ..." of an error message. */
export function describeBytes(bytes: Uint8Array): string {
  const start = startOf(bytes);
  const other = others.find(([pattern]) => pattern.test(start))?.[1];
  const kind = kindOf(bytes);
  return other ?? (kind === undefined ? describeStart(bytes) : words[kind]);
}
