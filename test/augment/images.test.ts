import { readFileSync } from 'node:fs';
import {
  type AugmentOptions,
  augmentImages,
  createEngine,
  EmptyDataError,
  ImageTensor,
  loadMnist,
  OptionError,
  ShapeError,
} from 'inkgrad';
import { describe, expect, test } from 'vitest';

interface Case {
  readonly images: 'digits' | 'flag';
  readonly shape: readonly [number, number];
  readonly options: AugmentOptions;
  readonly seed: number;
  readonly epoch: number;
  readonly rows: readonly number[];
  readonly expected: string;
}
const cases: readonly Case[] = JSON.parse(readFileSync(new URL('images.json', import.meta.url), 'utf8'));

const flag = Uint8Array.from({ length: 220 }, (_, i) => {
  const [x, y] = [i % 11, Math.floor(i / 11)];
  if (x === 4 || x === 5) return 255;
  return y === 9 || y === 10 ? 180 : 0;
});
const images = {
  digits: async () => (await loadMnist()).train.x,
  flag: async () => ({ data: flag, shape: [1, 20, 11] }),
};

describe('the same draws give the images that SciPy makes of them', () => {
  test.each(cases)('$images: $options, seed $seed, epoch $epoch', async (it) => {
    const { options, seed, epoch, rows, shape } = it;
    const { bytes } = await augmentImages(await images[it.images](), options, { seed, epoch, rows, inputShape: shape });
    const expected = Buffer.from(it.expected, 'base64');
    expect(bytes.length).toBe(expected.length);
    // Positions are rounded to 1/512 of a pixel, levels in between to whole ones.
    const differences = Array.from(bytes, (level, i) => {
      const other = expected[i] as number;
      // Levels below 8 become ground; at the edge, on one side alone.
      return Math.min(level, other) === 0 && Math.max(level, other) < 10 ? 0 : Math.abs(level - other);
    });
    expect(Math.max(...differences)).toBeLessThanOrEqual(2);
    expect(differences.filter((difference) => difference > 1).length).toBeLessThanOrEqual(bytes.length / 500);
    expect(expected.some((level) => level > 100)).toBe(it.images === 'digits' || options.rotate !== 180);
  });
});

test('an engine of several threads gives the same bytes, whatever rows are asked for', async () => {
  const { train } = await loadMnist();
  const rows = [7, 59_999, 7, 3];
  const one = await augmentImages(train.x, true, { rows, epoch: 3 });
  const engine = await createEngine({ threads: 3 });
  const other = await augmentImages(train.x, true, { rows: [3, 7, 59_999], epoch: 2, engine }); // reuse is 2
  await engine.terminate();
  expect(other.slice(0, 1).bytes).toEqual(one.slice(3).bytes);
  expect(other.slice(1).bytes).toEqual(one.slice(0, 2).bytes);
  expect(one.slice(0, 1).bytes).toEqual(one.slice(2, 3).bytes);
  expect(one.slice(0, 1).bytes).not.toEqual(train.x.slice(7, 8).bytes);
});

const blank = new ImageTensor(new Uint8Array(2 * 49), [2, 49]);
test.each<[string, unknown[], new (...args: never[]) => Error, RegExp]>([
  ['no augmentation', [blank, false], OptionError, /augment: expected true, or an object/],
  ['a word', [blank, 'much'], OptionError, /augment: expected an object with options, got 'much'/],
  ['an unknown amount', [blank, { rotat: 3 }], OptionError, /did you mean 'rotate'/],
  ['a negative amount', [blank, { shift: -1 }], OptionError, /augment.shift: expected a number from 0 to 1024, got -1/],
  ['an elastic field without sigma', [blank, { elastic: { alpha: 3 } }], OptionError, /augment.elastic.sigma/],
  ['a narrow elastic field', [blank, { elastic: { alpha: 3, sigma: 0.5 } }], OptionError, /from 1 to 1024, got 0.5/],
  ['a row that is not there', [blank, true, { rows: [2] }], OptionError, /rows\[0\].*got 2/],
  ['flat samples', [new Float32Array(49), true], OptionError, /inputShape: expected the axes of an image/],
  [
    'rows that are no squares',
    [{ data: new Float32Array(48), shape: [1, 48] }, true],
    OptionError,
    /got rows of shape/,
  ],
  ['another shape', [blank, true, { inputShape: [6, 8] }], ShapeError, /x: expected shape \[rows, 48\]/],
  ['no rows', [{ data: new Float32Array(0), shape: [0, 49] }, true], EmptyDataError, /x: expected at least one row/],
  [
    'pixels below the ground',
    [{ data: new Float32Array(49).fill(-0.5, 9, 10), shape: [1, 7, 7] }, true],
    OptionError,
    /x: expected pixels of at least 0.*got -0.5 at row 0, column 9/,
  ],
])('%s is refused by name', async (_, [x, augment, options], kind, message) => {
  const error = await augmentImages(x as ImageTensor, augment as boolean, options as object).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(kind);
  expect(error.message).toMatch(message);
});
