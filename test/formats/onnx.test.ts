import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activations, FormatError, layers, loadModel, sequential } from 'inkgrad';
import { describe, expect, test, vi } from 'vitest';
import { computed } from '../computed.ts';
import { load, mine } from './mine.ts';
import { graphOf } from './onnx-graph.ts';
import { differenceOf, every, kept, type Noted, sha256, shaken } from './ours.ts';
import { fileBytes, fileUrl } from './support.ts';

const noted: Record<string, Noted> = JSON.parse(readFileSync(new URL('onnx.json', import.meta.url), 'utf8'));

/** scikit-learn lists both classes of two, of which our one output is the second. */
function second({ y, ...others }: Noted): Noted {
  return { ...others, y: y.map((row) => row.slice(1)) };
}

describe("other programs' files", () => {
  test.each(Object.keys(noted).filter((name) => !name.startsWith('ours')))('%s predicts the same', async (name) => {
    const model = await load(fileUrl(name));
    const expected = noted[name] as Noted;
    const all = name === 'sklearn-binary.onnx' ? second(expected) : expected;
    expect(await differenceOf(model, all)).toBeLessThan(1e-6);
  });
});

const names = Object.keys(activations) as (keyof typeof activations)[];

describe('files for other programs', () => {
  test('say once that they hold nothing of compile', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const model = mine(sequential([layers.dense(2, { inputShape: [3] })]));
    await model.toBytes({ format: 'onnx' });
    expect(warned).not.toHaveBeenCalled();
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    for (let i = 0; i < 2; i++) await model.toBytes({ format: 'onnx' });
    expect(warned.mock.calls.map(([warning]) => String(warning))).toEqual([
      expect.stringMatching(/ONNX.*compile.*left aside/),
    ]);
    warned.mockRestore();
  });

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

describe('graphs that are no chain of layers', () => {
  const rows = (name: string, shape = ['rows', 4] as (string | number)[]) => ({ name, shape });
  const kernel = { name: 'w', dims: [4, 2], data: Float32Array.from({ length: 8 }, (_, i) => i) };
  const product = { op: 'MatMul', inputs: ['x', 'w'], output: 'y' };

  test.each([
    [
      'another operator',
      { nodes: [{ op: 'Conv', inputs: ['x', 'w'], output: 'y' }] },
      /node Conv 'y': expected nodes that are layers.*got 'Conv'/,
    ],
    [
      'two inputs',
      { inputs: [rows('x'), rows('z')], nodes: [product] },
      /graph\.input: expected one input, of rows, got 'x' or 'z'/,
    ],
    [
      'a branch',
      { nodes: [product, { op: 'Relu', inputs: ['x'], output: 'z' }] },
      /got 'MatMul', with 'Relu' beside it/,
    ],
    ['no end', { nodes: [{ ...product, output: 'z' }] }, /'z', which nobody takes/],
    [
      'rows of another length',
      { inputs: [rows('x', ['rows', 3])], nodes: [product] },
      /node MatMul 'y': expected rows of 4 numbers, got \[3\]/,
    ],
    [
      'axes that may vary',
      { inputs: [rows('x', ['rows', 'any'])], nodes: [product] },
      /input 'x': expected rows whose axes are all fixed/,
    ],
    ['a value twice', { nodes: [product, product] }, /each value made by one node/],
    ['a circle', { nodes: [{ op: 'Relu', inputs: ['x'], output: 'x' }] }, /at most 10000 steps/],
    [
      'a hard sigmoid of another slope',
      { nodes: [{ op: 'HardSigmoid', inputs: ['x'], output: 'y' }] },
      /'HardSigmoid'/,
    ],
    [
      'numbers of a NaN',
      { nodes: [product], constants: [{ ...kernel, data: kernel.data.map(() => Number.NaN) }] },
      /expected finite numbers/,
    ],
    [
      'fewer numbers than it says',
      { nodes: [product], constants: [{ ...kernel, dims: [4, 3] }] },
      /tensor 'w': expected 12 numbers.*got 8/,
    ],
  ])('with %s are refused by name', async (_, graph, message) => {
    const bytes = graphOf({ inputs: [rows('x')], outputs: [rows('y')], constants: [kernel], ...graph });
    await expect(loadModel(bytes)).rejects.toThrow(FormatError);
    await expect(loadModel(bytes)).rejects.toThrow(message);
  });

  test('whose numbers lie beside them need that file', async () => {
    await expect(loadModel(fileBytes('torch-external.onnx'))).rejects.toThrow(
      /numbers in 'torch-external\.onnx\.data' beside it/,
    );
    const folder = await mkdtemp(join(tmpdir(), 'inkgrad-'));
    try {
      await writeFile(join(folder, 'a.onnx'), fileBytes('torch-external.onnx'));
      await expect(loadModel(join(folder, 'a.onnx'))).rejects.toThrow(/torch-external\.onnx\.data/);
      await writeFile(join(folder, 'torch-external.onnx.data'), fileBytes('torch-external.onnx.data').slice(0, 40));
      await expect(loadModel(join(folder, 'a.onnx'))).rejects.toThrow(/expected a place in the 40 bytes of its file/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('with much arithmetic are refused soon', async () => {
    const nodes = Array.from({ length: 5000 }, (_, i) => ({
      op: 'Add',
      inputs: [i === 0 ? 'x' : `v${i - 1}`, i === 0 ? 'x' : `v${i - 1}`],
      output: `v${i}`,
    }));
    const bytes = graphOf({ inputs: [rows('x', ['rows', 2 ** 20])], outputs: [rows('y')], nodes, constants: [] });
    const start = computed();
    await expect(loadModel(bytes)).rejects.toThrow(FormatError);
    expect(computed() - start).toBeLessThan(1000);
  });
});
