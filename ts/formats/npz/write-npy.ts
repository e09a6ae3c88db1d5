import type { WeightTensor } from '../../inputs.ts';

/** What comes before the header: \x93NUMPY, version 1.0, the header's length. */
const PREAMBLE = 10;
/** Data are to begin at a multiple of it. */
const ALIGNMENT = 64;

/** NumPy's `.npy` format 1.0 of 32-bit floats, little-endian and in C order. */
export function writeNpy({ data, shape }: WeightTensor): Uint8Array {
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${axes}), }`;
  const start = Math.ceil((PREAMBLE + header.length + 1) / ALIGNMENT) * ALIGNMENT;
  const text = `\x93NUMPY\x01\x00\x00\x00${header.padEnd(start - PREAMBLE - 1)}\n`;
  const bytes = new Uint8Array(start + data.byteLength);
  bytes.set(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  new DataView(bytes.buffer).setUint16(8, start - PREAMBLE, true);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), start);
  return bytes;
}
