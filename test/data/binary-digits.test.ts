import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadBinaryDigits, type OwnDigitsOptions } from '../../ts/data/binary-digits.ts';
import {
  EmptyDataError,
  FileError,
  FormatError,
  LabelError,
  NonFiniteError,
  OptionError,
  ShapeError,
} from '../../ts/errors.ts';
import type { ImageTensor } from '../../ts/tensor.ts';
import { fixtureJson, temporaryFolder, useFiles } from './support.ts';

interface ExpectedSet {
  readonly rows: number;
  readonly zeros: number;
  readonly x: string;
  readonly y: string;
}

const expected = fixtureJson<{ train: ExpectedSet; test: ExpectedSet }>('binary-digits.json');

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A version 1 `.npy` of doubles. */
function npy(shape: readonly number[], values: ArrayLike<number>): Uint8Array {
  const tuple = `(${shape.map((length) => `${length},`).join(' ')})`;
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': ${tuple}, }`.padEnd(117).concat('\n');
  const start = Buffer.from(`\x93NUMPY\x01\0${String.fromCharCode(header.length)}\0${header}`, 'latin1');
  return new Uint8Array(Buffer.concat([start, new Uint8Array(Float64Array.from(values).buffer)]));
}

/** Rows whose values tell their number, some negative as in the course's files; the first half are zeros. */
function rows(count: number): { x: Uint8Array; y: Uint8Array } {
  const values = Array.from({ length: count * 400 }, (_, i) => Math.floor(i / 400) - 100.5);
  return {
    x: npy([count, 400], values),
    y: npy(
      [count, 1],
      Array.from({ length: count }, (_, row) => Number(row >= count / 2)),
    ),
  };
}

function rowNumbers({ data }: { data: Float32Array }): number[] {
  return Array.from({ length: data.length / 400 }, (_, i) => (data[i * 400] as number) + 100.5);
}

beforeEach(() => useFiles());

describe('loadBinaryDigits from MNIST', () => {
  it.each(['train', 'test'] as const)('cuts the %s set as NumPy does', async (part) => {
    const { x, y } = (await loadBinaryDigits())[part];
    expect(x.shape).toEqual([expected[part].rows, 400]);
    expect(digest(x.bytes)).toBe(expected[part].x);
    expect(y.filter((label) => label === 0).length).toBe(expected[part].zeros);
    expect(digest(y)).toBe(expected[part].y);
  });

  /** Four files with one image each, of one digit, with the given pixels inked. */
  async function oneImage(label: number, ...ink: number[]): Promise<string> {
    const directory = await temporaryFolder();
    const pixels = new Uint8Array(784);
    for (const place of ink) pixels[place] = 200;
    for (const part of ['train', 't10k']) {
      const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28, ...pixels);
      await writeFile(join(directory, `${part}-images-idx3-ubyte`), images);
      await writeFile(join(directory, `${part}-labels-idx1-ubyte`), Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, label));
    }
    return directory;
  }

  it('keeps the middle and no more', async () => {
    const at = (line: number, column: number) => 28 * line + column;
    const { train } = await loadBinaryDigits({
      directory: await oneImage(1, at(3, 4), at(4, 3), at(4, 4), at(23, 23), at(23, 24)),
    });
    const expected = new Uint8Array(400);
    expected[0] = expected[399] = 200;
    expect((train.x as ImageTensor).bytes).toEqual(expected);
  });

  it('refuses files without zeros and ones', async () => {
    await expect(loadBinaryDigits({ directory: await oneImage(2) })).rejects.toThrow(EmptyDataError);
  });
});

describe("loadBinaryDigits from the user's own files", () => {
  it('reads paths, keeps values as they are, and holds out one row in five', async () => {
    const folder = await temporaryFolder();
    const { x, y } = rows(1000);
    await writeFile(join(folder, 'X.npy'), x);
    await writeFile(join(folder, 'y.npy'), y);
    const { train, test } = await loadBinaryDigits({ x: join(folder, 'X.npy'), y: join(folder, 'y.npy') });
    expect(train.x.shape).toEqual([800, 400]);
    expect(test.x.shape).toEqual([200, 400]);
    expect(train.x.data[0]).toBe(-100.5);
    expect(rowNumbers(test.x)).toEqual(Array.from({ length: 200 }, (_, i) => 5 * i + 4));
    expect([...rowNumbers(train.x), ...rowNumbers(test.x)].sort((a, b) => a - b)).toEqual([...Array(1000).keys()]);
    expect(test.y.filter((label) => label === 1).length).toBe(100);
    expect(Array.from(train.y)).toEqual(rowNumbers(train.x).map((row) => (row < 500 ? 0 : 1)));
  });

  it('takes all zeros and ones, however many and wherever, and leaves other digits out', async () => {
    const sorted = await loadBinaryDigits(rows(4000));
    for (const { y } of [sorted.train, sorted.test]) {
      expect(y.filter((label) => label === 0).length).toBe(y.length / 2);
    }
    expect([sorted.train.y.length, sorted.test.y.length]).toEqual([3200, 800]);
    const labels = Array.from({ length: 50 }, (_, row) => (row * 7) % 10);
    const { train, test } = await loadBinaryDigits({ x: rows(50).x, y: npy([50], labels), testFraction: 0 });
    expect(test.x.shape).toEqual([0, 400]);
    expect(rowNumbers(train.x)).toEqual([...labels.keys()].filter((row) => (labels[row] as number) < 2));
  });

  it('turns images whose ones lie down, saying so, unless told how they lie', async () => {
    const bar = (lying: boolean) =>
      Array.from({ length: 800 }, (_, i) => {
        const [row, column] = [Math.floor((i % 400) / 20), i % 20];
        const [along, across] = lying ? [column, row] : [row, column];
        return i >= 400 && across === 9 && along > 2 && along < 12 ? 1 : 0;
      });
    const load = (lying: boolean, order?: 'rows' | 'columns') =>
      loadBinaryDigits({ x: npy([2, 400], bar(lying)), y: npy([2], [0, 1]), testFraction: 0, ...(order && { order }) });
    const turned = await load(true);
    expect([turned.order, turned.notices]).toEqual(['columns', [expect.stringContaining('turned')]]);
    expect(Array.from(turned.train.x.data)).toEqual(bar(false));
    const upright = await load(false);
    expect([upright.order, upright.notices]).toEqual(['rows', []]);
    expect(Array.from((await load(true, 'rows')).train.x.data)).toEqual(bar(true));
    expect(Array.from((await load(false, 'columns')).train.x.data)).toEqual(bar(true));
  });

  it('takes fewer rows, and labels without a second axis', async () => {
    const { train, test } = await loadBinaryDigits({ x: rows(10).x, y: npy([10], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]) });
    expect([train.y, test.y].map((y) => Array.from(y).sort().join(''))).toEqual(['00001111', '01']);
  });

  const { x, y } = rows(4);
  const labels = (...values: number[]) => npy([values.length], values);
  const pixel = (value: number, place = 7) =>
    npy(
      [2, 400],
      Array.from({ length: 800 }, (_, i) => (i === place ? value : 0)),
    );
  it.each<[string, unknown, new (...all: never[]) => Error, string]>([
    [
      'x of another width',
      { x: npy([4, 10], Array(40).fill(0)), y },
      ShapeError,
      'x: expected [rows, 400], got [4, 10]',
    ],
    ['x with three axes', { x: npy([1, 20, 20], Array(400).fill(0)), y }, ShapeError, 'got [1, 20, 20]'],
    ['x without rows', { x: npy([0, 400], []), y }, EmptyDataError, 'x: expected at least one row'],
    [
      'too few labels',
      { x, y: labels(0, 1, 0) },
      ShapeError,
      'y: expected [4] or [4, 1], a label for each row of x, got [3]',
    ],
    ['one-hot labels', { x, y: npy([4, 2], Array(8).fill(0)) }, ShapeError, 'got [4, 2]'],
    ['one label for all', { x, y: npy([], [1]) }, ShapeError, 'got []'],
    [
      'no ones',
      { x, y: labels(0, 0, 10, 7) },
      EmptyDataError,
      'y: expected rows with the label 1, got none (the labels are 0, 7, 10)',
    ],
    ['no zeros', { x, y: labels(1, 1, 10, 1) }, EmptyDataError, 'where 10 means 0'],
    ['an order of its own', { x, y, order: 'C' }, OptionError, "order: expected 'rows' or 'columns'"],
    [
      'a label of 0.5',
      { x, y: labels(0, 1, 0.5, 1) },
      LabelError,
      'y: expected whole numbers, 0 and 1 among them, got 0.5 at row 2',
    ],
    ['a label of NaN', { x, y: labels(0, 1, 0, Number.NaN) }, NonFiniteError, 'got NaN at row 3'],
    [
      'a NaN',
      { x: pixel(Number.NaN), y: labels(1, 0) },
      NonFiniteError,
      'x: expected finite 32-bit floats, got NaN at row 0, column 7',
    ],
    [
      'a number beyond 32-bit floats',
      { x: pixel(1e39), y: labels(1, 0) },
      NonFiniteError,
      'got 1e+39 at row 0, column 7',
    ],
    ['one in another row', { x: pixel(-1e39, 409), y: labels(1, 0) }, NonFiniteError, 'got -1e+39 at row 1, column 9'],
    ['a file cut short', { x: x.subarray(0, -1), y }, FormatError, 'x: expected 12800 bytes'],
    ['no y', { x }, OptionError, 'y: expected a path or the bytes'],
    ['no x', { y }, OptionError, 'x: expected a path or the bytes'],
    ['a missing file', { x: 'no/such/X.npy', y }, FileError, 'x: there is no file no/such/X.npy'],
    ['a fraction of 1', { x, y, testFraction: 1 }, OptionError, 'testFraction: expected a number from 0'],
    ['MNIST beside them', { x, y, directory: 'x' }, OptionError, 'options with x and y.directory'],
    ['a misspelt option', { X: x, y }, OptionError, "did you mean 'x'?"],
  ])('refuses %s', async (_, options, kind, message) => {
    await expect(loadBinaryDigits(options as OwnDigitsOptions)).rejects.toThrow(kind);
    await expect(loadBinaryDigits(options as OwnDigitsOptions)).rejects.toThrow(message);
  });

  it('takes bytes but no paths where there are no files', async () => {
    useFiles('none');
    expect((await loadBinaryDigits({ x, y })).train.y.length).toBe(2);
    await expect(loadBinaryDigits({ x: 'X.npy', y })).rejects.toThrow(OptionError);
  });
});
