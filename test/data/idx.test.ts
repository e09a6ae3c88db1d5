import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip, inflatedLimit, isGzip, unzlib } from '../../ts/data/gzip.ts';
import { parseIdx } from '../../ts/data/idx.ts';
import { sha256 } from '../../ts/data/sha256.ts';
import { DtypeError, FormatError } from '../../ts/errors.ts';
import { type Expected, fixture, fixtureJson } from './support.ts';

const expected = fixtureJson<{ idx: Record<string, Expected> }>('expected.json').idx;
const names = Object.keys(expected);

async function parsesOrRefuses(bytes: Uint8Array): Promise<boolean> {
  try {
    const { data, shape } = await parseIdx(bytes, 'file');
    return data.length === shape.reduce((product, length) => product * length, 1);
  } catch (error) {
    return error instanceof FormatError && error.message.startsWith('file: expected');
  }
}

describe('parseIdx', () => {
  it.each(names)('reads %s as NumPy wrote it', async (name) => {
    const { data, shape } = await parseIdx(fixture(`idx/${name}`), name);
    expect(shape).toEqual(expected[name]?.shape);
    expect(Array.from(data)).toEqual(expected[name]?.data);
  });

  it('shares the memory of a plain file of bytes', async () => {
    const file = fixture('idx/images');
    expect((await parseIdx(file)).data.buffer).toBe(file.buffer);
  });

  it.each(names)('refuses %s cut short anywhere, or with a byte too many', async (name) => {
    const file = fixture(`idx/${name}`);
    for (let length = 0; length < file.length; length++) {
      await expect(parseIdx(file.subarray(0, length), 'file')).rejects.toThrow(FormatError);
    }
    await expect(parseIdx(Uint8Array.of(...file, 0), 'file')).rejects.toThrow(FormatError);
  });

  it.each([
    ['another file', [0x89, 0x50, 0x4e, 0x47], 'file: expected an IDX file, which begins 00 00'],
    ['an empty file', [], 'got an empty file'],
    ['an unknown type', [0, 0, 0x0a, 1, 0, 0, 0, 0], 'got bytes 00 00 0a 01'],
    ['four bytes alone', [0, 0, 8, 1], 'file: expected a header of 8 bytes, got 4 bytes'],
    ['another rank', [0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0], 'file: expected an array of 1 dimension, got 2'],
    ['lengths beyond any memory', [0, 0, 8, 1, 255, 255, 255, 255], 'expected 4294967295 bytes of data'],
  ])('refuses %s and says what it is', async (_, bytes, message) => {
    await expect(parseIdx(Uint8Array.from(bytes), 'file', 1)).rejects.toThrow(message);
  });

  it('says what it got instead of bytes', async () => {
    await expect(parseIdx('train' as unknown as Uint8Array)).rejects.toThrow(DtypeError);
  });

  it('reads or refuses any file with any bytes changed', async () => {
    const change = fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.array(change, { minLength: 1, maxLength: 4 }), (name, changes) => {
        const file = fixture(`idx/${name}`);
        for (const [place, byte] of changes) file[place % file.length] = byte;
        return parsesOrRefuses(file);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('gunzip', () => {
  const zeros = new Uint8Array(1_000_000);

  it('gives back what node:zlib compressed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.constantFrom(0, 1, 9), async (bytes, level) => {
        expect(await gunzip(new Uint8Array(gzipSync(bytes, { level })), 'file')).toEqual(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it('takes a high ratio within the limit, and nothing above it', async () => {
    const file = new Uint8Array(gzipSync(zeros));
    expect((await gunzip(file, 'file')).length).toBe(zeros.length);
    await expect(gunzip(file, 'file', 999_999)).rejects.toThrow(
      'file: expected at most 999999 bytes after decompression, got 1000000 bytes',
    );
  });

  it('refuses more than the end of the file states', async () => {
    const file = new Uint8Array(gzipSync(zeros));
    new DataView(file.buffer).setUint32(file.length - 4, 1000, true);
    await expect(gunzip(file, 'file', 2000)).rejects.toThrow(FormatError);
  });

  it('makes no room for what the end of the file states alone', async () => {
    const file = new Uint8Array(gzipSync(zeros.subarray(0, 100)));
    new DataView(file.buffer).setUint32(file.length - 4, 2 ** 25, true);
    const before = process.memoryUsage().arrayBuffers;
    const read = gunzip(file, 'file');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 22);
    await expect(read).rejects.toThrow(FormatError);
  });

  it('refuses a byte changed in the middle', async () => {
    const file = new Uint8Array(gzipSync(fixture('expected.json')));
    const place = file.length >> 1;
    file[place] = (file[place] as number) ^ 1;
    await expect(gunzip(file, 'file')).rejects.toThrow(/^file: expected a whole and sound gzip file/);
  });
});

describe('what is compressed', () => {
  it('may become 200 times its size, and 32 MiB anyway, and 1 GiB at the most', () => {
    expect([0, 1e5, 2e5, 2 ** 30 / 200, 1e9].map(inflatedLimit)).toEqual([2 ** 25, 2 ** 25, 4e7, 2 ** 30, 2 ** 30]);
  });

  it('is known by its first two bytes', () => {
    expect(isGzip(gzipSync(''))).toBe(true);
    for (const bytes of [[], [0x1f], [0x8b, 0x1f], [0x1f, 0x8c], [0x1e, 0x8b]]) {
      expect(isGzip(Uint8Array.from(bytes))).toBe(false);
    }
  });

  it('has a head and an end, of 18 bytes', async () => {
    const file = new Uint8Array(gzipSync(''));
    expect(await gunzip(file, 'file')).toEqual(new Uint8Array());
    await expect(gunzip(file.subarray(0, 17), 'file')).rejects.toThrow(
      'file: expected a whole gzip file, got 17 bytes',
    );
    await expect(gunzip(file.subarray(0, 18), 'file')).rejects.toThrow('file: expected a whole and sound gzip file');
  });

  it('may be of zlib', async () => {
    const bytes = new TextEncoder().encode('zlib has two bytes and a sum'.repeat(100));
    const file = new Uint8Array(deflateSync(bytes));
    expect(await unzlib(file, 'file')).toEqual(bytes);
    const refused = expect(unzlib(file.subarray(0, -1), 'file')).rejects;
    await refused.toThrow('file: expected a whole and sound zlib stream');
    const large = new Uint8Array(deflateSync(new Uint8Array(2 ** 25 + 1)));
    await expect(unzlib(large, 'file')).rejects.toThrow(
      'file: expected at most 33554432 bytes after decompression, got more',
    );
    expect(await unzlib(new Uint8Array(deflateSync(new Uint8Array(2 ** 25))), 'file')).toHaveLength(2 ** 25);
  });
});

describe('sha256', () => {
  // The vectors of FIPS 180-2, appendix B.
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ])('of %j', async (text, digest) => {
    const bytes = new TextEncoder().encode(text);
    expect(await sha256(bytes)).toBe(digest);
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    expect(await sha256(shared)).toBe(digest);
  });
});
