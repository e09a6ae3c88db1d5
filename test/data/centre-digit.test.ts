/** Drawn digits, made into what MNIST's are. */

import { runInNewContext } from 'node:vm';
import { centreDigit, DtypeError, EmptyDataError, loadMnist, NonFiniteError, OptionError, ShapeError } from 'inkgrad';
import { describe, expect, it, test } from 'vitest';

/** A picture with one bar of ink. */
function bar(height: number, width: number, box: { top: number; left: number; rows: number; columns: number }) {
  const data = new Uint8ClampedArray(height * width);
  for (let y = box.top; y < box.top + box.rows; y++) {
    data.fill(200, y * width + box.left, y * width + box.left + box.columns);
  }
  return { data, shape: [height, width] };
}

/** The first and last row and column with ink. */
function edges(bytes: Uint8Array) {
  const inked = Array.from(bytes.keys()).filter((i) => bytes[i] !== 0);
  const [rows, columns] = [inked.map((i) => Math.floor(i / 28)), inked.map((i) => i % 28)];
  return { rows: [Math.min(...rows), Math.max(...rows)], columns: [Math.min(...columns), Math.max(...columns)] };
}

describe('centreDigit', () => {
  it('scales the longer side to 20 pixels and puts the middle of the ink in the middle', () => {
    const { bytes, shape } = centreDigit(bar(300, 200, { top: 20, left: 150, rows: 100, columns: 20 }));
    expect(shape).toEqual([1, 784]);
    expect(edges(bytes)).toEqual({ rows: [5, 24], columns: [13, 16] });
    expect(bytes.reduce((a, b) => Math.max(a, b))).toBe(255);
  });

  it('puts the centre of mass, not that of the box, in the middle', () => {
    const rows = Array.from({ length: 40 }, (_, y) => Array.from({ length: 40 }, (_, x) => (x < 24 || y > 35 ? 1 : 0)));
    const { bytes } = centreDigit(rows);
    const mass = bytes.reduce((sum, value) => sum + value, 0);
    const moment = (place: (i: number) => number) => bytes.reduce((sum, value, i) => sum + value * place(i), 0) / mass;
    expect(Math.abs(moment((i) => i % 28) - 14)).toBeLessThan(0.51);
    expect(Math.abs(moment((i) => Math.floor(i / 28)) - 14)).toBeLessThan(0.51);
    expect(edges(bytes)).toEqual({ rows: [4, 23], columns: [8, 27] });
  });

  it('leaves MNIST as it is, but for those that were centred otherwise', async () => {
    const { x } = (await loadMnist()).test;
    const same = Array.from({ length: 500 }, (_, row) => {
      const { bytes } = x.slice(row, row + 1);
      const again = centreDigit({ data: bytes, shape: [28, 28] }).bytes;
      return bytes.reduce((sum, value, i) => sum + Math.abs(value - (again[i] as number)), 0) / 255 / 784;
    });
    // Their mean ink is 0.13.
    expect(same.filter((difference) => difference < 0.02).length).toBeGreaterThan(250);
  });
});

describe('pixels of a canvas', () => {
  const { data: drawn } = bar(60, 50, { top: 12, left: 20, rows: 35, columns: 6 });
  drawn.fill(200, 12 * 50 + 20, 12 * 50 + 34); // a flag, so that no turn or mirror looks alike
  const ink = centreDigit({ data: drawn, shape: [60, 50] }).bytes;

  /** What a canvas shows of it: the colour and opacity of each pixel, by how much ink is there. */
  const shown = (pixel: (ink: number) => readonly number[]) => ({
    data: Uint8ClampedArray.from([...drawn].flatMap((ink) => pixel(ink))),
    width: 50,
    height: 60,
  });

  test.each<[string, (ink: number) => readonly number[]]>([
    ['dark on white', (ink) => [255 - ink, 255 - ink, 255 - ink, 255]],
    ['light on black', (ink) => [ink, ink, ink, 255]],
    ['dark on nothing', (ink) => [0, 0, 0, ink]],
    ['white on nothing', (ink) => [255, 255, 255, ink]],
    ['blue on yellow', (ink) => (ink > 0 ? [0, 0, 200, 255] : [250, 240, 120, 255])],
  ])('%s', (_, pixel) => {
    const { bytes, shape } = centreDigit(shown(pixel));
    expect(shape).toEqual([1, 784]);
    expect(Math.max(...bytes.map((byte, i) => Math.abs(byte - (ink[i] as number))))).toBeLessThanOrEqual(1);
    const elsewhere: unknown = runInNewContext('(pixels) => ({ ...pixels, data: new Uint8ClampedArray(pixels.data) })');
    expect(centreDigit((elsewhere as (pixels: object) => never)(shown(pixel))).bytes).toEqual(bytes);
  });

  test('without a digit are refused, and those that are none', () => {
    expect(() => centreDigit(shown(() => [255, 255, 255, 255]))).toThrow(EmptyDataError);
    expect(() => centreDigit({ ...shown(() => [0, 0, 0, 0]), width: 49 })).toThrow(
      /^ink: expected data of four bytes for each pixel, got Uint8ClampedArray of length 12000 for 49 x 60 pixels$/,
    );
  });
});

test('paper is not taken for ink', () => {
  const paper = Float32Array.from({ length: 400 }, (_, i) => (i % 20 === 10 && i > 60 && i < 340 ? 0 : 1));
  const told =
    'ink: expected ink above 0 on paper of 0, which is all around it; of dark ink on light paper 255 - grey, or an ' +
    'ImageData, got ink on 100 % of the border';
  expect(() => centreDigit({ data: paper, shape: [20, 20] })).toThrow(OptionError);
  expect(() => centreDigit({ data: paper, shape: [20, 20] })).toThrow(told);
  // A digit that goes to several edges is one still.
  const large = Float32Array.from({ length: 400 }, (_, i) => Number(i < 20 || i % 20 === 19 || i >= 390));
  const [top = 0, bottom = 0] = edges(centreDigit({ data: large, shape: [20, 20] }).bytes).rows;
  expect(bottom - top).toBe(19);
});

test.each<[string, unknown, typeof ShapeError]>([
  ['paper', { data: new Float32Array(100), shape: [10, 10] }, EmptyDataError],
  ['nothing', { data: new Float32Array(), shape: [0, 0] }, EmptyDataError],
  ['a flat array', new Float32Array(100).fill(1), ShapeError],
  ['colours', { data: new Uint8Array(300).fill(1), shape: [10, 10, 3] }, ShapeError],
  ['a NaN', [[0, Number.NaN]], NonFiniteError],
  ['a canvas', { width: 10 }, DtypeError],
])('centreDigit refuses %s', (_, ink, kind) => {
  expect(() => centreDigit(ink as never)).toThrow(kind);
  expect(() => centreDigit(ink as never)).toThrow(/^ink/);
});
