import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { encode } from 'fast-png';
import { DownloadError, FileError, FormatError, OptionError } from 'inkgrad';
import { readDigits } from 'inkgrad/digits';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numberSheet } from './numbers.ts';
import { type Photo, paint, randomOf } from './scenes.ts';
import { digitImage, digitLabel } from './support.ts';

const rows = [0, 1, 2, 3];
const text = rows.map(digitLabel).join('');

let folder: string;
let photo: Photo;
let png: Uint8Array;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-digits-'));
  const page = numberSheet(rows.map(digitImage), randomOf(3), () => 10);
  photo = paint(page, () => [250, 250, 240], [20, 20, 60]);
  png = encode({ ...photo, data: Uint8Array.from(photo.data), channels: 4, depth: 8 });
  file = join(folder, 'number.png');
  writeFileSync(file, png);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('readDigits takes', () => {
  test.each<[string, () => Parameters<typeof readDigits>[0]]>([
    ['a path', () => file],
    ['a file URL', () => pathToFileURL(file)],
    ['bytes', () => Uint8Array.from(png)],
    ['a Buffer from the pool', () => readFileSync(file)],
    ['bytes at an odd offset', () => Uint8Array.from([0, 0, 0, ...png]).subarray(3)],
    ['an ArrayBuffer', () => Uint8Array.from(png).buffer],
    ['bytes of another realm', () => runInNewContext('Uint8Array.from(list)', { list: [...png] })],
    ['a Blob', () => new Blob([Uint8Array.from(png)])],
    ['pixels', () => photo],
    ['pixels as plain bytes', () => ({ ...photo, data: Uint8Array.from(photo.data) })],
    ['a data URL', () => `data:image/png;base64,${Buffer.from(png).toString('base64')}`],
  ])('%s', async (_, source) => {
    const { text: found, digits } = await readDigits(source());
    expect(found).toBe(text);
    for (const { digit, probability, alternatives, unsure } of digits) {
      expect(unsure).toBe(false);
      expect(probability).toBeGreaterThan(0.9);
      for (const other of alternatives) {
        expect(other.digit).not.toBe(digit);
        expect(other.probability).toBeGreaterThanOrEqual(0.01);
      }
    }
  });

  test('a URL', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/number.png' ? 200 : 404;
      response.end(png);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      expect((await readDigits(`${address}/number.png`)).text).toBe(text);
      await expect(readDigits(new URL('/none.png', address))).rejects.toThrow(DownloadError);
      const signal = AbortSignal.abort(new Error('enough'));
      await expect(readDigits(`${address}/number.png`, { signal })).rejects.toThrow('enough');
    } finally {
      server.close();
    }
  });
});

test('a picture without a digit has none', async () => {
  expect(await readDigits({ width: 50, height: 50, data: new Uint8Array(10_000).fill(255) })).toEqual({
    text: '',
    digits: [],
  });
});

test('boxes of a large picture are in its own pixels', async () => {
  const page = numberSheet(rows.map(digitImage), randomOf(3), () => 10);
  const times = 6;
  const [width, height] = [page.width * times, page.height * times];
  const ink = Float32Array.from({ length: width * height }, (_, i) => {
    return page.ink[Math.floor(Math.floor(i / width) / times) * page.width + Math.floor((i % width) / times)] as number;
  });
  const large = await readDigits(paint({ width, height, ink }, () => [250, 250, 240], [20, 20, 60]));
  const small = await readDigits(photo);
  expect(large.text).toBe(text);
  large.digits.forEach(({ box }, i) => {
    const expected = small.digits[i]?.box;
    expect(Math.abs(box.x / times - (expected?.x ?? 0))).toBeLessThan(3);
    expect(Math.abs(box.height / times - (expected?.height ?? 0))).toBeLessThan(4);
  });
});

describe('an aborted signal', () => {
  const reason = new Error('enough');
  test.each<[string, () => Parameters<typeof readDigits>[0]]>([
    ['a path', () => file],
    ['bytes', () => png],
    ['pixels', () => photo],
    ['nothing that could be read', () => 7 as never],
  ])('rejects at once: %s', async (_, source) => {
    await expect(readDigits(source(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test('rejects while a file that never comes is waited for', async () => {
    const never = new Blob([Uint8Array.from(png)]);
    never.arrayBuffer = () => new Promise(() => {});
    const controller = new AbortController();
    const reading = readDigits(never, { signal: controller.signal });
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});

test("gives what the network saw of each digit, as MNIST's images are", async () => {
  for (const [i, { image }] of (await readDigits(photo)).digits.entries()) {
    expect(image).toHaveLength(784);
    const original = digitImage(rows[i] as number);
    const dot = (a: Uint8Array, b: Uint8Array) => a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);
    expect(dot(image, original) / Math.sqrt(dot(image, image) * dot(original, original))).toBeGreaterThan(0.85);
  }
});

type Wrong = [string, unknown, object | undefined, new (...args: never[]) => Error, RegExp];
test.each<Wrong>([
  ['nothing', undefined, undefined, OptionError, /picture: expected a path, .*got undefined/],
  ['an empty path', '', undefined, OptionError, /picture: expected a path/],
  ['a number', 7, undefined, OptionError, /got 7/],
  [
    'too few bytes',
    { data: new Uint8Array(784), width: 28, height: 28 },
    undefined,
    FormatError,
    /four bytes for each/,
  ],
  ['floats', { data: new Float32Array(4), width: 1, height: 1 }, undefined, FormatError, /four bytes for each pixel/],
  ['no pixels', { data: new Uint8Array(0), width: 0, height: 0 }, undefined, FormatError, /it has no pixels/],
  ['a text file', Buffer.from('a seven'), undefined, FormatError, /picture: expected a PNG.*got something else/],
  ['a named text file', Buffer.from('a seven'), { name: 'seven' }, FormatError, /seven: expected a PNG/],
  ['no such file', 'none.png', undefined, FileError, /none\.png: there is no such file/],
  ['an unknown option', 'none.png', { nam: 'x' }, OptionError, /did you mean 'name'/],
  ['a wrong signal', 'none.png', { signal: true }, OptionError, /signal: expected an AbortSignal, got true/],
])('%s is refused by name', async (_, source, options, kind, message) => {
  const error = await readDigits(source as string, options).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(kind);
  expect(error.message).toMatch(message);
});
