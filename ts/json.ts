/** JSON from files: what it becomes in memory is bounded, and no name stands twice. */

import { ArgumentError, FormatError } from './errors.ts';
import { hasDuplicateKeys } from './json/duplicates.ts';

/** Bytes that an array or object takes in memory, and a value in one, about. */
const OF_LIST = 64;
const OF_VALUE = 16;
/** More than this nobody minds. */
const HARMLESS = 2 ** 24;

/**
 * @param what the text is called: 'a header'
 * @returns a plain value; its objects may have any keys, `__proto__` among them, and are to be asked by Object.hasOwn
 * @throws FormatError also for a text that would become more than twice its size and 16 MiB
 */
export function parseJson(bytes: Uint8Array, source: string, what: string): unknown {
  let size = 0;
  for (const byte of bytes) size += sizeFrom(byte);
  if (size > 2 * bytes.length + HARMLESS) {
    throw new FormatError(source, `${what} of fewer lists and values`, `${bytes.length} bytes that are little else`);
  }
  const json = decode(bytes, source, what);
  const value = parseText(json, source, `${what} in JSON`);
  if (hasDuplicateKeys(json)) throw new FormatError(source, `${what} in which each name stands once`, 'one twice');
  return value;
}

/** What follows a byte in memory. */
function sizeFrom(byte: number): number {
  if (byte === 0x7b || byte === 0x5b) return OF_LIST; // { or [
  return byte === 0x2c ? OF_VALUE : 0; // a comma
}

function decode(bytes: Uint8Array, source: string, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new FormatError(source, `${what} in UTF-8`, 'other bytes', { cause: error });
  }
}

/** A text as it is, without those bounds. @throws FormatError */
export function parseText(json: string, source: string, expected = 'JSON'): unknown {
  return parsed(json, (reason, cause) => new FormatError(source, expected, reason, { cause }));
}

/** The same of a part of a file, whose name is put before the argument's later. @throws ArgumentError */
export function parsePart(argument: string, json: string): unknown {
  return parsed(json, (reason, cause) => new ArgumentError(argument, 'JSON', reason, { cause }));
}

function parsed(json: string, fault: (reason: string, cause: unknown) => Error): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw fault((error as Error).message, error);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
