/** What all formats have in common: how a file finds its own, where it may lie, and what is written. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { DtypeError, FileError, layers, loadModel, NonFiniteError, OptionError, optimizers, sequential } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats, writtenFormats } from '../../ts/formats.ts';
import { kept } from './ours.ts';
import { expectClose, expectedOf, withWarnings } from './support.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-formats-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const expected = expectedOf('numpy');

function digits() {
  const model = sequential({
    name: 'digits',
    seed: 5,
    layers: [
      layers.dense(5, { activation: 'tanh', inputShape: [6], name: 'hidden' }),
      layers.dense(3, { activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: optimizers.adam({ learningRate: 0.01 }), loss: 'categoricalCrossentropy' });
  return model;
}

/** Without the version, which is not to change what other programs make of the file. */
const unversioned = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/"?inkgradVersion\\*":\\*"[^"]*"/, '')
    .replace(/"sha256":"\w+"/, '');

describe('files of ours are read by other programs:', () => {
  test.each(['npz', 'safetensors'] as const)('%s in Python', async (format) => {
    await using model = digits();
    const bytes = await model.toBytes({ format });
    expect(unversioned(kept(`ours.${format}`, bytes))).toBe(unversioned(bytes));
    expectClose(await model.predict(expected.x), expected.outputs[`ours.${format}`] as number[][]);
  });
});

test.each(['npz', 'keras', 'tfjs', 'safetensors'] as const)('%s keeps all of a model', async (format) => {
  await using model = digits();
  const { result, warnings } = await withWarnings(async () => loadModel(await model.toBytes({ format })));
  await using back = result;
  expect(warnings).toEqual([]);
  expect(await back.weightsHash()).toBe(await model.weightsHash());
  const { seed, ...spec } = model.toJSON();
  expect(back.toJSON()).toMatchObject(['npz', 'safetensors'].includes(format) ? { ...spec, seed } : spec);
});

test('a description too long for an archive of arrays is left out, and the layers are to be told', async () => {
  const name = 'x'.repeat(70_000);
  await using model = sequential({
    name,
    layers: [layers.dense(5, { inputShape: [6], activation: 'relu' }), layers.dense(3)],
  });
  const bytes = await model.toBytes({ format: 'npz' });
  const { result, warnings } = await withWarnings(() => loadModel(bytes));
  await using back = result;
  expect(warnings).toHaveLength(1);
  expect(await back.predict(expected.x)).toEqual(await model.predict(expected.x));
});

test('the ending tells the format, and an option another', async () => {
  await using model = digits();
  const starts = async (name: string, options?: Parameters<typeof model.save>[1]) => {
    await model.save(join(folder, name), options);
    return readFileSync(join(folder, name), 'latin1').slice(0, 9);
  };
  expect(await starts('a.npz')).toMatch(/^PK/);
  expect(await starts('a.KERAS')).toMatch(/^PK/);
  expect(await starts('a.json')).toMatch(/^\{/);
  expect(await starts('a.mjs')).toMatch(/^\/\/ Writ/);
  for (const name of ['a.safetensors', 'a', 'a.bin', 'a.txt']) expect((await starts(name)).at(8), name).toBe('{');
  expect((await starts('b.npz', { format: 'safetensors' })).at(8)).toBe('{');
});

describe('says what is wrong', () => {
  test.each<[string, object, string]>([
    ['a format that there is not', { format: 'kers' }, "got 'kers'; did you mean 'keras'?"],
    ['no format', { format: null }, "format: expected 'safetensors', 'keras', 'npz'"],
    ['a format of the prototype', { format: 'toString' }, "got 'toString'"],
    ['one that is only read', { format: 'keras-h5' }, "got 'keras-h5', which is only read"],
    ['another option', { formats: 'npz' }, "'formats'; did you mean 'format'?"],
    ['no options', 3 as never, 'expected an object with options'],
  ])('with %s', async (_what, options, message) => {
    await using model = digits();
    for (const work of [() => model.toBytes(options), () => model.save(join(folder, 'never'), options)]) {
      await expect(work()).rejects.toThrow(OptionError);
      await expect(work()).rejects.toThrow(message);
    }
    await expect(model.save(join(folder, 'never.h5'))).rejects.toThrow(OptionError);
    expect(readdirSync(folder)).not.toContain('never');
  });

  test('with weights that are not finite, whatever the format', async () => {
    await using model = sequential([layers.dense(1, { inputShape: [1], useBias: false, kernelInitializer: 'ones' })]);
    model.compile({ optimizer: optimizers.sgd({ learningRate: 3e38 }), loss: 'meanSquaredError' });
    await model.fit([[1e18]], [[-1e18]], { verbose: 0, warnings: false }).catch(() => {});
    const [kernel] = await model.getWeights();
    expect(kernel?.data[0]).not.toSatisfy(Number.isFinite);
    for (const format of writtenFormats) {
      await expect(model.toBytes({ format }), format).rejects.toThrow(NonFiniteError);
    }
  });

  test.each(['indexeddb://m', 'opfs://m', 'downloads://m', 's3://bucket/m', 'localstorage://m'])(
    'with an address that is none in Node: %s',
    async (address) => {
      const before = readdirSync('.');
      await expect(loadModel(address)).rejects.toThrow(OptionError);
      await expect(loadModel(address)).rejects.toThrow(`got '${address}'`);
      await using model = digits();
      await expect(model.save(address)).rejects.toThrow(OptionError);
      expect(readdirSync('.')).toEqual(before);
    },
  );

  test('with lists that are none', async () => {
    for (const wrong of [[], [new Blob([]), 'x'], { length: 1, 0: {} }]) {
      await expect(loadModel(wrong as never)).rejects.toThrow(DtypeError);
    }
  });
});

test('Blobs and Files are read, of another realm too', async () => {
  await using model = digits();
  const bytes = (await model.toBytes()) as Uint8Array<ArrayBuffer>;
  const foreign = runInNewContext('({ [Symbol.toStringTag]: "Blob", arrayBuffer: async () => bytes.buffer })', {
    bytes,
  });
  for (const source of [new Blob([bytes]), new File([bytes], 'a'), [new File([bytes], 'a')], foreign]) {
    await using loaded = await loadModel(source);
    expect(await loaded.weightsHash()).toBe(await model.weightsHash());
  }
  await expect(loadModel(new File(['<!doctype html>'], 'mine.html'))).rejects.toThrow('mine.html: expected a model');
  const gone = {
    [Symbol.toStringTag]: 'File',
    name: 'gone',
    arrayBuffer: () => Promise.reject(new Error('was moved')),
  };
  await expect(loadModel(gone as never)).rejects.toThrow(FileError);
  await expect(loadModel(gone as never)).rejects.toThrow('gone: cannot be read (was moved)');
});

test("a file's address may be a text", async () => {
  await using model = digits();
  const path = join(folder, 'by address.safetensors');
  await model.save(path);
  await using loaded = await loadModel(pathToFileURL(path).href);
  expect(await loaded.weightsHash()).toBe(await model.weightsHash());
});

test('what names other files is written after them', async () => {
  await using model = digits();
  const path = join(folder, 'whole.json');
  await model.save(path);
  const before = readFileSync(path);
  const shard = join(folder, 'whole.weights.bin');
  rmSync(shard);
  await import('node:fs/promises').then(({ mkdir }) => mkdir(shard)); // where the weights would go
  await expect(model.save(path)).rejects.toThrow(FileError);
  expect(readFileSync(path)).toEqual(before);
});

test('each format has a name, a title, and endings of its own', () => {
  const endings = formats.flatMap(({ extensions }) => extensions);
  expect(new Set(endings).size).toBe(endings.length);
  expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
  writeFileSync(join(folder, 'nothing'), '');
  expect(formats.filter(({ detects }) => detects(new Uint8Array()))).toEqual([]);
});
