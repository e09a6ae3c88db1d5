/** What both worlds take for a picture. */

import { checkSignal } from '../abort.ts';
import { download } from '../data/download.ts';
import { FormatError } from '../errors.ts';
import { checkOptions, checkText, describe } from '../options.ts';
import { rgbaToGrey } from '../pictures/grey.ts';
import { checkSize, PictureFault } from '../pictures/picture.ts';
import type { Picture } from '../pictures.ts';
import type { ReadDigitsOptions, RgbaPixels } from './types.ts';

/** @throws OptionError */
export function checkReadOptions(options: ReadDigitsOptions): ReadDigitsOptions {
  checkOptions('options', options, ['name', 'signal']);
  const { name, signal } = options;
  if (name !== undefined) checkText('name', name);
  checkSignal(signal);
  return options;
}

/** The class's name, of another realm's objects too. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Bytes of a file: an ArrayBuffer or Uint8Array, as Buffers are; undefined for anything else. */
export function bytesOf(source: unknown): Uint8Array | undefined {
  const tag = tagOf(source);
  if (tag === 'ArrayBuffer' || tag === 'SharedArrayBuffer') return new Uint8Array(source as ArrayBuffer);
  return tag === 'Uint8Array' ? (source as Uint8Array) : undefined;
}

/** The bytes of a Blob or a File, or of what lies at a URL; undefined for anything else. */
export async function fetchedBytes(source: unknown, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  if (tagOf(source) === 'Blob' || tagOf(source) === 'File') {
    return new Uint8Array(await (source as Blob).arrayBuffer());
  }
  const text = tagOf(source) === 'URL' ? (source as URL).href : source;
  if (typeof text === 'string' && /^(?:https?|data|blob):/i.test(text)) return download(text, { signal });
  return undefined;
}

/**
 * Pixels of a canvas, ImageData or anything like it; undefined for anything else.
 * @throws FormatError
 */
export function pixelsOf(source: unknown, name: string): Picture | undefined {
  if (typeof source !== 'object' || source === null || !('data' in source && 'width' in source && 'height' in source)) {
    return undefined;
  }
  const { data, width, height } = source as RgbaPixels;
  const pixels = width * height;
  const bytes = tagOf(data) === 'Uint8Array' || tagOf(data) === 'Uint8ClampedArray';
  if (!Number.isInteger(width) || !Number.isInteger(height) || !bytes || data.length !== 4 * pixels) {
    const received = `${describe(data)} for ${describe(width)} x ${describe(height)} pixels`;
    throw new FormatError(name, 'data of four bytes for each pixel', received);
  }
  try {
    checkSize(width, height);
  } catch (error) {
    if (!(error instanceof PictureFault)) throw error;
    throw new FormatError(name, 'a picture', error.message, { cause: error });
  }
  return { width, height, data: rgbaToGrey(data, pixels) };
}
