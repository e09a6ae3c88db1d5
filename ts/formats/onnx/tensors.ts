/** The numbers of tensors, wherever and however they lie. */

import { ArgumentError } from '../../errors.ts';
import { formatShape, sizeOf } from '../../inputs/tensor.ts';
import { type OnnxTensor, unpackWholes } from './proto.ts';

/** Numbers with the lengths of their axes, row-major. */
export interface Values {
  readonly dims: readonly number[];
  readonly data: Float32Array | Float64Array;
}

/** Files that hold numbers of a model besides its own, by the names that it has for them. */
export type External = ReadonlyMap<string, Uint8Array>;

type Read = (view: DataView, at: number) => number;

/** Types of elements by ONNX's numbers for them: bytes of each, and how it is read. */
const types: ReadonlyMap<number, readonly [bytes: number, read: Read]> = new Map<number, readonly [number, Read]>([
  [1, [4, (view, at) => view.getFloat32(at, true)]],
  [2, [1, (view, at) => view.getUint8(at)]],
  [3, [1, (view, at) => view.getInt8(at)]],
  [6, [4, (view, at) => view.getInt32(at, true)]],
  [7, [8, (view, at) => Number(view.getBigInt64(at, true))]],
  [9, [1, (view, at) => view.getUint8(at)]],
  [11, [8, (view, at) => view.getFloat64(at, true)]],
]);

const FLOAT = 1;
const DOUBLE = 11;

/**
 * Reads a tensor.
 * @param swap a matrix with its axes swapped; at once, as there may be no memory for one more
 * @throws ArgumentError
 */
export function valuesOf(name: string, tensor: OnnxTensor, external: External, swap = false): Values {
  const argument = `tensor '${name}'`;
  const { dims, type } = tensor;
  const known = types.get(type);
  if (!known) throw new ArgumentError(argument, 'numbers of 32 or 64 bits', `ONNX's type ${type}`);
  if (!dims.every((length) => Number.isSafeInteger(length) && length >= 0)) {
    throw new ArgumentError(argument, 'axes of at least 0', formatShape(dims));
  }
  const [bytes, read] = known;
  const count = sizeOf(dims);
  const raw = tensor.external ? externalBytes(argument, tensor.external, external) : tensor.raw;
  const there = raw ? raw.length / bytes : typedCount(tensor);
  if (there !== count) {
    throw new ArgumentError(argument, `${count} numbers, as its shape ${formatShape(dims)} asks`, `${there}`);
  }
  const data = type === FLOAT ? new Float32Array(count) : new Float64Array(count);
  if (raw) {
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    const [rows = 1, columns = 1] = dims;
    for (let i = 0; i < count; i++) {
      const at = swap ? (i % columns) * rows + Math.floor(i / columns) : i;
      data[at] = read(view, i * bytes);
    }
    return { dims: swap ? [columns, rows] : dims, data };
  }
  fillTyped(data, tensor);
  return swap ? swapped({ dims, data }) : { dims, data };
}

/** A matrix with its axes swapped. */
export function swapped({ dims, data }: Values): Values {
  const [rows = 1, columns = 1] = dims;
  const result = data.slice();
  for (let i = 0; i < data.length; i++) result[(i % columns) * rows + Math.floor(i / columns)] = data[i] as number;
  return { dims: [columns, rows], data: result };
}

const isFloating = (type: number) => type === FLOAT || type === DOUBLE;

/** Numbers in the fields for them; a number of varying length ends with the first byte below 128. */
function typedCount({ typed, type }: OnnxTensor): number {
  return typed.reduce<number>((sum, value) => {
    if (typeof value === 'number') return sum + 1;
    if (isFloating(type)) return sum + value.length / (type === FLOAT ? 4 : 8);
    return sum + value.reduce((count, byte) => count + Number(byte < 128), 0);
  }, 0);
}

function fillTyped(data: Float32Array | Float64Array, { typed, type }: OnnxTensor): void {
  let at = 0;
  for (const value of typed) {
    if (typeof value === 'number') data[at++] = value;
    else if (isFloating(type)) {
      const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
      const bytes = type === FLOAT ? 4 : 8;
      for (let i = 0; i < value.length; i += bytes) {
        data[at++] = type === FLOAT ? view.getFloat32(i, true) : view.getFloat64(i, true);
      }
    } else for (const whole of unpackWholes(value)) data[at++] = whole;
  }
}

function externalBytes(argument: string, entries: ReadonlyMap<string, string>, external: External): Uint8Array {
  const file = external.get(entries.get('location') ?? '') ?? new Uint8Array(0);
  const offset = Number(entries.get('offset') ?? 0);
  const length = Number(entries.get('length') ?? file.length - offset);
  if (![offset, length].every((value) => Number.isSafeInteger(value) && value >= 0) || offset + length > file.length) {
    throw new ArgumentError(argument, `a place in the ${file.length} bytes of its file`, `${length} at ${offset}`);
  }
  return file.subarray(offset, offset + length);
}
