import { FormatError } from '../../errors.ts';

/** What HDF5 has for an address where there is nothing. */
export const NOWHERE = 2n ** 64n - 1n;

/** A layer takes some 500 fields to read, in 2 kB or more; no file may have more read than this. */
const FEWEST_FIELDS = 300_000;
const MOST_FIELDS = 2_000_000;
const LONGEST_NAME = 1024;

/**
 * The bytes of a file, of which only what is there can be read, and only so often: files that lead in circles, or to the
 * same place again and again, come to an end.
 */
export class Reader {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly #view: DataView;
  /** What may still be read of structures, in fields, and of numbers, in bytes. */
  #fields: number;
  #numbers: number;

  constructor(bytes: Uint8Array, source: string) {
    this.bytes = bytes;
    this.source = source;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#fields = Math.min(FEWEST_FIELDS + bytes.length, MOST_FIELDS);
    this.#numbers = bytes.length;
  }

  /** @throws FormatError */
  fail(expected: string, received: string): never {
    throw new FormatError(this.source, expected, received);
  }

  /** @throws FormatError */
  damaged(what: string, at: number): never {
    return this.fail(`an HDF5 file with ${what} at byte ${at}`, 'other bytes: it is damaged or cut short');
  }

  /** That so many bytes are there. */
  check(at: number, length: number): void {
    if (--this.#fields < 0) this.#endless();
    if (!(at >= 0 && length >= 0 && at + length <= this.bytes.length)) this.damaged(`${length} bytes`, at);
  }

  u8(at: number): number {
    this.check(at, 1);
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    this.check(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.check(at, 4);
    return this.#view.getUint32(at, true);
  }

  /** A number of 1, 2, 4 or 8 bytes. */
  whole(at: number, width: number): number {
    if (width === 1) return this.u8(at);
    if (width === 2) return this.u16(at);
    return width === 4 ? this.u32(at) : this.length(at);
  }

  /** A length or an address of 8 bytes; those that no file has are more than any file's length. */
  length(at: number): number {
    return Number(this.#u64(at));
  }

  /** An address; undefined if there is nothing. */
  address(at: number): number | undefined {
    const address = this.#u64(at);
    return address === NOWHERE ? undefined : Number(address);
  }

  #u64(at: number): bigint {
    this.check(at, 8);
    return this.#view.getBigUint64(at, true);
  }

  #endless(): never {
    return this.fail(
      'an HDF5 file whose parts stand for themselves',
      'one that leads to the same parts again and again',
    );
  }

  /** Bytes of a structure. */
  slice(at: number, length: number): Uint8Array {
    this.check(at, length);
    this.#fields -= Math.ceil(length / 16);
    return this.bytes.subarray(at, at + length);
  }

  /** Bytes of an array; all of them together are no more than the file has. */
  numbers(at: number, length: number): Uint8Array {
    this.check(at, length);
    this.#numbers -= length;
    if (this.#numbers < 0) this.#endless();
    return this.bytes.subarray(at, at + length);
  }

  text(at: number, length: number): string {
    return new TextDecoder().decode(this.slice(at, length));
  }

  /** A name up to a zero, `most` bytes at the most. */
  name(at: number, most: number): string {
    const bytes = this.slice(at, Math.min(most, LONGEST_NAME));
    const end = bytes.indexOf(0);
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  }

  /** Four letters that begin a structure. */
  signature(at: number, letters: string): void {
    const found = [0, 1, 2, 3].every((i) => this.u8(at + i) === letters.charCodeAt(i));
    if (!found) this.damaged(`'${letters}'`, at);
  }
}
