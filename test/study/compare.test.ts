import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decide, loadBinaryDigits, loadModel } from 'inkgrad';
import { type McNemarTest, mcNemarTest } from 'inkgrad/study';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inkgrad, inkgradJson, program } from '../cli/program.ts';
import { temporaryFolder } from '../start/program.ts';

interface Compared {
  accuracies: [number, number];
  mcNemar: McNemarTest;
  onlyFirst: number[];
  onlySecond: number[];
  differences: Record<string, (string | null)[]>;
  report: string;
}

let folders: string;
const at = (name: string) => join(folders, name);

beforeAll(async () => {
  folders = mkdtempSync(join(tmpdir(), 'inkgrad-compare-'));
  const train = (name: string, ...options: string[]) =>
    promisify(execFile)(process.execPath, [program, 'train', 'binary', '--output', at(name), ...options]);
  await train('short', '--epochs', '1');
  await train('long & <b>', '--epochs', '4', '--batch', '16', '--augment');
});
afterAll(() => rmSync(folders, { recursive: true, force: true }));

async function decisionsOf(name: string): Promise<ArrayLike<number>> {
  const { test } = await loadBinaryDigits();
  await using model = await loadModel(join(at(name), 'model.safetensors'));
  return decide(await model.predict(test.x));
}

test('two runs are compared digit by digit', async () => {
  const output = temporaryFolder();
  const { json, code, stderr } = await inkgradJson<Compared>('compare', at('short'), at('long & <b>'), '-o', output);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { y } = (await loadBinaryDigits()).test;
  const [short, long] = [await decisionsOf('short'), await decisionsOf('long & <b>')];
  const rows = Array.from(y.keys());
  const onlyFirst = rows.filter((row) => short[row] === y[row] && long[row] !== y[row]);
  const onlySecond = rows.filter((row) => short[row] !== y[row] && long[row] === y[row]);
  expect(onlyFirst.length + onlySecond.length).toBeGreaterThan(0);
  expect(json).toMatchObject({ onlyFirst, onlySecond, mcNemar: mcNemarTest(onlyFirst.length, onlySecond.length) });
  expect(json.accuracies[0]).toBe(rows.filter((row) => short[row] === y[row]).length / y.length);
  expect(json.differences).toMatchObject({
    'training.epochs': ['1', '4'],
    'training.batchSize': ['32', '16'],
    'training.augment.shift': [null, '1.5'],
  });
  expect(Object.keys(json.differences)).not.toContain('seed');
  const html = readFileSync(json.report, 'utf8');
  expect(html).toContain('long &amp; &lt;b&gt;');
  expect(html).not.toContain('<b>');
  for (const name of ['loss', 'accuracy', 'only-second']) {
    expect(html).toContain(`<figure id="figure-${name}" class=`);
    expect(readFileSync(join(output, 'comparison-figures', `${name}.svg`), 'utf8')).toMatch(/^<svg /);
  }
});

test('a run differs from itself in nothing', async () => {
  const { json } = await inkgradJson<Compared>('compare', at('short'), at('short'), '-o', temporaryFolder());
  expect(json).toMatchObject({ onlyFirst: [], onlySecond: [], differences: {}, mcNemar: { pValue: 1 } });
});

test('runs on other digits, and pages of others, are refused', async () => {
  const other = at('other');
  await inkgrad('train', 'multiclass', '--epochs', '1', '--layers', '16', '--output', other).ended;
  const mixed = await inkgrad('compare', at('short'), other, '-o', temporaryFolder()).ended;
  expect(mixed.code).toBe(1);
  expect(mixed.stderr).toMatch(/expected a run judged on the digits of .*short/);
  const output = temporaryFolder();
  writeFileSync(join(output, 'comparison.html'), 'mine');
  const foreign = await inkgrad('compare', at('short'), at('short'), '-o', output).ended;
  expect(foreign.code).toBe(1);
  expect(foreign.stderr).toContain('is not from inkgrad');
  expect(readFileSync(join(output, 'comparison.html'), 'utf8')).toBe('mine');
});
