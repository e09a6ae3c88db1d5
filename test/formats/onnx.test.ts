import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activations, FormatError, layers, loadModel, type Sequential, sequential } from 'inkgrad';
import { afterEach, describe, expect, test } from 'vitest';
import { bytesOf, differenceOf, every, kept, type Noted, pathOf, sha256, shaken } from './ours.ts';

const noted: Record<string, Noted> = JSON.parse(readFileSync(new URL('onnx.json', import.meta.url), 'utf8'));

const models: Sequential[] = [];
function mine(model: Sequential): Sequential {
  models.push(model);
  return model;
}
const load = async (...parameters: Parameters<typeof loadModel>) => mine(await loadModel(...parameters));

afterEach(async () => {
  await Promise.all(models.splice(0).map((model) => model.dispose()));
});

/** scikit-learn lists both classes of two, of which our one output is the second. */
function second({ y, ...others }: Noted): Noted {
  return { ...others, y: y.map((row) => row.slice(1)) };
}

describe("other programs' files", () => {
  test.each(Object.keys(noted).filter((name) => !name.startsWith('ours')))('%s predicts the same', async (name) => {
    const model = await load(pathOf(name));
    const expected = noted[name] as Noted;
    const all = name === 'sklearn-binary.onnx' ? second(expected) : expected;
    expect(await differenceOf(model, all)).toBeLessThan(1e-6);
  });
});

const names = Object.keys(activations) as (keyof typeof activations)[];

describe('files for other programs', () => {
  const models = {
    'ours.onnx': () => every([...names, activations.gelu({ approximate: true }), activations.elu(0.5)]),
    'ours-plain.onnx': () =>
      sequential(
        [layers.dense(5, { inputShape: [4], activation: 'relu' }), layers.dense(3, { activation: 'softmax' })],
        { seed: 1 },
      ),
  };
  test.each(Object.entries(models))('%s: ONNX Runtime predicts the same', async (name, make) => {
    const model = mine(await shaken(make()));
    const bytes = await model.toBytes({ format: 'onnx' });
    expect(kept(name, bytes)).toEqual(bytes);
    const byRuntime = noted[name] as Noted;
    expect(byRuntime?.sha256, 'run make_onnx.py again').toBe(sha256(bytes));
    expect(await differenceOf(model, byRuntime)).toBeLessThan(1e-6);
    expect(await differenceOf(await load(bytes), byRuntime)).toBeLessThan(1e-6);
  });
});
