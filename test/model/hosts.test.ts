/** Arrays and bytes as hosts hand them over: what means the same gives the same. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import {
  accuracyScore,
  centreDigit,
  DtypeError,
  decide,
  ImageTensor,
  type Labels,
  loadModel,
  parseIdx,
  parseNpy,
  rocAucScore,
  type Samples,
} from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blobs, classifier } from './blobs.ts';

const elsewhere = runInNewContext(
  '({ Array, ArrayBuffer, Float32Array, Uint8Array, BigInt64Array, SharedArrayBuffer })',
) as typeof globalThis;

/** The same bytes in all that bytes come in. */
function formsOf(bytes: Uint8Array): Record<string, ArrayBufferView | ArrayBufferLike> {
  const odd = new Uint8Array(bytes.length + 5);
  odd.set(bytes, 3);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return {
    'a Buffer of the pool': Buffer.concat([bytes]),
    'a subarray at an odd offset': odd.subarray(3, 3 + bytes.length),
    'an ArrayBuffer': new Uint8Array(bytes).buffer,
    'a DataView': new DataView(odd.buffer, 3, bytes.length),
    'a view of shared memory': new Uint8Array(shared),
    'shared memory': shared,
    'an array of another realm': new elsewhere.Uint8Array(bytes),
    'a buffer of another realm': new elsewhere.Uint8Array(bytes).buffer,
  };
}

const forms = Object.keys(formsOf(new Uint8Array()));

describe('the bytes of a file, as', () => {
  let model: Uint8Array;
  const npy = readFileSync(new URL('../data/npy/f8-little-c.npy', import.meta.url));
  const idx = readFileSync(new URL('../data/idx/f4', import.meta.url));
  const zipped = readFileSync(new URL('../data/idx/f4.gz', import.meta.url));

  beforeAll(async () => {
    await using made = classifier();
    model = await made.toBytes();
  });

  test.each(forms)('%s', async (form) => {
    await using loaded = await loadModel(formsOf(model)[form] as ArrayBuffer);
    expect(await loaded.toBytes()).toEqual(model);
    expect(parseNpy(formsOf(npy)[form] as ArrayBuffer)).toEqual(parseNpy(npy));
    for (const file of [idx, zipped]) {
      expect(await parseIdx(formsOf(file)[form] as ArrayBuffer)).toEqual(await parseIdx(idx));
    }
  });

  test('are no numbers, texts or lists', async () => {
    for (const wrong of [3, [1, 2], { length: 3 }, null]) {
      await expect(loadModel(wrong as never)).rejects.toThrow(DtypeError);
      expect(() => parseNpy(wrong as never)).toThrow(DtypeError);
      await expect(parseIdx(wrong as never)).rejects.toThrow(DtypeError);
    }
  });
});

test("a file's URL of another realm names a model", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-hosts-'));
  const file = join(folder, 'model.safetensors');
  await using model = classifier();
  await model.save(file);
  const url = new URL(`file://${file}`);
  // As jsdom's: an object of a class of its own that says that it is a URL.
  const foreign = { href: url.href, protocol: 'file:', toString: () => url.href, [Symbol.toStringTag]: 'URL' };
  await using loaded = await loadModel(foreign as unknown as URL);
  expect(await loaded.weightsHash()).toBe(await model.weightsHash());
  rmSync(folder, { recursive: true });
});

describe('samples and labels, as', () => {
  const { x, y } = blobs(30);
  const rows = Array.from(y, (_, row) => Array.from(x.subarray(row * 4, row * 4 + 4)));
  const bytes = Uint8Array.from(x, (value) => Math.max(0, Math.min(255, Math.round(value * 255))));
  const images = new ImageTensor(bytes, [30, 4]);
  const shared = new Float32Array(new SharedArrayBuffer(x.byteLength));
  shared.set(x);
  const odd = new Float32Array(x.length + 3);
  odd.set(x, 3);
  const expected: Record<'floats' | 'bytes', string> = { floats: '', bytes: '' };

  async function trained(x: unknown, y: unknown): Promise<string> {
    await using model = classifier();
    await model.fit(x as Samples, y as Labels, { epochs: 1, verbose: 0 });
    await model.evaluate(x as Samples, y as Labels);
    await model.predict(x as Samples);
    return model.weightsHash();
  }

  beforeAll(async () => {
    expected.floats = await trained(x, y);
    expected.bytes = await trained(images, y);
  });
  afterAll(() => expect(expected.floats).not.toBe(expected.bytes));

  test.each<[form: string, x: unknown, y: unknown]>([
    ['arrays of another realm', new elsewhere.Float32Array(x), new elsewhere.Uint8Array(y)],
    ['a tensor of another realm', { data: new elsewhere.Float32Array(x), shape: elsewhere.Array.of(30, 4) }, y],
    [
      'nested arrays of another realm',
      elsewhere.Array.from(rows, (row) => elsewhere.Array.from(row)),
      elsewhere.Array.from(y),
    ],
    ['rows that are arrays of another realm', rows.map((row) => new elsewhere.Float32Array(row)), y],
    ['views of shared memory', shared, y],
    ['a subarray at an odd offset', odd.subarray(3), Buffer.from(y)],
    ['plain numbers with a shape', { data: Array.from(x), shape: [30, 4] }, { data: Array.from(y), shape: [30] }],
    ['64-bit labels', x, BigInt64Array.from(y, BigInt)],
    ['64-bit labels of another realm', x, new elsewhere.BigInt64Array(BigInt64Array.from(y, BigInt))],
    ['64-bit labels with a shape', x, { data: BigUint64Array.from(y, BigInt), shape: [30, 1] }],
    ['one-hot truths', x, Array.from(y, (label) => [0, 1, 2].map((id) => id === label))],
  ])('%s', async (_, samples, labels) => {
    expect(await trained(samples, labels)).toBe(expected.floats);
  });

  test.each<[form: string, x: unknown]>([
    ['a structured clone of an ImageTensor', structuredClone(images)],
    ['an ImageTensor of Buffers', new ImageTensor(Buffer.from(bytes), [30, 4])],
    ['an ImageTensor of another realm', { bytes: new elsewhere.Uint8Array(bytes), shape: elsewhere.Array.of(30, 4) }],
  ])('%s', async (_, samples) => {
    expect(await trained(samples, y)).toBe(expected.bytes);
  });

  test('truths are ones', async () => {
    await using model = classifier();
    const truths = [true, false, true, true];
    expect(await model.predict(truths as never)).toEqual(await model.predict([1, 0, 1, 1]));
    expect(await model.predict([truths] as never)).toEqual(await model.predict([[1, 0, 1, 1]]));
  });

  test('weights of another realm', async () => {
    await using from = classifier(1);
    await using to = classifier(2);
    const weights = (await from.getWeights()).map(({ data, shape }) => ({
      data: new elsewhere.Float32Array(data),
      shape,
    }));
    await to.setWeights(weights);
    expect(await to.weightsHash()).toBe(await from.weightsHash());
  });

  test('what judges and prepares', () => {
    const [labels, scores] = [new elsewhere.Uint8Array([0, 1, 1]), new elsewhere.Float32Array([0.2, 0.9, 0.1])];
    expect(accuracyScore(labels, BigInt64Array.of(0n, 1n, 0n))).toBeCloseTo(2 / 3);
    expect(rocAucScore([false, true, true] as never, scores)).toBe(rocAucScore([0, 1, 1], [0.2, 0.9, 0.1]));
    expect(decide({ data: scores, shape: [3, 1] })).toEqual(decide({ data: [0.2, 0.9, 0.1], shape: [3, 1] }));
    const ink = Float32Array.from({ length: 100 }, (_, i) => Number(i % 10 === 4));
    expect(centreDigit({ data: new elsewhere.Float32Array(ink), shape: [10, 10] })).toEqual(
      centreDigit({ data: ink, shape: [10, 10] }),
    );
  });
});
