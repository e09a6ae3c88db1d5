/** Pictures made byte by byte, whose pixels follow from what the formats say. */

import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpackLzw } from '../../ts/pictures/gif/lzw.ts';
import { readMarkers } from '../../ts/pictures/jpeg-markers.ts';
import { decodePicture, isPicture, isRawPicture } from '../../ts/pictures/node.ts';
import { orientationOf } from '../../ts/pictures/orientation.ts';
import { chunk, header, photo, pixels, png } from './files.ts';

/** Rec. 601's luma. */
const luma = (red: number, green: number, blue: number) => Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
const decode = (bytes: Uint8Array, name = 'picture') => decodePicture(bytes, name);
const shades = async (bytes: Uint8Array) => [...(await decode(bytes)).data];
const [red, green, blue] = [luma(255, 0, 0), luma(0, 255, 0), luma(0, 0, 255)];

describe('PNG', () => {
  const row = (...bytes: number[]) => chunk('IDAT', deflateSync(Buffer.from([0, ...bytes])));

  test('a transparent colour is that colour and none that shares a part of it', async () => {
    const key = chunk('tRNS', Buffer.from([0, 10, 0, 20, 0, 30]));
    const colours = [10, 20, 30, 10, 20, 31, 10, 21, 30, 11, 20, 30, 10, 99, 99, 99, 20, 99, 99, 99, 30];
    const expected = Array.from({ length: 7 }, (_, i) =>
      luma(colours[3 * i] as number, colours[3 * i + 1] as number, colours[3 * i + 2] as number),
    );
    expect(await shades(png(header(7, 1, 8, 2), key, row(...colours)))).toEqual([255, ...expected.slice(1)]);
  });

  test('a colour has the nearest grey', async () => {
    // Lumas of 110.499 and 52.5.
    expect(await shades(png(header(2, 1, 8, 2), row(0, 183, 27, 1, 53, 185)))).toEqual([110, 53]);
  });

  test('a transparent grey of 16 bits is told from its neighbour of the same byte', async () => {
    const key = chunk('tRNS', Buffer.from([0x12, 0x34]));
    expect(await shades(png(header(2, 1, 16), key, row(0x12, 0x34, 0x12, 0x35)))).toEqual([255, 0x12]);
  });

  test('16 bits are rounded to 8', async () => {
    expect(await shades(png(header(4, 1, 16), row(0, 0x80, 0, 0x81, 0xff, 0x7e, 0xff, 0xff)))).toEqual([
      0, 1, 254, 255,
    ]);
  });

  test.each([1, 2, 4])('%i bits are from black to white', async (depth) => {
    const count = 2 ** depth;
    const bits = Array.from({ length: count }, (_, i) => i.toString(2).padStart(depth, '0')).join('');
    const bytes = (bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? []).map((byte) =>
      Number.parseInt(byte, 2),
    );
    const expected = Array.from({ length: count }, (_, i) => Math.round((255 * i) / (count - 1)));
    expect(await shades(png(header(count, 1, depth), row(...bytes)))).toEqual(expected);
  });

  test('light on transparent ground lies on black, all else on white', async () => {
    const greyAlpha = (...bytes: number[]) => shades(png(header(bytes.length / 2, 1, 8, 4), row(...bytes)));
    expect(await greyAlpha(201, 255, 90, 0)).toEqual([201, 0]);
    expect(await greyAlpha(200, 255, 90, 0)).toEqual([200, 255]);
    expect(await greyAlpha(255, 255, 90, 127)).toEqual([255, 45]);
    expect(await greyAlpha(255, 255, 90, 128)).toEqual([255, Math.round((90 * 128 + 255 * 127) / 255)]);
    expect(await greyAlpha(255, 255, 255, 128)).toEqual([255, 255]); // nothing is transparent
    expect(await greyAlpha(255, 128, 255, 127)).toEqual([128, 127]);
  });

  test.each<[string, Uint8Array, RegExp]>([
    [
      'a transparent colour of two bytes',
      png(header(1, 1, 8, 2), chunk('tRNS', Buffer.alloc(2)), row(0, 0, 0)),
      /cut short/,
    ],
    [
      'a palette of four bytes',
      png(header(1, 1, 8, 3), chunk('PLTE', Buffer.alloc(4)), row(0)),
      /missing or cut short/,
    ],
    ['200 MB of pixels', png(header(5000, 5000, 16, 6), pixels(10)), /unpacks to 200005000 bytes; at most 101000000/],
    ['no rows', png(header(1, 0), pixels(1)), /it has no pixels/],
    ['no columns', png(header(0, 1), pixels(1)), /it has no pixels/],
    ['a side of 16,385 rows', png(header(1, 16_385), pixels(10)), /16384 pixels a side/],
    ['a pixel more than 25 megapixels', png(header(5000, 5001), pixels(10)), /5000 x 5001 pixels are too many/],
    ['a header of 14 bytes', png(chunk('IHDR', Buffer.alloc(14)), pixels(1)), /its header has 14 bytes/],
    ['RGB of 4 bits', png(header(1, 1, 4, 2), pixels(3)), /its header says 4, 2/],
    ['a palette of 16 bits', png(header(1, 1, 16, 3), pixels(3)), /its header says 16, 3/],
    ['a third way to interlace', png(header(1, 1, 8, 0, 2), pixels(2)), /its header says 8, 0, 0, 0, 2/],
    ['a chunk that must be known', png(header(1, 1), chunk('ABCD', Buffer.alloc(1)), pixels(2)), /unknown kind "ABCD"/],
    ['a filter 5', png(header(1, 1), chunk('IDAT', deflateSync(Buffer.from([5, 0])))), /a row has the filter 5/],
  ])('with %s is refused', async (_, bytes, message) => {
    await expect(decode(bytes)).rejects.toThrow(message);
  });

  test('of the largest side is read, and chunks that may be unknown are skipped', async () => {
    expect(await decode(png(header(16_384, 1), pixels(16_385)))).toMatchObject({ width: 16_384, height: 1 });
    expect(await decode(png(header(1, 16_384, 1), pixels(2 * 16_384)))).toMatchObject({ width: 1, height: 16_384 });
    expect(await shades(png(header(1, 1), chunk('abCd', Buffer.alloc(9)), row(7)))).toEqual([7]);
  });

  test.each([0, 1, 2, 3, 4])('rows of the filter %i are those of the specification', async (filter) => {
    const [width, height, distance] = [5, 4, 3];
    const raw = Array.from({ length: height }, (_, y) =>
      Array.from({ length: width * distance }, (_, i) => (y * 67 + i * 41 + ((y * i) % 7) * 30) & 255),
    );
    const paeth = (a: number, b: number, c: number) => {
      const p = a + b - c;
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
      if (pa <= pb && pa <= pc) return a;
      return pb <= pc ? b : c;
    };
    const bytes = raw.flatMap((line, y) => [
      filter,
      ...line.map((value, i) => {
        const [a, b, c] = [line[i - distance] ?? 0, raw[y - 1]?.[i] ?? 0, raw[y - 1]?.[i - distance] ?? 0];
        return (value - ([0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] as number)) & 255;
      }),
    ]);
    const expected = raw.flatMap((line) =>
      Array.from({ length: width }, (_, x) =>
        luma(line[3 * x] as number, line[3 * x + 1] as number, line[3 * x + 2] as number),
      ),
    );
    const file = png(header(width, height, 8, 2), chunk('IDAT', deflateSync(Buffer.from(bytes))));
    expect(await shades(file)).toEqual(expected);
  });
});

describe('BMP', () => {
  interface Bmp {
    readonly depth: number;
    readonly data: readonly number[];
    readonly width: number;
    readonly height?: number;
    readonly headerSize?: number;
    readonly compression?: number;
    /** Behind the first 40 bytes of the header: masks, or a palette. */
    readonly words?: readonly number[];
    readonly colours?: number;
  }

  function bmp({ depth, data, width, height = 1, headerSize = 40, compression = 0, words = [], colours = 0 }: Bmp) {
    const start = 54 + Math.max(headerSize - 40, 0) + 4 * words.length;
    const file = Buffer.alloc(start + data.length);
    file.write('BM');
    file.writeUInt32LE(start, 10);
    file.writeUInt32LE(headerSize, 14);
    file.writeInt32LE(width, 18);
    file.writeInt32LE(height, 22);
    file.writeUInt16LE(depth, 28);
    file.writeUInt32LE(compression, 30);
    file.writeUInt32LE(colours, 46);
    words.forEach((word, i) => {
      file.writeUInt32LE(word >>> 0, 54 + 4 * i);
    });
    file.set(data, start);
    return file;
  }

  const short = (...values: number[]) => values.flatMap((value) => [value & 255, value >> 8]);
  const long = (...values: number[]) => [...new Uint8Array(Uint32Array.from(values).buffer)];
  const [fives, sixes] = [short(0x7fff, 0x7c00, 0x3e0, 0x1f), short(0xffff, 0xf800, 0x7e0, 0x1f)];
  const reversed = [0xff, 0xff00, 0xff0000];
  const primaries = long(0xffffff, 0xff, 0xff00, 0xff0000);
  const veiled = long(0xff000000, 0xff0000ff, 0x80000000, 0x0000ff00);

  test.each<[string, Bmp, number[]]>([
    ['16 bits', { depth: 16, width: 4, data: fives }, [255, red, green, blue]],
    [
      '16 bits by masks',
      { depth: 16, width: 4, compression: 3, words: [0xf800, 0x7e0, 0x1f], data: sixes },
      [255, red, green, blue],
    ],
    [
      'a mask of one bit',
      { depth: 16, width: 2, compression: 3, words: [0x7c00, 0x3e0, 1], data: short(1, 0x1e) },
      [blue, 0],
    ],
    [
      '16 bits of any level',
      { depth: 16, width: 4, data: short(...[1, 15, 16, 30].map((level) => level * 0x421)) },
      [1, 15, 16, 30].map((level) => Math.round((level * 255) / 31)),
    ],
    [
      '24 bits of any level',
      { depth: 24, width: 2, data: [30, 150, 3, 254, 1, 120, 0, 0] },
      [luma(3, 150, 30), luma(120, 1, 254)],
    ],
    ['32 bits', { depth: 32, width: 2, data: long(0x03961e, 0xff7801fe) }, [luma(3, 150, 30), luma(120, 1, 254)]],
    [
      '8 bits a pixel',
      { depth: 8, width: 3, words: Array.from({ length: 256 }, (_, i) => i * 0x10101), data: [255, 128, 7, 0] },
      [255, 128, 7],
    ],
    [
      'more colours than its bits can name',
      { depth: 1, width: 2, colours: 9, words: [0, 0xff], data: [0x40, 0, 0, 0] },
      [0, blue],
    ],
    [
      'rows of more than four bytes',
      {
        depth: 1,
        width: 33,
        height: 2,
        words: [0, 0xffffff],
        data: [0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0],
      },
      Array.from({ length: 66 }, (_, i) => ([32, 33, 64].includes(i) ? 255 : 0)),
    ],
    ['24 bits, with a longer header', { depth: 24, width: 1, headerSize: 124, data: [9, 9, 9, 0] }, [9]],
    ['24 bits', { depth: 24, width: 3, data: [0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0, 0] }, [red, green, blue]],
    [
      '32 bits by masks',
      { depth: 32, width: 4, compression: 3, words: reversed, data: primaries },
      [255, red, green, blue],
    ],
    [
      '32 bits by masks, the fourth of which the header is too small for',
      { depth: 32, width: 4, headerSize: 52, compression: 3, words: [...reversed, 0xff000000], data: veiled },
      [0, red, 0, green],
    ],
    [
      'a mask for alpha in its header',
      { depth: 32, width: 4, headerSize: 56, compression: 3, words: [...reversed, 0xff000000], data: veiled },
      [0, red, 127, 255],
    ],
    [
      'a mask for alpha behind a small header',
      { depth: 32, width: 4, compression: 6, words: [...reversed, 0xff000000], data: veiled },
      [0, red, 127, 255],
    ],
    [
      'a mask for alpha, in two rows',
      {
        depth: 32,
        width: 2,
        height: 2,
        headerSize: 56,
        compression: 3,
        words: [...reversed, 0xff000000],
        data: veiled,
      },
      [127, 255, 0, red],
    ],
    [
      'a mask for alpha that is empty',
      { depth: 32, width: 4, headerSize: 124, compression: 3, words: [...reversed, 0], data: primaries },
      [255, red, green, blue],
    ],
    [
      'alphas that are all 0, which nobody set',
      { depth: 32, width: 4, headerSize: 56, compression: 3, words: [...reversed, 0xff000000], data: primaries },
      [255, red, green, blue],
    ],
    ['rows from the bottom', { depth: 24, width: 1, height: 2, data: [9, 9, 9, 0, 5, 5, 5, 0] }, [5, 9]],
    ['rows from the top', { depth: 24, width: 1, height: -2, data: [9, 9, 9, 0, 5, 5, 5, 0] }, [9, 5]],
    [
      'a palette of two colours',
      { depth: 4, width: 3, colours: 2, words: [0xff0000, 0x00ff00], data: [0x01, 0x10, 0, 0] },
      [red, green, green],
    ],
    ['one bit a pixel', { depth: 1, width: 3, words: [0, 0xff], data: [0b10100000, 0, 0, 0] }, [blue, 0, blue]],
  ])('of %s', async (_, file, expected) => {
    const read = await decode(bmp(file));
    expect([...read.data]).toEqual(expected);
    expect([read.width, read.height]).toEqual([file.width, Math.abs(file.height ?? 1)]);
  });

  test.each<[string, Bmp, RegExp]>([
    ['a header of 39 bytes', { depth: 24, width: 1, headerSize: 39, data: [0, 0, 0, 0] }, /its header has 39 bytes/],
    ['a header of 125 bytes', { depth: 24, width: 1, headerSize: 125, data: [0, 0, 0, 0] }, /its header has 125 bytes/],
    ['2 bits a pixel', { depth: 2, width: 1, data: [0, 0, 0, 0] }, /it has 2 bits a pixel/],
    ['packed rows', { depth: 8, width: 1, compression: 1, data: [0, 0, 0, 0] }, /the compression 1; save it without/],
    ['masks of 24 bits', { depth: 24, width: 1, compression: 3, data: [0, 0, 0, 0] }, /the compression 3/],
    [
      'a mask of no bits',
      { depth: 16, width: 1, compression: 3, words: [0x7c00, 0, 0x1f], data: [0, 0, 0, 0] },
      /no bits/,
    ],
    ['a byte too few', { depth: 24, width: 1, data: [0, 0, 0] }, /it is cut short/],
    [
      'a colour beyond its palette',
      { depth: 4, width: 1, colours: 2, words: [0, 0], data: [0x20, 0, 0, 0] },
      /no colour 2/,
    ],
  ])('with %s is refused', async (_, file, message) => {
    await expect(decode(bmp(file))).rejects.toThrow(message);
  });
});

describe('GIF', () => {
  interface Gif {
    readonly screen: readonly [width: number, height: number];
    /** Left, top, columns and rows. Default: all of the screen. */
    readonly place?: readonly [number, number, number, number];
    readonly data: readonly number[];
    /** Whether it has one for all pictures, of the greys 0, 2, 4 to 254. */
    readonly palette?: boolean;
    /** What the picture has besides: 0x80 and a palette of its own, 0x40 for passes. */
    readonly flags?: number;
    readonly own?: readonly number[];
    readonly before?: readonly number[];
  }

  const words = (...values: number[]) => values.flatMap((value) => [value & 255, value >> 8]);
  const inBlocks = (data: readonly number[]): number[] =>
    data.length === 0 ? [0] : [Math.min(data.length, 255), ...data.slice(0, 255), ...inBlocks(data.slice(255))];
  const every = Array.from({ length: 128 }, (_, i) => [2 * i, 2 * i, 2 * i]).flat();

  function gif({ screen, place = [0, 0, ...screen], data, palette = true, flags = 0, own = [], before = [] }: Gif) {
    // Codes of 8 bits as long as the table is emptied before it is half full.
    const codes = data.flatMap((entry, i) => (i % 100 === 0 ? [128, entry] : [entry]));
    return Uint8Array.from([
      ...Buffer.from('GIF89a'),
      ...[...words(...screen), palette ? 0x86 : 0x06, 0, 0, ...(palette ? every : [])],
      ...[...before, 0x2c, ...words(...place), flags, ...own],
      ...[7, ...inBlocks([...codes, 129]), 0x3b],
    ]);
  }

  const control = (flags: number, entry: number) => [0x21, 0xf9, 4, flags, 0, 0, entry, 0];
  const comment = [0x21, 0xfe, 5, 1, 1, 1, 0, 2, 2, 7, 7, 0];

  test.each([
    [300, 1],
    [1, 300],
  ] as const)('of %i x %i pixels', async (width, height) => {
    const data = Array.from({ length: 300 }, (_, i) => i % 128);
    const expected = data.map((entry) => 2 * entry);
    const read = await decode(gif({ screen: [width, height], data }));
    expect([read.width, read.height, [...read.data]]).toEqual([width, height, expected]);
  });

  test('whose picture fills a part of it, which alone is not transparent', async () => {
    const file = { screen: [3, 3], place: [1, 2, 2, 1], data: [0, 1] } as const;
    expect(await shades(gif(file))).toEqual([255, 255, 255, 255, 255, 255, 255, 0, 2]);
    const far = await decode(gif({ screen: [260, 261], place: [258, 259, 1, 1], data: [1] }));
    expect(far.data.indexOf(2)).toBe(259 * 260 + 258);
  });

  test.each<[left: number, top: number, columns: number, rows: number]>([
    [2, 0, 2, 1],
    [0, 2, 1, 2],
    [0, 0, 4, 1],
    [0, 0, 1, 4],
  ])('whose picture is not all in it is refused: %i, %i, %i, %i', async (...place) => {
    const file = gif({ screen: [3, 3], place, data: new Array(4).fill(0) });
    await expect(decode(file)).rejects.toThrow('its frame is larger than it is itself');
  });

  test('whose rows come in four passes', async () => {
    const rows = [0, 8, 16, 4, 12, 2, 6, 10, 14, 18, 1, 3, 5, 7, 9, 11, 13, 15, 17];
    const expected = Array.from(rows, (_, row) => 2 * row);
    expect(await shades(gif({ screen: [1, 19], data: rows, flags: 0x40 }))).toEqual(expected);
  });

  test('with a palette of its own, or of all pictures, or none', async () => {
    const own = [10, 10, 10, 250, 250, 250];
    const file = { screen: [2, 1], data: [1, 0] } as const;
    expect(await shades(gif(file))).toEqual([2, 0]);
    expect(await shades(gif({ ...file, flags: 0x80, own }))).toEqual([250, 10]);
    expect(await shades(gif({ ...file, flags: 0x80, own, palette: false }))).toEqual([250, 10]);
    await expect(decode(gif({ ...file, palette: false }))).rejects.toThrow('it has no palette');
    await expect(decode(gif({ ...file, data: [1, 2], flags: 0x80, own }))).rejects.toThrow('it has no colour 2');
  });

  test('with a colour that is transparent, and other things before the picture', async () => {
    const file = { screen: [3, 1], data: [20, 7, 50] } as const;
    const paper = [40, 255, 100];
    expect(await shades(gif({ ...file, before: control(1, 7) }))).toEqual(paper);
    expect(await shades(gif({ ...file, before: [...comment, ...control(0xff, 7), ...comment] }))).toEqual(paper);
    for (const before of [comment, control(0, 7), control(0xfe, 7), control(1, 8), [0x21, 0xf9, 3, 1, 0, 7, 0]]) {
      expect(await shades(gif({ ...file, before }))).toEqual([40, 14, 100]);
    }
    expect(await shades(gif({ screen: [2, 1], data: [7, 7], before: control(1, 7) }))).toEqual([0, 0]);
    await expect(decode(gif({ ...file, before: [0x3b] }))).rejects.toThrow('it has no picture');
  });

  test('cut short is refused', async () => {
    const file = gif({ screen: [3, 1], data: [20, 7, 50], before: comment });
    for (let length = 6; length < file.length - 2; length++) {
      await expect(decode(file.subarray(0, length)), `${length}`).rejects.toThrow('it is cut short');
    }
    expect(await shades(file.subarray(0, -1))).toEqual([40, 14, 100]);
  });

  test.each([0, 9])('with codes of %i bits is refused', (size) => {
    expect(() => unpackLzw(new Uint8Array(9), size, 1)).toThrow(`its code size is ${size}`);
  });

  test.each<[string, number[], number[] | string]>([
    // Three bits each: two colours, 4 empties the table, 5 ends it.
    ['a code that is just being made', [4, 1, 6], [1, 1, 1]],
    ['a code that was made', [4, 1, 0, 6], [1, 0, 1, 0]],
    ['an end', [4, 1, 5], 'it has too few pixels'],
    ['a code that nobody made', [4, 1, 7], 'its codes are spoilt'],
    ['a code to be made of nothing', [4, 6], 'its codes are spoilt'],
    ['one after the table is emptied', [4, 1, 4, 6], 'its codes are spoilt'],
  ])('of LZW with %s', (_, codes, expected) => {
    const bits = codes.reduce((sum, code, i) => sum | (code << (3 * i)), 0);
    const unpacked = () => [...unpackLzw(new Uint8Array(Uint32Array.of(bits).buffer), 2, expected.length)];
    if (typeof expected === 'string') expect(unpacked).toThrow(expected);
    else expect(unpacked()).toEqual(expected);
  });
});

describe('the markers of a JPEG file', () => {
  const segment = (marker: number, ...bytes: number[]) => [0xff, marker, 0, bytes.length + 2, ...bytes];
  const frame = (marker: number) => segment(marker, 8, 0, 200, 1, 44, 1, 0, 0, 0);
  const [start, end, scan] = [
    [0xff, 0xd8],
    [0xff, 0xd9],
    [...segment(0xda, 0, 0, 0), 1, 0xff, 0, 2, 0xff, 0xd3, 3],
  ];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
  const exif = segment(0xe1, ...Buffer.from('Exif\0\0'), ...tiff);
  const whole = Uint8Array.from([start, exif, segment(0xc4, 1), frame(0xc2), scan, [0xff], scan, end].flat());
  const facts = { width: 300, height: 200, orientation: 6, scans: 2 };

  test('tell its size, its orientation and its scans', () => {
    expect(readMarkers(whole)).toEqual(facts);
    const shifted = new Uint8Array(whole.length + 3);
    shifted.set(whole, 3);
    expect(readMarkers(shifted.subarray(3))).toEqual(facts);
    const other = segment(0xe1, ...Buffer.from('Exif\0!'), ...tiff);
    expect(readMarkers(Uint8Array.from([start, other, frame(0xc0), scan, end].flat()))).toMatchObject({
      orientation: 1,
      scans: 1,
    });
    const short = segment(0xe1, ...Buffer.from('Exif'));
    expect(readMarkers(Uint8Array.from([start, short, frame(0xcf), scan, end].flat()))).toMatchObject({
      orientation: 1,
    });
  });

  test.each([0x01, 0xd0, 0xd1, 0xd7, 0xd8])('stand alone, as %i does, or have a length', (marker) => {
    const parts = (one: number) => [start, [0xff, one], frame(0xc0), scan, [0xff, one], end];
    expect(readMarkers(Uint8Array.from(parts(marker).flat()))).toMatchObject({ width: 300, height: 200 });
    for (const other of [0x02, 0xcf, 0xda]) {
      expect(() => readMarkers(Uint8Array.from(parts(other).flat()))).toThrow('it is cut short');
    }
  });

  test('are of a frame from SOF0 to SOF15, but for those of tables', () => {
    const markers = Array.from({ length: 18 }, (_, i) => 0xbf + i);
    const frames = markers.filter((marker) => {
      try {
        return readMarkers(Uint8Array.from([start, frame(marker), scan, end].flat())).width === 300;
      } catch {
        return false;
      }
    });
    const tables = [0xc4, 0xc8, 0xcc];
    expect(frames).toEqual(markers.slice(1, -1).filter((marker) => !tables.includes(marker)));
  });

  test('are all there, or it is refused', () => {
    for (let length = 2; length < whole.length; length++) {
      expect(() => readMarkers(whole.subarray(0, length))).toThrow('it is cut short');
    }
  });

  test.each([
    ['two frames', [start, frame(0xc0), frame(0xc1), scan, end], 'it has two frames'],
    ['a frame of 5 bytes', [start, segment(0xc0, 8, 0, 200, 1, 44), scan, end], 'its frame is cut short'],
    ['no frame', [start, segment(0xcc, 8, 0, 200, 1, 44, 1), scan, end], 'it has no picture'],
    ['no scan', [start, frame(0xc0), end], 'it has no picture'],
    ['a length of 1', [start, [0xff, 0xc0, 0, 1], end], 'it is cut short'],
  ])('with %s are refused', (_, parts, message) => {
    expect(() => readMarkers(Uint8Array.from(parts.flat()))).toThrow(message);
  });

  test.each([
    [[...tiff], 6],
    [tiff.with(19, 8), 8],
    [tiff.with(19, 1), 1],
    [tiff.with(19, 0), 1],
    [tiff.with(19, 9), 1],
    [tiff.slice(0, 18), 1],
    [[...tiff.slice(0, 8), 0, 2, 1, 0, 0, 3, 0, 0, 0, 1, 0, 7, 0, 0, ...tiff.slice(10, 19), 5, 0, 0], 5],
    [[], 1],
  ])('%#: the orientation of Exif is from 1 to 8', (bytes, orientation) => {
    expect(orientationOf(new DataView(Uint8Array.from(bytes).buffer))).toBe(orientation);
  });

  test('may have 500 million pixels in their scans, and no more', async () => {
    await expect(decode(photo(5000, 5000, 21))).rejects.toThrow(/it has 21 scans/);
  });
});

test('what ends before its pixels is refused', async () => {
  expect(() => unpackLzw(Uint8Array.of(0x44), 2, 9)).toThrow('it has too few pixels');
  for (const length of ['\x10', '\x0c']) {
    const webp = Buffer.from(`RIFF${length}\0\0\0WEBPVP8 \0\0\0\0`, 'latin1');
    await expect(decode(webp)).rejects.toThrow('it is cut short');
  }
});

describe('the size of a WebP is read as the format has it:', () => {
  const webp = (kind: string, body: readonly number[]) => {
    const file = Buffer.alloc(30);
    file.write(`RIFF\x16\0\0\0WEBP${kind}\x0a\0\0\0`, 'latin1');
    file.set(body, 20);
    return file;
  };
  const bytes = (value: number, count: number) => Array.from({ length: count }, (_, i) => (value >>> (8 * i)) & 255);
  test.each<[string, Uint8Array, string]>([
    // 14 bits each; the two above them are a scale.
    ['of a photo', webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...bytes(0xf234, 2), ...bytes(0x7ace, 2)]), '12852 x 15054'],
    ['without losses', webp('VP8L', [0x2f, ...bytes(0x1233 | (0x3acd << 14), 4)]), '4660 x 15054'],
    ['with more', webp('VP8X', [0, 0, 0, 0, ...bytes(0x12344, 3), ...bytes(0xabccd, 3)]), '74565 x 703694'],
  ])('%s', async (_, file, size) => {
    await expect(decode(file)).rejects.toThrow(`${size} pixels are too many`);
    await expect(decode(file.subarray(0, -1))).rejects.toThrow('it is cut short');
  });

  test('nothing of another kind', async () => {
    await expect(decode(webp('VP9 ', []))).rejects.toThrow('it is of the unknown kind "VP9 "');
    await expect(decode(webp('VP8L', [0x2f, 0, 0, 0, 0]))).rejects.toThrow('its picture is spoilt, or it moves');
  });
});

describe('what is no picture', () => {
  const letters = (text: string) => Buffer.from(text, 'latin1');
  test.each([
    ['%PDF-1.7', 'a PDF document'],
    ['II*\0', 'a TIFF image'],
    ['MM\0*', 'a TIFF image'],
    ['\0\0\0\x18ftypheic', 'a HEIC or AVIF image'],
    ['\0\0\0\x18ftypavif', 'a HEIC or AVIF image'],
    ['<?xml', 'an SVG image or other XML'],
    [' <svg', 'an SVG image or other XML'],
    ['PK\x03\x04', 'a ZIP archive'],
    ['', 'an empty file'],
    ['abcd', 'something else'],
    ['BM is no bitmap, since its header is too long', 'something else'],
  ])('is named: %j', async (text, name) => {
    expect(isPicture(letters(text))).toBe(false);
    await expect(decode(letters(text))).rejects.toThrow(`got ${name}`);
  });

  test('is one if its name says raw and its bytes make a square', async () => {
    const square = Uint8Array.of(1, 2, 3, 4);
    for (const name of ['a.raw', 'a.GRAY', 'a.grey', 'a.bin']) {
      expect(isRawPicture(square, name)).toBe(true);
      expect(await decode(square, name)).toEqual({ width: 2, height: 2, data: square });
    }
    expect([
      isRawPicture(square, 'a.png'),
      isRawPicture(square, 'raw'),
      isRawPicture(new Uint8Array(5), 'a.raw'),
    ]).toEqual([false, false, false]);
    expect(isRawPicture(new Uint8Array(), 'a.raw')).toBe(false);
    await expect(decode(letters('PK\x03\x04'), 'a.raw')).rejects.toThrow('got a ZIP archive');
  });
});
