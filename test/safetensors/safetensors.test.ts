import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormatError } from '../../ts/errors.ts';
import { hasDuplicateKeys } from '../../ts/json/duplicates.ts';
import { parseJson } from '../../ts/json.ts';
import { readSafetensors, writeSafetensors } from '../../ts/safetensors.ts';

/** A file made by hand: any header over any data. */
function file(header: string | Uint8Array, data = new Uint8Array(), length?: bigint): Uint8Array {
  const text = typeof header === 'string' ? new TextEncoder().encode(header) : header;
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes;
}

const entry = (shape: unknown, offsets: unknown, dtype: unknown = 'F32') => ({ dtype, shape, data_offsets: offsets });
const json = (header: object, bytes = 0) => file(JSON.stringify(header), new Uint8Array(bytes));

describe('a file of the Python package', () => {
  const bytes = new Uint8Array(readFileSync(new URL('numpy.safetensors', import.meta.url)));
  const floats = (...values: number[]) => new Float32Array(values);

  test('is read', () => {
    const { tensors, metadata } = readSafetensors(bytes, 'file');
    expect([...tensors]).toEqual([
      ['layer1/bias', { data: floats(0.25, -0.5, 1e-30), shape: [3], dtype: 'F32' }],
      ['layer1/kernel', { data: floats(1.5, -2.25, 3e-8, 0.1, 1e30, -0), shape: [2, 3], dtype: 'F32' }],
      ['números 数字', { data: floats(7), shape: [1, 1, 1], dtype: 'F32' }],
      ['scalar', { data: floats(42), shape: [], dtype: 'F32' }],
    ]);
    expect([...metadata]).toEqual([['note', 'a "quoted" text,\nnúmeros 数字 \\']]);
  });

  test('is what we write of its contents, byte for byte', () => {
    expect(writeSafetensors(readSafetensors(bytes, 'file'))).toEqual(bytes);
  });

  test('may start anywhere in memory', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readSafetensors(shifted.subarray(3), 'file')).toEqual(readSafetensors(bytes, 'file'));
  });
});

test('what is written is read back', () => {
  const name = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text !== '__metadata__');
  const tensor = fc.array(fc.nat(4), { maxLength: 3 }).chain((shape) =>
    fc
      .float32Array({
        minLength: shape.reduce((a, b) => a * b, 1),
        maxLength: shape.reduce((a, b) => a * b, 1),
      })
      .map((data) => ({ data, shape, dtype: 'F32' as const })),
  );
  const entries = fc.uniqueArray(fc.tuple(fc.oneof(name, fc.constantFrom('__proto__', 'constructor')), tensor), {
    selector: ([key]) => key,
    maxLength: 5,
  });
  const metadata = fc.uniqueArray(fc.tuple(fc.oneof(name, fc.constant('__proto__')), name), {
    selector: ([key]) => key,
  });
  fc.assert(
    fc.property(entries, metadata, (entries, metadata) => {
      const contents = { tensors: new Map(entries), metadata: new Map(metadata) };
      const read = readSafetensors(writeSafetensors(contents), 'file');
      expect(new Map(read.tensors)).toEqual(contents.tensors);
      expect(new Map(read.metadata)).toEqual(contents.metadata);
      expect(({} as Record<string, unknown>).dtype).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('a file without tensors or metadata is a file', () => {
  expect(readSafetensors(file('{}'), 'file')).toEqual({ tensors: new Map(), metadata: new Map() });
  expect(readSafetensors(file('{}      '), 'file').tensors.size).toBe(0);
});

const deep = `${'['.repeat(1e6)}${']'.repeat(1e6)}`;

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'file: expected the 8 bytes of a header length, got 0 bytes'],
  ['7 bytes', new Uint8Array(7), 'got 7 bytes'],
  ['no header', file(''), "file: expected a header that starts with '{', got none"],
  ['another header', file('[]'), "expected a header that starts with '{', got byte 91"],
  ['a space before the header', file(' {}'), 'got byte 32'],
  [
    'an HTML page',
    new TextEncoder().encode('<!doctype html><html><body>Not found</body></html>'),
    'file: expected a header of',
  ],
  [
    'a header beyond the file',
    file('{}', undefined, 3n),
    'file: expected a header of 3 bytes, got 2: the file is cut short',
  ],
  ['a header of 10 MB', file('{}', undefined, 10_000_001n), 'expected a header of at most 10000000 bytes'],
  ['a header of 2^64 - 1 bytes', file('{}', undefined, 2n ** 64n - 1n), 'got a length of 18446744073709551615'],
  ['a header that is not UTF-8', file(Uint8Array.of(0x7b, 0xff, 0x7d)), 'expected a header in UTF-8'],
  ['a byte order mark', file(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)), 'got byte 239'],
  ['a header that is not JSON', file('{a: 1}'), 'expected a header in JSON'],
  ['a header and more', file('{}{}'), 'expected a header in JSON'],
  ['zeros behind the header', file('{}\0\0'), 'expected a header in JSON'],
  ['arrays in arrays', file(`{"a":${deep}}`), 'file: expected a header of fewer lists and values'],
  ['a name twice', file('{"a":1,"a":1}'), 'expected a header in which each name stands once'],
  ['a name twice, once in disguise', file('{"a":1,"\\u0061":1}'), 'each name stands once'],
  ['__proto__ twice', file('{"__proto__":1,"__proto__":1}'), 'each name stands once'],
  ['a field twice', file('{"a":{"dtype":"F32","dtype":"F32"}}'), 'each name stands once'],
  ['metadata twice', file('{"__metadata__":{},"__metadata__":{}}'), 'each name stands once'],
  ['a number for a tensor', json({ a: 1 }), "file: tensor 'a': expected an object, got 1"],
  ['an array for a tensor', json({ a: [] }), 'expected an object, got []'],
  ['null for __proto__', file('{"__proto__":null}'), "tensor '__proto__': expected an object, got null"],
  ['a missing field', json({ a: { dtype: 'F32', shape: [] } }, 4), 'expected the fields dtype, shape and data_offsets'],
  ['another field', json({ a: { ...entry([], [0, 4]), strides: [] } }, 4), 'expected the fields dtype, shape'],
  [
    'fields of the prototype',
    file('{"a":{"__proto__":{"dtype":"F32","shape":[],"data_offsets":[0,0]}}}'),
    'the fields dtype',
  ],
  ['complex numbers', json({ a: entry([1], [0, 8], 'C64') }, 8), `tensor 'a': expected dtype 'F64', 'F32', 'F16'`],
  ['a dtype of the prototype', json({ a: entry([1], [0, 4], 'toString') }, 4), 'got "toString"'],
  [
    'an integer that no double holds',
    file(JSON.stringify({ a: entry([1], [0, 8], 'I64') }), new Uint8Array(8).fill(77)),
    "a': expected 64-bit integers within",
  ],
  ['no dtype', json({ a: entry([1], [0, 4], null) }, 4), 'got null'],
  ['no shape', json({ a: entry(1, [0, 4]) }, 4), 'expected a shape of whole numbers, got 1'],
  ['a shape of texts', json({ a: entry(['1'], [0, 4]) }, 4), 'got ["1"]'],
  ['half a row', json({ a: entry([0.5, 2], [0, 4]) }, 4), 'got [0.5,2]'],
  ['a negative shape', json({ a: entry([-1, -1], [0, 4]) }, 4), 'got [-1,-1]'],
  ['an empty tensor with numbers', json({ a: entry([0, 5], [0, 4]) }, 4), 'expected data_offsets 0 bytes apart'],
  ['a shape beyond 2^53', json({ a: entry([2 ** 53], [0, 4]) }, 4), 'expected a shape of whole numbers'],
  ['a product that wraps around', json({ a: entry([2 ** 32, 2 ** 32, 2 ** 32], [0, 0]) }), 'bytes apart'],
  ['a product of 2^64 + 4', json({ a: entry([2 ** 31, 2 ** 31], [0, 4]) }, 4), 'bytes apart'],
  [
    'offsets too near',
    json({ a: entry([2], [0, 4]) }, 4),
    'expected data_offsets 8 bytes apart, as the shape [2] asks, got [0,4]',
  ],
  ['offsets the wrong way', json({ a: entry([1], [4, 0]) }, 4), 'got [4,0]'],
  ['negative offsets', json({ a: entry([1], [-4, 0]) }, 4), 'expected data_offsets [begin, end], got [-4,0]'],
  ['three offsets', json({ a: entry([1], [0, 4, 8]) }, 4), 'got [0,4,8]'],
  ['a hole at the start', json({ a: entry([1], [4, 8]) }, 8), "tensor 'a': expected to begin at 0"],
  ['a hole between', json({ a: entry([1], [0, 4]), b: entry([1], [8, 12]) }, 12), "tensor 'b': expected to begin at 4"],
  ['an overlap', json({ a: entry([2], [0, 8]), b: entry([1], [4, 8]) }, 8), "tensor 'b': expected to begin at 8"],
  [
    'the same bytes twice',
    json({ a: entry([1], [0, 4]), b: entry([1], [0, 4]) }, 4),
    "tensor 'b': expected to begin at 4",
  ],
  ['too little data', json({ a: entry([1], [0, 4]) }, 3), 'file: expected 4 bytes after the header, as it says, got 3'],
  ['too much data', json({ a: entry([1], [0, 4]) }, 5), 'got 5'],
  ['data for no tensor', json({}, 1), 'file: expected 0 bytes after the header'],
  ['metadata that is no object', json({ __metadata__: [] }), 'file: __metadata__: expected an object of texts'],
  ['metadata of numbers', json({ __metadata__: { a: 1 } }), 'got {"a":1}'],
  ['null metadata', json({ __metadata__: null }), 'got null'],
  ['a text of 98 letters for a tensor', json({ a: 'x'.repeat(98) }), `got "${'x'.repeat(98)}"`],
  ['one of 99 letters', json({ a: 'x'.repeat(99) }), `got "${'x'.repeat(96)}...`],
])('refuses %s', (_what, bytes, message) => {
  expect(() => readSafetensors(bytes, 'file')).toThrow(FormatError);
  expect(() => readSafetensors(bytes, 'file')).toThrow(message);
});

test('the order of the header is not the order of the data', () => {
  const data = new Uint8Array(new Float32Array([1, 2, 3]).buffer);
  const header = JSON.stringify({ b: entry([2], [4, 12]), a: entry([], [0, 4]) });
  expect([...readSafetensors(file(header, data), 'file').tensors]).toEqual([
    ['b', { data: new Float32Array([2, 3]), shape: [2], dtype: 'F32' }],
    ['a', { data: new Float32Array([1]), shape: [], dtype: 'F32' }],
  ]);
});

test('any bytes are read or refused by a FormatError', () => {
  const lengths = fc.oneof(fc.bigInt({ min: 0n, max: 64n }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));
  const headers = fc.oneof(
    fc.string(),
    fc.json(),
    fc.object().map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(lengths, headers, fc.uint8Array({ maxLength: 32 }), fc.boolean(), (length, header, data, honest) => {
      try {
        readSafetensors(file(header, data, honest ? undefined : length), 'file');
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 2000 },
  );
});

test('JSON may take twice its size and 16 MiB in memory: 64 bytes a list, 16 a value', () => {
  const [lists, commas] = [2, 1.5e6];
  const text = `{"a":[0${',0'.repeat(commas)}]}`;
  const padded = text.padEnd((64 * lists + 16 * commas - 2 ** 24) / 2);
  expect(padded.length).toBeGreaterThan(text.length);
  const parsed = (json: string) => parseJson(new TextEncoder().encode(json), 'file', 'a header');
  expect(Object.keys(parsed(padded) as object)).toEqual(['a']);
  expect(() => parsed(padded.slice(0, -1))).toThrow(
    new FormatError('file', 'a header of fewer lists and values', `${padded.length - 1} bytes that are little else`),
  );
});

test('JSON does not begin with a byte order mark, and is UTF-8', () => {
  const parsed = (...bytes: number[]) => parseJson(Uint8Array.from(bytes), 'file', 'a header');
  expect(parsed(0x7b, 0x7d)).toEqual({});
  expect(() => parsed(0xef, 0xbb, 0xbf, 0x7b, 0x7d)).toThrow('file: expected a header in JSON');
  expect(() => parsed(0x22, 0xff, 0x22)).toThrow(new FormatError('file', 'a header in UTF-8', 'other bytes'));
});

test('duplicate keys are found in any object, and only there', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(hasDuplicateKeys(JSON.stringify(JSON.parse(text)))).toBe(false);
    }),
  );
  expect(hasDuplicateKeys('{"a":{"b":1},"c":{"b":1},"d":[{"b":"b:{}","e":"\\\\"},{"b":"\\":"}]}')).toBe(false);
  expect(hasDuplicateKeys('{"a":[{"b":{"x":0}},{"b":{"x":0,"y":1,"x":0}}]}')).toBe(true);
  expect(hasDuplicateKeys(`{"a":"${'x'.repeat(9e6)}","a":1}`)).toBe(true);
});

describe('numbers of every type are read:', () => {
  const numbers = [1, 0, 3, 100];
  const halves = [0x3c00, 0, 0x4200, 0x5640];
  const bfloats = [0x3f80, 0, 0x4040, 0x42c8];
  test.each<[dtype: string, data: ArrayBufferView<ArrayBuffer>]>([
    ['F64', Float64Array.from(numbers)],
    ['F32', Float32Array.from(numbers)],
    ['F16', Uint16Array.from(halves)],
    ['BF16', Uint16Array.from(bfloats)],
    ['I64', BigInt64Array.from(numbers, BigInt)],
    ['I32', Int32Array.from(numbers)],
    ['I16', Int16Array.from(numbers)],
    ['I8', Int8Array.from(numbers)],
    ['U64', BigUint64Array.from(numbers, BigInt)],
    ['U32', Uint32Array.from(numbers)],
    ['U16', Uint16Array.from(numbers)],
    ['U8', Uint8Array.from(numbers)],
  ])('%s', (dtype, data) => {
    const header = { a: { dtype, shape: [2, 2], data_offsets: [0, data.byteLength] } };
    const { tensors } = readSafetensors(file(JSON.stringify(header), new Uint8Array(data.buffer)), 'file');
    expect([...(tensors.get('a')?.data ?? [])]).toEqual(numbers);
    expect(tensors.get('a')).toMatchObject({ shape: [2, 2], dtype });
    const short = { a: { dtype, shape: [3], data_offsets: [0, data.byteLength] } };
    expect(() => readSafetensors(file(JSON.stringify(short), new Uint8Array(data.buffer)), 'file')).toThrow(
      `expected data_offsets ${(data.byteLength / 4) * 3} bytes apart`,
    );
  });
});

describe('floats of eight bits are those of', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const read = (dtype: string, data: Uint8Array<ArrayBuffer>) => {
    const length = data.length / (dtype === 'F16' ? 2 : 1);
    const header = { a: { dtype, shape: [length], data_offsets: [0, data.length] } };
    return readSafetensors(file(JSON.stringify(header), data), 'file').tensors.get('a')?.data;
  };

  test('F8_E5M2: the upper half of a 16-bit float', () => {
    const halves = new Uint8Array(Uint16Array.from(bytes, (byte) => byte << 8).buffer);
    expect(read('F8_E5M2', bytes)).toEqual(read('F16', halves));
  });

  test('F8_E4M3: a bias of 7, subnormal numbers, and a NaN in place of infinities', () => {
    const positive = Array.from({ length: 127 }, (_, bits) => {
      const fraction = (bits % 8) / 8;
      return bits < 8 ? fraction * 2 ** -6 : (1 + fraction) * 2 ** (Math.floor(bits / 8) - 7);
    });
    const negative = positive.map((number) => -number);
    expect(read('F8_E4M3', bytes)).toEqual(Float32Array.from([...positive, Number.NaN, ...negative, Number.NaN]));
  });
});
