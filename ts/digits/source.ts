/** What both worlds take for a picture. */

import { checkSignal } from '../abort.ts';
import { download } from '../data/download.ts';
import { isBlob, isBuffer, tagOf } from '../inputs/arrays.ts';
import { checkOptions, checkText } from '../options.ts';
import type { ReadDigitsOptions } from './types.ts';

/** @throws OptionError */
export function checkReadOptions(options: ReadDigitsOptions): ReadDigitsOptions {
  checkOptions('options', options, ['name', 'signal']);
  const { name, signal } = options;
  if (name !== undefined) checkText('name', name);
  checkSignal(signal);
  return options;
}

/** Bytes of a file: an ArrayBuffer or Uint8Array, as Buffers are; undefined for anything else. */
export function bytesOf(source: unknown): Uint8Array | undefined {
  if (isBuffer(source)) return new Uint8Array(source);
  return tagOf(source) === 'Uint8Array' ? (source as Uint8Array) : undefined;
}

/** The bytes of a Blob or a File, or of what lies at a URL; undefined for anything else. */
export async function fetchedBytes(source: unknown, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  if (isBlob(source)) return new Uint8Array(await source.arrayBuffer());
  const text = tagOf(source) === 'URL' ? (source as URL).href : source;
  if (typeof text === 'string' && /^(?:https?|data|blob):/i.test(text)) return download(text, { signal });
  return undefined;
}
