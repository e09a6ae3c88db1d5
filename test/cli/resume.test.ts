import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { allFiles, readRun, temporaryFolder } from '../start/program.ts';
import { inkgrad, inkgradJson, program } from './program.ts';

/** Small batches make a training long enough to be stopped. */
const recipe = ['--epochs', '30', '--batch', '4', '--seed', '9', '--learning-rate', '0.002', '--layers', '20,10'];
let folders: string;
/** A run that was never stopped. */
let whole: string;
beforeAll(() => {
  folders = mkdtempSync(join(tmpdir(), 'inkgrad-resume-'));
  whole = join(folders, 'run');
  execFileSync(process.execPath, [program, 'train', 'binary', ...recipe, '--quiet', '--output', whole]);
});
afterAll(() => rmSync(folders, { recursive: true, force: true }));

const train = (folder: string, ...more: string[]) => inkgrad('train', 'binary', ...recipe, '--output', folder, ...more);
const resume = (folder: string, ...more: string[]) => inkgrad('train', '--resume', folder, ...more).ended;

/** What a run has come to, apart from times. */
function outcome(folder: string) {
  const { config, history, files } = readRun(folder);
  const { seconds, samplesPerSecond, totalSeconds, peakResidentBytes, finished, ...figures } = history;
  const { engine, checkpointEvery, ...follows } = config;
  expect([seconds.length, samplesPerSecond.length]).toEqual([figures.epoch.length, figures.epoch.length]);
  expect(finished).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(totalSeconds).toBeGreaterThan(seconds.reduce((a, b) => a + b, 0) - 0.01);
  return { files, figures, follows };
}

/** A copy of the whole run. */
function copy(): string {
  const folder = join(temporaryFolder(), 'run');
  cpSync(whole, folder, { recursive: true });
  return folder;
}

const states = (folder: string): string[] =>
  existsSync(join(folder, '.checkpoint')) ? readdirSync(join(folder, '.checkpoint')).sort() : [];

/** A training that was killed when it had kept some states. */
async function killed(folder: string, ...more: string[]): Promise<void> {
  const running = train(folder, '--checkpoint-every', '50', ...more);
  while (!states(folder).some((name) => /checkpoint-00002\d/.test(name))) await new Promise((r) => setTimeout(r, 1));
  running.child.kill('SIGKILL');
  await running.ended;
}

describe('a run goes on to the same files', () => {
  test('after it was killed', async () => {
    const folder = join(temporaryFolder(), 'run');
    await killed(folder);
    expect(readdirSync(folder)).toEqual(['.checkpoint']);
    expect(states(folder).at(-1)).toBe('run.json');
    for (const command of ['inspect', 'evaluate', 'report']) {
      const { code, stderr } = await inkgrad(command, folder).ended;
      expect(stderr).toBe(`${folder}: its training was interrupted; go on with it: inkgrad train --resume ${folder}\n`);
      expect(code).toBe(1);
    }
    const { code, stdout, stderr } = await resume(folder, '--threads', '2');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Goes on in epoch \d+ of 30, after \d+ batch(es)? of it\.$/m);
    expect(outcome(folder)).toEqual(outcome(whole));
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('after %s', async (signal) => {
    const folder = join(temporaryFolder(), 'run');
    const running = train(folder);
    await running.wrote(/Epoch 2\//);
    running.child.kill(signal);
    expect((await running.ended).stdout).toContain(`To go on: inkgrad train --resume ${folder}`);
    expect(readdirSync(folder).sort()).toEqual(['config.json', 'history.json', 'model.safetensors']);
    expect(await resume(folder)).toMatchObject({ code: 0, stderr: '' });
    expect(outcome(folder)).toEqual(outcome(whole));
  });

  test('after it was killed before anything was kept', async () => {
    const folder = join(temporaryFolder(), 'run');
    const running = train(folder);
    while (!existsSync(join(folder, '.checkpoint', 'run.json'))) await new Promise((r) => setTimeout(r, 1));
    running.child.kill('SIGKILL');
    await running.ended;
    expect((await resume(folder)).stdout).toMatch(/Begins anew|Goes on/);
    expect(outcome(folder)).toEqual(outcome(whole));
  });

  test('after it was stopped again and again', async () => {
    const folder = join(temporaryFolder(), 'run');
    await killed(folder);
    for (const signal of ['SIGINT', 'SIGKILL', 'SIGTERM', 'SIGKILL'] as const) {
      const running = inkgrad('train', '--resume', folder, '--checkpoint-every', '1');
      await running.wrote(/Goes on/);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running.child.kill(signal);
      await running.ended;
    }
    await resume(folder, '--checkpoint-every', 'none');
    expect(outcome(folder)).toEqual(outcome(whole));
  });

  test('keeping its state as often as before, unless it is told otherwise', async () => {
    const folder = join(temporaryFolder(), 'run');
    await killed(folder);
    const kept = () => JSON.parse(readFileSync(join(folder, '.checkpoint', 'run.json'), 'utf8')).checkpointEvery;
    const interrupted = async (signal: 'SIGKILL' | 'SIGINT', ...more: string[]) => {
      const newest = () => states(folder).findLast((name) => name.startsWith('checkpoint-')) ?? '';
      const running = inkgrad('train', '--resume', folder, ...more);
      await running.wrote(/Goes on/);
      // More states in less than the period of 'auto'.
      const first = newest();
      const from = performance.now();
      while (newest() === first) await new Promise((r) => setTimeout(r, 1));
      expect(performance.now() - from).toBeLessThan(4000);
      running.child.kill(signal);
      await running.ended;
    };
    await interrupted('SIGKILL');
    expect(kept()).toBe(50);
    await interrupted('SIGINT');
    expect(readRun(folder).config.checkpointEvery).toBe(50);
    await interrupted('SIGKILL');
    expect(kept()).toBe(50);
    await interrupted('SIGKILL', '--checkpoint-every', 'epoch');
    expect(kept()).toBe('epoch');
    await resume(folder);
    expect(outcome(folder)).toEqual(outcome(whole));
  });

  test('with more epochs than it had been asked for', async () => {
    const folder = join(temporaryFolder(), 'run');
    await train(folder, '--epochs', '12').ended;
    const { json, code } = await inkgradJson<{ completed: boolean; history: { epoch: number[] } }>(
      ...['train', '--resume', folder, '--epochs', '30', '--threads', '1'],
    );
    expect({ code, completed: json.completed, epochs: json.history.epoch.length }).toEqual({
      code: 0,
      completed: true,
      epochs: 30,
    });
    expect(outcome(folder)).toEqual(outcome(whole));
    expect(await inkgrad('evaluate', folder, '--quiet').ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('with the state before the newest when that is damaged', async () => {
    const folder = join(temporaryFolder(), 'run');
    await killed(folder);
    const newest = join(folder, '.checkpoint', states(folder).at(-2) as string);
    writeFileSync(newest, readFileSync(newest).subarray(0, 5000));
    const { code, stderr } = await resume(folder);
    expect(code).toBe(0);
    expect(stderr).toContain('the checkpoint before it is taken');
    expect(outcome(folder)).toEqual(outcome(whole));
  });
});

test('a training into the folder of another leaves that as it is until it is over', async () => {
  const folder = copy();
  await killed(folder, '--seed', '10');
  expect(readdirSync(folder).sort()).toEqual(['.checkpoint', ...allFiles]);
  const before = outcome(whole).figures.weightsSha256;
  expect(readRun(folder).history.weightsSha256).toBe(before);
  await resume(folder);
  expect(readRun(folder).files).toEqual(allFiles);
  expect(readRun(folder).history.weightsSha256).not.toBe(before);
});

test('a new training gives up what was unfinished', async () => {
  const folder = join(temporaryFolder(), 'run');
  await killed(folder);
  expect((await train(folder, '--epochs', '1').ended).code).toBe(0);
  expect(readRun(folder).files).toEqual(allFiles);
  expect(readRun(folder).config.training.epochs).toBe(1);
});

describe('what cannot go on says why', () => {
  test.each<[string, string[], string]>([
    ['a run that is finished', [], '--epochs: expected more than the 30 that the run has had, got none'],
    ['fewer epochs', ['--epochs', '7'], '--epochs: expected at least 30, where the run is, got 7'],
  ])('%s', async (_, more, message) => {
    const folder = copy();
    const { code, stderr } = await resume(folder, ...more);
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${message}\n` });
    expect(readRun(folder).history).toEqual(readRun(whole).history);
  });

  test('a run of which nothing was kept', async () => {
    const folder = join(temporaryFolder(), 'run');
    await train(folder, '--epochs', '1', '--checkpoint-every', 'none').ended;
    const { code, stderr } = await resume(folder, '--epochs', '2');
    expect(code).toBe(1);
    expect(stderr).toMatch(/expected a checkpoint of a training, got a model alone: .*--checkpoint-every none\n$/);
  });

  test('a folder without a run', async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await resume(folder);
    expect(code).toBe(1);
    expect(stderr).toContain('config.json: there is no such file; name a run folder');
  });

  test('other digits than those of the run', async () => {
    const folder = join(temporaryFolder(), 'run');
    await killed(folder);
    const config = join(folder, '.checkpoint', 'run.json');
    const text = readFileSync(config, 'utf8');
    writeFileSync(config, text.replace(/("train": \{[^}]*"sha256": ")./, '$1x'));
    const { code, stderr } = await resume(folder);
    expect(code).toBe(1);
    expect(stderr).toContain('expected the digits that the run was trained on; --data names their folder, got others');
    writeFileSync(config, text);
    expect((await resume(folder)).code).toBe(0);
    expect(outcome(folder)).toEqual(outcome(whole));
  });

  test('a folder that another training has', async () => {
    const folder = copy();
    const first = inkgrad('train', '--resume', folder, '--epochs', '100000');
    await first.wrote(/Goes on/);
    const { code, stderr } = await resume(folder, '--epochs', '40');
    expect(code).toBe(1);
    expect(stderr).toContain('another process is writing there');
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(130);
    expect(readRun(folder).files).toEqual(['config.json', 'history.json', 'model.safetensors']);
  });

  test.each<[string[], string]>([
    [['train'], "error: missing required argument 'task', or --resume and a run\n"],
    [
      ['train', 'binary', '--resume', 'run', '--batch', '3', '-s', '4'],
      "error: --resume goes on with the run's own task and settings: leave out 'binary', --batch, --seed\n",
    ],
    [['train', '--resume', ''], "error: option '--resume <run>' argument '' is invalid"],
    [
      ['train', 'binary', '--checkpoint-every', 'often'],
      "Expected 'auto', 'epoch' or 'none', or a number of steps, got 'often'",
    ],
    [['train', 'binary', '--checkpoint-every', '0'], 'a whole number of at least 1'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await inkgrad(...args).ended;
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('a disk without room for checkpoints', () => {
  test.skipIf(process.platform === 'win32')('does not end a training', async () => {
    const folder = join(temporaryFolder(), 'run');
    mkdirSync(folder);
    // 20 kB: room for the JSON, and neither for a state nor for the model.
    const command = ['-c', 'ulimit -f 20; exec "$0" "$@"', process.execPath, program];
    const args = ['train', 'binary', ...recipe, '--quiet', '--output', folder, '--checkpoint-every', 'epoch'];
    const { status, stderr } = await new Promise<{ status: number; stderr: string }>((resolve) => {
      try {
        execFileSync('bash', [...command, ...args], { stdio: 'pipe', env: { ...process.env, TMPDIR: folder } });
        resolve({ status: 0, stderr: '' });
      } catch (error) {
        const failed = error as { status: number; stderr: Buffer };
        resolve({ status: failed.status, stderr: failed.stderr.toString() });
      }
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/The training goes on without a checkpoint: .*checkpoint-000001.*EFBIG/);
    expect(stderr.match(/goes on without/g)).toHaveLength(1);
    expect(stderr).toMatch(/run: cannot be written to \(EFBIG/);
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  });
});
