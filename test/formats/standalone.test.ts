import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Activation, activations, type LayerDescription, layers, sequential } from 'inkgrad';
import { afterAll, expect, test } from 'vitest';
import { expectClose } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'inkgrad-standalone-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Standalone {
  readonly inputShape: number[];
  predict(rows: unknown): Float32Array[];
}

let count = 0;
async function standalone(bytes: Uint8Array): Promise<Standalone> {
  const path = join(folder, `${count++}.mjs`);
  writeFileSync(path, bytes);
  return import(/* @vite-ignore */ pathToFileURL(path).href);
}

/** Numbers as a model may meet them, some far out. */
const numbers = Float32Array.from({ length: 40 * 6 }, (_, i) => Math.sin(7 * i) * (i % 5 === 0 ? 12 : 1.5));
numbers.set([0, -0, 1e-30, -1e-30, 60, -60]);
const x = { data: numbers, shape: [40, 6] };

async function same(described: readonly LayerDescription[], toTheBit: boolean): Promise<void> {
  await using model = sequential({ seed: 3, layers: [layers.input([6]), ...described] });
  const weights = await model.getWeights();
  // As no initializer leaves them, variances positive.
  for (const [i, { data }] of weights.entries()) {
    const positive = /var/.test(model.weightNames[i] as string);
    data.forEach((value, at) => {
      data[at] = positive ? value + 0.3 * Math.abs(Math.cos(at)) : value + 0.1 * Math.cos(at);
    });
  }
  await model.setWeights(weights);
  const module = await standalone(await model.toBytes({ format: 'standalone' }));
  const [actual, expected] = [module.predict(x.data), await model.predict(x)];
  expect(module.inputShape).toEqual([6]);
  const [, units] = expected.shape;
  const flat = Float32Array.from(actual.flatMap((row) => [...row]));
  const rows = Array.from({ length: 40 }, (_, row) => [...expected.data.subarray(row * units, (row + 1) * units)]);
  if (toTheBit) expect(flat).toEqual(expected.data);
  else expectClose({ data: flat }, rows);
}

/** By a mathematics library of their own in the engine. */
const byLibrary = ['elu', 'selu', 'gelu', 'mish', 'softplus', 'logSoftmax'];

test.each(Object.keys(activations))('predicts what the engine does: %s', async (name) => {
  const activation = name as Activation;
  await same([layers.dense(5, { activation }), layers.dense(3)], !byLibrary.includes(name));
  await same([layers.dense(300), layers.activation(activation)], !byLibrary.includes(name));
});

test.each<[string, readonly LayerDescription[]]>([
  ['batchNormalization', [layers.dense(5), layers.batchNormalization(), layers.dense(3)]],
  ['without gamma', [layers.batchNormalization({ scale: false, center: false }), layers.dense(3)]],
  ['layerNormalization', [layers.layerNormalization(), layers.dense(9), layers.layerNormalization()]],
  ['normalization', [layers.normalization(), layers.dense(3)]],
  ['noise', [layers.dropout(0.5), layers.gaussianNoise(1), layers.gaussianDropout(0.5), layers.dense(3)]],
  [
    'shapes',
    [layers.reshape([2, 3]), layers.rescaling({ scale: 1 / 255, offset: -0.3 }), layers.flatten(), layers.dense(3)],
  ],
  ['slopes', [layers.dense(5), layers.prelu(), layers.leakyReLU(0.1), layers.softmax()]],
  ['no bias', [layers.dense(4, { useBias: false, activation: 'relu' }), layers.dense(1, { activation: 'sigmoid' })]],
  ['the approximate gelu', [layers.dense(4, { activation: activations.gelu({ approximate: true }) })]],
])('to the bit: %s', async (_what, described) => {
  await same(described, true);
});

test('an elu of its own', async () => {
  await same([layers.dense(5), layers.elu(0.5)], false);
});

test('takes rows in any form, and refuses others', async () => {
  await using model = sequential([layers.dense(2, { inputShape: [2, 2].slice(0, 1) }), layers.dense(1)]);
  const { predict } = await standalone(await model.toBytes({ format: 'standalone' }));
  const expected = (await model.predict([1, 2, 3, 4])).data;
  for (const rows of [
    [1, 2, 3, 4],
    Uint8Array.of(1, 2, 3, 4),
    [
      [1, 2],
      [3, 4],
    ],
    [Float32Array.of(1, 2), [3, 4]],
  ]) {
    expect(predict(rows).flatMap((row) => [...row])).toEqual([...expected]);
  }
  expect(() => predict([1, 2, 3])).toThrow('rows: expected 2 numbers in each, got 3 in all');
  expect(() => predict([])).toThrow(RangeError);
  expect(() => predict([1, Number.NaN])).toThrow('rows[1]: expected a finite 32-bit number, got NaN');
});

test('rows have their own length, and numbers only', async () => {
  await using model = sequential([layers.dense(1, { inputShape: [4] })]);
  const { predict } = await standalone(await model.toBytes({ format: 'standalone' }));
  const row = [1, 2, 3, 4];
  const wrong: [rows: unknown, error: typeof RangeError, message: string][] = [
    [[row.slice(0, 2), row.slice(2)], RangeError, 'rows[0]: expected 4 numbers, got 2'],
    [[row, [4, 5, 6, 7, 8]], RangeError, 'rows[1]: expected 4 numbers, got 5'],
    [[row, 5], TypeError, 'rows[1]: expected 4 numbers, got 5'],
    [[1, 2, [3, 4]], TypeError, 'rows[2]: expected a finite 32-bit number, got a list of 2'],
    [[[1, 2, 3, null]], TypeError, 'rows[0][3]: expected a finite 32-bit number, got null'],
    [[1, 2, 3, ''], TypeError, 'rows[3]: expected a finite 32-bit number, got ""'],
    [[1n, 2n, 3n, 4n], TypeError, 'rows[0]: expected a finite 32-bit number, got 1n'],
    [new BigInt64Array(4), TypeError, 'rows[0]: expected a finite 32-bit number, got 0n'],
    [[1, 2, 3, 1e300], TypeError, 'rows[3]: expected a finite 32-bit number, got 1e+300'],
    [[1, 2, 3, true], TypeError, 'rows[3]: expected a finite 32-bit number, got true'],
    [Array(4), TypeError, 'rows[0]: expected a finite 32-bit number, got undefined'],
    [undefined, TypeError, 'rows: expected rows of 4 numbers, got undefined'],
    [null, TypeError, 'rows: expected rows of 4 numbers, got null'],
    ['1234', TypeError, 'rows: expected rows of 4 numbers, got "1234"'],
    [7, TypeError, 'rows: expected rows of 4 numbers, got 7'],
    [{}, TypeError, 'rows: expected rows of 4 numbers, got an object'],
    [[{}], TypeError, 'rows[0]: expected a finite 32-bit number, got an object'],
    [[], RangeError, 'rows: expected 4 numbers in each, got 0 in all'],
  ];
  for (const [rows, error, message] of wrong) {
    const call = () => predict(rows);
    expect(call, message).toThrow(error);
    expect(call).toThrow(message);
  }
});

test('rows of an image may have its axes', async () => {
  await using model = sequential([layers.flatten({ inputShape: [2, 2] }), layers.dense(1)]);
  const { predict } = await standalone(await model.toBytes({ format: 'standalone' }));
  const image = [
    [1, 2],
    [3, 4],
  ];
  expect(predict([image, image])).toEqual(predict([1, 2, 3, 4, 1, 2, 3, 4]));
  expect(() => predict([[[1, 2], [3]]])).toThrow('rows[0]: expected 4 numbers, got 3');
});

test('is a few kilobytes without the weights, and needs nothing', async () => {
  await using model = sequential([
    layers.dense(128, { activation: 'relu', inputShape: [784] }),
    layers.dense(10, { activation: 'softmax' }),
  ]);
  const text = await model.toStandalone();
  expect(text.length - (4 * model.countParams() * 4) / 3).toBeLessThan(4000);
  expect(/\bimport\b|\brequire\b|eval/.test(text.replace(/atob\('[^']*'\)/, ''))).toBe(false);
});
