/** Every file here, cut short and with bits flipped: a typed error or a model, soon, whatever the format. */

import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { InkgradError } from '../../ts/errors.ts';
import type { ModelFile } from '../../ts/formats/format.ts';
import { readModel } from '../../ts/formats.ts';
import { toWeights } from '../../ts/inputs.ts';
import { stack } from '../../ts/model/stack.ts';
import { shapesOf, variablesOf } from '../../ts/model/variables.ts';
import { sequential } from '../../ts/model.ts';
import { usePlatform } from '../../ts/platform.ts';
import { computed } from '../computed.ts';
import { fileBytes, fileUrl } from './support.ts';

/** Bits of each file, spread over it; `INKGRAD_FUZZ=1` tries as many as 2,000. */
const FLIPS = process.env.INKGRAD_FUZZ ? 2000 : 250;
const STEP = 64;
/** The longest that one may take; a machine with much else to do is slower than it is. */
const MOST_MS = 1000;

beforeAll(() => usePlatform({ warn() {} } as unknown as Parameters<typeof usePlatform>[0]));

const isModel = /\.(safetensors|npz|zip|keras|h5|onnx)$|^sklearn-.*\.json$|\.(bin|json)$/;
const isGolden = /^(torch|numpy|tfjs|keras|onnx)[\w-]*\.json$/;
const names = readdirSync(fileUrl(''), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => isModel.test(name) && !isGolden.test(name));

/** What loadModel does, but for the engine. */
async function load(file: ModelFile): Promise<void> {
  const { name, seed, layers, compile, weights } = await readModel(file);
  toWeights(weights, shapesOf(variablesOf(stack(layers).layers)));
  const model = sequential({ name, seed, layers });
  if (compile) model.compile(compile);
}

/** The file as a model, with what was made of its bytes in its place. */
function withBytes(name: string, bytes: Uint8Array): ModelFile {
  const folder = name.replace(/[^/]*$/, '');
  const isShard = name.endsWith('.bin');
  const beside = async (other: string) => (`${folder}${other}` === name ? bytes : fileBytes(`${folder}${other}`));
  const main = isShard ? fileBytes(`${folder}model.json`) : bytes;
  return {
    bytes: main,
    source: name,
    ...(folder && { beside: (other) => (exists(folder + other) ? beside(other) : lost(other)) }),
  };
}

const exists = (name: string) => names.includes(name);
const lost = (name: string): Promise<never> => Promise.reject(new InkgradError(`${name}: there is no such file`));

async function check(name: string, bytes: Uint8Array, what: string): Promise<void> {
  const start = computed();
  try {
    await load(withBytes(name, bytes));
  } catch (error) {
    if (!(error instanceof InkgradError))
      throw new Error(`${name}, ${what}: ${(error as Error).stack}`, { cause: error });
  }
  expect(computed() - start, `${name}, ${what}: milliseconds`).toBeLessThan(MOST_MS);
}

describe('a typed error or a model of', () => {
  test.each(names)('%s, cut short', async (name) => {
    const bytes = fileBytes(name);
    for (let length = 0; length < bytes.length; length += STEP) {
      await check(name, bytes.subarray(0, length), `${length} bytes`);
    }
  });

  test.each(names)('%s, with bits flipped', async (name) => {
    const bytes = fileBytes(name);
    const bits = 8 * bytes.length;
    const flips = Math.min(FLIPS, bits);
    for (let i = 0; i < flips; i++) {
      const bit = Math.floor((i * bits) / flips) + (Math.floor(bits / flips) > 1 ? i % Math.floor(bits / flips) : 0);
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      await check(name, flipped, `bit ${bit}`);
    }
  });
});

test('the files are those of all formats', () => {
  for (const ending of ['.safetensors', '.npz', '.zip', '.json', '.bin', '.keras', '.h5', '.onnx']) {
    expect(names.filter((name) => name.endsWith(ending)).length, ending).toBeGreaterThan(0);
  }
});
