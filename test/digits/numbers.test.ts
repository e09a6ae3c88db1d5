import { expect, test } from 'vitest';
import { loadNetwork } from '../../ts/digits/network.ts';
import { readPicture } from '../../ts/digits/read.ts';
import { numberSheet, writeNumber } from './numbers.ts';
import { greyOf, paint, type Random, randomOf, type Sheet, sheet } from './scenes.ts';
import { allSure, digitImage, digitLabel } from './support.ts';

const many = 60;
const onPaper = (page: Sheet) => greyOf(paint(page, () => [245, 244, 240], [30, 30, 70]));

/** Numbers of consecutive digits of the test set, and how many are read. */
async function readNumbers(first: number, lengthOf: (i: number) => number, gapOf: (random: Random) => number) {
  const network = await loadNetwork();
  const counts = { digits: 0, digitsRight: 0, numbersRight: 0, wrongAndSure: 0 };
  for (let i = 0; i < many; i++) {
    const random = randomOf(first + i);
    const rows = Array.from({ length: lengthOf(i) }, (_, k) => first + 8 * i + k);
    const wanted = rows.map(digitLabel).join('');
    const { text, digits } = readPicture(
      onPaper(numberSheet(rows.map(digitImage), random, () => gapOf(random))),
      network,
    );
    counts.digits += wanted.length;
    if (text.length === wanted.length) counts.digitsRight += [...text].filter((digit, k) => digit === wanted[k]).length;
    if (text === wanted) counts.numbersRight++;
    else if (allSure(digits)) counts.wrongAndSure++;
  }
  return counts;
}

test('numbers of two to eight digits that are apart: 97 % of the digits', async () => {
  const { digits, digitsRight } = await readNumbers(
    2000,
    (i) => 2 + (i % 7),
    (random) => random.between(2, 20),
  );
  expect(digitsRight / digits).toBeGreaterThanOrEqual(0.97);
});

test('numbers of five digits that are apart: 95 % are wholly right', async () => {
  const { numbersRight } = await readNumbers(
    3000,
    () => 5,
    (random) => random.between(2, 12),
  );
  expect(numbersRight / many).toBeGreaterThanOrEqual(0.95); // the goal is 90 %
});

test('two digits that touch: 60 % are right, at most 10 % wrong and sure', async () => {
  const { numbersRight, wrongAndSure } = await readNumbers(
    4000,
    () => 2,
    (random) => -random.between(1, 5),
  );
  expect(numbersRight / many).toBeGreaterThanOrEqual(0.6);
  expect(wrongAndSure / many).toBeLessThanOrEqual(0.1);
});

test('two lines are read from the top, each from the left, with boxes where the digits are', async () => {
  const network = await loadNetwork();
  const page = sheet(420, 260);
  const random = randomOf(1);
  const lines = [
    [0, 1, 2],
    [3, 4, 6, 9],
  ]; // rows of the test set
  lines.forEach((rows, line) => {
    writeNumber(page, rows.map(digitImage), random, {
      left: 60 - 30 * line,
      top: 30 + 110 * line,
      side: 80,
      gap: () => 12,
    });
  });
  const { text, digits } = readPicture(onPaper(page), network);
  expect(text).toBe(lines.map((rows) => rows.map(digitLabel).join('')).join('\n'));
  for (const { box, unsure } of digits) {
    expect(unsure).toBe(false);
    const column = (x: number) =>
      Array.from({ length: box.height }, (_, y) => page.ink[(box.y + y) * page.width + x] ?? 0);
    expect(Math.max(...column(box.x + 1))).toBeGreaterThan(0.2);
    expect(Math.max(...column(box.x - 2))).toBeLessThan(0.2);
  }
});
