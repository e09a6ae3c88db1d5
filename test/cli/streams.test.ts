import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFiles, Running, readRun, temporaryFolder } from '../start/program.ts';
import { program } from './program.ts';

/** `inkgrad` whose output is no longer read once something has come of it. */
async function unread(...args: string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  return { code, stderr };
}

describe.skipIf(process.platform === 'win32')('when nobody reads the output', () => {
  test('train goes on in silence to the end', async () => {
    const folder = temporaryFolder();
    const outcome = await unread('train', 'binary', '--epochs', '20', '--output', folder);
    expect(outcome).toEqual({ code: 0, stderr: '' });
    const { files, history } = readRun(folder);
    expect(files).toEqual(allFiles);
    expect(history).toMatchObject({ completed: true });
  });

  test('predict ends with 141, as shells expect', async () => {
    const folder = temporaryFolder();
    await new Running(process.execPath, [program, 'train', 'binary', '--epochs', '1', '--quiet', '--output', folder])
      .ended;
    const picture = join(folder, 'figures', 'samples.png');
    const { code, stderr } = await unread('predict', folder, ...Array(200).fill(picture));
    expect(code).toBe(141);
    expect(stderr.replaceAll(/^.* seems to hold \d+ digits.*\n/gm, '')).toBe(''); // the picture is of sixteen
  });

  test('nor warnings, commands go on', async () => {
    const command = '"$0" "$1" doctor --data /nowhere/at/all 2>&-';
    expect((await new Running('bash', ['-c', command, process.execPath, program]).ended).code).toBe(1);
  });
});

test.skipIf(process.platform !== 'linux')('a device that is full ends train with 1, and the run is there', async () => {
  const folder = temporaryFolder();
  const command = '"$0" "$1" train binary --epochs 2 --output "$2" > /dev/full';
  const { code, stderr } = await new Running('bash', ['-c', command, process.execPath, program, folder]).ended;
  expect(stderr).toMatch(/^The output cannot be written: ENOSPC.*\n$/);
  expect(code).toBe(1);
  expect(readRun(folder).files).toEqual(allFiles);
});
