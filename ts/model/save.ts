/** Where models are written to, and as what. */

import { FileError, OptionError } from '../errors.ts';
import type { FormatEntry, FormatName, ModelContent, WrittenFile } from '../formats/format.ts';
import { formatToWrite, writeModel } from '../formats.ts';
import { isUrl } from '../inputs.ts';
import { checkBoolean, checkOptions, checkText, describe, quoted } from '../options.ts';
import { platform } from '../platform.ts';
import { addressOf, isStore, storeSchemes } from '../stores.ts';

interface ContentOptions {
  /**
   * Whether the optimizer's state goes along, with which the loaded model trains on to the same bits ('safetensors'), or
   * to Keras's numbers ('keras'); Adam's is twice as
   * large as the weights. Default: true if the model has been trained and the format can hold it.
   */
  readonly includeOptimizer?: boolean;
}

/** Options of `toBytes`. */
export interface ToBytesOptions extends ContentOptions {
  /** Default: 'safetensors', which holds all of a model. */
  readonly format?: FormatName;
}

/** Options of `save`. */
export interface SaveOptions extends ContentOptions {
  /** Default: as the path ends (`.npz`, say), and 'safetensors' for an ending that is of no program. */
  readonly format?: FormatName;
}

/** Reads a model, with what its optimizer keeps or without. */
type ReadContent = (withOptimizer: boolean) => Promise<ModelContent>;

/** The bytes of a model's file; of several files, those of a ZIP archive that has them in it. */
export async function modelBytes(options: ToBytesOptions, read: ReadContent): Promise<Uint8Array> {
  checkOptions('toBytes', options, ['format', 'includeOptimizer']);
  const entry = formatToWrite(options.format);
  const content = await read(includesOptimizer(options, entry));
  const [bytes] = await inOne(entry, await writeModel(entry, content, 'model'), 'model');
  return bytes;
}

/** A file that was written, and its length in bytes. */
export interface SavedFile {
  readonly file: string;
  readonly bytes: number;
}

/**
 * @returns the files, the one at `path` first; none where a page keeps it
 * @throws OptionError, FileError
 */
export async function saveModel(place: string | URL, options: SaveOptions, read: ReadContent): Promise<SavedFile[]> {
  const path = checkText('path', isUrl(place) ? place.href : place);
  checkOptions('save', options, ['format', 'includeOptimizer']);
  const entry = formatToWrite(options.format, path);
  const withOptimizer = includesOptimizer(options, entry);
  const address = addressOf(path);
  const { files, stores } = platform();
  if (address && !(files && address.scheme === 'file')) {
    const store = isStore(address.scheme) ? stores?.[address.scheme] : undefined;
    if (!store) {
      const expected = stores
        ? `a name behind ${quoted(storeSchemes.map((scheme) => `${scheme}://`))}`
        : 'the path of a file';
      throw new OptionError('path', expected, `${describe(path)}; toBytes() gives the bytes to put there`);
    }
    const stem = stemOf(address.name);
    const [bytes, extension] = await inOne(entry, await writeModel(entry, await read(withOptimizer), stem), stem);
    await store.write(address.name, bytes, extension);
    return [];
  }
  if (!files) {
    throw new FileError(`${path}: there are no files here; save('downloads://${path}') offers it, toBytes() gives it`);
  }
  const stem = stemOf(path);
  const written = await writeModel(entry, await read(withOptimizer), stem);
  const first = address ? files.pathOf(new URL(path)) : path;
  const placed = /\.zip$/i.test(path)
    ? [{ file: first, bytes: (await inOne(entry, written, stem))[0] }]
    : written.map(({ name, bytes }) => ({ file: name ? files.beside(first, name) : first, bytes }));
  // What names the others is written last, when they are there.
  for (const { file, bytes } of placed.toReversed()) await files.write(file, bytes);
  return placed.map(({ file, bytes }) => ({ file, bytes: bytes.length }));
}

function includesOptimizer(
  { includeOptimizer }: ContentOptions,
  { name, keepsOptimizer = false }: FormatEntry,
): boolean {
  if (includeOptimizer === undefined) return keepsOptimizer;
  if (checkBoolean('includeOptimizer', includeOptimizer) && !keepsOptimizer) {
    throw new OptionError('includeOptimizer', `false: '${name}' holds no optimizer's state`, 'true');
  }
  return includeOptimizer;
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
