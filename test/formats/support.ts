/** What the tests of formats share. */

import { readFileSync } from 'node:fs';
import { type InkgradWarning, type LoadModelOptions, loadModel } from 'inkgrad';
import { expect } from 'vitest';

export const fileUrl = (name: string) => new URL(`files/${name}`, import.meta.url);
export const fileBytes = (name: string) => new Uint8Array(readFileSync(fileUrl(name)));

/** What a program predicted: inputs, and outputs of each model. */
export interface Expected {
  readonly x: number[][];
  readonly outputs: Readonly<Record<string, number[][]>>;
}

export const expectedOf = (name: string): Expected => JSON.parse(readFileSync(fileUrl(`${name}.json`), 'utf8'));

/** The same to 1e-6 of the largest output of the row. */
export function expectClose(actual: { readonly data: ArrayLike<number> }, expected: readonly number[][]): void {
  const columns = expected[0]?.length ?? 0;
  expect(actual.data.length).toBe(expected.length * columns);
  for (const [row, outputs] of expected.entries()) {
    const scale = Math.max(...outputs.map(Math.abs));
    for (const [column, value] of outputs.entries()) {
      const difference = Math.abs((actual.data[row * columns + column] as number) - value);
      expect(difference, `row ${row}, output ${column}`).toBeLessThanOrEqual(1e-6 * scale);
    }
  }
}

/** Loads a file, checks its predictions, and gives the warnings that came. */
export async function checkFile(name: string, { x }: Expected, outputs: number[][], options: LoadModelOptions = {}) {
  const { warnings, result } = await withWarnings(async () => {
    await using model = await loadModel(fileUrl(name), options);
    expectClose(await model.predict(x), outputs);
    return model.toJSON();
  });
  return { warnings, spec: result };
}

export async function withWarnings<T>(work: () => Promise<T>) {
  const warnings: InkgradWarning[] = [];
  const take = (warning: Error) => {
    if (warning.name === 'InkgradWarning') warnings.push(warning as InkgradWarning);
  };
  process.on('warning', take);
  try {
    const result = await work();
    await new Promise((resolve) => setImmediate(resolve));
    return { warnings, result };
  } finally {
    process.off('warning', take);
  }
}
