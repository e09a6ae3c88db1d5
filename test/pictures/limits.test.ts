import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { FileError, FormatError } from '../../ts/errors.ts';
import { decodePicture, readPictureFile } from '../../ts/pictures/node.ts';
import { computed } from '../computed.ts';
import { chunk, header, photo, pixels, png } from './files.ts';

/** What a bomb unpacks to, more than any limit of memory here. */
const large = 2 ** 28;

const words = (numbers: readonly number[]) => new Uint8Array(Uint16Array.from(numbers).buffer);

const gif = (screen: readonly number[], frame: readonly number[]) =>
  Buffer.concat([
    Buffer.from('GIF89a'),
    words(screen),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2c]),
    words([0, 0, ...frame]),
    Buffer.from([0, 2, 2, 0x44, 1, 0, 0x3b]),
  ]);

const bmp = (width: number, height: number) => {
  const file = Buffer.alloc(58);
  file.write('BM');
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeUInt32LE(width, 18);
  file.writeUInt32LE(height, 22);
  file.writeUInt16LE(24, 28);
  return file;
};

const webp = (width: number, height: number) => {
  const file = Buffer.alloc(64);
  file.write('RIFF\x38\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1');
  file.writeUIntLE(width - 1, 24, 3);
  file.writeUIntLE(height - 1, 27, 3);
  return file;
};

test.each<[string, () => Uint8Array, RegExp]>([
  ['pixels that unpack to 256 MiB', () => png(header(1, 1), pixels(large)), /it holds more than its pixels/],
  ['100 megapixels', () => png(header(10_000, 10_000), pixels(10)), /10000 x 10000 pixels are too many/],
  ['a row of 100 million pixels', () => png(header(100_000_000, 1, 1), pixels(12_500_001)), /are too many/],
  ['a side of 16,385 pixels', () => png(header(16_385, 1), pixels(16_386)), /16384 pixels a side/],
  ['two headers', () => png(header(1, 1), header(60_000, 60_000), pixels(2)), /it has two headers/],
  ['pixels before the header', () => png(pixels(2), header(1, 1)), /does not begin with its header/],
  ['too few rows', () => png(header(28, 28), pixels(29 * 10)), /it has too few pixels/],
  ['too few interlaced rows', () => png(header(28, 28, 8, 0, 1), pixels(100)), /it has too few pixels/],
  ['no pixels', () => png(header(28, 28)), /cannot be read/],
  ['a filter that there is not', () => png(header(1, 1), chunk('IDAT', deflateSync(Buffer.from([7, 0])))), /filter 7/],
  [
    'a colour that is not in the palette',
    () => png(header(1, 1, 8, 3), chunk('PLTE', Buffer.alloc(3)), chunk('IDAT', deflateSync(Buffer.from([0, 1])))),
    /no colour 1/,
  ],
  ['no palette', () => png(header(1, 1, 8, 3), pixels(2)), /palette is missing/],
  ['3 bits a sample', () => png(header(1, 1, 3), pixels(2)), /its header says 3, 0/],
  ['a JPEG of 100 megapixels', () => photo(10_000, 10_000), /are too many/],
  ['a JPEG of 101 scans', () => photo(16, 16, 101), /it has 101 scans/],
  ['a JPEG of 30 scans of 20 megapixels', () => photo(5000, 4000, 30), /it has 30 scans/],
  ['a JPEG without its end', () => photo(16, 16).subarray(0, -2), /it is cut short/],
  ['a GIF of 65,535 x 65,535', () => gif([65_535, 65_535], [1, 1]), /are too many/],
  ['a GIF whose frame is larger', () => gif([2, 2], [65_535, 65_535]), /are too many/],
  ['a GIF with fewer pixels', () => gif([9, 9], [9, 9]), /it has too few pixels/],
  ['a BMP of 30,000 x 30,000', () => bmp(30_000, 30_000), /are too many/],
  ['a BMP with fewer pixels', () => bmp(100, 100), /it is cut short/],
  ['a WebP of 16,000 x 16,000', () => webp(16_000, 16_000), /are too many/],
  ['a WebP without a picture', () => webp(16, 16), /cannot be read: its picture is spoilt, or it moves/],
])('%s: refused, before it costs anything', async (_, make, message) => {
  const bytes = make();
  const [start, before] = [computed(), process.memoryUsage().rss];
  const error = await decodePicture(bytes, 'picture').catch((thrown) => thrown);
  expect(error).toBeInstanceOf(FormatError);
  expect(error.message).toMatch(message);
  expect(computed() - start).toBeLessThan(1000);
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
});

test('a profile that unpacks to 256 MiB is not unpacked', async () => {
  const profile = chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.alloc(large), { level: 9 })]));
  const bytes = png(header(1, 1), profile, pixels(2));
  const start = computed();
  expect(await decodePicture(bytes, 'picture')).toEqual({ width: 1, height: 1, data: Uint8Array.of(0) });
  expect(computed() - start).toBeLessThan(100);
});

test('every bit of a PNG counts, or changes nothing', async () => {
  const good = png(header(5, 3), chunk('IDAT', deflateSync(Buffer.from('0abcde0fghij0klmno'.replaceAll('0', '\0')))));
  const { data } = await decodePicture(good, 'good');
  let refused = 0;
  for (let bit = 0; bit < 8 * good.length; bit++) {
    const spoilt = Uint8Array.from(good);
    spoilt[bit >> 3] = (spoilt[bit >> 3] as number) ^ (1 << (bit & 7));
    const picture = await decodePicture(spoilt, 'spoilt').catch((error) => error);
    if (picture instanceof FormatError) refused++;
    else expect(picture.data).toEqual(data);
  }
  expect(refused).toBeGreaterThan(7 * good.length);
});

test.skipIf(process.platform === 'win32')('what is no regular file is no picture', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-pictures-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const fifo = join(folder, 'fifo.png');
  execFileSync('mkfifo', [fifo]);
  const refused = (path: string) => expect(readPictureFile(path)).rejects;
  await refused(fifo).toThrow(new FileError(`${fifo}: is no regular file`));
  await refused('/dev/zero').toThrow(new FileError('/dev/zero: is no regular file'));
  await refused(folder).toThrow(new FileError(`${folder}: is a folder, not a picture`));
  await refused(join(folder, 'none')).toThrow('there is no such file');
  const file = join(folder, 'some.png');
  writeFileSync(file, 'some');
  expect(await readPictureFile(file)).toEqual(Buffer.from('some'));
});
