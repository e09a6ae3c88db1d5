/** Trainings that Keras began go on like Keras's own, and Keras goes on with ours. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadModel, optimizers, type Sequential } from 'inkgrad';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

const folder = new URL('files/', import.meta.url);

interface Noted {
  /** The weights when it was stopped, and five steps later. */
  readonly at?: number[][];
  readonly after: number[][];
  readonly iterations?: number;
}

const { x, y, files } = JSON.parse(readFileSync(new URL('keras-optimizers.json', import.meta.url), 'utf8')) as {
  readonly x: number[][];
  readonly y: number[][];
  readonly files: Readonly<Record<string, Noted>>;
};

async function open(file: string): Promise<Sequential> {
  const model = await loadModel(new URL(file, folder));
  onTestFinished(() => model.dispose());
  return model;
}

async function train(model: Sequential, first: number, end: number): Promise<number[][]> {
  for (let i = first; i < end; i++) {
    const data = Float32Array.from(x[i] as number[]);
    await model.trainOnBatch({ data, shape: [8, 6] }, y[i] as number[]);
  }
  return (await model.getWeights()).map(({ data }) => Array.from(data));
}

/** How far weights are apart, at most. */
function apart(one: number[][], other: number[][]): number {
  return Math.max(...one.flat().map((value, i) => Math.abs(value - (other.flat()[i] as number))));
}

const known = Object.keys(files).filter((file) => file.startsWith('optimizer-'));

test.each(known)('%s trains on as in Keras', async (file) => {
  const warn = vi.spyOn(process, 'emitWarning');
  onTestFinished(() => warn.mockRestore());
  const { at = [], after } = files[file] as Noted;
  const weights = await train(await open(file), 5, 10);
  expect(apart(weights, after)).toBeLessThan(1e-4 * apart(at, after));
  expect(warn).not.toHaveBeenCalled();
});

test('a new optimizer would have gone elsewhere', async () => {
  const file = 'optimizer-adam.keras';
  const { at = [], after } = files[file] as Noted;
  const model = await open(file);
  model.compile({ optimizer: optimizers.adam(0.01), loss: 'sparseCategoricalCrossentropy' });
  expect(apart(await train(model, 5, 10), after)).toBeGreaterThan(0.1 * apart(at, after));
});

test('a warning says that an optimizer begins anew', async () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const model = await open('optimizer-adafactor.keras');
  expect(warn.mock.calls.flat().join()).toContain("left aside: the optimizer's state");
  await train(model, 5, 6);
});

describe('what we write', () => {
  const kinds = ['adam', 'adam-average', 'sgd', 'rmsprop', 'nadam'];

  test.each(kinds)('%s: comes back as it was, and Keras goes on with it', async (kind) => {
    const model = await open(`optimizer-${kind}.keras`);
    const bytes = await model.toBytes({ format: 'keras' });
    const file = `ours-optimizer-${kind}.keras`;
    if (process.env.INKGRAD_UPDATE || !existsSync(new URL(file, folder))) writeFileSync(new URL(file, folder), bytes);
    await using again = await loadModel(bytes);
    const weights = await train(model, 5, 10);
    expect(apart(await train(again, 5, 10), weights)).toBeLessThan(1e-6);
    const { after, iterations } = files[file] as Noted;
    expect(iterations).toBe(5);
    const { at = [] } = files[`optimizer-${kind}.keras`] as Noted;
    expect(apart(weights, after)).toBeLessThan(1e-4 * apart(at, after));
  });

  test('Keras has made something of each', () => {
    const ours = readdirSync(folder).filter((name) => name.startsWith('ours-optimizer-'));
    expect(ours.toSorted()).toEqual(kinds.map((kind) => `ours-optimizer-${kind}.keras`).toSorted());
    expect(Object.keys(files)).toEqual(expect.arrayContaining(ours));
  });

  test('without the state if it is not wanted', async () => {
    const model = await open('optimizer-adam.keras');
    const [whole, bare] = [
      await model.toBytes({ format: 'keras' }),
      await model.toBytes({ format: 'keras', includeOptimizer: false }),
    ];
    expect(bare.length).toBeLessThan(whole.length);
  });
});
