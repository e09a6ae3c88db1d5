import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { loadModel } from 'inkgrad';
import { describe, expect, test } from 'vitest';
import type { RunConfig, RunHistory, RunMetrics } from '../../ts/cli/run-folder.ts';
import { allFiles, Running, readRun, temporaryFolder } from '../start/program.ts';
import { inkgrad, inkgradInTerminal, inkgradJson, program } from './program.ts';

interface Trained {
  completed: boolean;
  folder: string;
  model: string;
  report: string | null;
  config: RunConfig;
  history: RunHistory;
  metrics: RunMetrics | null;
}

const onLinux = process.platform === 'linux';

/** A NumPy file, version 1.0, of 64-bit floats. */
function npy(shape: readonly number[], values: readonly number[]): Uint8Array {
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const header = `${text.padEnd(64 * Math.ceil((text.length + 11) / 64) - 11)}\n`;
  const start = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length & 255, header.length >> 8]);
  return Buffer.concat([start, Buffer.from(header), Buffer.from(Float64Array.from(values).buffer)]);
}

test('train follows its options, and tells of them in the run folder', async () => {
  const folder = join(temporaryFolder(), 'a', 'run');
  const options = '--epochs 3 --batch 50 --seed 7 --threads 1 --learning-rate 0.01 --layers 12,6,4 --output';
  const { code, stderr, json } = await inkgradJson<Trained>('train', 'binary', ...options.split(' '), folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { files, config, history, metrics } = readRun(folder);
  expect(files).toEqual(allFiles);
  expect(json).toEqual({
    completed: true,
    folder,
    model: join(folder, 'model.safetensors'),
    report: join(folder, 'report.html'),
    config,
    history,
    metrics,
  });
  expect(config).toMatchObject({
    task: 'binary',
    training: { epochs: 3, batchSize: 50, optimizer: { learningRate: 0.01 } },
    seed: 7,
    engine: { threads: 1 },
  });
  expect(config.model.layers.map(({ units, activation }) => `${units} ${activation.type}`)).toEqual([
    '12 sigmoid',
    '6 sigmoid',
    '4 sigmoid',
    '1 sigmoid',
  ]);
  expect(history.epoch).toEqual([0, 1, 2]);
  const page = readFileSync(join(folder, 'report.html'), 'utf8');
  expect(page).toContain(
    'npx inkgrad train binary --epochs 3 --batch 50 --learning-rate 0.01 --layers 12,6,4 --seed 7',
  );
  expect(page).toContain(history.weightsSha256);
  expect(page).toContain(`<dt>Run</dt><dd>${basename(folder)}</dd>`);
  const [day, time] = (history.finished as string).split('T');
  expect(page).toContain(`<dt>Trained</dt><dd>${day} ${time?.slice(0, 5)} UTC</dd>`);
});

test('the command that the report names trains the same again', async () => {
  const first = temporaryFolder();
  await inkgrad('train', 'binary', '--epochs', '1', '--layers', 'none', '--seed', '3', '--output', first).ended;
  const page = readFileSync(join(first, 'report.html'), 'utf8');
  const [, args = ''] = /npx inkgrad (train [^<]*)/.exec(page) ?? [];
  const again = temporaryFolder();
  const { code } = await inkgrad(...args.trim().split(' '), '--output', again).ended;
  expect(code).toBe(0);
  expect(readRun(again).history.weightsSha256).toBe(readRun(first).history.weightsSha256);
  expect(readRun(again).config.model.layers).toHaveLength(1);
});

test.each([
  ['--recipe', 'fast97', '--epochs', '2'],
  ['--recipe', 'best', '--epochs', '1'],
  ['--augment', '--epochs', '2'],
])('%s %s: told in the run folder, and by a command that trains the same again', async (...options) => {
  const first = temporaryFolder();
  const { code, json } = await inkgradJson<Trained>('train', 'binary', ...options, '--output', first);
  expect(code).toBe(0);
  const { recipe, augment, epochs, optimizer } = json.config.training;
  expect(epochs).toBe(Number(options.at(-1)));
  if (options[0] === '--augment') {
    expect(recipe).toBeUndefined();
    expect(augment).toMatchObject({ shift: 1.5, elastic: { alpha: 14, sigma: 4 }, reuse: 2 });
    expect(optimizer.learningRate).toBe(0.001);
  } else {
    expect(recipe).toBe(options[1]);
    expect(optimizer.learningRate).toMatchObject({ type: options[1] === 'best' ? 'cosineDecay' : 'polynomialDecay' });
  }
  const page = readFileSync(join(first, 'report.html'), 'utf8');
  const [, args = ''] = /npx inkgrad (train [^<]*)/.exec(page) ?? [];
  const again = temporaryFolder();
  expect((await inkgrad(...args.trim().split(' '), '--output', again).ended).code).toBe(0);
  expect(readRun(again).history.weightsSha256).toBe(json.history.weightsSha256);
  expect((await inkgradJson('report', again)).code).toBe(0);
});

test('a recipe says batch size, learning rate and augmentation itself', async () => {
  for (const option of [['--batch', '64'], ['--learning-rate', '0.01'], ['--augment']]) {
    const { code, stderr } = await inkgrad('train', 'binary', '--recipe', 'best', ...option).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be used with option/);
  }
});

test('--quiet says nothing', async () => {
  const folder = temporaryFolder();
  const outcome = await inkgrad('train', 'binary', '--epochs', '1', '--quiet', '--output', folder).ended;
  expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(existsSync(join(folder, 'report.html'))).toBe(true);
});

test('binary learns from the X.npy and y.npy of a folder, and evaluate finds them again', async () => {
  const data = temporaryFolder();
  const rows = 100;
  const labels = Array.from({ length: rows }, (_, i) => i % 2);
  // Ink in the upper half is a 0, in the lower half a 1; and negative values, as the course's file has.
  const pixels = labels.flatMap((label) =>
    Array.from({ length: 400 }, (_, i) => (Math.floor(i / 200) === label ? 1.1 : -0.1)),
  );
  writeFileSync(join(data, 'X.npy'), npy([rows, 400], pixels));
  writeFileSync(join(data, 'y.npy'), npy([rows], labels));
  const folder = temporaryFolder();
  const args = ['train', 'binary', '--data', data, '--epochs', '30', '--learning-rate', '0.01', '--output', folder];
  const { code, json } = await inkgradJson<Trained>(...args);
  expect(code).toBe(0);
  expect(json.config.data).toMatchObject({ train: { rows: 80 }, test: { rows: 20 }, directory: data });
  expect(json.metrics?.accuracy).toBe(1);
  const evaluated = await inkgradJson<{ accuracy: number; sameDigits: boolean }>('evaluate', folder);
  expect(evaluated).toMatchObject({ code: 0, json: { accuracy: 1, sameDigits: true } });
});

describe('a package without one of its files', () => {
  /** The program in a copy of dist/ that lacks a file. */
  function lacking(file: string): string {
    const copy = temporaryFolder();
    cpSync(dirname(program), copy, { recursive: true });
    writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
    rmSync(join(copy, file));
    return join(copy, 'cli.js');
  }

  test('still makes whole runs when it cannot write reports', async () => {
    const folder = temporaryFolder();
    const args = ['train', 'binary', '--epochs', '10', '--output', folder];
    const { code, stdout, stderr } = await new Running(process.execPath, [lacking('charts.js'), ...args]).ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/^The run has no report: .*charts\.js/);
    expect(stdout).toContain(`Model and figures: ${folder}`);
    const { metrics, files } = readRun(folder);
    expect(metrics.accuracy).toBeGreaterThan(0.98);
    expect(files).toEqual(['config.json', 'history.json', 'metrics.json', 'model.safetensors', 'report.txt']);
  });

  test('has a doctor that names it', async () => {
    const { code, stdout } = await new Running(process.execPath, [lacking('inkgrad-threads.wasm'), 'doctor']).ended;
    expect(code).toBe(1);
    expect(stdout).toContain('✗ Package files: missing: inkgrad-threads.wasm\n    reinstall the package');
  });
});

describe.skipIf(!onLinux)('in a terminal', () => {
  test('a bar shows each epoch', async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await inkgradInTerminal('train binary --epochs 30', folder).ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/Epoch 30\/30 █+ .*val_accuracy/);
    expect(stdout).toContain('Report: runs/binary/report.html');
    expect(readdirSync(join(folder, 'runs/binary/figures')).length).toBeGreaterThan(10);
  });

  test('Ctrl-C keeps the model so far and says where', async () => {
    const folder = temporaryFolder();
    const running = inkgradInTerminal('train binary --epochs 1000000 --output kept', folder);
    await running.wrote(/Epoch 3\/1000000 █/);
    running.child.stdin?.write('\x03');
    const { code, stdout } = await running.ended;
    expect(code).toBe(130);
    expect(stdout).toMatch(/Stopped in epoch \d+ of 1000000\.\r\nThe model so far: kept\r\n/);
    const { files, history, model: file } = readRun(join(folder, 'kept'));
    expect(files).toEqual(['config.json', 'history.json', 'model.safetensors']);
    await using model = await loadModel(file);
    expect(await model.weightsHash()).toBe(history.weightsSha256);

    // What was kept can be looked at.
    const evaluated = await inkgrad('evaluate', join(folder, 'kept'), '--quiet').ended;
    expect(Number(evaluated.stdout)).toBeGreaterThan(0.4);
    const { code: reported } = await inkgrad('report', join(folder, 'kept')).ended;
    expect(reported).toBe(0);
    expect(readFileSync(join(folder, 'kept/report.html'), 'utf8')).toContain('of 1000000, then stopped');
  });
});

test('Ctrl-C under --json gives the same in JSON', async () => {
  const folder = join(temporaryFolder(), 'run');
  const running = inkgrad('train', 'multiclass', '--epochs', '1000000', '--json', '--output', folder);
  while (!existsSync(folder)) await new Promise((resolve) => setTimeout(resolve, 5));
  running.child.kill('SIGINT');
  const { code, stdout } = await running.ended;
  expect(code).toBe(130);
  expect(JSON.parse(stdout)).toMatchObject({ completed: false });
});
