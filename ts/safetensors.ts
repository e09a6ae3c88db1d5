/**
 * The safetensors format, read strictly (https://github.com/huggingface/safetensors#format): eight bytes with the
 * header's length (little-endian), the header as JSON, then the tensors' bytes end to end.
 */

import { FormatError } from './errors.ts';
import { isRecord, parseJson } from './json.ts';
import { describe, quoted } from './options.ts';
import { dtypes, type SafetensorsDtype } from './safetensors/dtypes.ts';
import type { Tensor } from './tensor.ts';

/** A tensor of a file: its numbers, row-major, and what they were there. */
export interface SafetensorsTensor extends Tensor {
  /**
   * Floats of 16 and 8 bits come as 32-bit floats, 64-bit integers as doubles, BOOL as bytes 0 and 1, all others as they
   * are.
   */
  readonly dtype: SafetensorsDtype;
}

/** What a file holds. */
export interface Safetensors {
  /** By name, in the order of the file. */
  readonly tensors: ReadonlyMap<string, SafetensorsTensor>;
  /** Texts, by names of which nothing is prescribed. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** What is written. */
export interface SafetensorsContents {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: ReadonlyMap<string, string>;
}

const LENGTH_BYTES = 8;
/** No model of ours comes near; a length beyond it is a damaged one. */
const MOST_HEADER_BYTES = 10_000_000;
const FLOAT_BYTES = 4;
const METADATA = '__metadata__';

/** Writes tensors as 32-bit floats, in the order given, 8-byte aligned as the format asks. */
export function writeSafetensors({ tensors, metadata }: SafetensorsContents): Uint8Array {
  const header: [string, unknown][] = [[METADATA, Object.fromEntries(metadata)]];
  let end = 0;
  for (const [name, { data, shape }] of tensors) {
    const begin = end;
    end += FLOAT_BYTES * data.length;
    header.push([name, { dtype: 'F32', shape, data_offsets: [begin, end] }]);
  }
  const json = JSON.stringify(Object.fromEntries(header));
  const text = new TextEncoder().encode(json);
  const padded = Math.ceil(text.length / LENGTH_BYTES) * LENGTH_BYTES;
  const bytes = new Uint8Array(LENGTH_BYTES + padded + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(padded), true);
  bytes.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + padded);
  bytes.set(text, LENGTH_BYTES);
  const floats = new Float32Array(bytes.buffer, LENGTH_BYTES + padded);
  let filled = 0;
  for (const { data } of tensors.values()) {
    floats.set(data, filled);
    filled += data.length;
  }
  return bytes;
}

/**
 * Reads a file; the tensors are copies.
 * @param source the file's path or name, for the messages of errors
 * @throws FormatError also for 64-bit integers beyond ±(2^53 - 1), and for complex numbers and those of less than a byte
 */
export function readSafetensors(bytes: Uint8Array, source: string): Safetensors {
  const header = readHeader(bytes, source);
  const start = LENGTH_BYTES + headerLength(bytes, source);
  const entries = [...header]
    .filter(([name]) => name !== METADATA)
    .map(([name, entry]) => readEntry(name, entry, source));
  checkCover(entries, bytes.length - start, source);
  const tensors = entries.map(({ name, dtype, shape, begin, end }): [string, SafetensorsTensor] => {
    const { size, read } = dtypes[dtype];
    const data = read(bytes.subarray(start + begin, start + end), (end - begin) / size, `${source}: tensor '${name}'`);
    return [name, { data, shape, dtype }];
  });
  return { tensors: new Map(tensors), metadata: readMetadata(header.get(METADATA), source) };
}

function headerLength(bytes: Uint8Array, source: string): number {
  if (bytes.length < LENGTH_BYTES) {
    throw new FormatError(source, 'the 8 bytes of a header length', `${bytes.length} bytes`);
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > MOST_HEADER_BYTES) {
    throw new FormatError(source, `a header of at most ${MOST_HEADER_BYTES} bytes`, `a length of ${length}`);
  }
  if (LENGTH_BYTES + Number(length) > bytes.length) {
    throw new FormatError(
      source,
      `a header of ${length} bytes`,
      `${bytes.length - LENGTH_BYTES}: the file is cut short`,
    );
  }
  return Number(length);
}

/** The header's entries; a Map, so that no name has a meaning to JavaScript. */
function readHeader(bytes: Uint8Array, source: string): Map<string, unknown> {
  const text = bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + headerLength(bytes, source));
  if (text[0] !== '{'.charCodeAt(0)) {
    throw new FormatError(source, "a header that starts with '{'", text.length === 0 ? 'none' : `byte ${text[0]}`);
  }
  return new Map(Object.entries(parseJson(text, source, 'a header') as object));
}

interface Entry {
  readonly name: string;
  readonly dtype: SafetensorsDtype;
  readonly shape: number[];
  readonly begin: number;
  readonly end: number;
}

function readEntry(name: string, entry: unknown, source: string): Entry {
  const fail = (expected: string, received: unknown): never => {
    throw new FormatError(`${source}: tensor '${name}'`, expected, excerpt(received));
  };
  if (!isRecord(entry)) return fail('an object', entry);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (Object.keys(entry).sort().join() !== 'data_offsets,dtype,shape') {
    fail('the fields dtype, shape and data_offsets', Object.keys(entry));
  }
  if (!isDtype(dtype)) return fail(`dtype ${quoted(Object.keys(dtypes))}`, dtype);
  if (!isNaturals(shape)) return fail('a shape of whole numbers', shape);
  if (!isNaturals(offsets) || offsets.length !== 2) return fail('data_offsets [begin, end]', offsets);
  const [begin, end] = offsets as [number, number];
  const size = shape.reduce((product, length) => product * length, dtypes[dtype].size);
  // A product beyond 2^53 is no longer exact, but then it is no file's length either.
  if (end - begin !== size)
    fail(`data_offsets ${size} bytes apart, as the shape ${JSON.stringify(shape)} asks`, offsets);
  return { name, dtype, shape, begin, end };
}

/** The tensors must fill the rest of the file, without a hole and without an overlap. */
function checkCover(entries: readonly Entry[], length: number, source: string): void {
  let covered = 0;
  for (const { name, begin, end } of [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== covered) {
      throw new FormatError(
        `${source}: tensor '${name}'`,
        `to begin at ${covered}, where the one before ends`,
        `${begin}`,
      );
    }
    covered = end;
  }
  if (covered !== length) {
    throw new FormatError(source, `${covered} bytes after the header, as it says`, `${length}`);
  }
}

function readMetadata(metadata: unknown, source: string): Map<string, string> {
  if (metadata === undefined) return new Map();
  if (!isRecord(metadata) || !Object.values(metadata).every((value) => typeof value === 'string')) {
    throw new FormatError(`${source}: ${METADATA}`, 'an object of texts', excerpt(metadata));
  }
  return new Map(Object.entries(metadata as Record<string, string>));
}

/** A value from a file as it may stand in a message. */
function excerpt(value: unknown): string {
  try {
    const text = String(JSON.stringify(value));
    return text.length > 100 ? `${text.slice(0, 97)}...` : text;
  } catch {
    return describe(value); // nested too deep to be written out
  }
}

function isDtype(value: unknown): value is SafetensorsDtype {
  return typeof value === 'string' && Object.hasOwn(dtypes, value);
}

function isNaturals(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}
