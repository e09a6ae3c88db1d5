/** Files, as Node (and Bun and Deno) have them. */

import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { FileError } from '../errors.ts';
import type { FileAccess } from '../platform.ts';

export const nodeFiles: FileAccess = {
  async read(path) {
    try {
      const { buffer, byteOffset, byteLength } = await readFile(path);
      return new Uint8Array(buffer, byteOffset, byteLength);
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
      throw new FileError(`${path}: cannot be read (${(error as Error).message})`, { cause: error });
    }
  },

  async write(path, bytes) {
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync(); // or a crash may leave the new name with none of the bytes
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {}); // the first error is the one to tell
      throw new FileError(`${path}: cannot be written (${(error as Error).message})`, { cause: error });
    }
  },

  packageFolder(name) {
    // From where the program runs, and where its script lies. Not from here: a bundle may be anywhere, and strict package
    // managers hide other packages from this one.
    for (const from of [join(process.cwd(), 'index.js'), realpathOf(process.argv[1])]) {
      if (from === undefined) continue;
      try {
        return dirname(createRequire(from).resolve(`${name}/package.json`));
      } catch {
        // Not to be found from there.
      }
    }
    return undefined;
  },

  get cacheFolder() {
    return join(cacheHome(), 'inkgrad');
  },
};

/** A program of a package is started by a link to it. */
function realpathOf(path: string | undefined): string | undefined {
  try {
    return path === undefined ? undefined : realpathSync(path);
  } catch {
    return undefined; // `node -e`, say
  }
}

/** Where each system wants its caches. A relative XDG_CACHE_HOME is to be ignored, says its specification. */
function cacheHome(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: localAppData } = process.env;
  if (xdg && isAbsolute(xdg)) return xdg;
  if (process.platform === 'win32') return localAppData ?? join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}
