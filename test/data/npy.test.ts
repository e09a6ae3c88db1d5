import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNpy } from '../../ts/data/npy.ts';
import { DtypeError, FormatError } from '../../ts/errors.ts';
import { computed } from '../computed.ts';
import { type Expected, fixture, fixtureJson } from './support.ts';

const expected = fixtureJson<{ npy: Record<string, Expected> }>('expected.json').npy;
const names = Object.keys(expected);

const arrays: Record<string, unknown> = {
  b1: Uint8Array,
  u1: Uint8Array,
  i1: Int8Array,
  u2: Uint16Array,
  i2: Int16Array,
  u4: Uint32Array,
  i4: Int32Array,
  u8: Float64Array,
  i8: Float64Array,
  f2: Float32Array,
  f4: Float32Array,
  f8: Float64Array,
};

/** A version 1 file with any header. */
function npy(header: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const text = new TextEncoder().encode(header);
  const start = Uint8Array.of(
    0x93,
    ...new TextEncoder().encode('NUMPY'),
    1,
    0,
    text.length & 255,
    text.length >> 8,
    ...text,
  );
  const file = new Uint8Array(start.length + data.length);
  file.set(start);
  file.set(data, start.length);
  return file;
}

/** Nothing but an array or a FormatError may come of any bytes, and no array may be larger than they are. */
function parsesOrRefuses(bytes: Uint8Array): boolean {
  try {
    const { data, shape } = parseNpy(bytes, 'file');
    return data.byteLength <= bytes.length && data.length === shape.reduce((product, length) => product * length, 1);
  } catch (error) {
    return error instanceof FormatError && error.message.startsWith('file');
  }
}

describe('parseNpy', () => {
  it.each(names)('reads %s as NumPy does', (name) => {
    const { data, shape } = parseNpy(fixture(`npy/${name}.npy`), name);
    expect(shape).toEqual(expected[name]?.shape);
    expect(Array.from(data)).toEqual(expected[name]?.data);
    const type = name.split('-')[0] as string;
    if (type in arrays) expect(data).toBeInstanceOf(arrays[type]);
  });

  it('reads an array that begins at any address', () => {
    const file = fixture('npy/f8-big-fortran.npy');
    const shifted = new Uint8Array(file.length + 1);
    shifted.set(file, 1);
    expect(parseNpy(shifted.subarray(1))).toEqual(parseNpy(file));
  });

  it.each(['object', 'record', 'text', 'complex', 'long-double', 'large-i8', 'large-u8'])(
    'refuses %s elements',
    (name) => {
      const file = fixture(`npy/refused-${name}.npy`);
      expect(() => parseNpy(file, 'X.npy')).toThrow(FormatError);
      expect(() => parseNpy(file, 'X.npy')).toThrow(/^X\.npy/);
    },
  );

  it.each([
    ['no dictionary', ''],
    ['a number', '5'],
    ['a call', "dict(descr='<f4', fortran_order=False, shape=())"],
    ['a missing key', "{'descr': '<f4', 'shape': ()}"],
    ['a key too many', "{'descr': '<f4', 'fortran_order': False, 'shape': (), 'more': ()}"],
    ['a key twice', "{'descr': '<f4', 'fortran_order': False, 'shape': (), 'shape': ()}"],
    ['a key of prototypes', "{'__proto__': '<f4', 'fortran_order': False, 'shape': ()}"],
    ['no comma', "{'descr': '<f4' 'fortran_order': False, 'shape': ()}"],
    ['no comma behind one that is read over', "{'descr': '<f4' + 'fortran_order': False, 'shape': ()}"],
    ['a bracket for a comma', "{'descr': '<f4') 'fortran_order': False, 'shape': ()}"],
    ['two commas', "{'descr': '<f4',, 'fortran_order': False, 'shape': ()}"],
    ['a comma alone', "{,'descr': '<f4', 'fortran_order': False, 'shape': ()}"],
    ['a tuple without a comma', "{'descr': '<f4', 'fortran_order': False, 'shape': (1 1)}"],
    ['a tuple of two commas', "{'descr': '<f4', 'fortran_order': False, 'shape': (1,,)}"],
    ['a text in a tuple', "{'descr': '<f4', 'fortran_order': False, 'shape': ('1',)}"],
    ['an equals sign', "{'descr'= '<f4', 'fortran_order': False, 'shape': ()}"],
    ['a comma for a colon', "{'descr', '<f4', 'fortran_order': False, 'shape': ()}"],
    ['something after it', "{'descr': '<f4', 'fortran_order': False, 'shape': ()} + 1"],
    ['no end', "{'descr': '<f4', 'fortran_order': False, 'shape': ()"],
    ['a wrong boolean', "{'descr': '<f4', 'fortran_order': 0, 'shape': ()}"],
    ['a text as order', "{'descr': '<f4', 'fortran_order': 'no', 'shape': ()}"],
    ['a tuple as order', "{'descr': '<f4', 'fortran_order': (), 'shape': ()}"],
    ['a boolean as type', "{'descr': True, 'fortran_order': False, 'shape': ()}"],
    ['a boolean as shape', "{'descr': '<f4', 'fortran_order': False, 'shape': False}"],
    ['a text as shape', "{'descr': '<f4', 'fortran_order': False, 'shape': '1'}"],
    ['a shape that is no tuple', "{'descr': '<f4', 'fortran_order': False, 'shape': (1)}"],
    ['a list as shape', "{'descr': '<f4', 'fortran_order': False, 'shape': [1]}"],
    ['a negative length', "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}"],
    ['a fraction as length', "{'descr': '<f4', 'fortran_order': False, 'shape': (1.0,)}"],
    ['a length beyond 2^53', "{'descr': '<f4', 'fortran_order': False, 'shape': (9007199254740993,)}"],
    ['an escape', "{'descr': '\\x3cf4', 'fortran_order': False, 'shape': ()}"],
    ['no byte order', "{'descr': 'f4', 'fortran_order': False, 'shape': ()}"],
    ['an unknown type', "{'descr': '<f3', 'fortran_order': False, 'shape': ()}"],
    ['a type of prototypes', "{'descr': '__proto__', 'fortran_order': False, 'shape': ()}"],
    ['too many dimensions', `{'descr': '<f4', 'fortran_order': False, 'shape': (${'1, '.repeat(65)})}`],
  ])('refuses a header with %s', (_, header) => {
    expect(() => parseNpy(npy(header, new Uint8Array(4)), 'file')).toThrow(FormatError);
  });

  it('says which values the keys of a header must have', () => {
    for (const header of [
      "{'descr': True, 'fortran_order': False, 'shape': ()}",
      "{'descr': '<f4', 'fortran_order': 'no', 'shape': ()}",
      "{'descr': '<f4', 'fortran_order': False, 'shape': '1'}",
    ]) {
      expect(() => parseNpy(npy(header, new Uint8Array(4)), 'file')).toThrow(
        "file: header: expected the keys 'descr' (a string), 'fortran_order' (a boolean) and 'shape' (a tuple), got",
      );
    }
  });

  it('takes what Python 2 wrote, and double quotes', () => {
    const header = `{"descr": '<u2', 'fortran_order': False, 'shape': (2L, 1L), }\n`;
    expect(parseNpy(npy(header, Uint8Array.of(1, 0, 2, 1)))).toEqual({ data: Uint16Array.of(1, 258), shape: [2, 1] });
  });

  it('refuses a small file that claims 32 GB, or more than any number holds, before it makes room', () => {
    for (const shape of ['(65536, 65536)', `(${'9007199254740991, '.repeat(60)})`]) {
      const header = `{'descr': '<f8', 'fortran_order': True, 'shape': ${shape}, }`;
      expect(() => parseNpy(npy(header), 'file')).toThrow(/^file: expected \S+ bytes of data for shape/);
    }
  });

  it('reads 2^20 bytes in Fortran order and 64 axes without delay', () => {
    const shape = Array.from({ length: 64 }, (_, axis) => (axis % 3 === 0 && axis < 60 ? 2 : 1));
    const data = Uint8Array.from({ length: 2 ** 20 }, (_, i) => i);
    const start = computed();
    const { data: read } = parseNpy(
      npy(`{'descr': '|u1', 'fortran_order': True, 'shape': (${shape.join(', ')}), }`, data),
    );
    expect(computed() - start).toBeLessThan(1000);
    // The last index runs fastest in what is read, the first in the file: the bits of the place are reversed.
    const reversed = (place: number) =>
      Number.parseInt(place.toString(2).padStart(20, '0').split('').reverse().join(''), 2);
    for (const place of [0, 1, 2, 3, 12345, 2 ** 19, 2 ** 20 - 1]) expect(read[place]).toBe(reversed(place) & 255);
  });

  it('says of a number that is no value what would be one', () => {
    const header = `{'descr': '<f8', 'fortran_order': 0, 'shape': (1,), }`;
    expect(() => parseNpy(npy(header), 'file')).toThrow('file: header: expected a string, True, False or a tuple, got');
  });

  it('refuses a header above 64 KiB before it reads it', () => {
    const file = Uint8Array.of(0x93, ...new TextEncoder().encode('NUMPY'), 2, 0, 0, 0, 0, 0x7f);
    expect(() => parseNpy(file, 'file')).toThrow(
      'file: expected a header of at most 65536 bytes, got 2130706432 bytes',
    );
  });

  it('names the first integer that no double holds', () => {
    const data = (...integers: bigint[]) => new Uint8Array(BigInt64Array.from(integers).buffer);
    const header = `{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }`;
    expect(() => parseNpy(npy(header, data(2n ** 53n, 1n)), 'file')).toThrow('got 9007199254740992 at element 0');
    expect(() => parseNpy(npy(header, data(1n, -(2n ** 53n))), 'file')).toThrow('got -9007199254740992 at element 1');
    const { data: read } = parseNpy(npy(header, data(2n ** 53n - 1n, 1n - 2n ** 53n)), 'file');
    expect([...read]).toEqual([2 ** 53 - 1, 1 - 2 ** 53]);
  });

  it('says what it got instead of a file', () => {
    expect(() => parseNpy('X.npy' as unknown as Uint8Array)).toThrow(DtypeError);
    expect(() => parseNpy(new Uint8Array(), 'X.npy')).toThrow(
      'X.npy: expected an .npy file, which begins with \\x93NUMPY, got an empty file',
    );
    expect(() => parseNpy(new TextEncoder().encode('<!doctype html>'), 'X.npy')).toThrow('got an HTML page');
    expect(() => parseNpy(Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0xa0, 7, 8), 'X.npy')).toThrow(
      /, got bytes 50 4b 03 04 ff a0$/,
    );
  });

  it('tells a file by its first six bytes, and that they are there', () => {
    const header = "{'descr': '|u1', 'fortran_order': False, 'shape': ()}";
    const good = npy(header, Uint8Array.of(7));
    expect(parseNpy(good).data).toEqual(Uint8Array.of(7));
    for (let place = 0; place < 6; place++) {
      const other = good.with(place, 0x20);
      expect(() => parseNpy(other, 'file')).toThrow('expected an .npy file, which begins with \\x93NUMPY');
    }
    expect(() => parseNpy(good.subarray(0, 9), 'file')).toThrow('expected an .npy file, which begins');
    expect(() => parseNpy(good.subarray(0, 10), 'file')).toThrow(`a header of ${header.length} bytes, got 0 bytes`);
    for (const [major, minor] of [
      [0, 0],
      [4, 0],
      [1, 1],
    ] as const) {
      const other = good.with(6, major).with(7, minor);
      expect(() => parseNpy(other, 'file')).toThrow(`expected .npy format 1.0, 2.0 or 3.0, got ${major}.${minor}`);
    }
    for (const length of [10, 11]) {
      expect(() => parseNpy(good.with(6, 2).subarray(0, length), 'file')).toThrow(
        `expected a header of at least 12 bytes, got ${length} bytes`,
      );
    }
    const empty = good.with(6, 2).with(8, 0).with(9, 0).with(10, 0).with(11, 0).subarray(0, 12);
    expect(() => parseNpy(empty, 'file')).toThrow('file: header: expected {, got ""');
  });

  it('takes headers of 64 KiB, of which a message has 120 letters', () => {
    const header = "{'descr': '|u1', 'fortran_order': False, 'shape': ()}";
    const long = (length: number) => {
      const file = new Uint8Array(12 + length + 1).fill(0x20);
      file.set(Uint8Array.of(0x93, ...new TextEncoder().encode('NUMPY'), 2, 0));
      new DataView(file.buffer).setUint32(8, length, true);
      file.set(new TextEncoder().encode(header), 12);
      return file;
    };
    expect(parseNpy(long(65_536)).data).toEqual(Uint8Array.of(0x20));
    expect(() => parseNpy(long(65_537), 'file')).toThrow('a header of at most 65536 bytes, got 65537 bytes');
    const shown = (length: number) => () => parseNpy(npy('x'.repeat(length)), 'file');
    expect(shown(120)).toThrow(`a Python dictionary literal, got "${'x'.repeat(120)}"`);
    expect(shown(121)).toThrow(`a Python dictionary literal, got "${'x'.repeat(120)}..."`);
  });

  it.each(['True', 'False'])('takes no numbers, in Fortran order: %s', (order) => {
    for (const shape of [[0], [0, 3], [3, 0]]) {
      const file = npy(`{'descr': '<f4', 'fortran_order': ${order}, 'shape': (${shape.join(', ')},)}`);
      expect(parseNpy(file)).toEqual({ data: new Float32Array(), shape });
    }
  });

  it('takes up to 64 axes', () => {
    const header = (axes: number) => `{'descr': '|u1', 'fortran_order': False, 'shape': (${'1, '.repeat(axes)})}`;
    expect(parseNpy(npy(header(64), Uint8Array.of(7))).shape).toHaveLength(64);
    expect(() => parseNpy(npy(header(65), Uint8Array.of(7)))).toThrow('expected at most 64 dimensions');
  });

  it('says of objects what they are', () => {
    const read = (descr: string) => () =>
      parseNpy(npy(`{'descr': '${descr}', 'fortran_order': False, 'shape': ()}`), 'file');
    for (const descr of ['O', '|O', '|O8']) expect(read(descr)).toThrow(`got '${descr}' (objects, which are a pickle`);
    for (const descr of ['|S8', '<O']) expect(read(descr)).toThrow(new RegExp(`got '${descr.replace('|', '.')}'$`));
  });

  it.each(names)('refuses %s cut short anywhere, or with a byte too many', (name) => {
    const file = fixture(`npy/${name}.npy`);
    for (let length = 0; length < file.length; length++) {
      expect(() => parseNpy(file.subarray(0, length), 'file')).toThrow(FormatError);
    }
    expect(() => parseNpy(Uint8Array.of(...file, 0), 'file')).toThrow(FormatError);
  });

  it.each(['cube-fortran', 'version-1', 'version-2', 'version-3'])(
    'reads or refuses %s with any one byte of its header changed to any other',
    (name) => {
      const file = fixture(`npy/${name}.npy`);
      for (let place = 0; place < 128; place++) {
        const right = file[place] as number;
        for (let byte = 0; byte < 256; byte++) {
          file[place] = byte;
          if (!parsesOrRefuses(file)) expect.fail(`byte ${place} as ${byte}`);
        }
        file[place] = right;
      }
    },
  );

  it('reads or refuses any file with any bytes changed', () => {
    const change = fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(change, { minLength: 1, maxLength: 8 }), (name, changes) => {
        const file = fixture(`npy/${name}.npy`);
        for (const [place, byte] of changes) file[place % file.length] = byte;
        return parsesOrRefuses(file);
      }),
      { numRuns: 10_000 },
    );
  });

  it('reads or refuses any header of the right words in any order', () => {
    const words = [
      "'descr'",
      "'fortran_order'",
      "'shape'",
      "'<f4'",
      '{',
      '}',
      '(',
      ')',
      ':',
      ',',
      'True',
      '3',
      '0',
      ' ',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 24 });
    fc.assert(
      fc.property(text, fc.uint8Array({ maxLength: 40 }), (parts, data) => parsesOrRefuses(npy(parts.join(''), data))),
      { numRuns: 10_000 },
    );
  });
});
