/** Where models are written to, and as what. */

import { FileError, OptionError } from '../errors.ts';
import type { FormatEntry, FormatName, ModelContent, WrittenFile } from '../formats/format.ts';
import { formatToWrite, writeModel } from '../formats.ts';
import { checkOptions, checkText, describe, quoted } from '../options.ts';
import { platform } from '../platform.ts';
import { addressOf, isStore, storeSchemes } from '../stores.ts';

export interface ToBytesOptions {
  /** Default: 'safetensors', which holds all of a model. */
  readonly format?: FormatName;
}

export interface SaveOptions {
  /** Default: as the path ends (`.npz`, say), and 'safetensors' for any other ending. */
  readonly format?: FormatName;
}

/** The bytes of a model's file; of several files, those of a ZIP archive that has them in it. */
export async function modelBytes(options: ToBytesOptions, read: () => Promise<ModelContent>): Promise<Uint8Array> {
  checkOptions('toBytes', options, ['format']);
  const entry = formatToWrite(options.format);
  const [bytes] = await inOne(entry, await writeModel(entry, await read(), 'model'), 'model');
  return bytes;
}

/** @throws OptionError, FileError */
export async function saveModel(path: string, options: SaveOptions, read: () => Promise<ModelContent>): Promise<void> {
  checkText('path', path);
  checkOptions('save', options, ['format']);
  const entry = formatToWrite(options.format, path);
  const address = addressOf(path);
  const { files, stores } = platform();
  if (address) {
    const store = isStore(address.scheme) ? stores?.[address.scheme] : undefined;
    if (!store) {
      const expected = stores
        ? `a name behind ${quoted(storeSchemes.map((scheme) => `${scheme}://`))}`
        : 'the path of a file';
      throw new OptionError('path', expected, `${describe(path)}; toBytes() gives the bytes to put there`);
    }
    const stem = stemOf(address.name);
    const [bytes, extension] = await inOne(entry, await writeModel(entry, await read(), stem), stem);
    await store.write(address.name, bytes, extension);
    return;
  }
  if (!files) {
    throw new FileError(`${path}: there are no files here; save('downloads://${path}') offers it, toBytes() gives it`);
  }
  const stem = stemOf(path);
  const written = await writeModel(entry, await read(), stem);
  if (/\.zip$/i.test(path)) {
    await files.write(path, (await inOne(entry, written, stem))[0]);
    return;
  }
  // What names the others is written last, when they are there.
  for (const { name, bytes } of written.toReversed()) await files.write(name ? files.beside(path, name) : path, bytes);
}

/** The name of a file, without folders and its last ending. */
function stemOf(path: string): string {
  return path.replace(/^.*[/\\]/s, '').replace(/(?<=.)\.[^.]*$/s, '') || 'model';
}

/** All files in one, and what the name of that ends in. */
async function inOne(
  { extensions: [extension = ''] }: FormatEntry,
  written: readonly WrittenFile[],
  stem: string,
): Promise<[bytes: Uint8Array, extension: string]> {
  const [first] = written;
  if (first && written.length === 1) return [first.bytes, extension];
  const { writeZip } = await import('../formats/write-zip.ts');
  return [writeZip(written.map(({ name, bytes }) => [name || `${stem}${extension}`, bytes] as const)), '.zip'];
}
