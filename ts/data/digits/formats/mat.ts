/** MATLAB's MAT-files of level 5 (versions 5 to 7.2), as The MathWorks' "MAT-File Format" describes them. */

import { FormatError } from '../../../errors.ts';
import type { Tensor } from '../../../tensor.ts';
import { unzlib } from '../../gzip.ts';
import { type ElementName, elementTypes, readElements } from '../../numbers.ts';
import type { NamedArray } from '../arrays.ts';
import { pickParts } from '../arrays.ts';
import type { RawDigits, Reading } from '../raw.ts';

/** Element types of numbers, by their codes. */
const numberTypes = new Map<number, ElementName>([
  [1, 'i1'],
  [2, 'u1'],
  [3, 'i2'],
  [4, 'u2'],
  [5, 'i4'],
  [6, 'u4'],
  [7, 'f4'],
  [9, 'f8'],
  [12, 'i8'],
  [13, 'u8'],
]);
const MATRIX = 14;
const COMPRESSED = 15;

/** Classes of arrays: struct, char, and from double to uint64. Others (cells, objects, sparse ones) hold no images. */
const STRUCT = 2;
const CHAR = 4;
const isNumeric = (arrayClass: number) => arrayClass >= 6 && arrayClass <= 15;

/** Structs in structs, and axes, at most. */
const MOST_DEPTH = 4;
const MOST_AXES = 8;

/** @throws FormatError if it is cut short or damaged, or of version 7.3 */
export async function readMat(bytes: Uint8Array, name: string, { labels, turn }: Reading): Promise<RawDigits> {
  const arrays: NamedArray[] = [];
  for await (const array of readArrays(bytes, name)) {
    arrays.push(array);
    await turn();
  }
  const parts = pickParts(arrays, name, labels, true);
  const flat = arrays.some(
    ({ name: array, tensor }) => parts.train.images.name.endsWith(`: ${array}`) && tensor.shape.length < 3,
  );
  return { what: `MATLAB arrays (${name})`, order: flat ? 'perhaps columns' : 'rows', ...parts };
}

/** All arrays of numbers and of characters, those in structs as `struct.field`. */
export async function* readArrays(bytes: Uint8Array, name: string): AsyncGenerator<NamedArray> {
  const mark = String.fromCharCode(...bytes.subarray(126, 128));
  if (mark !== 'IM' && mark !== 'MI') throw new FormatError(name, 'a MATLAB file of level 5', 'one without its mark');
  const little = mark === 'IM';
  const file = new Elements(bytes.subarray(128), little, name);
  while (!file.atEnd) {
    const { type, data } = file.next(COMPRESSED);
    if (type === MATRIX) yield* arraysIn(data, '', little, name, 0);
    if (type !== COMPRESSED) continue;
    const inner = new Elements(await unzlib(data, name), little, name).next(MATRIX);
    if (inner.type === MATRIX) yield* arraysIn(inner.data, '', little, name, 0);
  }
}

/** The elements that follow each other in some bytes. */
class Elements {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #little: boolean;
  readonly #name: string;
  #place = 0;

  constructor(bytes: Uint8Array, little: boolean, name: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = little;
    this.#name = name;
  }

  get atEnd(): boolean {
    return this.#place >= this.#bytes.length;
  }

  /** @param unpadded the type whose elements are followed by the next one at once, and not at a multiple of 8 bytes */
  next(unpadded?: number): { type: number; data: Uint8Array } {
    const start = this.#place;
    if (start + 8 > this.#bytes.length) throw cutShort(this.#name);
    const first = this.#view.getUint32(start, this.#little);
    if (first >>> 16 !== 0) {
      // Up to four bytes lie in the tag itself.
      const length = first >>> 16;
      if (length > 4) throw new FormatError(this.#name, 'small elements of at most 4 bytes', `${length}`);
      this.#place = start + 8;
      return { type: first & 0xffff, data: this.#bytes.subarray(start + 4, start + 4 + length) };
    }
    const length = this.#view.getUint32(start + 4, this.#little);
    const end = start + 8 + length;
    if (end > this.#bytes.length) throw cutShort(this.#name);
    this.#place = first === unpadded ? end : start + 8 + Math.ceil(length / 8) * 8;
    return { type: first, data: this.#bytes.subarray(start + 8, end) };
  }

  number(data: Uint8Array, index: number): number {
    if (4 * index + 4 > data.length) throw cutShort(this.#name);
    return new DataView(data.buffer, data.byteOffset).getInt32(4 * index, this.#little);
  }

  text(): string {
    return String.fromCharCode(...this.next().data.subarray(0, 256));
  }
}

function cutShort(name: string): FormatError {
  return new FormatError(name, 'a whole MATLAB file', 'one that is cut short or damaged');
}

function* arraysIn(
  matrix: Uint8Array,
  field: string,
  little: boolean,
  name: string,
  depth: number,
): Generator<NamedArray> {
  if (matrix.length === 0) return; // an empty cell or field
  const elements = new Elements(matrix, little, name);
  const flags = elements.number(elements.next().data, 0);
  const dimensions = elements.next().data;
  const axes = dimensions.length / 4;
  if (axes > MOST_AXES) throw new FormatError(name, `at most ${MOST_AXES} axes`, `${axes}`);
  const shape = Array.from({ length: axes }, (_, axis) => elements.number(dimensions, axis));
  if (shape.some((length) => length < 0)) throw cutShort(name);
  const own = elements.text();
  const path = field || own;
  const arrayClass = flags & 0xff;
  if (arrayClass === STRUCT) {
    if (depth === MOST_DEPTH || shape.some((length) => length !== 1)) return;
    yield* fieldsOf(elements, path, little, name, depth);
  } else if (arrayClass === CHAR || isNumeric(arrayClass)) {
    const { type, data } = elements.next();
    const tensor = numbersOf(type, data, shape, little, `${name}: ${path}`);
    if (arrayClass !== CHAR) yield { name: path, tensor };
    else if (shape.length === 2) yield { name: path, tensor: rowsOfText(tensor) };
  }
}

function* fieldsOf(
  elements: Elements,
  path: string,
  little: boolean,
  name: string,
  depth: number,
): Generator<NamedArray> {
  const nameLength = elements.number(elements.next().data, 0);
  const names = elements.next().data;
  if (nameLength < 1) throw cutShort(name);
  for (let start = 0; start + nameLength <= names.length; start += nameLength) {
    const [fieldName] = String.fromCharCode(...names.subarray(start, start + nameLength)).split('\0');
    const { type, data } = elements.next();
    if (type === MATRIX) yield* arraysIn(data, `${path}.${fieldName}`, little, name, depth + 1);
  }
}

function numbersOf(
  type: number,
  bytes: Uint8Array,
  shape: readonly number[],
  littleEndian: boolean,
  name: string,
): Tensor {
  // Characters in UTF-8 or UTF-16 are read as numbers too.
  const element = numberTypes.get(type === 16 ? 2 : type === 17 ? 4 : type);
  if (element === undefined) throw new FormatError(name, 'numbers', `elements of type ${type}`);
  // Whole numbers are stored in as few bytes as they need, whatever the array's class.
  const data = readElements(bytes, { type: element, shape, littleEndian, fortranOrder: true }, name);
  if (data.length * elementTypes[element].size !== bytes.length) throw cutShort(name);
  return { data, shape };
}

/** A label a row: MATLAB's arrays of characters. */
function rowsOfText({ data, shape }: Tensor): { data: string[]; shape: number[] } {
  const [rows = 0, columns = 0] = shape;
  const texts = Array.from({ length: rows }, (_, row) => {
    return String.fromCharCode(...data.subarray(row * columns, (row + 1) * columns)).trim();
  });
  return { data: texts, shape: [rows] };
}
