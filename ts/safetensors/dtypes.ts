/** The numbers that safetensors files hold. */

import { elementTypes, readElements } from '../data/numbers.ts';
import type { NumericArray } from '../tensor.ts';

/** A number's type, in the format's own words. */
export type SafetensorsDtype =
  | 'F64'
  | 'F32'
  | 'F16'
  | 'BF16'
  | 'F8_E4M3'
  | 'F8_E5M2'
  | 'I64'
  | 'I32'
  | 'I16'
  | 'I8'
  | 'U64'
  | 'U32'
  | 'U16'
  | 'U8'
  | 'BOOL';

interface Dtype {
  /** Bytes of one. */
  readonly size: number;
  /** @throws FormatError for a 64-bit integer that no double holds */
  readonly read: (bytes: Uint8Array, count: number, name: string) => NumericArray;
}

/** Types that files of NumPy have too. */
function shared(type: keyof typeof elementTypes): Dtype {
  const read = (bytes: Uint8Array, count: number, name: string) =>
    readElements(bytes, { type, littleEndian: true, fortranOrder: false, shape: [count] }, name);
  return { size: elementTypes[type].size, read };
}

/** Types as they lie in memory: bytes that are copied are aligned, wherever they were. */
const copied = (array: Float32ArrayConstructor | Float64ArrayConstructor | Uint8ArrayConstructor): Dtype => ({
  size: array.BYTES_PER_ELEMENT,
  read: (bytes) => new array(new Uint8Array(bytes).buffer),
});

/** The upper half of a 32-bit float. */
const bfloat16: Dtype = {
  size: 2,
  read: (bytes, count) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const bits = new Uint32Array(count);
    for (let i = 0; i < count; i++) bits[i] = view.getUint16(2 * i, true) << 16;
    return new Float32Array(bits.buffer);
  },
};

/** A byte for each number, of which there are 256. */
function float8(magnitude: (bits: number) => number): Dtype {
  const numberOf = (byte: number) => (byte < 128 ? 1 : -1) * magnitude(byte & 127);
  const table = Float32Array.from({ length: 256 }, (_, byte) => numberOf(byte));
  return { size: 1, read: (bytes) => Float32Array.from(bytes, (byte) => table[byte] as number) };
}

/** Four bits of exponent, three of fraction, no infinities (Micikevicius et al., 2022). */
const e4m3 = float8((bits) => {
  if (bits === 0x7f) return Number.NaN;
  const [exponent, fraction] = [bits >> 3, bits & 7];
  return exponent === 0 ? fraction * 2 ** -9 : (8 + fraction) * 2 ** (exponent - 10);
});

/** Five bits of exponent, two of fraction: the upper half of a 16-bit float. */
const e5m2 = float8((bits) => {
  const [exponent, fraction] = [bits >> 2, bits & 3];
  if (exponent === 31) return fraction === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? fraction * 2 ** -16 : (4 + fraction) * 2 ** (exponent - 17);
});

export const dtypes: Readonly<Record<SafetensorsDtype, Dtype>> = {
  F64: copied(Float64Array),
  F32: copied(Float32Array),
  F16: shared('f2'),
  BF16: bfloat16,
  F8_E4M3: e4m3,
  F8_E5M2: e5m2,
  I64: shared('i8'),
  I32: shared('i4'),
  I16: shared('i2'),
  I8: shared('i1'),
  U64: shared('u8'),
  U32: shared('u4'),
  U16: shared('u2'),
  U8: copied(Uint8Array),
  BOOL: copied(Uint8Array),
};
