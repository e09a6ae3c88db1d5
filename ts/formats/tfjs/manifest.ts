/** The weights of a TensorFlow.js model: shards end to end, and in `weightsManifest` what lies where. */

import { elementTypes, readElements } from '../../data/numbers.ts';
import { ArgumentError, FormatError } from '../../errors.ts';
import { sizeOf } from '../../inputs/tensor.ts';
import type { WeightTensor } from '../../inputs.ts';
import { isRecord } from '../../json.ts';
import { checkName, checkNumber, checkText, describe } from '../../options.ts';

/** What is read of the files beside the model. */
type Beside = (name: string) => Promise<Uint8Array>;

/** How a number is stored, and what it is worth. */
interface Stored {
  readonly type: keyof typeof elementTypes;
  readonly scale: number;
  readonly min: number;
}

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly stored: Stored;
  readonly bytes: number;
}

/** The weights by their names, an optimizer's left out. @throws FormatError, ArgumentError */
export async function readWeights(
  manifest: unknown,
  beside: Beside,
  source: string,
): Promise<Map<string, WeightTensor>> {
  const weights = new Map<string, WeightTensor>();
  for (const [index, group] of list('weightsManifest', manifest).entries()) {
    const argument = `weightsManifest[${index}]`;
    const { paths, weights: entries } = record(argument, group);
    const names = list(`${argument}.paths`, paths).map((path) => checkText(`${argument}.paths`, path));
    if (new Set(names).size < names.length) throw new ArgumentError(`${argument}.paths`, 'each file once', 'one twice');
    const read = list(`${argument}.weights`, entries).map((entry, i) => readEntry(`${argument}.weights[${i}]`, entry));
    const shards: Uint8Array[] = [];
    for (const name of names) shards.push(await beside(name));
    const total = shards.reduce((sum, { length }) => sum + length, 0);
    const expected = read.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total !== expected) throw new FormatError(source, `${expected} bytes in ${names.join(', ')}`, `${total}`);
    let at = 0;
    for (const entry of read) {
      if (weights.has(entry.name)) throw new ArgumentError(argument, 'each name once', `'${entry.name}' twice`);
      weights.set(entry.name, { data: numbers(slice(shards, at, entry.bytes), entry, source), shape: entry.shape });
      at += entry.bytes;
    }
  }
  return weights;
}

function readEntry(argument: string, entry: unknown): Entry {
  const { name, shape, dtype, quantization } = record(argument, entry);
  checkName(`${argument}.dtype`, dtype, ['float32', 'int32']);
  const axes = list(`${argument}.shape`, shape);
  if (!axes.every((axis) => Number.isSafeInteger(axis) && (axis as number) >= 0)) {
    throw new ArgumentError(`${argument}.shape`, 'whole numbers', describe(shape));
  }
  const stored: Stored = quantization
    ? readQuantization(`${argument}.quantization`, quantization)
    : { type: dtype === 'int32' ? 'i4' : 'f4', scale: 1, min: 0 };
  const bytes = sizeOf(axes as number[]) * elementTypes[stored.type].size;
  return { name: checkText(`${argument}.name`, name), shape: axes as number[], stored, bytes };
}

/** Bytes and halves of them stand for numbers in even steps; half floats are what they are. */
function readQuantization(argument: string, quantization: unknown): Stored {
  const { dtype, scale, min } = record(argument, quantization);
  const name = checkName(`${argument}.dtype`, dtype, ['uint8', 'uint16', 'float16']);
  if (name === 'float16') return { type: 'f2', scale: 1, min: 0 };
  const number = (field: string, value: unknown) =>
    checkNumber(`${argument}.${field}`, value, 'a finite number', Number.isFinite);
  return { type: name === 'uint8' ? 'u1' : 'u2', scale: number('scale', scale), min: number('min', min) };
}

function numbers(bytes: Uint8Array, { name, shape, stored }: Entry, source: string): Float32Array {
  const { type, scale, min } = stored;
  const layout = { type, littleEndian: true, fortranOrder: false, shape };
  const read = readElements(bytes, layout, `${source}: ${name}`);
  if (read instanceof Float32Array) return read;
  return Float32Array.from(read, (value) => value * scale + min);
}

/** A part of what lies in shards end to end; a copy where it crosses from one to the next. */
function slice(shards: readonly Uint8Array[], start: number, length: number): Uint8Array {
  let first = start;
  for (const [i, shard] of shards.entries()) {
    if (first + length <= shard.length) return shard.subarray(first, first + length);
    if (first < shard.length) return joined(shards.slice(i), first, length);
    first -= shard.length;
  }
  return new Uint8Array();
}

function joined(shards: readonly Uint8Array[], start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let filled = 0;
  let first = start;
  for (const shard of shards) {
    const part = shard.subarray(first, first + length - filled);
    bytes.set(part, filled);
    filled += part.length;
    first = 0;
  }
  return bytes;
}

export function list(argument: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ArgumentError(argument, 'an array', describe(value));
}

export function record(argument: string, value: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw new ArgumentError(argument, 'an object', describe(value));
}
