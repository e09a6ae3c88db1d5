/** What users name as a model's file: its bytes, and a way to the files beside it. */

import { download } from '../data/download.ts';
import { DtypeError, FileError, FormatError, OptionError } from '../errors.ts';
import type { ModelFile } from '../formats/format.ts';
import { fileBytes, isBlob, isUrl } from '../inputs.ts';
import { describe } from '../options.ts';
import { platform } from '../platform.ts';
import { type Address, addressOf, isStore, type StoreScheme } from '../stores.ts';

/** Where a model is: a path, an address, or the file's bytes in any form; of several files, all of them. */
export type ModelSource = string | URL | ArrayBufferView | ArrayBufferLike | Blob | ArrayLike<Blob>;

const expected = 'a path, a URL, the bytes of a file, a File, a Blob or several Files';

/** @throws FileError, DownloadError, DtypeError, OptionError */
export async function openSource(source: ModelSource): Promise<ModelFile> {
  if (typeof source === 'string' || isUrl(source)) return openNamed(source);
  if (isBlob(source)) return openBlobs([source]);
  if (isListOfBlobs(source)) return openBlobs(Array.from(source));
  return { bytes: fileBytes('source', source, expected), source: 'bytes' };
}

function isListOfBlobs(source: object): source is ArrayLike<Blob> {
  const list = source as Partial<ArrayLike<unknown>>;
  return !ArrayBuffer.isView(source) && typeof list?.length === 'number' && list.length > 0 && isBlob(list[0]);
}

async function openNamed(source: string | URL): Promise<ModelFile> {
  const { files } = platform();
  const text = String(source);
  const address = addressOf(text);
  if (address && isStore(address.scheme)) return openStored(text, address);
  if (!files || /^https?$/.test(address?.scheme ?? '')) return openUrl(text);
  if (address && address.scheme !== 'file')
    throw new OptionError('source', 'a path or an http address', describe(text));
  const path = address ? new URL(text) : text;
  const beside = async (name: string) => readPath(files.beside(path, checkBeside(name, text)));
  return { bytes: await readPath(path), source: text, beside };
}

async function readPath(path: string | URL): Promise<Uint8Array> {
  const bytes = await platform().files?.read(path);
  if (!bytes) throw new FileError(`${path}: there is no such file`);
  return bytes;
}

/** A file at an address; in a page, perhaps relative to its own. */
async function openUrl(url: string): Promise<ModelFile> {
  const beside = async (name: string) => {
    const path = checkBeside(name, url).split('/').map(encodeURIComponent).join('/');
    return download(new URL(path, new URL(url, globalThis.location?.href)).href);
  };
  return { bytes: await download(url), source: url, beside };
}

async function openStored(source: string, { scheme, name }: Address): Promise<ModelFile> {
  const store = platform().stores?.[scheme as StoreScheme];
  if (!store) throw new OptionError('source', 'a path or an http address', `${describe(source)}, which pages have`);
  const bytes = await store.read(name);
  if (!bytes) throw new FileError(`${source}: there is no such file`);
  return { bytes, source };
}

/** The description among several files is the one in JSON. */
async function openBlobs(blobs: readonly Blob[]): Promise<ModelFile> {
  const wrong = blobs.find((blob) => !isBlob(blob));
  if (wrong !== undefined) throw new DtypeError('source', expected, describe(wrong));
  const nameOf = (blob: Blob) => (blob as { readonly name?: string }).name ?? 'blob';
  const main = blobs.find((blob) => /\.json$/i.test(nameOf(blob))) ?? (blobs[0] as Blob);
  const bytesOf = async (blob: Blob) => {
    try {
      return new Uint8Array(await blob.arrayBuffer());
    } catch (error) {
      throw new FileError(`${nameOf(blob)}: cannot be read (${(error as Error).message})`, { cause: error });
    }
  };
  const file = { bytes: await bytesOf(main), source: nameOf(main) };
  if (blobs.length === 1) return file;
  const beside = async (name: string) => {
    // Files that were chosen have no folders.
    const found = blobs.find((blob) => nameOf(blob) === checkBeside(name, file.source).replace(/^.*\//, ''));
    if (!found) throw new FileError(`${name}: there is no such file among those that were given`);
    return bytesOf(found);
  };
  return { ...file, beside };
}

/**
 * A name that a file gives of another must lead to the same folder, or below.
 * @throws FormatError
 */
function checkBeside(name: string, source: string): string {
  const safe = !/[\\:\0]/.test(name) && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  if (safe) return name;
  throw new FormatError(source, 'names of files in its own folder', describe(name));
}
