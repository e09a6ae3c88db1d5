/**
 * Every file of another program that is kept here: cut short, with single bits flipped, and changed in many ways; as
 * often as below, or for `INKGRAD_FUZZ_SECONDS` a file.
 */

import { readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InkgradError } from '../../ts/errors.ts';
import type { ModelFormat, SavedModel } from '../../ts/formats/format.ts';
import { layers } from '../../ts/layers.ts';
import { stack } from '../../ts/model/stack.ts';
import { shapesOf, variablesOf } from '../../ts/model/variables.ts';
import { usePlatform } from '../../ts/platform.ts';
import { mutate, mutateArchive, random } from './mutations.ts';
import { bytesOf, computed, folder } from './ours.ts';

/** Flipped bits of each file. */
const FLIPS = 2000;
/** Files changed in many ways. */
const CHANGES = 300;
const seconds = Number(process.env.INKGRAD_FUZZ_SECONDS ?? 0);
/** Longest time for one file, in milliseconds of computing. */
const LONGEST = 1000;

beforeAll(() => usePlatform({ warn: () => {} } as never));
afterAll(() => usePlatform(undefined as never));

const formats: Readonly<Record<string, () => Promise<ModelFormat>>> = {
  keras: () => import('../../ts/formats/keras.ts'),
  h5: () => import('../../ts/formats/keras-h5.ts'),
  onnx: () => import('../../ts/formats/onnx.ts'),
};
const files = readdirSync(folder).filter((name) => name.replace(/.*\./, '') in formats);

const told = [
  layers.dense(5, { inputShape: [4], activation: 'relu' }),
  layers.batchNormalization(),
  layers.normalization(),
  layers.dense(2, { activation: 'softmax' }),
];

/** The model, whole, or a typed error; both soon. */
async function attempt(read: NonNullable<ModelFormat['read']>, bytes: Uint8Array): Promise<SavedModel | InkgradError> {
  const start = computed();
  try {
    const model = await read({ bytes, source: 'file', layers: told });
    const shapes = shapesOf(variablesOf(stack(model.layers).layers));
    expect(model.weights.map(({ shape }) => shape)).toEqual(shapes);
    return model;
  } catch (error) {
    if (error instanceof InkgradError) return error;
    throw error;
  } finally {
    expect(computed() - start).toBeLessThan(LONGEST);
  }
}

describe.each(files)('%s', (name) => {
  const whole = bytesOf(name);
  const open = async () => (await formats[name.replace(/.*\./, '')]?.())?.read as NonNullable<ModelFormat['read']>;

  test('cut short is told, or it was nothing that matters', async () => {
    const read = await open();
    const all = await attempt(read, whole);
    if (!name.includes('external')) expect(all).not.toBeInstanceOf(InkgradError);
    for (let length = 0; length < whole.length; length += 64) {
      const result = await attempt(read, whole.slice(0, length));
      if (!(result instanceof InkgradError)) expect(result, `${length} bytes`).toEqual(all);
    }
  });

  test('with a bit flipped is told, or loads as a model', async () => {
    const read = await open();
    const next = random(whole.length);
    for (let flip = 0; flip < FLIPS; flip++) {
      const bytes = whole.slice();
      const at = next(bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 << next(8));
      await attempt(read, bytes);
    }
  });

  test('changed in many ways is told, or loads as a model', { timeout: 60_000 + seconds * 2000 }, async () => {
    const read = await open();
    const next = random(seconds > 0 ? Date.now() : whole.length);
    const end = performance.now() + seconds * 1000;
    let [done, loaded] = [0, 0];
    for (; done < CHANGES || performance.now() < end; done++) {
      const bytes = name.endsWith('.keras') ? mutateArchive(whole, next) : mutate(whole, next);
      try {
        if (!((await attempt(read, bytes)) instanceof InkgradError)) loaded++;
      } catch (error) {
        if (seconds > 0) writeFileSync(`${name}.failed`, bytes); // to look at
        throw error;
      }
    }
    if (seconds > 0) console.log(`${name}: ${done} files, of which ${loaded} loaded`);
  });
});
