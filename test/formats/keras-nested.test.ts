/** Keras models that have models in them are one chain of layers. */

import { readFileSync } from 'node:fs';
import { loadModel } from 'inkgrad';
import { expect, test } from 'vitest';

const noted = JSON.parse(readFileSync(new URL('keras-nested.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, { readonly x: number[][]; readonly y: number[][] }>
>;

test.each(Object.entries(noted))('%s predicts as in Keras', async (file, { x, y }) => {
  await using model = await loadModel(new URL(`files/${file}`, import.meta.url));
  const { data } = await model.predict(x);
  y.flat().forEach((value, i) => {
    expect(Math.abs((data[i] as number) - value)).toBeLessThan(1e-6 * Math.max(1, Math.abs(value)));
  });
});

test('names that two models have are told apart', async () => {
  await using model = await loadModel(new URL('files/nested-sequential-3.keras', import.meta.url));
  const names = model.toJSON().layers.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(8);
});
