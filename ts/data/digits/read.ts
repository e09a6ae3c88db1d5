/** From files of any kind to raw digits: what each is is seen in its first bytes, and its reader loaded then. */

import { FileError, FormatError } from '../../errors.ts';
import { formatShape } from '../../inputs/tensor.ts';
import type { Tensor } from '../../tensor.ts';
import { describeBytes, kindOf } from '../contents.ts';
import { gunzip, isGzip } from '../gzip.ts';
import { parseIdx } from '../idx.ts';
import { parseNpy } from '../npy.ts';
import { type NamedArray, pickParts } from './arrays.ts';
import { type ClassPicture, type IdxPair, type Pieces, planFolder, visible } from './plan.ts';
import { imagesOf, type RawDigits, type RawPart, type Reading } from './raw.ts';
import { baseName, type DataFile, listed, type Source } from './source.ts';

const readable =
  'IDX, .npy or .npz, CSV, MATLAB 5 .mat, Parquet, pictures in a folder for each class, or a ZIP archive of one of these';

/** Files whose names say nothing are opened, so many at most. */
const MOST_UNKNOWN = 16;

/** @throws FormatError, FileError and what the formats' readers throw */
export async function readSource(source: Source, reading: Reading): Promise<RawDigits> {
  const files = visible(source.files);
  const [only, another] = files;
  if (!only) throw new FileError(`${source.name}: holds no data`);
  if (!another && !only.path.includes('/')) return readFile(only, source, reading);
  return readFolder({ ...source, files }, reading);
}

/** The file's bytes, unpacked where they are gzip's. */
async function contents(file: DataFile): Promise<Uint8Array> {
  const bytes = await file.read();
  return isGzip(bytes) ? gunzip(bytes, file.name) : bytes;
}

async function readFile(file: DataFile, source: Source, reading: Reading): Promise<RawDigits> {
  const bytes = await contents(file);
  const { name } = file;
  const kind = kindOf(bytes);
  await reading.turn();
  switch (kind) {
    case 'zip':
      return readArchive(bytes, name, reading);
    case 'mat':
      return (await import('./formats/mat.ts')).readMat(bytes, name, reading);
    case 'csv':
      return (await import('./formats/csv.ts')).readCsv(bytes, name, reading);
    case 'parquet': {
      const { what, part, classNames } = await (await import('./formats/parquet.ts')).readParquet(bytes, name, reading);
      return { what, train: part, classNames };
    }
    case 'idx':
    case 'npy':
      return readWithPartner(file, kind, source, reading);
    case 'picture':
      throw new FormatError(name, 'pictures in a folder for each class, each named by it', 'one picture');
    default:
      throw new FormatError(name, readable, describeBytes(bytes));
  }
}

async function readArchive(bytes: Uint8Array, name: string, reading: Reading): Promise<RawDigits> {
  const [{ readZip }, { isNpz, readNpz }] = await Promise.all([import('../zip.ts'), import('./formats/npz.ts')]);
  const entries = readZip(bytes, name);
  if (isNpz(entries)) return readNpz(entries, name, reading);
  const files = entries.map(({ path, read }) => ({ path, name: `${name}/${path}`, read: async () => read() }));
  const raw = await readSource({ name, files }, reading);
  return { ...raw, what: `${raw.what}, in a ZIP archive` };
}

/** Half of a pair by its path: the other half lies beside it, by a name that differs in that word. */
async function readWithPartner(
  file: DataFile,
  kind: 'idx' | 'npy',
  source: Source,
  reading: Reading,
): Promise<RawDigits> {
  const beside = visible((await source.beside?.()) ?? []);
  const own = baseName(file.path);
  const partner = reading.labels ?? partnerOf(own);
  const bare = (name: string) => name.toLowerCase().replace(/\.gz$/, '');
  const found = beside.find(({ path }) => bare(path) === bare(partner));
  if (!found || bare(partner) === bare(own)) {
    const expected = `its ${isLabelName(own) ? 'images' : 'labels'} beside it${partner === own ? '' : `, named ${partner}`}`;
    throw new FormatError(file.name, expected, kind === 'idx' ? 'an IDX file alone' : 'a .npy file alone');
  }
  const [first, second] = isLabelName(own) && reading.labels === undefined ? [found, file] : [file, found];
  if (kind === 'idx') return readIdx(baseName(own), { images: first, labels: second }, undefined, reading);
  const arrays = await Promise.all([first, second].map(readArray));
  return { what: `NumPy arrays (${first.name})`, ...pickParts(arrays, first.name, arrays[1]?.name) };
}

/** A lone x or y in a name. */
const letter = /(?<![a-z])[xy](?![a-z])/i;
const isLabelName = (name: string) => /label/i.test(name) || letter.exec(name)?.[0].toLowerCase() === 'y';

function partnerOf(name: string): string {
  if (/images/i.test(name)) return name.replace(/images/i, 'labels').replace('idx3', 'idx1');
  if (/labels/i.test(name)) return name.replace(/labels/i, 'images').replace('idx1', 'idx3');
  return name.replace(letter, (found) => (found.toLowerCase() === 'x' ? 'y' : 'X'));
}

async function readFolder(source: Source, reading: Reading): Promise<RawDigits> {
  const plan = planFolder(source.files, source.name);
  switch (plan.kind) {
    case 'pictures':
      return readClassPictures(plan.pictures, source.name, reading);
    case 'idx':
      return readIdx(plan.name, plan.train, plan.test, reading);
    case 'npy': {
      const arrays: NamedArray[] = [];
      for (const file of plan.files) {
        arrays.push(await readArray(file));
        await reading.turn();
      }
      const labels = reading.labels?.replace(/\.npy(?:\.gz)?$/i, '');
      return { what: `NumPy arrays (${source.name})`, ...pickParts(arrays, source.name, labels) };
    }
    case 'pieces':
      return readPieces(plan.pieces, source, reading);
    case 'unknown':
      return readUnknown(plan.files, source, reading);
  }
}

/** An array by the name of its file; IDX too. */
async function readArray(file: DataFile): Promise<NamedArray> {
  const bytes = await contents(file);
  const tensor = kindOf(bytes) === 'idx' ? await parseIdx(bytes, file.name) : parseNpy(bytes, file.name);
  return {
    name: baseName(file.path)
      .replace(/\.gz$/i, '')
      .replace(/\.npy$/i, ''),
    tensor,
  };
}

async function readIdx(
  title: string,
  train: IdxPair,
  test: IdxPair | undefined,
  { turn }: Reading,
): Promise<RawDigits> {
  const part = async ({ images, labels }: IdxPair): Promise<RawPart> => {
    await turn();
    const y = await parseIdx(await contents(labels), labels.name, 1);
    await turn();
    const x: Tensor = await parseIdx(await contents(images), images.name);
    if (x.shape.length < 2) throw new FormatError(images.name, 'images', `an array of shape ${formatShape(x.shape)}`);
    if (x.shape[0] !== y.data.length) {
      throw new FormatError(labels.name, `${x.shape[0]} labels, one for each image`, `${y.data.length}`);
    }
    return { images: imagesOf(x, images.name, y.data.length), labels: { name: labels.name, values: y.data } };
  };
  const emnist = /^emnist/i.test(title);
  return {
    what: `${emnist ? "EMNIST's" : 'IDX'} files${title === '' || emnist ? '' : ` (${title})`}`,
    train: await part(train),
    test: test && (await part(test)),
    ...(emnist && { order: 'columns' as const }),
  };
}

async function readPieces({ train, test }: Pieces, source: Source, reading: Reading): Promise<RawDigits> {
  const learnt = await readAll(train, source, reading);
  if (test.length === 0) return learnt;
  try {
    return { ...learnt, test: (await readAll(test, source, reading)).train };
  } catch (error) {
    // Kaggle's test.csv has no labels: its rows are for others to judge.
    const { UnlabelledError } = await import('./formats/csv.ts');
    if (!(error instanceof UnlabelledError)) throw error;
    return { ...learnt, notices: [...(learnt.notices ?? []), `${test[0]?.name} has no labels and is left out`] };
  }
}

/** Several files as one, their rows one after the other. */
async function readAll(files: readonly DataFile[], source: Source, reading: Reading): Promise<RawDigits> {
  const pieces: RawDigits[] = [];
  for (const file of files) pieces.push(await readFile(file, { name: source.name, files: [file] }, reading));
  const [first, ...others] = pieces as [RawDigits, ...RawDigits[]];
  return others.length === 0 ? first : { ...first, train: joined(pieces.map(({ train }) => train)) };
}

function joined(parts: readonly RawPart[]): RawPart {
  const [first] = parts as [RawPart];
  const { width, height, name } = first.images;
  const count = parts.reduce((sum, { images }) => sum + images.count, 0);
  const bytes = parts.every(({ images }) => images.data instanceof Uint8Array);
  const data = bytes ? new Uint8Array(count * width * height) : new Float32Array(count * width * height);
  let start = 0;
  for (const { images } of parts) {
    if (images.width !== width || images.height !== height) {
      const expected = `images of ${height} x ${width}, as in ${name}`;
      throw new FormatError(images.name, expected, `${images.height} x ${images.width}`);
    }
    data.set(images.data, start);
    start += images.data.length;
  }
  const values = parts.flatMap(({ labels }) => Array.from(labels.values));
  return { images: { name, data, count, width, height }, labels: { name: first.labels.name, values } };
}

async function readClassPictures(
  pictures: readonly ClassPicture[],
  name: string,
  reading: Reading,
): Promise<RawDigits> {
  const { readPictures } = await import('./pictures.ts');
  const part = async (test: boolean): Promise<RawPart | undefined> => {
    const all = pictures.filter((picture) => picture.test === test);
    const chosen = fairShare(all, reading.limit);
    if (chosen.length === 0) return undefined;
    const images = await readPictures(
      chosen.map(({ file }) => file),
      name,
      reading,
    );
    return { images, labels: { name: `${name}: its folders`, values: chosen.map(({ className }) => className) } };
  };
  const [train, test] = [await part(false), await part(true)];
  const what = `pictures in a folder for each class (${name})`;
  return { what, train: (train ?? test) as RawPart, test: train && test, order: 'rows' };
}

/** Of each class as many as of the others, `limit` in all, so that no more pictures are decoded than are wanted. */
function fairShare(pictures: readonly ClassPicture[], limit: number): ClassPicture[] {
  const seen = new Map<string, number>();
  const ranked = pictures.map((picture) => {
    const rank = seen.get(picture.className) ?? 0;
    seen.set(picture.className, rank + 1);
    return { picture, rank };
  });
  const least = [...ranked].sort((a, b) => a.rank - b.rank).slice(0, limit);
  const chosen = new Set(least.map(({ picture }) => picture));
  return pictures.filter((picture) => chosen.has(picture));
}

/** Files whose names say nothing: arrays are put together, anything else must be alone. */
async function readUnknown(files: readonly DataFile[], source: Source, reading: Reading): Promise<RawDigits> {
  const found = () => listed(files.map(({ path }) => path));
  if (files.length > MOST_UNKNOWN) throw new FormatError(source.name, readable, found());
  const kinds: { file: DataFile; kind: string | undefined }[] = [];
  for (const file of files) {
    kinds.push({ file, kind: kindOf(await contents(file)) });
    await reading.turn();
  }
  const arrays = kinds.filter(({ kind }) => kind === 'idx' || kind === 'npy').map(({ file }) => file);
  const others = kinds.filter(({ kind }) => kind && kind !== 'idx' && kind !== 'npy' && kind !== 'picture');
  if (arrays.length > 1 && others.every(({ kind }) => kind === 'csv')) {
    const named = await Promise.all(arrays.map(readArray));
    return { what: `arrays (${source.name})`, ...pickParts(named, source.name, reading.labels) };
  }
  const [only, another] = others;
  if (only && !another && arrays.length === 0) return readFile(only.file, source, reading);
  throw new FormatError(source.name, readable, found());
}
