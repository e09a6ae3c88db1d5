/**
 * Every file of another program that is kept here, changed in many ways: parts moved, left out, doubled or made odd
 * numbers; as often as below, or for `INKGRAD_FUZZ_SECONDS` a kind of file.
 */

import { readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { InkgradError } from '../../ts/errors.ts';
import type { SavedModel } from '../../ts/formats/format.ts';
import { readModel } from '../../ts/formats.ts';
import { layers } from '../../ts/layers.ts';
import { stack } from '../../ts/model/stack.ts';
import { shapesOf, variablesOf } from '../../ts/model/variables.ts';
import { usePlatform } from '../../ts/platform.ts';
import { computed } from '../computed.ts';
import { mutate, mutateArchive, random } from './mutations.ts';
import { fileBytes, fileUrl } from './support.ts';

const CHANGES = 200;
const seconds = Number(process.env.INKGRAD_FUZZ_SECONDS ?? 0);
/** Longest time for one file, in milliseconds of computing. */
const LONGEST = 1000;

beforeAll(() => usePlatform({ warn: () => {} } as never));

const archives = /\.(keras|npz|zip)$/;
const files = readdirSync(fileUrl('')).filter((name) => archives.test(name) || /\.(h5|onnx|safetensors)$/.test(name));

/** Seconds for one file, of those of its ending. */
const secondsOf = (name: string) => {
  const ending = name.slice(name.lastIndexOf('.'));
  return seconds / files.filter((other) => other.endsWith(ending)).length;
};

/** Layers of the files that hold Keras's weights alone. */
const told = [
  layers.dense(5, { inputShape: [4], activation: 'relu' }),
  layers.batchNormalization(),
  layers.normalization(),
  layers.dense(2, { activation: 'softmax' }),
];

/** The model, whole, or a typed error; both soon. */
async function attempt(bytes: Uint8Array, name: string): Promise<SavedModel | InkgradError> {
  const start = computed();
  try {
    const model = await readModel({ bytes, source: 'file', ...(/^keras.*weights/.test(name) && { layers: told }) });
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

test.each(files)('%s', { timeout: 60_000 + seconds * 2000 }, async (name) => {
  const whole = fileBytes(name);
  const next = random(seconds > 0 ? Date.now() : whole.length);
  const end = performance.now() + secondsOf(name) * 1000;
  let [done, loaded] = [0, 0];
  for (; done < CHANGES || performance.now() < end; done++) {
    const bytes = archives.test(name) ? mutateArchive(whole, next) : mutate(whole, next);
    try {
      if (!((await attempt(bytes, name)) instanceof InkgradError)) loaded++;
    } catch (error) {
      if (seconds > 0) writeFileSync(join(tmpdir(), `${name}.failed`), bytes); // to look at
      throw error;
    }
  }
  if (seconds > 0) console.log(`${name}: ${done} files, of which ${loaded} loaded`);
});
