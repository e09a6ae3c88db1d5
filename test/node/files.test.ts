import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { layers, OptionError, sequential } from 'inkgrad';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { FileError } from '../../ts/errors.ts';
import { nodeFiles } from '../../ts/node/files.ts';
import { temporaryFolder } from '../start/program.ts';

const posix = process.platform !== 'win32';
const bytes = new TextEncoder().encode('the new content');
const content = (path: string) => readFileSync(path, 'utf8');

function olderFile(mode = 0o644): string {
  const path = join(temporaryFolder(), 'model.safetensors');
  writeFileSync(path, 'the old content, which is longer');
  chmodSync(path, mode);
  return path;
}

describe.runIf(posix)('a file that is written', () => {
  test.each([0o600, 0o640, 0o755])('keeps its mode %o', async (mode) => {
    const path = olderFile(mode);
    await nodeFiles.write(path, bytes);
    expect(content(path)).toBe('the new content');
    expect(statSync(path).mode & 0o7777).toBe(mode);
    expect(readdirSync(join(path, '..'))).toHaveLength(1);
  });

  test('gets the mode that the umask leaves when it is new', async () => {
    const path = join(temporaryFolder(), 'new');
    await nodeFiles.write(path, bytes);
    expect(statSync(path).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  test('is the one that links lead to', async () => {
    const path = olderFile(0o600);
    const folder = temporaryFolder();
    symlinkSync(path, join(folder, 'absolute'));
    symlinkSync('absolute', join(folder, 'relative'));
    await nodeFiles.write(join(folder, 'relative'), bytes);
    expect(content(path)).toBe('the new content');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    for (const name of ['absolute', 'relative']) expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('is made where a link leads to nothing', async () => {
    const folder = temporaryFolder();
    symlinkSync('target', join(folder, 'link'));
    await nodeFiles.write(join(folder, 'link'), bytes);
    expect(content(join(folder, 'target'))).toBe('the new content');
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  });

  test('is another one than its hard links, which keep the old content', async () => {
    const path = olderFile();
    linkSync(path, `${path}.backup`);
    await nodeFiles.write(path, bytes);
    expect(content(`${path}.backup`)).toBe('the old content, which is longer');
  });

  test('may have the longest name that there is', async () => {
    const path = join(temporaryFolder(), 'x'.repeat(255));
    for (const time of ['new', 'replaced']) {
      await nodeFiles.write(path, bytes);
      expect(content(path), time).toBe('the new content');
    }
  });

  test('may be a pipe', async () => {
    const path = join(temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [path]);
    const reader = spawn('cat', [path], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void reader.kill());
    let read = '';
    reader.stdout.setEncoding('utf8').on('data', (text) => {
      read += text;
    });
    const closed = new Promise((resolve) => reader.on('close', resolve));
    await nodeFiles.write(path, bytes);
    await closed;
    expect(read).toBe('the new content');
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  test('may be a device, whose faults are errors', async () => {
    await nodeFiles.write('/dev/null', bytes);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    if (!existsSync('/dev/full')) return;
    await expect(nodeFiles.write('/dev/full', bytes)).rejects.toThrow(/^\/dev\/full: cannot be written \(ENOSPC/);
  });

  test.runIf(existsSync('/proc/self/fd'))('may be an open file of the process', async () => {
    const path = olderFile();
    const descriptor = openSync(path, 'r+');
    onTestFinished(() => closeSync(descriptor));
    const { ino } = statSync(path);
    await nodeFiles.write(`/proc/self/fd/${descriptor}`, bytes);
    expect(content(path)).toMatch(/^the new content/);
    expect(statSync(path).ino).toBe(ino);
  });
});

describe('what cannot be written is a FileError that leaves nothing behind', () => {
  test('below a regular file', async () => {
    const path = olderFile();
    await expect(nodeFiles.write(join(path, 'below'), bytes)).rejects.toThrow(FileError);
    expect(readdirSync(join(path, '..'))).toHaveLength(1);
  });

  test('in place of a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'model'));
    await expect(nodeFiles.write(join(folder, 'model'), bytes)).rejects.toThrow(/EISDIR/);
    expect(readdirSync(folder)).toEqual(['model']);
  });

  test.runIf(posix)('through links in a circle', async () => {
    const folder = temporaryFolder();
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    await expect(nodeFiles.write(join(folder, 'a'), bytes)).rejects.toThrow(/ELOOP|links/);
  });

  test.each(['indexeddb://model', 'https://example.org/model', 'file:///model'])('to the address %s', async (path) => {
    await expect(nodeFiles.write(path, bytes)).rejects.toThrow(`${path}: expected a path of a file, got an address`);
    expect(existsSync(path.replace(/\/.*/, ''))).toBe(false);
  });
});

test('save takes a path and options, and nothing else', async () => {
  await using model = sequential({ layers: [layers.dense({ units: 1, inputShape: [1] })] });
  const path = join(temporaryFolder(), 'model');
  const save = model.save.bind(model) as (...args: unknown[]) => Promise<void>;
  await expect(save(path, {}, 'onnx')).rejects.toThrow(OptionError);
  await expect(save(path, {}, 'onnx')).rejects.toThrow("save: expected no further arguments, got 'onnx'");
  expect(existsSync(path)).toBe(false);
});

describe('the folder for downloads', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });

  test('is a temporary one for users without a home', () => {
    vi.stubEnv('XDG_CACHE_HOME', '');
    vi.stubEnv('LOCALAPPDATA', undefined);
    expect(nodeFiles.cacheFolder.startsWith(os.homedir())).toBe(true);
    // As the system answers for a user number that it does not know.
    vi.spyOn(os, 'homedir').mockImplementation(() => {
      throw new Error('A system error occurred: uv_os_homedir returned ENOENT');
    });
    syncBuiltinESMExports();
    expect(nodeFiles.cacheFolder).toBe(join(os.tmpdir(), 'inkgrad'));
  });
});
