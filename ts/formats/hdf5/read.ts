/** Groups, and arrays of floats in them. */

import { isHdf5 } from '../detect.ts';
import { attributesOf } from './attributes.ts';
import { linksOf } from './links.ts';
import { DATASPACE, DATATYPE, FILTERS, LAYOUT, type Message, messagesOf } from './messages.ts';
import { Reader } from './reader.ts';
import { countOf, type ElementType, readShape, readType } from './types.ts';

export interface Hdf5Group {
  /** Texts that are attached to it. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** Names of what is in it. */
  readonly names: readonly string[];
  /** The group in it, by names with slashes between them; undefined if there is none. @throws FormatError */
  group(path: string): Hdf5Group | undefined;
  /** The array in it. @throws FormatError */
  dataset(path: string): Hdf5Dataset | undefined;
}

export interface Hdf5Dataset {
  readonly shape: readonly number[];
  /** A copy, row-major. @throws FormatError if it does not hold floats */
  read(): Float32Array;
  /** The one whole number that it holds, of at least 0; undefined for anything else. @throws FormatError */
  readWhole(): number | undefined;
}

/** Keras's paths have some five names. */
const DEEPEST = 64;

/**
 * The root group.
 * @param source the file's path or name, for the messages of errors
 * @throws FormatError
 */
export function readHdf5(bytes: Uint8Array, source: string): Hdf5Group {
  const file = new Reader(bytes, source);
  if (!isHdf5(bytes)) file.damaged('the signature of HDF5', 0);
  return openGroup(file, messagesOf(file, rootOf(file)));
}

/** The address of the root group's header. */
function rootOf(file: Reader): number {
  const version = file.u8(8);
  if (version > 3) file.fail('an HDF5 file whose superblock has version 0 to 3', `version ${version}`);
  const isOld = version < 2;
  const sizes = isOld ? 13 : 9;
  if (file.u8(sizes) !== 8 || file.u8(sizes + 1) !== 8) {
    file.fail('an HDF5 file with addresses of 8 bytes', `${file.u8(sizes)} bytes`);
  }
  const addresses = isOld ? 24 + (version === 1 ? 4 : 0) : 12;
  if (file.length(addresses) !== 0) file.fail('an HDF5 file that begins with itself', 'one behind other data');
  const end = file.length(addresses + 16);
  if (end > file.bytes.length) {
    file.fail(`${end} bytes, as the file says`, `${file.bytes.length}: it is cut short`);
  }
  return isOld ? file.length(addresses + 40) : file.length(addresses + 24);
}

function openGroup(file: Reader, messages: readonly Message[]): Hdf5Group {
  const links = linksOf(file, messages);
  let attributes: ReadonlyMap<string, readonly string[]> | undefined;
  const open = (path: string): readonly Message[] | undefined => {
    const names = path.split('/').filter((part) => part !== '');
    let inside: readonly Message[] | undefined;
    for (const name of names.length > DEEPEST ? [] : names) {
      const address = (inside ? linksOf(file, inside) : links).get(name);
      if (address === undefined) return undefined;
      inside = messagesOf(file, address);
    }
    return inside;
  };
  return {
    names: [...links.keys()],
    get attributes() {
      attributes ??= attributesOf(file, messages);
      return attributes;
    },
    group: (path) => {
      const found = open(path);
      return found && !isDataset(found) ? openGroup(file, found) : undefined;
    },
    dataset: (path) => {
      const found = open(path);
      return found && isDataset(found) ? openDataset(file, path, found) : undefined;
    },
  };
}

function isDataset(messages: readonly Message[]): boolean {
  return messages.some(({ type }) => type === LAYOUT);
}

function openDataset(file: Reader, path: string, messages: readonly Message[]): Hdf5Dataset {
  const find = (type: number) => messages.find((message) => message.type === type);
  const [space, type, layout] = [find(DATASPACE), find(DATATYPE), find(LAYOUT)];
  if (!space || !type || !layout) return file.fail(`'${path}' with a shape, a type and a place`, 'one without');
  const shape = readShape(file, space.at) ?? [0];
  return {
    shape,
    read: () => {
      if (find(FILTERS)) file.fail(`'${path}' as Keras writes it`, 'a compressed array');
      const element = readType(file, type.at);
      if (element.kind !== 'float') return file.fail(`'${path}' of floats`, 'other elements');
      const count = countOf(shape);
      return toFloats(placeOf(file, path, layout, count * element.size), element, count);
    },
    readWhole: () => {
      const element = readType(file, type.at);
      if (element.kind !== 'integer' || countOf(shape) !== 1 || find(FILTERS)) return undefined;
      const { buffer, byteOffset } = placeOf(file, path, layout, element.size);
      const view = new DataView(buffer, byteOffset, element.size);
      const { littleEndian } = element;
      const value = element.size === 4 ? view.getInt32(0, littleEndian) : Number(view.getBigInt64(0, littleEndian));
      return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
    },
  };
}

/** The bytes of an array. */
function placeOf(file: Reader, path: string, { at }: Message, length: number): Uint8Array {
  const version = file.u8(at);
  const layout = file.u8(at + 1);
  if (version !== 3 && version !== 4) file.fail(`'${path}' with a layout of version 3 or 4`, `version ${version}`);
  if (layout === 0) {
    if (file.u16(at + 2) < length) file.damaged(`'${path}'`, at);
    return file.numbers(at + 4, length);
  }
  if (layout !== 1) return file.fail(`'${path}' in one piece, as Keras writes it`, 'an array in chunks');
  const address = file.address(at + 2);
  if (length === 0) return new Uint8Array(0);
  if (address === undefined) return file.fail(`'${path}' with its numbers`, 'none: they were never written');
  return file.numbers(address, length);
}

function toFloats(bytes: Uint8Array, type: ElementType & { readonly kind: 'float' }, count: number): Float32Array {
  const values = new Float32Array(count);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { size, littleEndian } = type;
  for (let i = 0; i < count; i++) {
    if (size === 4) values[i] = view.getFloat32(i * 4, littleEndian);
    else values[i] = size === 8 ? view.getFloat64(i * 8, littleEndian) : half(view.getUint16(i * 2, littleEndian));
  }
  return values;
}

/** A number of 16 bits, IEEE 754. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 0x3ff];
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}
