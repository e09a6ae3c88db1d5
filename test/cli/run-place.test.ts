import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allFiles, Running, readRun, temporaryFolder } from '../start/program.ts';
import { inkgrad, inkgradJson, program } from './program.ts';

const onLinux = process.platform === 'linux';

let folders: string;
let earlier: string;
beforeAll(() => {
  folders = mkdtempSync(join(tmpdir(), 'inkgrad-place-'));
  earlier = join(folders, 'run');
  execFileSync(process.execPath, [program, 'train', 'binary', '--epochs', '2', '--quiet', '--output', earlier]);
});
afterAll(() => rmSync(folders, { recursive: true, force: true }));

/** A copy of the earlier run, which may be spoiled. */
function copy(): string {
  const folder = join(temporaryFolder(), 'run');
  cpSync(earlier, folder, { recursive: true });
  return folder;
}

const train = (folder: string, ...options: string[]) =>
  inkgrad('train', 'binary', '--epochs', '1', '--seed', '5', '--quiet', '--output', folder, ...options).ended;

describe('files that are not a run', () => {
  test('are left alone, and the folder is refused before training', async () => {
    const folder = temporaryFolder();
    const files = { 'config.json': '{"my":1}', 'report.txt': 'my notes', 'figures/mine.svg': '<svg/>' };
    mkdirSync(join(folder, 'figures'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { code, stderr } = await train(folder);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${folder}: holds files (config.json, figures, report.txt) but no run of inkgrad; name an empty or another folder\n`,
    );
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('stay when the run beside them is replaced', async () => {
    const folder = copy();
    for (const name of ['notes.txt', 'figures/mine.svg']) writeFileSync(join(folder, name), 'mine');
    expect(await train(folder)).toMatchObject({ code: 0, stderr: '' });
    for (const name of ['notes.txt', 'figures/mine.svg']) expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
    expect(readRun(folder).history.weightsSha256).not.toBe(readRun(earlier).history.weightsSha256);
  });

  test('may be hidden ones', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.gitignore'), '*');
    expect(await train(folder)).toMatchObject({ code: 0 });
    expect(readdirSync(folder).sort()).toEqual(['.gitignore', ...allFiles]);
  });

  test.each(['figures', 'model.safetensors'])('may not stand in place of %s', async (name) => {
    const folder = copy();
    rmSync(join(folder, name), { recursive: true });
    if (name === 'figures') writeFileSync(join(folder, name), 'mine');
    else mkdirSync(join(folder, name));
    const { code, stderr } = await train(folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^.*: a (file is where a folder|folder is where a file) would go\n$/);
    expect(readRun(folder).history).toEqual(readRun(earlier).history);
  });

  test.skipIf(process.platform === 'win32')('are not written through a link', async () => {
    const folder = copy();
    const outside = join(temporaryFolder(), 'precious');
    writeFileSync(outside, 'mine');
    rmSync(join(folder, 'model.safetensors'));
    symlinkSync(outside, join(folder, 'model.safetensors'));
    expect(await train(folder)).toMatchObject({ code: 0 });
    expect(readFileSync(outside, 'utf8')).toBe('mine');
  });

  test('are not replaced by `report --output`', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'report.html'), 'mine');
    const { code, stderr } = await inkgrad('report', earlier, '--output', folder).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('report.html: is not from a report of inkgrad');
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('mine');
    rmSync(join(folder, 'report.html'));
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    for (const time of ['new', 'replaced']) {
      expect(await inkgrad('report', earlier, '--output', folder, '--quiet').ended, time).toMatchObject({ code: 0 });
    }
    expect(readdirSync(folder).sort()).toEqual(['figures', 'notes.txt', 'report.html']);
  });
});

test('two trainings into one folder: one goes on, the others end with an error', async () => {
  const folder = temporaryFolder();
  const all = await Promise.all([1, 2, 3].map(() => train(folder, '--epochs', '300')));
  expect(all.map(({ code }) => code).sort()).toEqual([0, 1, 1]);
  for (const { stderr } of all.filter(({ code }) => code === 1)) {
    expect(stderr).toBe(`${folder}: another process is writing there; wait for it to end, or name another folder\n`);
  }
  expect(readRun(folder).files).toEqual(allFiles);
});

describe('a write that fails leaves the earlier run, and no temporary', () => {
  test.skipIf(process.platform === 'win32')('where files may not be that large', async () => {
    const folder = copy();
    // 20 kB: room for the JSON and not for the model. The new run finds no place elsewhere either.
    const command = `ulimit -f 20; exec "$0" "$@"`;
    const args = [program, 'train', 'binary', '--epochs', '1', '--seed', '5', '--quiet', '--output', folder];
    const { code, stderr } = await new Running('bash', ['-c', command, process.execPath, ...args]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/run: cannot be written to \(EFBIG/);
    expect(readRun(folder).files).toEqual(allFiles);
    expect(readRun(folder).history).toEqual(readRun(earlier).history);
  });

  const tmpfs = onLinux && mounts();
  test.skipIf(!tmpfs)('on a full disk, and the new run is kept elsewhere', async () => {
    const disk = join(temporaryFolder(), 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
    try {
      const folder = join(disk, 'run');
      cpSync(earlier, folder, { recursive: true });
      execFileSync('bash', ['-c', 'cat /dev/zero > "$0" || true', join(disk, 'fill')], { stdio: 'ignore' });
      const { code, stderr } = await train(folder);
      expect(code).toBe(1);
      expect(stderr).toMatch(/run: cannot be written to \(ENOSPC.* is as it was before, and the new run is in .*\n$/s);
      expect(readRun(folder).files).toEqual(allFiles);
      expect(readRun(folder).history).toEqual(readRun(earlier).history);
      const refuge = /the new run is in (.*)\n$/.exec(stderr)?.[1] as string;
      expect(readRun(refuge).files).toEqual(allFiles);
      expect(await inkgrad('evaluate', refuge, '--quiet').ended).toMatchObject({ code: 0, stderr: '' });
      rmSync(refuge, { recursive: true });
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  test.skipIf(!tmpfs)('on a disk that is read-only, before training', async () => {
    const disk = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]);
    try {
      const { code, stderr, stdout } = await inkgrad('train', 'binary', '--output', join(disk, 'run')).ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(/run: cannot be written to \(E/);
      expect(stdout).not.toContain('digits');
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

/** Whether this user may mount. */
function mounts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('JSON of a run folder that was changed', () => {
  type Json = Record<string, object>;
  test.each<[string, (config: Json, history: Json) => void, string]>([
    ['no model', (config) => delete config.model, 'config.json: model: expected an object, got undefined'],
    [
      'no layers',
      ({ model = {} }) => Object.assign(model, { layers: null }),
      'model.layers: expected an array, got null',
    ],
    [
      'layers of null',
      ({ model = {} }) => Object.assign(model, { layers: [null] }),
      'model.layers[0]: expected an object',
    ],
    ['a text for a list', (_, history) => Object.assign(history, { loss: 'low' }), "got 'low'"],
    [
      'more epochs than the recipe has',
      (_, history) => {
        for (const [name, column] of Object.entries(history)) {
          if (Array.isArray(column)) Object.assign(history, { [name]: Array(200_000).fill(1) });
        }
      },
      'epoch: expected at most the 2 epochs of the recipe, got 200000',
    ],
    [
      'epochs in another order',
      (_, history) => Object.assign(history, { epoch: [1, 0] }),
      'epoch[0]: expected a whole number from 0 to 0, got 1',
    ],
    ['a long text', (config) => Object.assign(config, { task: 'x'.repeat(1e6) }), 'got'],
  ])('%s', async (_, change, message) => {
    const folder = copy();
    const [config, history] = ['config', 'history'].map((name) => {
      return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    }) as [Json, Json];
    change(config, history);
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'history.json'), JSON.stringify(history));
    const { code, stderr, json } = await inkgradJson<{ error: { name: string } }>('report', folder);
    expect({ code, name: json.error.name }).toEqual({ code: 1, name: 'FormatError' });
    expect(stderr).toContain(message);
    expect(stderr.length).toBeLessThan(1500);
  });
});

test('a folder with a run that was never put in place gets it, by whoever opens it', async () => {
  for (const command of ['evaluate', 'inspect']) {
    const folder = temporaryFolder();
    const pending = join(folder, '.inkgrad-new');
    cpSync(earlier, pending, { recursive: true });
    const names = ['config.json', 'history.json', 'model.safetensors', '../../outside', 'metrics.json', 'report.txt'];
    writeFileSync(join(pending, 'contents.json'), JSON.stringify(names));
    expect(await inkgrad(command, folder, '--quiet').ended).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual([
      'config.json',
      'history.json',
      'metrics.json',
      'model.safetensors',
      'report.txt',
    ]);
    expect(existsSync(join(folder, '..', 'outside'))).toBe(false);
  }
});
