/** IDX, the format of MNIST: two zero bytes, an element type, a rank, the lengths (big-endian), the elements. */

import { FormatError } from '../errors.ts';
import { fileBytes } from '../inputs.ts';
import type { Tensor } from '../tensor.ts';
import { gunzip, isGzip } from './gzip.ts';
import { describeStart, type ElementName, readElements } from './numbers.ts';

const TYPES = new Map<number, ElementName>([
  [0x08, 'u1'],
  [0x09, 'i1'],
  [0x0b, 'i2'],
  [0x0c, 'i4'],
  [0x0d, 'f4'],
  [0x0e, 'f8'],
]);

/**
 * Reads an IDX file, plain or compressed with gzip.
 *
 * @param bytes The whole file, in any view or buffer.
 * @param name What error messages call the file.
 * @param rank How many dimensions the array must have; any number of them by default.
 * @returns The numbers in row-major order; bytes share the memory of a plain file's `bytes`.
 * @throws DtypeError if `bytes` is something else; FormatError if the file is cut short or too long, has a wrong magic number or another rank, or would be more
 *   than 1 GiB when decompressed.
 * @example
 * ```js
 * import { parseIdx } from 'inkgrad';
 *
 * const bytes = new Uint8Array([0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1]); // a vector of three bytes
 * console.log(await parseIdx(bytes)); // prints { data: Uint8Array(3) [ 7, 2, 1 ], shape: [ 3 ] }
 * ```
 */
export async function parseIdx(bytes: ArrayBufferView | ArrayBufferLike, name = 'idx', rank?: number): Promise<Tensor> {
  const file = fileBytes(name, bytes, 'the bytes of the file');
  const plain = isGzip(file) ? await gunzip(file, name) : file;
  const [zero0, zero1, code = 0, axes = 0] = plain;
  const type = TYPES.get(code);
  if (plain.length < 4 || zero0 !== 0 || zero1 !== 0 || type === undefined) {
    const types = Array.from(TYPES.keys(), (key) => `0${key.toString(16)}`).join(', ');
    throw new FormatError(name, `an IDX file, which begins 00 00 and a type of ${types}`, describeStart(plain));
  }
  if (rank !== undefined && axes !== rank) {
    throw new FormatError(name, `an array of ${rank} dimension${rank === 1 ? '' : 's'}`, `${axes}`);
  }
  const headerLength = 4 + 4 * axes;
  if (plain.length < headerLength) {
    throw new FormatError(name, `a header of ${headerLength} bytes`, `${plain.length} bytes`);
  }
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const data = readElements(
    plain.subarray(headerLength),
    { type, shape, littleEndian: false, fortranOrder: false },
    name,
  );
  return { data, shape };
}
