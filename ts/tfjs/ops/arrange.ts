/** What moves numbers about. */

import { OptionError, ShapeError } from '../../errors.ts';
import { checkLengths, formatShape, sizeOf } from '../../inputs/tensor.ts';
import { checkInteger } from '../../options.ts';
import { allocate, axisOf, convert, picked, stridesOf, type Values, widest } from '../values.ts';

/** The same numbers in another shape, of which one axis may be -1. @throws ShapeError */
export function reshape(values: Values, shape: readonly number[]): Values {
  const { data, dtype } = values;
  const known = shape.filter((length) => length !== -1);
  const rest = data.length / sizeOf(known);
  const lengths = shape.map((length) => (length === -1 ? rest : length));
  const fits = shape.length - known.length <= 1 && lengths.every((length) => Number.isInteger(length) && length >= 0);
  if (!fits || sizeOf(lengths) !== data.length) {
    throw new ShapeError('shape', `a shape of ${data.length} numbers`, formatShape(shape));
  }
  return { data, shape: lengths, dtype };
}

/** @param perm default: the axes from last to first */
export function transpose(values: Values, perm?: readonly number[] | null): Values {
  const { shape } = values;
  const order = perm?.map((axis) => axisOf('perm', axis, shape.length)) ?? [...shape.keys()].reverse();
  if (order.length !== shape.length || new Set(order).size !== order.length) {
    throw new ShapeError('perm', `each of ${shape.length} axes once`, formatShape(order));
  }
  const strides = stridesOf(shape);
  return picked(
    values,
    order.map((axis) => shape[axis] as number),
    order.map((axis) => strides[axis] as number),
  );
}

/** @param size for each axis, -1 or nothing for what is left */
export function slice(values: Values, begin: number | readonly number[], size?: number | readonly number[]): Values {
  const { shape } = values;
  const firsts = typeof begin === 'number' ? [begin] : begin;
  const sizes = typeof size === 'number' ? [size] : (size ?? []);
  if (firsts.length > shape.length) {
    throw new ShapeError('begin', `at most ${shape.length} axes`, formatShape(firsts));
  }
  const lengths = shape.map((length, axis) => {
    const first = checkInteger(`begin[${axis}]`, firsts[axis] ?? 0, 0, length);
    const wanted = sizes[axis] ?? -1;
    return wanted === -1 ? length - first : checkInteger(`size[${axis}]`, wanted, 0, length - first);
  });
  const strides = stridesOf(shape);
  const start = strides.reduce((sum, stride, axis) => sum + stride * (firsts[axis] ?? 0), 0);
  return picked(values, lengths, strides, start);
}

/** @throws ShapeError, OptionError */
export function concat(parts: readonly Values[], axis: number): Values {
  const [first] = parts;
  if (!first) throw new OptionError('tensors', 'at least one tensor', 'none');
  const along = axisOf('axis', axis, first.shape.length);
  for (const { shape } of parts) {
    const alike = shape.length === first.shape.length && shape.every((n, i) => i === along || n === first.shape[i]);
    if (!alike)
      throw new ShapeError('tensors', `as ${formatShape(first.shape)} but on axis ${along}`, formatShape(shape));
  }
  const length = parts.reduce((sum, { shape }) => sum + (shape[along] as number), 0);
  const shape = first.shape.map((n, i) => (i === along ? length : n));
  const dtype = widest(...parts.map((part) => part.dtype));
  const data = allocate(dtype, sizeOf(shape));
  const outer = sizeOf(shape.slice(0, along));
  let filled = 0;
  for (let row = 0; row < outer; row++) {
    for (const part of parts) {
      const width = part.data.length / outer;
      data.set(convert(part, dtype).data.subarray(row * width, (row + 1) * width), filled);
      filled += width;
    }
  }
  return { data, shape, dtype };
}

export function expandDims(values: Values, axis: number): Values {
  const shape = [...values.shape];
  shape.splice(axisOf('axis', axis, shape.length + 1), 0, 1);
  return { ...values, shape };
}

/** Without axes of length 1: all, or the given ones. @throws ShapeError */
export function squeeze(values: Values, axis?: readonly number[] | null): Values {
  const { shape } = values;
  const axes = axis?.map((one) => axisOf('axis', one, shape.length)) ?? [...shape.keys()].filter((i) => shape[i] === 1);
  const long = axes.find((one) => shape[one] !== 1);
  if (long !== undefined) throw new ShapeError('axis', 'axes of length 1', `axis ${long} of ${formatShape(shape)}`);
  return { ...values, shape: shape.filter((_, i) => !axes.includes(i)) };
}

export function stack(parts: readonly Values[], axis: number): Values {
  const alike = parts.find(({ shape }) => formatShape(shape) !== formatShape(parts[0]?.shape ?? []));
  if (alike) throw new ShapeError('tensors', `shape ${formatShape(parts[0]?.shape ?? [])}`, formatShape(alike.shape));
  return concat(
    parts.map((part) => expandDims(part, axis)),
    axis,
  );
}

/** Rows of an axis by their numbers. @throws OptionError */
export function gather(values: Values, indices: Values, axis: number): Values {
  const { shape, dtype, data } = values;
  const along = axisOf('axis', axis, shape.length);
  const length = shape[along] as number;
  const width = sizeOf(shape.slice(along + 1));
  const outer = sizeOf(shape.slice(0, along));
  const rows = Array.from(indices.data, (index, i) => checkInteger(`indices[${i}]`, index, 0, length - 1));
  const gathered = allocate(dtype, outer * rows.length * width);
  let filled = 0;
  for (let block = 0; block < outer; block++) {
    for (const row of rows) {
      const first = (block * length + row) * width;
      gathered.set(data.subarray(first, first + width), filled);
      filled += width;
    }
  }
  return { data: gathered, shape: [...shape.slice(0, along), ...indices.shape, ...shape.slice(along + 1)], dtype };
}

/** Parts along an axis: so many equal ones, or ones of these lengths. @throws ShapeError */
export function split(values: Values, parts: number | readonly number[], axis: number): Values[] {
  const { shape } = values;
  const along = axisOf('axis', axis, shape.length);
  const length = shape[along] as number;
  const sizes = typeof parts === 'number' ? new Array<number>(parts).fill(length / parts) : parts;
  if (sizes.some((size) => !Number.isInteger(size)) || sizes.reduce((sum, size) => sum + size, 0) !== length) {
    throw new ShapeError('numOrSizeSplits', `parts of ${length} in all`, String(parts));
  }
  let first = 0;
  return sizes.map((size) => {
    const begin = shape.map((_, i) => (i === along ? first : 0));
    first += size;
    return slice(
      values,
      begin,
      shape.map((_, i) => (i === along ? size : -1)),
    );
  });
}

export function tile(values: Values, reps: readonly number[]): Values {
  return checkLengths('reps', reps).reduce<Values>(
    (tiled, times, axis) => concat(new Array<Values>(times).fill(tiled), axis),
    values,
  );
}

export function pad(values: Values, paddings: readonly (readonly [number, number])[], value: number): Values {
  const { dtype } = values;
  return paddings.reduce<Values>((padded, ends, axis) => {
    const edge = (length: number): Values => {
      const shape = padded.shape.map((n, i) => (i === axis ? length : n));
      return { data: allocate(dtype, sizeOf(shape)).fill(value), shape, dtype };
    };
    return concat([edge(ends[0]), padded, edge(ends[1])], axis);
  }, values);
}

/** With the order along some axes turned round. */
export function reverse(values: Values, axes: readonly number[]): Values {
  const { shape } = values;
  const strides = stridesOf(shape);
  const first = axes.reduce((sum, axis) => sum + (strides[axis] as number) * ((shape[axis] as number) - 1), 0);
  const turned = strides.map((stride, axis) => (axes.includes(axis) ? -stride : stride));
  return picked(values, shape, turned, first);
}

/** Rows with one number at their own index: `[...shape, depth]`. */
export function oneHot(indices: Values, depth: number, on: number, off: number, dtype: Values['dtype']): Values {
  checkInteger('depth', depth, 2, 2 ** 24);
  const data = allocate(dtype, indices.data.length * depth).fill(off);
  indices.data.forEach((index: number, row: number) => {
    if (index >= 0 && index < depth) data[row * depth + index] = on;
  });
  return { data, shape: [...indices.shape, depth], dtype };
}
