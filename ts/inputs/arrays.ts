/**
 * Arrays as hosts hand them over: Node's Buffer, views of shared memory, arrays of another realm (an iframe, a vm
 * context, Jest), of which `instanceof` knows nothing. What leaves here is a plain array of this realm.
 */

import { DtypeError } from '../errors.ts';
import { describe } from '../options.ts';
import type { NumericArray } from '../tensor.ts';

/** The typed arrays of 64-bit integers, which NumPy's labels often are. */
export type BigIntArray = BigInt64Array | BigUint64Array;

const kinds = {
  Float32Array,
  Float64Array,
  Uint8Array,
  Uint8ClampedArray,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
};

const typedArray: object = Object.getPrototypeOf(Uint8Array.prototype);

/** The name of a typed array's kind, whatever realm or class made it; undefined for anything else. */
function kindOf(value: unknown): string | undefined {
  return ArrayBuffer.isView(value) ? Reflect.get(typedArray, Symbol.toStringTag, value) : undefined;
}

/**
 * A typed array on the same memory, of one of our own kinds, or a copy of what only converts to one: 64-bit integers
 * become doubles, half floats become floats. Undefined for what is no typed array.
 * @throws DtypeError for an integer beyond ±(2^53 - 1), which no double holds
 */
export function numericArray(argument: string, value: unknown): NumericArray | undefined {
  const kind = kindOf(value);
  if (kind === undefined) return undefined;
  if (kind in kinds) {
    const Kind = kinds[kind as keyof typeof kinds];
    const array = value as NumericArray;
    const { buffer, byteOffset, length } = array;
    if (length === 0) return new Kind(0); // as one is that was handed over to somebody else
    return array.constructor === Kind ? array : new Kind(buffer as ArrayBuffer, byteOffset, length);
  }
  return kind === 'Float16Array'
    ? Float32Array.from(value as unknown as ArrayLike<number>)
    : wholeNumbers(argument, value as BigIntArray);
}

function wholeNumbers(argument: string, integers: BigIntArray): Float64Array {
  const numbers = new Float64Array(integers.length);
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = Number(integers[i]);
    if (!Number.isSafeInteger(numbers[i])) {
      throw new DtypeError(`${argument}[${i}]`, 'an integer within ±(2^53 - 1)', describe(integers[i]));
    }
  }
  return numbers;
}

/**
 * The bytes of a file: a Uint8Array (a Buffer too), any other view's bytes or a whole buffer. They share its memory,
 * unless that is shared with other threads: they might change it in the middle, and not all of the web takes it.
 * @throws DtypeError
 */
export function fileBytes(argument: string, value: unknown, expected: string): Uint8Array<ArrayBuffer> {
  const view = viewOf(value);
  if (!view) throw new DtypeError(argument, expected, describe(value));
  return isShared(view.buffer) ? new Uint8Array(view) : (view as Uint8Array<ArrayBuffer>);
}

function viewOf(value: unknown): Uint8Array | undefined {
  if (isBuffer(value)) return new Uint8Array(value);
  if (!ArrayBuffer.isView(value)) return undefined;
  if (value.byteLength === 0) return new Uint8Array(); // a view of what was handed over to somebody else, perhaps
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

/** The class's name, of another realm's objects too. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function isShared(value: unknown): boolean {
  return tagOf(value) === 'SharedArrayBuffer';
}

/** An ArrayBuffer of any realm, or one that is shared. */
export function isBuffer(value: unknown): value is ArrayBuffer {
  return tagOf(value) === 'ArrayBuffer' || isShared(value);
}

/** A Blob or File of any realm. */
export function isBlob(value: unknown): value is Blob {
  return /^(?:Blob|File)$/.test(tagOf(value));
}

/** A URL of any realm. */
export function isUrl(value: unknown): value is URL {
  return value instanceof URL || tagOf(value) === 'URL';
}
