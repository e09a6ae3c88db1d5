/** What a folder or archive of files holds, judged by the files' names before anything large is read. */

import { FormatError } from '../../errors.ts';
import { namesTest } from './arrays.ts';
import { baseName, type DataFile, listed } from './source.ts';

/** A picture and the name of its class. */
export interface ClassPicture {
  readonly file: DataFile;
  readonly className: string;
  readonly test: boolean;
}

/** The IDX files of one part. */
export interface IdxPair {
  readonly images: DataFile;
  readonly labels: DataFile;
}

/** Files of one kind, by the part they are of; several are pieces of one whole. */
export interface Pieces {
  readonly train: readonly DataFile[];
  readonly test: readonly DataFile[];
}

export type Plan =
  | { readonly kind: 'pictures'; readonly pictures: readonly ClassPicture[] }
  | { readonly kind: 'idx'; readonly name: string; readonly train: IdxPair; readonly test: IdxPair | undefined }
  | { readonly kind: 'npy'; readonly files: readonly DataFile[] }
  | { readonly kind: 'pieces'; readonly pieces: Pieces }
  | { readonly kind: 'unknown'; readonly files: readonly DataFile[] };

const hidden = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$|README|LICEN[CS]E|sample_submission)/i;
const pictureNames = /\.(?:png|jpe?g|webp|gif|bmp|tiff?)$/i;
const containerNames = /\.(?:npz|mat|parquet|csv|tsv|zip)(?:\.gz)?$/i;
const idxNames = /^(?:(.+?)[-_.])??(?:(train|training|t10k|test)[-_.])?(images|labels)[-.]idx[13][-.]ubyte$/i;

/** Without what systems and archives add on their own. */
export function visible(files: readonly DataFile[]): DataFile[] {
  return files.filter(({ path }) => !hidden.test(path));
}

/** @throws FormatError where there are several data sets, or only half of one */
export function planFolder(files: readonly DataFile[], name: string): Plan {
  const pictures = classPictures(files);
  if (pictures.length > 0) return { kind: 'pictures', pictures };
  const idx = idxSets(files);
  const containers = files.filter(({ path }) => containerNames.test(path));
  const npy = files.filter(({ path }) => /\.npy(?:\.gz)?$/i.test(path));
  const kinds = [idx.size > 0, containers.length > 0, npy.length > 0].filter(Boolean).length;
  if (kinds > 1 || idx.size > 1) throw ambiguous(name, idx.size > 1 ? [...idx.keys()] : files.map(({ path }) => path));
  if (idx.size > 0) return idxPlan([...idx.entries()][0] as [string, IdxSet], name);
  if (npy.length > 0) return { kind: 'npy', files: npy };
  if (containers.length > 0) return { kind: 'pieces', pieces: piecesOf(containers, name) };
  return { kind: 'unknown', files };
}

function ambiguous(name: string, found: readonly string[]): FormatError {
  return new FormatError(name, 'one data set (name its file)', `several: ${listed(found)}`);
}

/** The folder that a picture is in is its class; `test` or the like above it tells the part. */
function classPictures(files: readonly DataFile[]): ClassPicture[] {
  return files
    .filter(({ path }) => pictureNames.test(path) && path.includes('/'))
    .map((file) => {
      const folders = file.path.split('/').slice(0, -1);
      return { file, className: folders.at(-1) as string, test: folders.slice(0, -1).some(namesTest) };
    });
}

type IdxSet = Map<string, DataFile>;

/** By what stands before `train` and the like, and by the folder; the part and kind of each file. */
function idxSets(files: readonly DataFile[]): Map<string, IdxSet> {
  const sets = new Map<string, IdxSet>();
  const byDepth = [...files].sort((a, b) => a.path.split('/').length - b.path.split('/').length);
  for (const file of byDepth) {
    const stem = baseName(file.path).replace(/\.gz$/i, '');
    const [match, prefix = '', part = 'train', kind = ''] = idxNames.exec(stem) ?? [];
    if (match === undefined) continue;
    const folders = file.path.split('/').slice(0, -1);
    if (folders.at(-1) === stem) folders.pop(); // a folder of the file's own name, as some archives have it
    const key = [...folders, prefix].join('/');
    const set = sets.get(key) ?? new Map<string, DataFile>();
    const role = `${namesTest(part) ? 'test' : 'train'} ${kind.toLowerCase()}`;
    if (!set.has(role)) set.set(role, file);
    sets.set(key, set);
  }
  return sets;
}

function idxPlan([prefix, set]: [string, IdxSet], name: string): Plan {
  const pair = (part: 'train' | 'test'): IdxPair | undefined => {
    const [images, labels] = [set.get(`${part} images`), set.get(`${part} labels`)];
    if (!images !== !labels) {
      const found = (images ?? labels) as DataFile;
      throw new FormatError(name, `images and labels to ${part}`, `${baseName(found.path)} alone`);
    }
    return images && labels && { images, labels };
  };
  const [train, test] = [pair('train'), pair('test')];
  return { kind: 'idx', name: baseName(prefix), train: (train ?? test) as IdxPair, test: train && test };
}

/** Parquet comes in pieces, and so may others if their names say which part they are of. */
function piecesOf(files: readonly DataFile[], name: string): Pieces {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const test = sorted.filter(({ path }) => namesTest(path));
  const train = sorted.filter(({ path }) => !namesTest(path));
  if (train.length === 0) return { train: test, test: [] };
  const one = (part: readonly DataFile[]) =>
    part.length < 2 || part.every(({ path }) => /-of-\d+\.parquet$/.test(path));
  if (one(train) && one(test)) return { train, test };
  throw ambiguous(
    name,
    sorted.map(({ path }) => path),
  );
}
