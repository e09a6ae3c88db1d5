/** `inkgrad/data` in Node, Bun and Deno. */

import { basename, dirname, join } from 'node:path';
import { FileError } from '../errors.ts';
import { nodeFiles } from '../node/files.ts';
import { type DigitsSource, loadFrom } from './digits/load.ts';
import type { Digits, LoadDigitsOptions } from './digits/options.ts';
import type { DataFile, DataHost, Source } from './digits/source.ts';

export type { DigitsSource, FileContents } from './digits/load.ts';
export type { Digits, LoadDigitsOptions, SplitOptions } from './digits/options.ts';
export { loadSampleDigits } from './digits/sample.ts';
export type { PixelOrder } from './orientation.ts';

/** Folders in folders, and files in all, at most: more is not a data set but a disk. */
const MOST_DEPTH = 6;
const MOST_FILES = 2_000_000;

const host: DataHost = {
  async open(path) {
    const entries = await nodeFiles.list(path);
    if (entries === undefined) throw new FileError(`${path}: there is no such file or folder`);
    if (entries === 'file') return openFile(path);
    return { name: path, files: await filesBelow(path) };
  },
  async decodePicture(bytes, name) {
    const { decodePicture } = await import('../pictures/node.ts');
    return decodePicture(bytes, name);
  },
};

/**
 * Loads digits from whatever holds them, found out by content: IDX files of MNIST, EMNIST, Fashion-MNIST and the like,
 * NumPy's `.npz` and `.npy`, CSV (Kaggle's, or without names of columns), MATLAB's `.mat` up to version 7.2, a folder
 * of pictures with a folder for each class, Parquet as data hubs publish MNIST; each also in gzip, and all in a ZIP
 * archive. What is read is loaded only then.
 *
 * Bytes are worth `byte / 255`. Words as labels become classes in alphabetical order; the label 10 means 0 where there
 * are 1 to 10, as in MATLAB's files of digits.
 *
 * @returns images, labels, their sides and the classes' names; `description` says in a line what the data were taken for
 * @throws OptionError for a wrong option or address
 * @throws FileError if there is nothing, or it cannot be read
 * @throws DownloadError if it cannot be fetched
 * @throws FormatError if it is none of these kinds, damaged, cut short, several data sets or more than 1 GiB; pickles are
 *   refused, since they are programs
 * @throws ShapeError, LabelError, NonFiniteError, EmptyDataError for images or labels that cannot be used
 * @example
 * ```js
 * import { loadDigits } from 'inkgrad/data';
 *
 * const { train, test, description } = await loadDigits('kaggle.csv', { split: 0.2 });
 * console.log(description, train.x.shape, test?.x.shape);
 * ```
 */
export function loadDigits(source: DigitsSource, options: LoadDigitsOptions = {}): Promise<Digits> {
  return loadFrom(host, source, options);
}

function openFile(path: string): Source {
  const folder = dirname(path);
  const siblings = async () => {
    const entries = await nodeFiles.list(folder);
    return Array.isArray(entries)
      ? entries.filter(({ kind }) => kind === 'file').map(({ name }) => fileAt(folder, name))
      : [];
  };
  return { name: path, files: [{ ...fileAt(folder, basename(path)), name: path }], beside: siblings };
}

/** @param path below the folder, with `/` */
function fileAt(folder: string, path: string): DataFile {
  const name = join(folder, path);
  const read = async () => {
    const bytes = await nodeFiles.read(name);
    if (!bytes) throw new FileError(`${name}: there is no such file`);
    return bytes;
  };
  return { path, name, read };
}

async function filesBelow(folder: string): Promise<DataFile[]> {
  const files: DataFile[] = [];
  const add = async (below: string, depth: number): Promise<void> => {
    const entries = await nodeFiles.list(join(folder, below));
    if (!Array.isArray(entries)) return; // gone since it was seen
    for (const { name, kind } of entries) {
      const path = below === '' ? name : `${below}/${name}`;
      if (kind === 'file') files.push(fileAt(folder, path));
      if (kind === 'folder' && depth < MOST_DEPTH) await add(path, depth + 1);
      if (files.length > MOST_FILES) throw new FileError(`${folder}: holds more than ${MOST_FILES} files`);
    }
  };
  await add('', 0);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1)); // folders are in no order of their own
}
