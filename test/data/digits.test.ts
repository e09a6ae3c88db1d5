import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Digits, type LoadDigitsOptions, loadDigits } from '../../ts/data/node.ts';
import { FileError, FormatError, InkgradError, LabelError, OptionError, ShapeError } from '../../ts/errors.ts';
import { ImageTensor } from '../../ts/tensor.ts';
import { computed } from '../computed.ts';
import { fixture, fixtureJson, temporaryFolder } from './support.ts';

const folder = fileURLToPath(new URL('digits/', import.meta.url));
/** What NumPy has of the 20 digits. */
const expected = fixtureJson<{ labels: number[]; pixels: number[][] }>('digits/expected.json');
const floats = expected.pixels.map((row) => row.map((byte) => Math.fround(byte / 255)));
const middle = (row: number[]) => row.filter((_, i) => inMiddle(Math.floor(i / 28)) && inMiddle(i % 28));
const inMiddle = (place: number) => place >= 4 && place < 24;

function rowsOf({ images }: Digits): number[][] {
  const [count, columns] = images.shape;
  return Array.from({ length: count }, (_, i) => Array.from(images.data.subarray(i * columns, (i + 1) * columns)));
}

const digitsOf = ({ labels, classNames }: Digits) =>
  Array.from(labels, (id) => Number(classNames[id]?.replace(/\D/g, '')));

const bytes = (name: string) => fixture(`digits/${name}`);

describe('loadDigits', () => {
  it.each([
    ['train-images-idx3-ubyte', 'IDX files'],
    ['train-labels-idx1-ubyte', 'IDX files'],
    ['emnist-digits-train-images-idx3-ubyte.gz', "EMNIST's files"],
    ['keras.npz', 'NumPy arrays'],
    ['keras-compressed.npz', 'NumPy arrays'],
    ['positional.npz', 'NumPy arrays'],
    ['X.npy', 'NumPy arrays'],
    ['y.npy', 'NumPy arrays'],
    ['kaggle.csv', "the labels in column 'label'"],
    ['last.csv', "the labels in column 'target'"],
    ['words-index.csv', "the labels in column 'label'"],
    ['bare.csv', 'the labels in the first column'],
    ['bare-last.csv', 'the labels in the last column'],
    ['compressed.mat', 'MATLAB arrays'],
    ['cube.mat', 'MATLAB arrays'],
    ['emnist.mat', 'MATLAB arrays'],
    ['pictures.zip', 'pictures in a folder for each class'],
    ['train-00000-of-00001.parquet', 'pictures in Parquet'],
    ['zstd.parquet', 'pictures in Parquet'],
    ['kaggle.zip', 'CSV'],
  ])('reads %s to the bytes that NumPy has', async (name, description) => {
    const digits = await loadDigits(join(folder, name));
    expect(digits.images).toBeInstanceOf(ImageTensor);
    expect(rowsOf(digits)).toEqual(floats);
    expect(digitsOf(digits)).toEqual(expected.labels);
    expect([digits.height, digits.width, digits.classNames.length]).toEqual([28, 28, 10]);
    expect(digits.description).toContain(description);
    expect(digits.description).toContain('20 images of 28 x 28, 10 classes');
    expect(digits.description).not.toContain('\n');
  });

  it.each(['floats.npz', 'floats.csv', 'course.mat', 'half-X.npy'])('reads the floats of %s', async (name) => {
    const digits = await loadDigits(join(folder, name));
    const tolerance = name.startsWith('half') ? 2 ** -12 : 1e-7;
    rowsOf(digits).forEach((row, i) => {
      const furthest = Math.max(...row.map((value, k) => Math.abs(value - (floats[i]?.[k] as number))));
      expect(furthest).toBeLessThanOrEqual(tolerance);
    });
    expect(digitsOf(digits)).toEqual(expected.labels.slice(0, digits.labels.length));
  });

  it('knows the parts that data are in, and shares their memory', async () => {
    for (const name of ['keras.npz', 'emnist.mat', 'pictures.zip']) {
      const { images, train, test, labels } = await loadDigits(join(folder, name));
      expect([train.x.shape, test?.x.shape]).toEqual([
        [15, 784],
        [5, 784],
      ]);
      expect(Array.from(test?.y ?? [])).toEqual(expected.labels.slice(15));
      expect((train.x as ImageTensor).bytes.buffer).toBe((images as ImageTensor).bytes.buffer);
      expect(train.y.buffer).toBe(labels.buffer);
    }
    expect((await loadDigits(join(folder, 'kaggle.csv'))).test).toBeUndefined();
  });

  it('takes the 20 x 20 digits of NumPy as they are, and turns those of the course, saying so', async () => {
    const own = await loadDigits(join(folder, 'middle-X.npy'));
    expect([own.height, own.width, own.order]).toEqual([20, 20, 'rows']);
    expect(rowsOf(own)).toEqual(floats.map(middle));
    const course = await loadDigits(join(folder, 'course-X.npy'));
    expect(course.order).toBe('columns');
    expect(course.description).toContain("turned, since these are the course's digits");
    const undone = rowsOf(course).map((row) => row.map((value) => (value + 0.125) / 1.25));
    undone.forEach((row, i) => {
      const wanted = middle(floats[i] as number[]);
      expect(Math.max(...row.map((value, k) => Math.abs(value - (wanted[k] as number))))).toBeLessThan(1e-6);
    });
    const kept = await loadDigits(join(folder, 'course-X.npy'), { order: 'rows' });
    expect([kept.order, kept.notices]).toEqual(['rows', []]);
  });

  it('turns images whose ones lie down, saying so, unless told how they lie', async () => {
    const [images, labels] = [bytes('X.npy'), bytes('y.npy')];
    const turned = images.slice();
    const start = images.length - 20 * 784;
    for (let i = 0; i < 20 * 784; i++) {
      const [image, y, x] = [Math.floor(i / 784), Math.floor((i % 784) / 28), i % 28];
      turned[start + 784 * image + 28 * x + y] = images[start + i] as number;
    }
    const seen = await loadDigits({ 'X.npy': turned, 'y.npy': labels });
    expect(rowsOf(seen)).toEqual(floats);
    expect([seen.order, seen.notices]).toEqual(['columns', [expect.stringContaining('the images are turned')]]);
    const kept = await loadDigits({ 'X.npy': turned, 'y.npy': labels }, { order: 'rows' });
    expect([kept.order, kept.notices, kept.images.data[4 * 28 + 10]]).toEqual(['rows', [], floats[0]?.[10 * 28 + 4]]);
    const told = await loadDigits({ 'X.npy': images, 'y.npy': labels }, { order: 'columns' });
    expect(rowsOf(told)).toEqual(rowsOf(kept));
    expect(told.notices).toEqual([]);
    expect((await loadDigits({ 'X.npy': images, 'y.npy': labels })).notices).toEqual([]);
  });

  it('leaves upright images as they are, whatever files of their names usually hold', async () => {
    const { order, notices, images } = await loadDigits({
      'emnist-digits-train-images-idx3-ubyte': bytes('train-images-idx3-ubyte'),
      'emnist-digits-train-labels-idx1-ubyte': bytes('train-labels-idx1-ubyte'),
    });
    expect([order, notices]).toEqual(['rows', [expect.stringContaining('left as they are')]]);
    expect(Array.from((images as ImageTensor).bytes)).toEqual(expected.pixels.flat());
  });

  it('finds MNIST however archives leave it', async () => {
    const [images, labels] = [bytes('train-images-idx3-ubyte'), bytes('train-labels-idx1-ubyte')];
    const [a, b] = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'];
    const layouts = [
      { [`${a}/${a}`]: images, [`${b}/${b}`]: labels },
      {
        [`${a}/${a}`]: images,
        [`${b}/${b}`]: labels,
        'train-images.idx3-ubyte': images,
        'train-labels.idx1-ubyte': labels,
      },
      { [`MNIST/raw/${a}`]: images, [`MNIST/raw/${b}.gz`]: new Uint8Array(gzipSync(labels)), '__MACOSX/._x': labels },
      { 'some images': images, 'some labels': labels }, // names that say nothing
    ];
    for (const layout of layouts) {
      const root = await temporaryFolder();
      for (const [path, content] of Object.entries(layout)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), content);
      }
      expect(rowsOf(await loadDigits(root))).toEqual(floats);
    }
  });

  it('refuses a pipe, which would never end', async () => {
    const pipe = join(await temporaryFolder(), 'X.npy');
    execFileSync('mkfifo', [pipe]);
    await expect(loadDigits(pipe)).rejects.toThrow('is neither a file nor a folder');
  });

  it('refuses what unpacks to a gigabyte within a second', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(2 ** 28)));
    const start = computed();
    await expect(loadDigits(bomb)).rejects.toThrow(`bytes after decompression, got ${2 ** 28} bytes`);
    expect(computed() - start).toBeLessThan(1000);
    const zip = zipSync({ 'x.npy': new Uint8Array(2 ** 26) }, { level: 9 });
    await expect(loadDigits(zip)).rejects.toThrow('bytes when unpacked');
    new DataView(zip.buffer).setUint32(zip.length - 22 - 46 - 5 + 24, 1000, true); // it says that it is small
    await expect(loadDigits(zip)).rejects.toThrow('cut short or damaged');
  });

  it('makes ink of dark digits on white paper, unless told otherwise; folders name the classes', async () => {
    const digits = await loadDigits(join(folder, 'paper.zip'));
    expect(digits.inverted).toBe(true);
    expect(digits.description).toContain('light and dark exchanged');
    const words = ['eight', 'five', 'four', 'nine', 'one', 'seven', 'six', 'three', 'two', 'zero'];
    expect(digits.classNames).toEqual(words);
    const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const ofClass = (id: number) => rowsOf(digits).filter((_, i) => digits.labels[i] === id);
    words.forEach((word, id) => {
      expect(ofClass(id)).toEqual(floats.filter((_, i) => expected.labels[i] === english.indexOf(word)));
    });
    const paper = await loadDigits(join(folder, 'paper.zip'), { invert: false });
    expect(paper.images.data[0]).toBe(1);
  });

  it('takes tables of Parquet', async () => {
    const { images, labels, width } = await loadDigits(join(folder, 'table.parquet'));
    expect(width).toBe(8);
    expect(Array.from(labels)).toEqual(expected.labels);
    const corner = expected.pixels.map((row) =>
      row.filter((_, i) => i % 28 >= 10 && i % 28 < 18 && i >= 280 && i < 504),
    );
    expect(Array.from((images as ImageTensor).bytes)).toEqual(corner.flat());
  });

  it('takes a folder of pictures as a ZIP of it, and as many as are asked for', async () => {
    const root = await temporaryFolder();
    for (const [path, content] of Object.entries(unzipSync(bytes('pictures.zip')))) {
      await mkdir(join(root, dirname(path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    await writeFile(join(root, 'README.md'), 'pictures');
    const digits = await loadDigits(root);
    const inZip = await loadDigits(bytes('pictures.zip'));
    const sorted = (some: Digits) =>
      rowsOf(some)
        .map((row, i) => [some.labels[i], ...row])
        .sort();
    expect(sorted(digits)).toEqual(sorted(inZip));
    const few = await loadDigits(root, { limit: 8 });
    expect(Array.from(few.train.y)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(few.test?.y.length).toBe(5);
  });

  it('splits each class in the same share, by the seed', async () => {
    const load = (split: LoadDigitsOptions['split']) =>
      loadDigits(join(folder, 'keras.npz'), split === undefined ? {} : { split });
    const half = await load(0.5);
    expect([half.train.y, half.test?.y].map((y) => Array.from(y ?? []).sort())).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    ]);
    expect(await load({ fraction: 0.5, seed: 42 })).toEqual(half);
    expect((await load({ fraction: 0.5, seed: 1 })).test).not.toEqual(half.test);
    expect(rowsOf(half).sort()).toEqual([...floats].sort());
  });

  it('takes what Node and pages hand in: URLs, bytes, buffers at any place, files and lists of them', async () => {
    const npz = bytes('keras.npz');
    const shifted = new Uint8Array(npz.length + 3);
    shifted.set(npz, 3);
    const shared = new Uint8Array(new SharedArrayBuffer(npz.length));
    shared.set(npz);
    const file = (name: string) => new File([bytes(name)], name);
    for (const source of [
      pathToFileURL(join(folder, 'keras.npz')),
      npz,
      Buffer.from(npz),
      npz.buffer,
      shifted.subarray(3),
      shared,
      new Blob([npz]),
      file('keras.npz'),
      [file('train-images-idx3-ubyte'), file('train-labels-idx1-ubyte')],
      { 0: file('y.npy'), 1: file('X.npy'), length: 2 }, // a FileList's form
    ]) {
      expect(rowsOf(await loadDigits(source))).toEqual(floats);
    }
  });

  it('takes the label column by name or place', async () => {
    const table = new TextEncoder().encode('7,0,0,0,1,3\n8,0,1,0,1,4\n');
    for (const [labels, wanted] of [
      [undefined, [7, 8]],
      ['first', [7, 8]],
      ['last', [3, 4]],
    ] as const) {
      const text = labels === 'last' ? '0,0,0,1,3\n0,1,0,1,4\n' : '7,0,0,0,1\n8,0,1,0,1\n';
      const source = new TextEncoder().encode(text);
      const { labels: found } = await loadDigits(source, labels === undefined ? {} : { labels });
      expect(Array.from(found)).toEqual(wanted);
    }
    await expect(loadDigits(table, { labels: 'digit' })).rejects.toThrow("expected a column 'digit'");
    const { labels } = await loadDigits(join(folder, 'keras.npz'), { labels: 'y_train' }).catch((error) => ({
      labels: error,
    }));
    expect(Array.from(labels)).toEqual(expected.labels);
  });

  const text = (content: string) => new TextEncoder().encode(content);
  it.each<[string, () => unknown, new (...all: never[]) => Error, string]>([
    ['a pickle', () => bytes('refused.pkl'), FormatError, 'a pickle, which is a program and is never run'],
    ['objects of NumPy', () => bytes('objects.npz'), FormatError, 'objects, which are a pickle'],
    ['a path to nothing', () => join(folder, 'none'), FileError, 'there is no such file or folder'],
    ['a page in its place', () => text('<!doctype html><title>403</title>'), FormatError, 'an HTML page'],
    ['nothing', () => new Uint8Array(), FormatError, 'an empty file'],
    ['HDF5', () => Uint8Array.of(0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10), FormatError, 'HDF5'],
    ['half a pair', () => ({ 'X.npy': bytes('X.npy') }), FormatError, 'its labels beside it, named y.npy'],
    [
      'images alone',
      () => ({ 'train-images-idx3-ubyte': bytes('train-images-idx3-ubyte') }),
      FormatError,
      'its labels',
    ],
    ['a single picture', () => Object.values(unzipSync(bytes('pictures.zip')))[0], FormatError, 'one picture'],
    [
      'several data sets',
      () => ({ 'a.npz': bytes('keras.npz'), 'b.npz': bytes('keras.npz') }),
      FormatError,
      'a.npz, b.npz',
    ],
    [
      'a table without labels',
      () => text('a,b,c,d\n1,2,3,4\n'),
      FormatError,
      "a column 'label', got the columns a, b, c, d",
    ],
    [
      'a short line',
      () => text('1,0,0,0,0\n2,0,0,0\n'),
      FormatError,
      'expected 5 columns in each line, got 4 in line 2',
    ],
    ['a word among pixels', () => text('1,0,0,0,0\n2,0,x,0,0\n'), FormatError, '"x" in line 2, column 3'],
    ['pixels that make no square', () => text('1,0,0\n2,0,0\n'), ShapeError, 'square images'],
    ['a label of 300', () => text('1,0,0,0,0\n300,0,0,0,0\n'), LabelError, '300 at row 1'],
    ['a number', () => 5, InkgradError, 'source: expected a path'],
    ['a list of numbers', () => [1, 2], InkgradError, 'source: [0]: expected bytes'],
    ['a malformed address', () => 'http://[', OptionError, 'source: expected an address on the net'],
  ])('refuses %s', async (_, make, kind, message) => {
    const failure = loadDigits(make() as never);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toBeInstanceOf(kind);
  });

  it.each<[unknown, string]>([
    [{ order: 'column' }, "order: expected 'rows' or 'columns'"],
    [{ invert: 1 }, 'invert: expected true or false'],
    [{ split: 1 }, 'split: expected a share'],
    [{ split: { fraction: 0 } }, 'split.fraction: expected a share'],
    [{ limit: 0 }, 'limit: expected a whole number'],
    [{ labels: 4 }, 'labels: expected a text'],
    [{ signal: 1 }, 'signal: expected an AbortSignal'],
    [{ limits: 3 }, "did you mean 'limit'?"],
  ])('refuses the options %j', async (options, message) => {
    await expect(loadDigits(join(folder, 'keras.npz'), options as never)).rejects.toThrow(message);
    await expect(loadDigits(join(folder, 'keras.npz'), options as never)).rejects.toThrow(OptionError);
  });

  it('stops at its signal', async () => {
    const reason = new Error('the user left');
    await expect(loadDigits(join(folder, 'bare.csv'), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('reads 42,000 rows of CSV in less than 2 s', async () => {
    const [head = '', ...lines] = (await readFile(join(folder, 'kaggle.csv'), 'utf8')).trimEnd().split('\n');
    const rows = lines.join('\n');
    const csv = new TextEncoder().encode([head, ...Array(2100).fill(rows)].join('\n'));
    const start = computed();
    const { labels } = await loadDigits(csv);
    const time = computed() - start;
    expect(labels.length).toBe(42_000);
    expect(time).toBeLessThan(2000);
  });
});

/** What is loaded of damaged bytes, and in what time; errors that are none of ours are thrown. */
async function attempt(source: Record<string, Uint8Array>): Promise<Digits | undefined> {
  const start = computed();
  const digits = await loadDigits(source).catch((error) => {
    if (error instanceof InkgradError) return undefined;
    throw error;
  });
  expect(computed() - start).toBeLessThan(1000);
  return digits;
}

/** A pair is damaged in its larger half. */
const partners: Record<string, string> = {
  'X.npy': 'y.npy',
  'half-X.npy': 'half-y.npy',
  'course-X.npy': 'course-y.npy',
  'train-images-idx3-ubyte': 'train-labels-idx1-ubyte',
  'train-labels-idx1-ubyte': 'train-images-idx3-ubyte',
  'emnist-digits-train-images-idx3-ubyte.gz': 'emnist-digits-train-labels-idx1-ubyte.gz',
};
const files = (await readdir(folder)).filter((name) => !/json$|pkl$|y\.npy$|labels.*gz$|middle|objects/.test(name));
const withPartner = (name: string, damaged: Uint8Array): Record<string, Uint8Array> => {
  const partner = partners[name];
  return { [name]: damaged, ...(partner !== undefined && { [partner]: bytes(partner) }) };
};

describe.each(files)('loadDigits of %s', (name) => {
  const whole = bytes(name);

  it('refuses it cut short anywhere, or loads the rows that are whole', async () => {
    for (let length = 0; length < whole.length; length += 64) {
      const digits = await attempt(withPartner(name, whole.subarray(0, length)));
      if (!digits) continue;
      expect(name).toMatch(/csv$/); // there, what is cut between two lines is whole
      expect(digitsOf(digits)).toEqual(expected.labels.slice(0, digits.labels.length));
    }
  }, 120_000);

  it('refuses it with any bit flipped, or loads it', async () => {
    const right = await attempt(withPartner(name, whole));
    expect(right).toBeDefined();
    const summed = /\.(?:npz|zip|gz)$|compressed\.mat|cube\.mat|emnist\.mat/.test(name);
    let seed = 1;
    for (let i = 0; i < 300; i++) {
      seed = (Math.imul(seed, 48271) >>> 0) % 2147483647;
      const damaged = whole.slice();
      const place = i < 100 ? seed % Math.min(whole.length, 256) : seed % whole.length;
      damaged[place] = (damaged[place] as number) ^ (1 << ((seed >>> 8) % 8));
      const digits = await attempt(withPartner(name, damaged));
      // Where there are sums, nothing wrong is loaded.
      if (digits && summed) expect([digits.labels, rowsOf(digits)]).toEqual([right?.labels, right && rowsOf(right)]);
    }
  }, 120_000);
});
