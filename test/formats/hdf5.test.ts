import { describe, expect, test } from 'vitest';
import { FormatError } from '../../ts/errors.ts';
import { lookup3 } from '../../ts/formats/hdf5/checksum.ts';
import { type Hdf5Content, readHdf5, writeHdf5 } from '../../ts/formats/hdf5.ts';
import { computed } from '../computed.ts';
import { fileBytes } from './support.ts';

const letters = (text: string) => new TextEncoder().encode(text);

test('lookup3 gives what its author lists', () => {
  // The driver5 of https://burtleburtle.net/bob/c/lookup3.c, with initial values of 0.
  expect(lookup3(letters(''))).toBe(0xdeadbeef);
  expect(lookup3(letters('Four score and seven years ago'))).toBe(0x17770551);
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

  test('cut short, changed, or of another kind is told', () => {
    expect(() => readHdf5(whole.slice(0, -8), 'file')).toThrow(/expected \d+ bytes, as the file says, got \d+/);
    const changed = whole.slice();
    changed[whole.length - 20] = 1; // in the root's header, of which there is a checksum
    expect(() => readHdf5(changed, 'file')).toThrow(/checksum/);
    expect(() => readHdf5(letters('PK not HDF5'), 'file')).toThrow(FormatError);
  });
});
