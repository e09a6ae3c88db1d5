/**
 * Trainings that are killed or stopped at random times. A few rounds of each here; INKGRAD_KILLS=full asks for 40 kills
 * and 12 of each signal.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadModel } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allFiles, temporaryFolder } from '../start/program.ts';
import { randomNumbers } from './pictures.ts';
import { inkgrad, program } from './program.ts';

const [kills, signals] = process.env.INKGRAD_KILLS === 'full' ? [40, 12] : [4, 2];
const stoppedFiles = ['config.json', 'history.json', 'model.safetensors'];
const timeout = 30_000 * Math.max(kills, signals);

/** A run of few epochs, to be replaced. */
let folders: string;
let earlier: string;
/** Milliseconds that such a training takes here. */
let duration: number;

beforeAll(() => {
  folders = mkdtempSync(join(tmpdir(), 'inkgrad-kills-'));
  earlier = join(folders, 'run');
  const start = performance.now();
  execFileSync(process.execPath, [program, 'train', 'binary', '--epochs', '5', '--quiet', '--output', earlier]);
  duration = performance.now() - start;
});
afterAll(() => rmSync(folders, { recursive: true, force: true }));

const hashIn = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'history.json'), 'utf8')).weightsSha256 as string;

/** That all files of a folder are of one run, with the model that its history names, and that no other file is there. */
async function expectWhole(folder: string, files: readonly (readonly string[])[]): Promise<string> {
  const names = readdirSync(folder).filter((name) => name !== '.checkpoint'); // of a training that may go on
  expect(files).toContainEqual(names.sort());
  await using model = await loadModel(join(folder, 'model.safetensors'));
  const hash = await model.weightsHash();
  expect(hashIn(folder)).toBe(hash);
  const page = join(folder, 'report.html');
  if (existsSync(page)) expect(readFileSync(page, 'utf8')).toContain(hash);
  return hash;
}

/** A training with another seed into a copy of the earlier run. */
function replacing(epochs: number, seed: number) {
  const folder = join(temporaryFolder(), 'run');
  cpSync(earlier, folder, { recursive: true });
  const args = ['train', 'binary', '--epochs', String(epochs), '--seed', String(seed), '--output', folder];
  return { folder, running: inkgrad(...args) };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test(
  `${kills} trainings killed at random times leave the earlier run or the new one`,
  async () => {
    const random = randomNumbers(17);
    for (let round = 0; round < kills; round++) {
      const { folder, running } = replacing(5, round);
      await pause(random() * 1.1 * duration);
      running.child.kill('SIGKILL');
      await running.ended;
      const { code, stderr } = await inkgrad('evaluate', folder, '--quiet').ended; // finishes, or sweeps away
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      await expectWhole(folder, [allFiles]);
    }
  },
  timeout,
);

test(
  `${kills} trainings killed as they write leave the earlier run or the new one`,
  async () => {
    for (let round = 0; round < kills; round++) {
      const { folder, running } = replacing(5, round);
      const watcher = watch(folder, (_event, name) => {
        if (name?.startsWith('.inkgrad-') || name === 'model.safetensors') running.child.kill('SIGKILL');
      });
      await running.ended;
      watcher.close();
      const { code, stderr } = await inkgrad('evaluate', folder, '--quiet').ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      await expectWhole(folder, [allFiles]);
    }
  },
  timeout,
);

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s', (signal, exitCode) => {
  test(
    `at ${signals} random times leaves a whole run and ends with ${exitCode}`,
    async () => {
      const random = randomNumbers(exitCode);
      for (let round = 0; round < signals; round++) {
        const { folder, running } = replacing(1_000_000, round);
        await pause(random() * 2 * duration);
        running.child.kill(signal);
        const { code, stderr, stdout } = await running.ended;
        // Before the program has begun to listen, the system ends it, as which shells tell the same number.
        expect(running.child.signalCode ?? code).toBe(running.child.signalCode === null ? exitCode : signal);
        expect(stderr).toBe('');
        const hash = await expectWhole(folder, [allFiles, stoppedFiles]);
        expect(hash === hashIn(earlier)).toBe(!stdout.includes('The model so far'));
      }
    },
    timeout,
  );

  test.skipIf(process.platform === 'win32')('while digits are loaded leaves no folder behind', async () => {
    const folder = join(temporaryFolder(), 'runs', 'new');
    const running = inkgrad('train', 'multiclass', '--epochs', '1000000', '--output', folder);
    await running.wrote(/── multiclass/);
    running.child.kill(signal);
    const { code, stdout } = await running.ended;
    expect(code).toBe(exitCode);
    // Training may have begun in the time that the signal took.
    expect(existsSync(join(folder, '..'))).toBe(stdout.includes('The model so far'));
  });
});
