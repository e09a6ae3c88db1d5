import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FormatError } from '../../ts/errors.ts';
import { lookup3 } from '../../ts/formats/hdf5/checksum.ts';
import { Reader } from '../../ts/formats/hdf5/reader.ts';
import { type Hdf5Content, type Hdf5Group, type Hdf5Numbers, readHdf5, writeHdf5 } from '../../ts/formats/hdf5.ts';
import { computed } from '../computed.ts';
import { fileBytes, fileUrl } from './support.ts';

const letters = (text: string) => new TextEncoder().encode(text);

test('lookup3 gives what its author lists', () => {
  // The driver5 of https://burtleburtle.net/bob/c/lookup3.c, with initial values of 0.
  expect(lookup3(letters(''))).toBe(0xdeadbeef);
  expect(lookup3(letters('Four score and seven years ago'))).toBe(0x17770551);
});

/** Made by make_h5py.py: what h5py reads from files of each kind. */
interface Noted {
  readonly names: readonly string[];
  readonly floats: Readonly<Record<string, { readonly shape: readonly number[]; readonly data: readonly string[] }>>;
  readonly wholes: Readonly<Record<string, number>>;
  /** Datasets that hold no whole number that is read. */
  readonly odd: readonly string[];
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

const noted: {
  readonly read: Readonly<Record<string, Noted>>;
  /** Attributes and arrays of what we wrote, by paths. */
  readonly ours: unknown;
} = JSON.parse(readFileSync(new URL('h5py.json', import.meta.url), 'utf8'));

describe.each(Object.entries(noted.read))(
  '%s is read as h5py reads it:',
  (name, { names, floats, wholes, odd, texts }) => {
    const bytes = fileBytes(name);
    const root = readHdf5(bytes, 'file');

    test('groups', () => {
      expect([...root.names].sort()).toEqual([...names].sort());
      for (const group of names) expect([group, root.group(group) !== undefined]).toEqual([group, true]);
    });

    test.each(Object.entries(floats))('floats, %s', (dataset, { shape, data }) => {
      const found = root.dataset(`floats/${dataset}`);
      expect(found?.shape).toEqual(shape);
      expect(found?.read()).toEqual(Float32Array.from(data, (text) => Number(text.replace('inf', 'Infinity'))));
      expect(found?.readWhole()).toBeUndefined();
    });

    test('whole numbers', () => {
      for (const [dataset, value] of Object.entries(wholes)) {
        const found = root.dataset(`wholes/${dataset}`);
        expect(found?.readWhole(), dataset).toBe(value);
        expect(() => found?.read()).toThrow(`'wholes/${dataset}' of floats`);
      }
      for (const dataset of odd) expect(root.dataset(`odd/${dataset}`)?.readWhole(), dataset).toBeUndefined();
    });

    test('texts', () => {
      expect(Object.fromEntries(root.group('texts')?.attributes ?? [])).toEqual(texts);
    });

    test('and what is packed or in chunks is refused', () => {
      expect(() => root.dataset('packed/chunks')?.read()).toThrow("'packed/chunks' in one piece, as Keras writes it");
      expect(() => root.dataset('packed/gzip')?.read()).toThrow("expected 'packed/gzip' as Keras writes it");
    });

    test('with any byte changed or cut off it is read, or refused by a FormatError', () => {
      /** Everything that can be read of a group. */
      const readAll = (group: Hdf5Group): void => {
        group.attributes.size;
        for (const inside of group.names) {
          const dataset = group.dataset(inside);
          dataset?.readWhole();
          if (dataset && dataset.shape.length > 0) dataset.read();
          const below = group.group(inside);
          if (below) readAll(below);
        }
      };
      const tried = (file: Uint8Array) => {
        try {
          readAll(readHdf5(file, 'file'));
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      };
      const spoilt = bytes.slice();
      for (let place = 0; place < bytes.length; place += 97) {
        tried(bytes.subarray(0, place));
        const right = spoilt[place] as number;
        spoilt[place] = right ^ 0xff;
        tried(spoilt);
        spoilt[place] = right;
      }
    });
  },
);

test('what is written is the file that h5py has read', () => {
  const written = writeHdf5({
    attributes: new Map([
      ['backend', 'Grüße'],
      ['empty', ''],
    ]),
    groups: new Map([
      [
        'layer',
        {
          attributes: new Map([['names', 'kernel']]),
          datasets: new Map<string, Hdf5Numbers>([
            ['kernel', { shape: [2, 3], data: Float32Array.of(0.5, -1, 1e-30, 3, 4, 5) }],
            ['step', { shape: [], data: BigInt64Array.of(2n ** 40n + 7n) }],
            ['bias', { shape: [1], data: Float32Array.of(0.25) }],
          ]),
        },
      ],
      ['größer', { groups: new Map([['inner', {}]]) }],
    ]),
  });
  const file = fileUrl('hdf5-ours.h5');
  if (process.env.INKGRAD_UPDATE || !existsSync(file)) writeFileSync(file, written);
  expect(Buffer.compare(readFileSync(file), written)).toBe(0);
  expect(noted.ours).toEqual({
    attributes: {
      '/': { backend: 'Grüße', empty: '' },
      layer: { names: 'kernel' },
      größer: {},
      'größer/inner': {},
    },
    datasets: {
      'layer/kernel': ['float32', [2, 3], [0.5, -1, Math.fround(1e-30), 3, 4, 5]],
      'layer/step': ['int64', [], [2 ** 40 + 7]],
      'layer/bias': ['float32', [1], [0.25]],
    },
  });
});

test('whole numbers are written one behind the other', () => {
  const data = BigInt64Array.of(1n, -(2n ** 63n), 2n ** 40n);
  const written = writeHdf5({ datasets: new Map([['steps', { shape: [3], data }]]) });
  expect(Buffer.from(written).indexOf(Buffer.from(data.buffer))).toBe(48);
});

test.each(['TREE', 'HEAP', 'SNOD', 'GCOL'])('a structure that does not begin with its %s is refused', (name) => {
  const bytes = fileBytes('h5py-early.h5').slice();
  const spoilt = Buffer.from(bytes.buffer);
  for (let place = spoilt.indexOf(name); place >= 0; place = spoilt.indexOf(name)) bytes[place] = 0x78;
  const root = readHdf5(bytes, 'file');
  expect(() => [root.group('floats')?.names, root.group('texts')?.attributes]).toThrow(
    `an HDF5 file with '${name}' at byte`,
  );
});

test('texts of no letters are none, however many a file says there are', () => {
  const bytes = fileBytes('h5py-early.h5').slice();
  // The type of texts of three bytes, padded with zeros.
  const place = Buffer.from(bytes.buffer).indexOf(Buffer.from([0x13, 1, 0, 0, 3, 0, 0, 0]));
  expect(place).toBeGreaterThan(0);
  bytes[place + 4] = 0;
  expect(readHdf5(bytes, 'file').group('texts')?.attributes.get('fixed')).toEqual([]);
});

/** What reading a file's arrays of floats says, if anything, once some bytes of it are others. */
function spoilt(part: Buffer, changes: Readonly<Record<number, number>>) {
  const bytes = fileBytes('h5py-early.h5').slice();
  const place = Buffer.from(bytes.buffer).indexOf(part);
  expect(place).toBeGreaterThan(0);
  for (const [at, byte] of Object.entries(changes)) bytes[place + Number(at)] = byte;
  const datasets = Object.keys(noted.read['h5py-early.h5']?.floats ?? {});
  const root = readHdf5(bytes, 'file');
  const told = datasets.map((name) => {
    try {
      root.dataset(`floats/${name}`)?.read();
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  });
  return { place, told: told.filter(Boolean) };
}

test('an array of more axes than HDF5 has, or of longer ones than a layer, is refused', () => {
  // A dataspace of version 1 with the two axes 2 and 3, which are the most that they may be.
  const space = Buffer.from([1, 2, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]);
  const { place, told } = spoilt(space, { 1: 33 });
  expect(told).toEqual([expect.stringContaining(`a dataspace of at most 32 axes at byte ${place}`)]);
  expect(spoilt(space, { 8: 1, 11: 1 }).told).toEqual([
    expect.stringContaining('of at most 16777216, got one of 16777217'),
  ]);
  expect(spoilt(space, { 8: 0, 11: 1 }).told).toEqual([expect.stringContaining(`${2 ** 24 * 3 * 2} bytes`)]);
});

describe('floats of another kind are refused:', () => {
  // Of 4 bytes, little-endian: the sign is bit 31, precision 32, exponent 23 and 8, mantissa 0 and 23, bias 127.
  const float = Buffer.from([0x11, 0x20, 31, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0]);
  test.each<[string, Record<number, number>]>([
    ['of 16 bytes', { 4: 16 }],
    ['of 1 byte', { 4: 1 }],
    ["in VAX's order", { 1: 0x61 }],
    ['behind a bit of padding', { 8: 1 }],
    ['of a precision of their own', { 10: 31 }],
    ['with the exponent elsewhere', { 12: 22 }],
    ['of a longer exponent', { 13: 9 }],
    ['with the mantissa elsewhere', { 14: 1 }],
    ['of a shorter mantissa', { 15: 22 }],
    ['of another bias', { 16: 126 }],
  ])('%s', (_, changes) => {
    expect(spoilt(float, {}).told).toEqual([]);
    expect(spoilt(float, changes).told).toEqual([expect.stringContaining('of floats, got other elements')]);
  });
});

describe('a group made by hand, as the format is specified,', () => {
  const [SPACE, LINKS, LINK, ATTRIBUTE] = [1, 2, 6, 12];
  const number = (width: number, value: number) =>
    Array.from({ length: width }, (_, i) => (value / 2 ** (8 * i)) & 255);
  const nowhere = number(8, 0).fill(255);
  const link = (name: string) => [1, 0, name.length, ...letters(name), ...number(8, 96)];
  const early = (type: number, body: number[], flags = 0) => [
    ...number(2, type),
    ...number(2, body.length),
    flags,
    0,
    0,
    0,
    ...body,
  ];
  const late = (type: number, body: number[], flags = 0) => [type, ...number(2, body.length), flags, ...body];
  /** The superblock is ours, which h5py reads: the root's header is behind it. */
  const rootOf = (header: number[]) =>
    readHdf5(Uint8Array.from([...writeHdf5({}).subarray(0, 48), ...header, ...number(64, 0)]), 'file');
  /** A root of version 1: so many messages, in so many bytes. */
  const earlyRoot = (messages: number[], count: number, length = messages.length) =>
    rootOf([1, 0, ...number(2, count), ...number(4, 1), ...number(4, length), ...number(4, 0), ...messages]);
  const lateRoot = (messages: number[], signature = 'OHDR') => {
    const header = [...letters(signature), 2, 0, messages.length, ...messages];
    return rootOf([...header, ...number(4, lookup3(Uint8Array.from(header)))]);
  };

  test('has as many messages as it says', () => {
    const both = [...early(LINK, link('a')), ...early(LINK, link('b'))];
    expect(earlyRoot(both, 2).names).toEqual(['a', 'b']);
    expect(earlyRoot(both, 1).names).toEqual(['a']);
  });

  test('has none in bytes that are too few for one', () => {
    const [first, second] = [early(LINK, link('a')), early(LINK, link('b'))];
    expect(earlyRoot([...first, ...second], 2, first.length + 7).names).toEqual(['a']);
    expect(lateRoot([...late(LINK, link('a')), ...late(LINK, link('b')).slice(0, 3)]).names).toEqual(['a']);
  });

  test('may end with a message of a head alone', () => {
    const shared = 'one with types that arrays share';
    expect(() => earlyRoot([...early(LINK, link('a')), ...early(SPACE, [], 2)], 2)).toThrow(shared);
    expect(() => lateRoot([...late(LINK, link('a')), ...late(SPACE, [], 2)])).toThrow(shared);
  });

  /** A text of fixed length, in version 1, whose parts are filled up to multiples of 8 bytes. */
  const attribute = (name: string, text: string) => {
    const letterBytes = [...letters(`${name}\0`)];
    const filled = [...letterBytes, ...number((8 - (letterBytes.length % 8)) % 8, 0)];
    const [type, space] = [
      [0x13, 0, 0, 0, ...number(4, text.length)],
      [1, 0, ...number(6, 0)],
    ];
    return [1, 0, ...number(2, letterBytes.length), 8, 0, 8, 0, ...filled, ...type, ...space, ...letters(text)];
  };

  test.each(['a', '7 bytes', '8 letter', '15 letters long', '16 letters, long'])('has an attribute "%s"', (name) => {
    const root = earlyRoot(early(ATTRIBUTE, attribute(name, 'text')), 1);
    expect([...root.attributes]).toEqual([[name, ['text']]]);
  });

  test('has no attribute that ends behind its message', () => {
    const root = earlyRoot(early(ATTRIBUTE, attribute('a', 'text').slice(0, -1)), 1);
    expect(() => root.attributes).toThrow("the attribute 'a' at byte 72");
  });

  test('has a header that is called so', () => {
    expect(lateRoot(late(LINK, link('a'))).names).toEqual(['a']);
    expect(() => lateRoot(late(LINK, link('a')), 'OHDX')).toThrow("'OHDR' at byte 48");
  });

  describe('has a text of any length that is in a heap:', () => {
    type Part = readonly [index: number, text: string, size?: number];
    const heapOf = (parts: readonly Part[]) => {
      const objects = parts.flatMap(([index, text, size = text.length]) => [
        ...[...number(2, index), ...number(6, 0), ...number(8, size)],
        ...[...letters(text), ...number((8 - (text.length % 8)) % 8, 0)],
      ]);
      return [...letters('GCOL'), 1, 0, 0, 0, ...number(8, 16 + objects.length), ...objects];
    };
    /** Of the object of an index, its first letters. */
    const textOf = (index: number, length: number, parts: readonly Part[]) => {
      const head = [1, 0, ...number(2, 2), 8, 0, 8, 0, ...letters('a'), ...number(7, 0)];
      const type = [0x19, 1, 0, 0, ...number(4, 16)];
      const body = [...head, ...type, ...[1, 0, ...number(6, 0)]];
      const heapAt = 72 + body.length + 16;
      const message = early(ATTRIBUTE, [...body, ...number(4, length), ...number(8, heapAt), ...number(4, index)]);
      return earlyRoot([...message, ...heapOf(parts)], 1).attributes.get('a');
    };
    const parts: readonly Part[] = [
      [1, 'of 8 let'],
      [2, 'three'],
      [7, 'the last'],
    ];

    test('one of several objects', () => {
      expect(parts.map(([index, { length }]) => textOf(index, length, parts))).toEqual(parts.map(([, text]) => [text]));
      expect(textOf(7, 3, parts)).toEqual(['the']);
      expect(textOf(9, 0, parts)).toEqual(['']);
    });

    test('none that is not there, or longer', () => {
      for (const [index, length] of [
        [2, 6],
        [3, 1],
      ] as const) {
        expect(() => textOf(index, length, parts)).toThrow('a text of the heap');
      }
      expect(() => textOf(1, 1, [[1, 'a', 2 ** 20]])).toThrow(`${2 ** 20} bytes`);
    });

    test('none in what is free, behind which is nothing', () => {
      const free: readonly Part[] = [...parts, [0, 'free', 2 ** 20], [8, 'behind']];
      expect(textOf(7, 8, free)).toEqual(['the last']);
      for (const index of [0, 8]) expect(() => textOf(index, 1, free)).toThrow('a text of the heap');
    });
  });

  /** A root whose links are in a tree of so many levels above its leaf: names, and whether each is a soft link. */
  const treeRoot = (levels: number, entries: readonly (readonly [name: string, kind: number])[], letter = 0) => {
    const [heapAt, namesAt, leafAt] = [88, 120, 184];
    const heap = [...letters('HEAP'), ...number(4, 0), ...number(8, 64), ...number(8, 0), ...number(8, namesAt)];
    const names = entries.flatMap(([name]) => [...letters(name), ...number(8 - name.length, 0)]);
    const leaf = [...letters('SNOD'), 1, 0, ...number(2, entries.length)];
    entries.forEach(([, kind], i) => {
      leaf.push(...number(8, 8 * i + letter), ...number(8, 48), ...number(4, kind), ...number(20, 0));
    });
    const treeAt = leafAt + leaf.length;
    const tree = Array.from({ length: levels + 1 }, (_, i) => [
      ...[...letters('TREE'), 0, levels - i, 1, 0, ...number(24, 0)],
      ...[...number(8, i < levels ? treeAt + 48 * (i + 1) : leafAt), ...number(8, 0)],
    ]);
    const table = early(0x11, [...number(8, treeAt), ...number(8, heapAt)]);
    const rest = [...heap, ...names, ...number(64 - names.length, 0), ...leaf, ...tree.flat()];
    return earlyRoot([...table, ...rest], 1);
  };

  test('has links in a tree of 8 levels at the most', () => {
    expect(treeRoot(0, [['a', 0]]).names).toEqual(['a']);
    expect(treeRoot(8, [['a', 0]]).names).toEqual(['a']);
    expect(() => treeRoot(9, [['a', 0]])).toThrow('a group of at most 8 levels');
  });

  test('has no soft links, and each name once', () => {
    const found = treeRoot(1, [
      ['a', 0],
      ['soft', 2],
      ['bcd', 1],
    ]);
    expect(found.names).toEqual(['a', 'bcd']);
    expect(found.group('bcd')?.names).toEqual(['a', 'bcd']);
    expect(treeRoot(0, [['abc', 0]], 1).names).toEqual(['bc']);
    const twice = [
      ['a', 0],
      ['a', 0],
    ] as const;
    expect(() => treeRoot(0, twice)).toThrow("a group that has each name once, got 'a' twice");
  });

  test('has what is in it down to 64 names', () => {
    const root = treeRoot(0, [['a', 0]]);
    const path = (names: number) => new Array(names).fill('a').join('/');
    expect(root.group(path(64))?.names).toEqual(['a']);
    expect(root.group(path(65))).toBeUndefined();
    expect(root.group(`/${path(3)}//a/`)?.names).toEqual(['a']);
    expect([root.group('b'), root.group('a/b'), root.group(''), root.dataset('a')]).toEqual(
      new Array(4).fill(undefined),
    );
  });

  test.each<[what: string, start: number[]]>([
    ['without an order', [0, 0]],
    ['with the order in which they were made', [0, 1, 0, 0]],
  ])('has attributes %s, which have an index where the address of one is', (_, start) => {
    const root = (address: number[]) =>
      lateRoot([...late(0x15, [...start, ...address, ...number(8, 0)]), ...late(ATTRIBUTE, attribute('a', 'text'))]);
    expect([...root(nowhere).attributes.keys()]).toEqual(['a']);
    for (const address of [number(8, 96), [0, ...nowhere.slice(1)]]) {
      expect(() => root(address).attributes).toThrow('attributes that have an index');
    }
  });

  test.each<[what: string, start: number[]]>([
    ['without an order', [0, 0]],
    ['with the order in which its links were made', [0, 1, ...number(8, 0)]],
  ])('%s has an index where the address of one is', (_, start) => {
    const root = (address: number[]) => lateRoot(late(LINKS, [...start, ...address, ...number(8, 0)]));
    expect(root(nowhere).names).toEqual([]);
    for (const address of [number(8, 96), [0, ...nowhere.slice(1)]]) {
      expect(() => root(address)).toThrow('groups that have an index');
    }
  });
});

describe('of a file may be read', () => {
  const endless = 'one that leads to the same parts again and again';
  /** How often, until that is too often. */
  const times = (length: number, read: (file: Reader) => unknown) => {
    const file = new Reader(new Uint8Array(length), 'file');
    let done = 0;
    const forever = () => {
      for (; ; done++) read(file);
    };
    expect(forever).toThrow(endless);
    return done;
  };

  test('300000 fields and one for each byte, and 2000000 at the most', () => {
    expect(times(10, (file) => file.u8(9))).toBe(300_010);
    expect(times(1_999_000, (file) => file.u8(0))).toBe(2_000_000);
  });

  test('structures, of which a field is each 16 bytes that they begin', () => {
    expect(times(16, (file) => file.slice(0, 16))).toBe(300_016 / 2);
    expect(times(17, (file) => file.slice(0, 17))).toBe(Math.ceil(300_017 / 3));
  });

  test('as many bytes of numbers as it has', () => {
    expect(times(12, (file) => file.numbers(0, 4))).toBe(3);
  });

  test('names of 1024 bytes', () => {
    const file = new Reader(letters('a'.repeat(1025)), 'file');
    expect([file.name(0, 1025).length, file.name(0, 1023).length]).toEqual([1024, 1023]);
  });

  test('what is in it, to the last byte', () => {
    const file = new Reader(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 0), 'file');
    expect([file.u8(7), file.u16(6), file.u32(4), file.length(0)]).toEqual([0, 7, 0x70605, 0x7060504030201]);
    expect([1, 2, 4, 8].map((width) => file.whole(0, width))).toEqual([1, 0x201, 0x4030201, 0x7060504030201]);
    const behind = [() => file.u8(8), () => file.u16(7), () => file.u32(5), () => file.length(1), () => file.u8(-1)];
    for (const read of behind) expect(read).toThrow('it is damaged or cut short');
  });
});

describe('HDF5', () => {
  const many = new Map<string, Hdf5Content>(
    Array.from({ length: 300 }, (_, i) => [
      `layer_${i}`,
      { datasets: new Map([['0', { shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, i) }]]) },
    ]),
  );
  const whole = writeHdf5({ attributes: new Map([['text', 'Grüße']]), groups: new Map([['many', { groups: many }]]) });

  test('that is written is read again', () => {
    const root = readHdf5(whole, 'file');
    expect(root.attributes.get('text')).toEqual(['Grüße']);
    const group = root.group('many');
    expect(group?.names).toEqual([...many.keys()]);
    const dataset = group?.dataset('layer_299/0');
    expect(dataset?.shape).toEqual([2, 3]);
    expect(dataset?.read()).toEqual(Float32Array.of(1, 2, 3, 4, 5, 299));
    expect(root.group('many/layer_300')).toBeUndefined();
    expect(root.dataset('many')).toBeUndefined();
    expect(root.group('many/layer_0/0')).toBeUndefined();
  });

  test('of h5py is read: texts of fixed and varying length', () => {
    const root = readHdf5(fileBytes('keras-2-chain.h5'), 'file');
    expect(root.attributes.get('backend')).toEqual(['tensorflow']);
    const weights = root.group('model_weights');
    expect(weights?.attributes.get('layer_names')).toEqual(expect.arrayContaining(['digits', 'first', 'last']));
    expect(weights?.attributes.get('layer_names')).toHaveLength(5);
    expect(weights?.dataset('first/first/kernel:0')?.shape).toEqual([4, 5]);
  });

  /** The place of some bytes in a file. */
  const find = (bytes: Uint8Array, part: Uint8Array) =>
    bytes.findIndex((_, i) => part.every((byte, j) => bytes[i + j] === byte));

  test.each([
    ['a group that is in itself', 'the same parts again and again|damaged'],
    ['a tree that is its own branch', '8 levels'],
  ])('with %s comes to an end', (which, message) => {
    const bytes = fileBytes('keras-2-chain.h5').slice();
    const view = new DataView(bytes.buffer);
    const start = computed();
    if (which.startsWith('a tree')) {
      // The root's tree gets a level more, and its first branch is the tree itself.
      const tree = find(bytes, letters('TREE'));
      view.setUint8(tree + 5, 1);
      view.setBigUint64(tree + 32, BigInt(tree), true);
      expect(() => readHdf5(bytes, 'file')).toThrow(new RegExp(message));
    } else {
      // Every entry of the first list leads to the root's header.
      const node = find(bytes, letters('SNOD'));
      const root = view.getBigUint64(64, true);
      for (let i = 0; i < view.getUint16(node + 6, true); i++) view.setBigUint64(node + 16 + i * 40, root, true);
      const read = readHdf5(bytes, 'file');
      const [name = ''] = read.names;
      expect(read.group(Array.from({ length: 64 }, () => name).join('/'))).toBeDefined();
      expect(read.group(Array.from({ length: 10_000 }, () => name).join('/'))).toBeUndefined();
      const forever = () => {
        for (;;) read.group(name);
      };
      expect(forever).toThrow(FormatError);
    }
    expect(computed() - start).toBeLessThan(1000);
  });

  test('whose arrays stand for the same numbers again and again is refused', () => {
    const root = readHdf5(whole, 'file');
    const dataset = root.dataset('many/layer_0/0');
    const forever = () => {
      for (;;) dataset?.read();
    };
    expect(forever).toThrow(/leads to the same parts again and again/);
  });

  test.each<[what: string, at: number, bytes: number[], message: RegExp]>([
    ['a newer superblock', 8, [4], /whose superblock has version 0 to 3, got version 4/],
    ['addresses of 4 bytes', 9, [4], /with addresses of 8 bytes, got 4 bytes/],
    ['lengths of 4 bytes', 10, [4], /with addresses of 8 bytes/],
    ['other data before it', 12, [0, 2], /that begins with itself, got one behind other data/],
    ['a byte more than there is', 28, [255, 255, 255], /expected 16777215 bytes, as the file says, got \d+: it is cut/],
  ])('with %s is refused', (_, at, changed, message) => {
    expect(whole[8]).toBeGreaterThanOrEqual(2);
    const bytes = whole.slice();
    bytes.set(changed, at);
    expect(() => readHdf5(bytes, 'file')).toThrow(message);
  });

  test('cut short, changed, or of another kind is told', () => {
    for (let length = 0; length < 64; length++) {
      expect(() => readHdf5(whole.subarray(0, length), 'file')).toThrow(FormatError);
    }
    expect(() => readHdf5(whole.slice(0, -8), 'file')).toThrow(/expected \d+ bytes, as the file says, got \d+/);
    const changed = whole.slice();
    changed[whole.length - 20] = 1; // in the root's header, of which there is a checksum
    expect(() => readHdf5(changed, 'file')).toThrow(/checksum/);
    expect(() => readHdf5(letters('PK not HDF5'), 'file')).toThrow(FormatError);
  });
});
