/** Set-ups of one clone wait for each other. */

import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const lock = fileURLToPath(new URL('../../.stamps/lock', import.meta.url));
const source = fileURLToPath(new URL('../../scripts/setup/lock.mjs', import.meta.url));

/** A process that writes into `file` when its work begins and, a little later, when it ends. */
function work(file: string) {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(pathToFileURL(source).href)};
    await withLock(async () => {
      appendFileSync(${JSON.stringify(file)}, 'begin ');
      await new Promise((resolve) => setTimeout(resolve, 300));
      appendFileSync(${JSON.stringify(file)}, 'end ');
    });`;
  return promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
}

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'log');
}

test('one after the other, and the second says that it waits', async () => {
  const file = temporaryFile();
  const outputs = await Promise.all([work(file), work(file), work(file)]);
  expect(readFileSync(file, 'utf8')).toBe('begin end begin end begin end ');
  expect(outputs.filter(({ stdout }) => stdout.includes('Another set-up'))).toHaveLength(2);
  expect(existsSync(lock)).toBe(false);
});

test('one that was killed holds up nobody', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  mkdirSync(join(lock, '..'), { recursive: true });
  writeFileSync(lock, String(pid));
  const file = temporaryFile();
  await work(file);
  expect(readFileSync(file, 'utf8')).toBe('begin end ');
});
