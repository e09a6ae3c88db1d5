/** Graph models that TensorFlow.js's converter made. */

import { readFileSync } from 'node:fs';
import { FormatError, loadModel } from 'inkgrad';
import { expect, test } from 'vitest';
import { load } from './mine.ts';
import { differenceOf, type Noted } from './ours.ts';
import { fileUrl } from './support.ts';

const { normalized, ...noted }: Readonly<Record<string, Noted>> = JSON.parse(
  readFileSync(new URL('tfjs-graph.json', import.meta.url), 'utf8'),
);

test.each(Object.entries(noted))('%s predicts as TensorFlow does', async (name, expected) => {
  const model = await load(fileUrl(`tfjs-graph-${name}/model.json`));
  expect(await differenceOf(model, expected)).toBeLessThan(1e-6);
});

test('its layers are told', async () => {
  const model = await load(fileUrl('tfjs-graph-plain/model.json'));
  const layers = model.toJSON().layers.map(({ type }) => type);
  expect(layers.filter((type) => type === 'dense')).toHaveLength(3);
  expect(layers[0]).toBe('flatten');
});

test('what is no chain of layers is refused by the operation', async () => {
  expect(normalized).toBeDefined();
  const loading = loadModel(fileUrl('tfjs-graph-normalized/model.json'));
  await expect(loading).rejects.toThrow(FormatError);
  await expect(loading).rejects.toThrow(/node StridedSlice .*layer_normalization/);
});
