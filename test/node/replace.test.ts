import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReport } from 'inkgrad/report';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../ts/node/lock.ts';
import { replaceFiles, settle } from '../../ts/node/replace.ts';
import { release, temporaryIn } from '../../ts/node/temporary.ts';
import { golden, goldenRun } from '../report/runs.ts';
import { Running, temporaryFolder } from '../start/program.ts';

const names = ['a', 'b', 'in/c', 'in/d'];
const files = (...content: [name: string, text: string][]) =>
  new Map(content.map(([name, text]) => [name, new TextEncoder().encode(text)]));
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('a set of files', () => {
  test('replaces the one before it, and nothing else', async () => {
    const folder = temporaryFolder();
    await replaceFiles(folder, files(['a', '1'], ['in/c', '1']), names);
    writeFileSync(join(folder, 'in', 'other'), 'mine');
    await replaceFiles(folder, files(['b', '2'], ['in/d', '2']), names);
    expect(readdirSync(folder).sort()).toEqual(['b', 'in']);
    expect(readdirSync(join(folder, 'in')).sort()).toEqual(['d', 'other']);
    expect([read(folder, 'b'), read(folder, 'in/d')]).toEqual(['2', '2']);
  });

  test('leaves no empty folders', async () => {
    const folder = temporaryFolder();
    await replaceFiles(folder, files(['in/c', '1']), names);
    await replaceFiles(folder, files(['a', '2']), names);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('changes nothing where one of it cannot be written', async () => {
    const folder = temporaryFolder();
    await replaceFiles(folder, files(['a', '1'], ['in/c', '1']), names);
    const tooLong = `in/${'x'.repeat(256)}`;
    const writing = replaceFiles(folder, files(['a', '2'], [tooLong, '2']), [...names, tooLong]);
    await expect(writing).rejects.toThrow(/ENAMETOOLONG/);
    expect(readdirSync(folder).sort()).toEqual(['a', 'in']);
    expect([read(folder, 'a'), read(folder, 'in/c')]).toEqual(['1', '1']);
  });

  test.skipIf(process.platform === 'win32')('goes through no link to a folder', async () => {
    const [folder, outside] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(outside, join(folder, 'in'));
    await expect(replaceFiles(folder, files(['in/c', '1']), names)).rejects.toThrow('in: a link is where a folder');
    mkdirSync(join(folder, '.inkgrad-new', 'in'), { recursive: true });
    writeFileSync(join(folder, '.inkgrad-new', 'contents.json'), '["in/c"]');
    writeFileSync(join(folder, '.inkgrad-new', 'in', 'c'), 'hostile');
    expect(() => settle(folder, names)).toThrow('in: a link is where a folder');
    expect(readdirSync(outside)).toEqual([]);
  });

  test('is finished by the next who comes, however far it was', () => {
    for (const done of [0, 1, 2]) {
      const folder = temporaryFolder();
      const pending = join(folder, '.inkgrad-new');
      mkdirSync(join(pending, 'in'), { recursive: true });
      mkdirSync(join(folder, 'in'));
      writeFileSync(join(pending, 'contents.json'), '["a", "in/c", "../escaped"]');
      writeFileSync(join(folder, 'b'), 'old');
      writeFileSync(join(done > 0 ? folder : pending, 'a'), 'new');
      writeFileSync(join(done > 1 ? folder : pending, 'in/c'), 'new');
      settle(folder, names);
      expect(readdirSync(folder).sort()).toEqual(['a', 'in']);
      expect([read(folder, 'a'), read(folder, 'in/c')]).toEqual(['new', 'new']);
      settle(folder, names);
      expect(readdirSync(folder).sort()).toEqual(['a', 'in']);
    }
  });
});

test('temporaries of processes that are gone are swept, those of living ones are not', () => {
  const folder = temporaryFolder();
  const { pid: gone } = spawnSync(process.execPath, ['--version']);
  const mine = temporaryIn(folder);
  const kept = [mine.slice(folder.length + 1), `.inkgrad-${process.ppid}-0123abcd`, '.inkgrad-x-0123abcd'];
  // A container gives the same number to the process of its next start.
  const swept = [`.inkgrad-${gone}-0123abcd`, `.inkgrad-${process.pid}-0123abcd`];
  for (const name of [...kept, ...swept]) mkdirSync(join(folder, name, 'figures'), { recursive: true });
  settle(folder, names);
  expect(readdirSync(folder).sort()).toEqual([...kept].sort());
  release(mine);
  expect(existsSync(mine)).toBe(false);
});

describe('a folder that is locked', () => {
  test('is another process’s until that one gives it free', async () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()];
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`${folder}: another process is writing there`);
    await (await lockFolder(other))();
    expect(readdirSync(folder)).toEqual([]);
    await unlock();
    await (await lockFolder(folder))();
  });

  // Other systems than Linux have the name of the lock as a file, which a process that is killed leaves behind.
  test.runIf(process.platform === 'linux').each(['linux', 'darwin'])(
    'is free again when its process is killed, as on %s',
    async (platform) => {
      const folder = temporaryFolder();
      const { dev, ino } = statSync(folder, { bigint: true });
      const file = join(tmpdir(), `inkgrad-${dev}-${ino}.sock`);
      const address = platform === 'linux' ? `\0inkgrad-${dev}-${ino}` : file;
      const script = `require('node:net').createServer().listen(${JSON.stringify(address)}, () => console.log('locked'))`;
      const running = new Running(process.execPath, ['-e', script]);
      await running.wrote(/locked/);
      const original = Object.getOwnPropertyDescriptor(process, 'platform') as PropertyDescriptor;
      onTestFinished(() => void Object.defineProperty(process, 'platform', original));
      Object.defineProperty(process, 'platform', { value: platform });
      await expect(lockFolder(folder)).rejects.toThrow('another process');
      running.child.kill('SIGKILL');
      await running.ended;
      expect(existsSync(file)).toBe(platform !== 'linux');
      await (await lockFolder(folder))();
      expect(existsSync(file)).toBe(false);
    },
  );
});

describe('reports', () => {
  test('replace those of other models, and leave figures of others', async () => {
    const folder = temporaryFolder();
    const { html, figures } = await writeReport(folder, goldenRun(golden.binary));
    expect(readdirSync(figures)).toContain('roc.svg');
    writeFileSync(join(figures, 'mine.svg'), '<svg/>');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await writeReport(folder, goldenRun(golden.multiclass));
    expect(readdirSync(figures)).not.toContain('roc.svg');
    expect(readdirSync(figures)).toContain('mine.svg');
    expect(readdirSync(folder).sort()).toEqual(['figures', 'notes.txt', 'report.html']);
    expect(readFileSync(html, 'utf8')).toContain('<meta name="generator" content="inkgrad ');
  });

  test.each(['report.html', 'figures/loss.svg'])('do not replace a %s of others', async (name) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'figures'));
    writeFileSync(join(folder, name), 'mine');
    await expect(writeReport(folder, goldenRun(golden.binary))).rejects.toThrow('is not from a report of inkgrad');
    expect(read(folder, name)).toBe('mine');
  });

  test('are two at once as well as one after the other', async () => {
    const folder = temporaryFolder();
    await Promise.all([golden.binary, golden.multiclass].map((run) => writeReport(folder, goldenRun(run))));
    expect(readdirSync(folder).sort()).toEqual(['figures', 'report.html']);
  });

  test('take two arguments', async () => {
    const write = writeReport as (...args: unknown[]) => Promise<unknown>;
    const writing = write(temporaryFolder(), goldenRun(golden.binary), { figures: false });
    await expect(writing).rejects.toThrow('writeReport: expected no further arguments, got an object');
  });
});
