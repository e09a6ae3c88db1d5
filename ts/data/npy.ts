/** NumPy's `.npy` files, as numpy.lib.format describes them. */

import { FormatError } from '../errors.ts';
import { fileBytes } from '../inputs.ts';
import type { Tensor } from '../tensor.ts';
import { describeStart, type ElementName, elementTypes, type Layout, readElements } from './numbers.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]; // \x93NUMPY
const MAX_HEADER_BYTES = 65_536;
const MAX_DIMENSIONS = 64; // NumPy's own

/**
 * Reads a `.npy` file (format 1.0, 2.0 or 3.0) of numbers or booleans, in either byte order, in C or Fortran order.
 *
 * @param bytes The whole file, in any view or buffer.
 * @param name What error messages call the file.
 * @returns The numbers in row-major (C) order. 64-bit integers come as doubles, booleans as bytes 0 and 1; the data of
 *   one-byte elements may share the memory of `bytes`.
 * @throws DtypeError if `bytes` is something else; FormatError if the file is cut short or too long, its header is wrong, its elements are not numbers (objects
 *   are refused: unpickling them would run code), or a 64-bit integer lies outside ±(2^53 - 1).
 * @example
 * ```js
 * import { parseNpy } from 'inkgrad';
 *
 * const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }".padEnd(117) + '\n';
 * const bytes = Buffer.concat([Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'), Buffer.from(header), Buffer.from([7, 2, 1])]);
 * console.log(parseNpy(bytes)); // prints { data: Uint8Array(3) [ 7, 2, 1 ], shape: [ 3 ] }
 * ```
 */
export function parseNpy(bytes: ArrayBufferView | ArrayBufferLike, name = 'npy'): Tensor {
  const file = fileBytes(name, bytes, 'the bytes of the file');
  const { layout, end } = readHeader(file, name);
  return { data: readElements(file.subarray(end), layout, name), shape: layout.shape };
}

/** The layout, and where the header ends. */
function readHeader(bytes: Uint8Array, name: string): { layout: Layout; end: number } {
  if (bytes.length < 10 || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new FormatError(name, 'an .npy file, which begins with \\x93NUMPY', describeStart(bytes));
  }
  const [major, minor] = [bytes[6], bytes[7]];
  if (major === undefined || major < 1 || major > 3 || minor !== 0) {
    throw new FormatError(name, '.npy format 1.0, 2.0 or 3.0', `${major}.${minor}`);
  }
  const start = major === 1 ? 10 : 12;
  if (bytes.length < start) throw new FormatError(name, `a header of at least ${start} bytes`, `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MAX_HEADER_BYTES) {
    throw new FormatError(name, `a header of at most ${MAX_HEADER_BYTES} bytes`, `${length} bytes`);
  }
  if (start + length > bytes.length) {
    throw new FormatError(name, `a header of ${length} bytes`, `${bytes.length - start} bytes`);
  }
  const end = start + length;
  const text = new TextDecoder(major === 3 ? 'utf-8' : 'latin1').decode(bytes.subarray(start, end));
  return { layout: new HeaderParser(text, name).parse(), end };
}

type Value = string | boolean | readonly number[];

/**
 * The header is a Python dictionary literal. Only what `numpy.save` can write is taken: a string or boolean or tuple of
 * whole numbers a key, nothing nested, no escapes.
 */
class HeaderParser {
  readonly #text: string;
  readonly #name: string;
  readonly #token = /[ \t\r\n\f]*(?:'([^'\\]*)'|"([^"\\]*)"|(\d+)L?|(True|False)|([{}():,])|$)/y;

  constructor(text: string, name: string) {
    this.#text = text;
    this.#name = name;
  }

  parse(): Layout {
    const fields = this.#dictionary();
    const descr = fields.get('descr');
    const fortranOrder = fields.get('fortran_order');
    const shape = fields.get('shape');
    if (fields.size !== 3 || typeof descr !== 'string' || typeof fortranOrder !== 'boolean' || !Array.isArray(shape)) {
      throw this.#error("the keys 'descr' (a string), 'fortran_order' (a boolean) and 'shape' (a tuple)");
    }
    return { ...this.#elementType(descr), fortranOrder, shape };
  }

  #elementType(descr: string): { type: ElementName; littleEndian: boolean } {
    const [, order, type = ''] = /^([<>|]?)([a-z]\d)$/.exec(descr) ?? [];
    if (!isElementName(type) || (elementTypes[type].size > 1 && order !== '<' && order !== '>')) {
      const names = Object.keys(elementTypes).join(', ');
      const pickled = /^\|?O/.test(descr) ? ' (objects, which are a pickle; save arrays of numbers)' : '';
      throw new FormatError(
        this.#name,
        `elements of type ${names}, with < or > for the byte order`,
        `'${descr}'${pickled}`,
      );
    }
    return { type, littleEndian: order !== '>' };
  }

  #dictionary(): Map<string, Value> {
    const fields = new Map<string, Value>();
    this.#expect('{');
    let token = this.#next();
    while (token !== '}') {
      if (typeof token !== 'object' || typeof token.value !== 'string') throw this.#error('a key in quotes');
      const key = token.value;
      if (fields.has(key)) throw this.#error(`the key '${key}' once`);
      this.#expect(':');
      fields.set(key, this.#value());
      token = this.#next();
      if (token === ',') token = this.#next();
      else if (token !== '}') throw this.#error(', or }');
    }
    this.#expect('');
    return fields;
  }

  #value(): Value {
    const token = this.#next();
    if (token === '(') return this.#tuple();
    if (typeof token === 'object' && typeof token.value !== 'number') return token.value;
    throw this.#error('a string, True, False or a tuple');
  }

  /** `()`, `(3,)`, `(3, 4)`, but not `(3)`. */
  #tuple(): number[] {
    const numbers: number[] = [];
    let token = this.#next();
    while (token !== ')') {
      if (typeof token !== 'object' || !Number.isSafeInteger(token.value)) throw this.#error('a whole number');
      if (numbers.push(token.value as number) > MAX_DIMENSIONS)
        throw this.#error(`at most ${MAX_DIMENSIONS} dimensions`);
      token = this.#next();
      if (token === ',') token = this.#next();
      else if (token !== ')' || numbers.length === 1) throw this.#error('a tuple such as (3,) or (3, 4)');
    }
    return numbers;
  }

  /** A literal as an object, a sign as itself, the end as ''. */
  #next(): { readonly value: string | number | boolean } | string {
    const match = this.#token.exec(this.#text);
    if (!match) throw this.#error('a Python dictionary literal');
    const [, single, double, digits, truth, sign] = match;
    const text = single ?? double;
    if (text !== undefined) return { value: text };
    if (digits !== undefined) return { value: Number(digits) };
    if (truth !== undefined) return { value: truth === 'True' };
    return sign ?? '';
  }

  #expect(sign: string): void {
    if (this.#next() !== sign) throw this.#error(sign || 'nothing after the dictionary');
  }

  #error(expected: string): FormatError {
    const header = this.#text.trimEnd();
    const shown = header.length > 120 ? `${header.slice(0, 120)}...` : header;
    return new FormatError(`${this.#name}: header`, expected, JSON.stringify(shown));
  }
}

function isElementName(type: string): type is ElementName {
  return Object.hasOwn(elementTypes, type);
}
