/** Checkpoints that cannot be written, or not to their end. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callbacks, FileError, type FitOptions, loadModel } from 'inkgrad';
import { describe, expect, onTestFinished, test } from 'vitest';
import { blobs, classifier } from '../model/blobs.ts';
import { kills } from './kills.mjs';

/** `node test/resume/kills.mjs 50` makes more of them. */
test('trainings that are killed while they write leave whole checkpoints', async () => {
  const { faults } = await kills(4);
  expect(faults).toEqual([]);
}, 120_000);

const { x, y } = blobs(200);

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-writes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Trains with a backup and a checkpoint of the best model in a folder, and stops in the middle. */
async function trainIn(folder: string, more: FitOptions = {}) {
  const model = classifier();
  onTestFinished(() => model.dispose());
  const hooks = [
    callbacks.modelCheckpoint(join(folder, 'model.safetensors')),
    callbacks.backupAndRestore({ backupDir: join(folder, 'backup') }),
  ];
  await model.fit(x, y, { epochs: 3, verbose: 0, callbacks: hooks, ...more });
}

/** The files of a folder that a training has left, which are not to change. */
function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.safetensors'),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

const fail = { onEpochBegin: (epoch: number) => void (epoch === 2 && abort()) };
function abort(): never {
  throw new RangeError('stop');
}

describe.skipIf(!mounts())('a disk', () => {
  /** A file system of its own, in which a training has left checkpoints. */
  async function disk(): Promise<string> {
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
    onTestFinished(() => void execFileSync('umount', [folder]));
    const hooks = [fail, callbacks.backupAndRestore({ backupDir: join(folder, 'backup') })];
    await expect(trainIn(folder, { callbacks: hooks })).rejects.toThrow(RangeError);
    const model = classifier();
    await model.fit(x, y, { verbose: 0 });
    await model.save(join(folder, 'model.safetensors'));
    await model.dispose();
    return folder;
  }

  async function expectRefused(folder: string, what: string, message: RegExp): Promise<void> {
    const before = filesOf(folder);
    expect(before.size).toBe(3);
    const backup = [{}, callbacks.backupAndRestore({ backupDir: join(folder, 'backup'), saveFreq: 1 })];
    await expect(trainIn(folder, { callbacks: backup }), what).rejects.toThrow(FileError);
    await expect(trainIn(folder, { callbacks: backup })).rejects.toThrow(message);
    const best = callbacks.modelCheckpoint(join(folder, 'model.safetensors'));
    await expect(trainIn(folder, { callbacks: best })).rejects.toThrow(message);
    expect(filesOf(folder)).toEqual(before);
    expect(readdirSync(folder, { recursive: true }).filter((name) => `${name}`.includes('.inkgrad-'))).toEqual([]);
    for (const name of before.keys()) await (await loadModel(join(folder, name))).dispose();
  }

  test('that is full is a FileError, and all files on it are as they were', async () => {
    const folder = await disk();
    execFileSync('bash', ['-c', 'cat /dev/zero > "$0" || true', join(folder, 'fill')], { stdio: 'ignore' });
    await expectRefused(folder, 'full', /cannot be written \(ENOSPC/);
  });

  test('that is read-only as well', async () => {
    const folder = await disk();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    await expectRefused(folder, 'read-only', /cannot be written \(EROFS/);
  });
});

/** Whether this user may mount. */
function mounts(): boolean {
  if (process.platform !== 'linux') return false;
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-mount-'));
  try {
    mkdirSync(join(folder, 'here'));
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', join(folder, 'here')], { stdio: 'ignore' });
    execFileSync('umount', [join(folder, 'here')]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(process.platform === 'win32')('files that may not be that large are a FileError', () => {
  const folder = temporaryFolder();
  const program = `
    const { callbacks, layers, sequential } = await import('inkgrad');
    const model = sequential([layers.dense(200, { inputShape: [40] }), layers.dense(1)], { seed: 1 });
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const [x, y] = [Array.from({ length: 8 }, () => new Array(40).fill(1)), new Array(8).fill(1)];
    const backup = callbacks.backupAndRestore({ backupDir: ${JSON.stringify(folder)}, saveFreq: 1 });
    await model.fit(x, y, { epochs: 3, batchSize: 4, verbose: 0, callbacks: backup }).catch((error) => {
      console.log(error.name, error.message);
    });
    process.exit();`;
  // 20 kB, of the 100 that a state takes.
  const args = ['-c', 'ulimit -f 20; exec "$0" "$@"', process.execPath, '--input-type=module', '-e', program];
  const stdout = execFileSync('bash', args, { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') });
  expect(stdout).toMatch(/^FileError .*checkpoint-000001.safetensors: cannot be written \(EFBIG/);
  expect(readdirSync(folder)).toEqual([]);
});
