import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** What an example prints; it must end with code 0 and nothing on stderr. */
async function run(name: string): Promise<string> {
  const file = fileURLToPath(new URL(`../../examples/${name}.mjs`, import.meta.url));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file]);
  expect(stderr).toBe('');
  return stdout;
}

const accuracyIn = (output: string) => Number(/^\d+ digits .* accuracy (\d\.\d{4})$/m.exec(output)?.[1]);

test('binary', async () => {
  const output = await run('binary');
  expect(output).toContain('Epoch 20/20');
  expect(accuracyIn(output)).toBeGreaterThanOrEqual(0.98);
  expect(output).toMatch(/^weighted avg +\d\.\d\d +\d\.\d\d +\d\.\d\d +2115$/m);
});

test('multiclass', async () => {
  const output = await run('multiclass');
  expect(output).toContain('Epoch 20/20');
  expect(accuracyIn(output)).toBeGreaterThanOrEqual(0.95);
  expect(output).toMatch(/^weighted avg +\d\.\d\d +\d\.\d\d +\d\.\d\d +10000$/m);
  expect(output.match(/^\d taken for \d: \d+ times$/gm)).toHaveLength(5);
}, 180_000);

test('layer-by-hand equals predict', async () => {
  const output = await run('layer-by-hand');
  expect(output).toContain('(1, 400)(400, 25) + (1, 25) -> (1, 25)');
  expect(output).toContain('(2115, 400)(400, 25) + (1, 25) -> (2115, 25)');
  const [, byHand, byPredict] = /(\d\.\d{6}) by hand, (\d\.\d{6}) by predict/.exec(output) ?? [];
  expect(Number(byHand)).toBeCloseTo(Number(byPredict), 5);
  const [, rows, difference] = /Equal to model\.predict in all (\d+) rows.* is (\S+)\.\n/.exec(output) ?? [];
  expect(rows).toBe('2115');
  expect(Number(difference)).toBeLessThan(1e-5);
});
