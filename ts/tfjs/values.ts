/** Numbers with a shape and a type, as TensorFlow.js's tensors hold them: row-major. */

import { DtypeError, ShapeError } from '../errors.ts';
import { checkLengths, formatShape, sizeOf, toTensor } from '../inputs/tensor.ts';
import { checkInteger, describe } from '../options.ts';

/** 'string' and 'complex64' are no types here. */
export type DataType = 'float32' | 'int32' | 'bool';

/** Typed arrays by the name of their numbers. */
export interface DataTypeMap {
  /** 32-bit floats. */
  float32: Float32Array;
  /** 32-bit whole numbers. */
  int32: Int32Array;
  /** Bytes, 0 or 1. */
  bool: Uint8Array;
}

export interface Values {
  readonly data: Float32Array | Int32Array | Uint8Array;
  readonly shape: readonly number[];
  readonly dtype: DataType;
}

const makers = { float32: Float32Array, int32: Int32Array, bool: Uint8Array } as const;

export function allocate(dtype: DataType, size: number): Values['data'] {
  return new makers[dtype](size);
}

/** Numbers of a computation, in 64 bits, as a type holds them: `bool` keeps whether they are not 0. */
export function made(shape: readonly number[], dtype: DataType, at: (index: number) => number): Values {
  const data = allocate(dtype, sizeOf(shape));
  for (let i = 0; i < data.length; i++) data[i] = at(i);
  return { data, shape, dtype };
}

/** @throws DtypeError */
export function checkDtype(argument: string, dtype: unknown): DataType {
  if (dtype === 'float32' || dtype === 'int32' || dtype === 'bool') return dtype;
  throw new DtypeError(argument, "'float32', 'int32' or 'bool'", describe(dtype));
}

/** The type that holds what both hold. */
export function widest(...types: readonly DataType[]): DataType {
  return types.includes('float32') ? 'float32' : types.includes('int32') ? 'int32' : 'bool';
}

/** The values in another type; shared if they have it. */
export function convert(values: Values, dtype: DataType): Values {
  if (values.dtype === dtype) return values;
  const { data, shape } = values;
  return made(shape, dtype, dtype === 'bool' ? (i) => Number(data[i] !== 0) : (i) => data[i] as number);
}

/**
 * Values from what people write: a number, a boolean, a typed array or nested arrays.
 * @param dtype default: 'bool' of booleans, 'int32' of integer arrays, else 'float32'
 * @param shape default: as the arrays are nested
 * @throws DtypeError, ShapeError
 */
export function toValues(argument: string, value: unknown, dtype?: DataType, shape?: readonly number[]): Values {
  const type = dtype === undefined ? typeOf(value) : checkDtype('dtype', dtype);
  const single = typeof value === 'number' || typeof value === 'boolean';
  const given = single ? { data: [Number(value)], shape: [] } : toTensor(argument, value);
  const axes = shape === undefined ? given.shape : checkLengths('shape', shape);
  const size = sizeOf(axes);
  const nested = given.shape.length > 1 && formatShape(given.shape) !== formatShape(axes);
  if (given.data.length !== size || nested) {
    const expected = `values of shape ${formatShape(axes)}, which is ${size} numbers`;
    throw new ShapeError(argument, expected, formatShape(given.shape));
  }
  return { data: store(given.data, type), shape: axes, dtype: type };
}

/** An array of the right kind is kept, as TensorFlow.js keeps it. */
function store(data: ArrayLike<number>, dtype: DataType): Values['data'] {
  if (data instanceof makers[dtype] && dtype !== 'bool') return data as Values['data'];
  return made([data.length], dtype, dtype === 'bool' ? (i) => Number(data[i] !== 0) : (i) => data[i] as number).data;
}

function typeOf(value: unknown): DataType {
  let first = value;
  while (Array.isArray(first)) first = first[0];
  if (typeof first === 'boolean') return 'bool';
  return /^(Int|Uint)/.test(ArrayBuffer.isView(first) ? first.constructor.name : '') ? 'int32' : 'float32';
}

/** Numbers between the neighbours along each axis. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis] as number;
  }
  return strides;
}

/** An axis from 0; negative ones count from the end. @throws OptionError */
export function axisOf(argument: string, axis: unknown, rank: number): number {
  const checked = checkInteger(argument, axis, -rank, Math.max(rank - 1, 0));
  return checked < 0 ? checked + rank : checked;
}

/** Axes in their order; all of them unless some are named. @throws OptionError */
export function axesOf(axis: number | readonly number[] | null | undefined, rank: number): number[] {
  if (axis === undefined || axis === null) return Array.from({ length: rank }, (_, i) => i);
  const named = typeof axis === 'number' ? [axis] : axis;
  return [...new Set(named.map((one) => axisOf('axis', one, rank)))].sort((a, b) => a - b);
}

/** For each number of a result, in order, where in some data it comes from. */
function eachOffset(shape: readonly number[], strides: readonly number[], visit: (offset: number) => void): void {
  const rank = shape.length;
  const index = new Array<number>(rank).fill(0);
  let offset = 0;
  for (let left = sizeOf(shape); left > 0; left--) {
    visit(offset);
    for (let axis = rank - 1; axis >= 0; axis--) {
      offset += strides[axis] as number;
      index[axis] = (index[axis] as number) + 1;
      if ((index[axis] as number) < (shape[axis] as number)) break;
      offset -= (strides[axis] as number) * (shape[axis] as number);
      index[axis] = 0;
    }
  }
}

/** Values whose numbers are some of another's. */
export function picked(from: Values, shape: readonly number[], strides: readonly number[], first = 0): Values {
  const data = allocate(from.dtype, sizeOf(shape));
  let filled = 0;
  eachOffset(shape, strides, (offset) => {
    data[filled++] = from.data[first + offset] as number;
  });
  return { data, shape, dtype: from.dtype };
}
