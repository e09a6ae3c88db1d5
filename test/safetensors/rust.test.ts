/** Rust's safetensors reads what we write; test/safetensors/reader has noted what it found. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadModel } from 'inkgrad';
import { readSafetensors } from 'inkgrad/formats';
import { expect, test } from 'vitest';

const files = new URL('../formats/files/', import.meta.url);
const noted = JSON.parse(readFileSync(new URL('rust.json', import.meta.url), 'utf8'));

/** A model with what its optimizer keeps. */
async function trained(): Promise<Uint8Array> {
  await using model = await loadModel(new URL('optimizer-adam.keras', files));
  return model.toBytes();
}

test('a trained model is written as it was noted', async () => {
  const file = new URL('ours-trained.safetensors', files);
  const bytes = await trained();
  if (process.env.INKGRAD_UPDATE || !existsSync(file)) writeFileSync(file, bytes);
  expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
});

test.each(['ours.safetensors', 'ours-trained.safetensors'])('%s has the same in it for Rust', (name) => {
  const { tensors, metadata } = readSafetensors(readFileSync(new URL(name, files)));
  const own = Array.from(tensors, ([path, { data, shape }]) => {
    const sum = Array.from(data as Float32Array).reduce((total, value) => total + value, 0);
    return [path, { dtype: 'F32', shape, sum: expect.closeTo(sum, 10) }];
  });
  expect(noted[name].tensors).toEqual(Object.fromEntries(own));
  expect(noted[name].metadata).toEqual(Object.fromEntries(metadata));
  if (name.includes('trained')) expect(own.length).toBeGreaterThan(15);
});
