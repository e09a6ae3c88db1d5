/** Digits from whatever people have. */

import { turns } from '../../engine/turn.ts';
import { DtypeError, OptionError } from '../../errors.ts';
import { isBuffer } from '../../inputs/arrays.ts';
import { fileBytes, isBlob } from '../../inputs.ts';
import { describe } from '../../options.ts';
import { type DownloadOptions, download, parseUrl } from '../download.ts';
import { arrange } from './arrange.ts';
import { checkLoadOptions, type Digits, type LoadDigitsOptions } from './options.ts';
import { readSource } from './read.ts';
import { baseName, type DataFile, type DataHost, type Source } from './source.ts';

/** A file in memory, or as a page has it. */
export type FileContents = Uint8Array | ArrayBuffer | Blob;

/**
 * Where digits are: a path of a file or folder (not in pages), an address on the net, a file's contents, a page's
 * File, Blob or FileList (of a folder too), or files by their names.
 */
export type DigitsSource = string | URL | FileContents | ArrayLike<Blob> | Readonly<Record<string, FileContents>>;

/** `loadDigits` for a host. */
export async function loadFrom(host: DataHost, source: DigitsSource, options: LoadDigitsOptions = {}): Promise<Digits> {
  checkLoadOptions(options);
  const { signal, labels, limit = Number.POSITIVE_INFINITY } = options;
  const giveTurn = turns();
  const turn = async () => {
    signal?.throwIfAborted();
    await giveTurn();
  };
  await turn();
  const opened = await openSource(host, source, options);
  const raw = await readSource(opened, { host, labels, limit, turn });
  await turn();
  return arrange(raw, options, turn);
}

async function openSource(host: DataHost, source: unknown, options: LoadDigitsOptions): Promise<Source> {
  if (typeof source === 'string' && source === '') throw new OptionError('source', 'a path or an address', "''");
  if (source instanceof URL && source.protocol === 'file:')
    return host.open(decodeURIComponent(source.pathname), options);
  if (source instanceof URL || (typeof source === 'string' && /^https?:/i.test(source))) {
    return openUrl(source, options);
  }
  if (typeof source === 'string') return host.open(source, options);
  if (isContents(source)) return { name: 'source', files: [fileOf('source', source)] };
  if (typeof source === 'object' && source !== null) return filesOf(source);
  throw new DtypeError(
    'source',
    'a path, an address, bytes, a File or Blob, or files by their names',
    describe(source),
  );
}

/** A file at an address; in a page, perhaps relative to its own. */
export function openUrl(address: string | URL, options: DownloadOptions): Source {
  const { href, pathname } = parseUrl('source', address);
  const { signal, timeout, onProgress } = options;
  const read = () => download(href, { signal, timeout, onProgress });
  return { name: href, files: [{ path: baseName(pathname), name: href, read }] };
}

function filesOf(source: object): Source {
  const listed = 'length' in source ? listOf(source as ArrayLike<unknown>) : undefined;
  const named = listed?.map((file, i) => [pathOf(file) ?? `[${i}]`, file] as const) ?? Object.entries(source);
  const wrong = named.find(([, file]) => !isContents(file));
  if (wrong) throw new DtypeError(`source: ${wrong[0]}`, 'bytes, a File or a Blob', describe(wrong[1]));
  return { name: 'source', files: named.map(([path, file]) => fileOf(path, file)) };
}

/** More files than any data set has: an array of holes has up to four billion. */
const MOST_FILES = 2 ** 20;

function listOf(files: ArrayLike<unknown>): readonly unknown[] {
  if (files.length <= MOST_FILES) return Array.from(files);
  throw new DtypeError('source', `at most ${MOST_FILES} files`, `${files.length}`);
}

function isContents(value: unknown): value is FileContents {
  return ArrayBuffer.isView(value) || isBuffer(value) || isBlob(value);
}

/** Of a File: with its folders where a folder was chosen, less the chosen one's own name. */
function pathOf(file: unknown): string | undefined {
  const { webkitRelativePath, name } = Object(file) as { webkitRelativePath?: string; name?: string };
  return webkitRelativePath ? webkitRelativePath.replace(/^[^/]*\//, '') : name;
}

function fileOf(path: string, contents: unknown): DataFile {
  const name = (isBlob(contents) && pathOf(contents)) || path;
  return { path: name, name, read: async () => bytesOf(contents) };
}

async function bytesOf(contents: unknown): Promise<Uint8Array> {
  if (isBlob(contents)) return new Uint8Array(await contents.arrayBuffer());
  return fileBytes('source', contents, 'the bytes of a file');
}
