import { runInNewContext } from 'node:vm';
import { DtypeError, FormatError, OptionError, ShapeError } from 'inkgrad';
import { readSafetensors, writeSafetensors } from 'inkgrad/formats';
import { expect, test } from 'vitest';
import { fileBytes } from './support.ts';

test('what is written is read back, from maps, objects and all forms of numbers', () => {
  const bytes = writeSafetensors({
    tensors: {
      nested: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      flat: Float32Array.of(0.5, -0.5),
      shaped: { data: [1, 0, 1, 0], shape: [2, 2, 1] },
      bytes: { data: Uint8Array.of(255), shape: [1] },
    },
    metadata: { note: 'números', empty: '' },
  });
  const { tensors, metadata } = readSafetensors(bytes);
  expect([...tensors]).toEqual([
    ['nested', { data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3], dtype: 'F32' }],
    ['flat', { data: Float32Array.of(0.5, -0.5), shape: [2], dtype: 'F32' }],
    ['shaped', { data: Float32Array.of(1, 0, 1, 0), shape: [2, 2, 1], dtype: 'F32' }],
    ['bytes', { data: Float32Array.of(255), shape: [1], dtype: 'F32' }],
  ]);
  expect([...metadata]).toEqual([
    ['note', 'números'],
    ['empty', ''],
  ]);
  expect(writeSafetensors({ tensors, metadata })).toEqual(bytes);
  const elsewhere = runInNewContext('new Map([["__proto__", [1]]])') as Map<string, number[]>;
  expect([...readSafetensors(writeSafetensors({ tensors: elsewhere }).buffer).tensors.keys()]).toEqual(['__proto__']);
});

test('files of PyTorch are read', () => {
  const { tensors, metadata } = readSafetensors(fileBytes('torch-F16.safetensors'));
  expect(tensors.get('0.weight')).toMatchObject({ dtype: 'F16', shape: [5, 6] });
  expect(tensors.get('0.weight')?.data).toBeInstanceOf(Float32Array);
  expect(metadata.size).toBe(0);
});

test.each<[string, () => unknown, new (...args: never[]) => Error, string]>([
  ['bytes that are none', () => readSafetensors('x' as never), DtypeError, 'bytes: expected the bytes of the file'],
  ['bytes that are no file', () => readSafetensors(new Uint8Array(9), 'mine'), FormatError, 'mine: expected'],
  ['no tensors', () => writeSafetensors({} as never), OptionError, 'tensors: expected an object'],
  ['an unknown option', () => writeSafetensors({ tensors: {}, dtype: 'F16' } as never), OptionError, 'contents.dtype'],
  ['ragged arrays', () => writeSafetensors({ tensors: { a: [[1], [2, 3]] } }), ShapeError, "tensors['a'][1]"],
  ['words', () => writeSafetensors({ tensors: { a: 'b' } as never }), DtypeError, "tensors['a']: expected"],
  ['the name of the metadata', () => writeSafetensors({ tensors: { __metadata__: [1] } }), OptionError, 'another name'],
  [
    'metadata of numbers',
    () => writeSafetensors({ tensors: {}, metadata: { a: 1 as never } }),
    OptionError,
    "metadata['a']",
  ],
])('refuses %s', (_what, work, kind, message) => {
  expect(work).toThrow(kind);
  expect(work).toThrow(message);
});
