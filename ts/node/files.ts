/** Files, as Node (and Bun and Deno) have them. */

import { type Dirent, realpathSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileError } from '../errors.ts';
import type { FileAccess, FolderEntry } from '../platform.ts';
import { isLeftover, release } from './temporary.ts';
import { writeWhole } from './write-file.ts';

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

  pathOf(url) {
    try {
      return fileURLToPath(url);
    } catch (error) {
      throw new FileError(`${url}: is no file of this machine (${(error as Error).message})`, { cause: error });
    }
  },

  beside(path, name) {
    return join(dirname(typeof path === 'string' ? path : fileURLToPath(path)), name);
  },

  async list(path) {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return await Promise.all(entries.map((entry) => entryOf(path, entry)));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      if (codeOf(error) === 'ENOTDIR') {
        const found = await stat(path).catch(() => undefined);
        if (!found || found.isFile()) return found && 'file';
        throw new FileError(`${path}: is neither a file nor a folder`); // a pipe would never end
      }
      throw new FileError(`${path}: cannot be listed (${(error as Error).message})`, { cause: error });
    }
  },

  async write(path, bytes) {
    if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) throw new FileError(`${path}: expected a path of a file, got an address`);
    try {
      await writeWhole(path, bytes);
    } catch (error) {
      throw new FileError(`${path}: cannot be written (${(error as Error).message})`, { cause: error });
    }
  },

  async append(path, bytes) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, bytes);
    } catch (error) {
      throw new FileError(`${path}: cannot be added to (${(error as Error).message})`, { cause: error });
    }
  },

  async remove(path) {
    try {
      await rm(path, { force: true });
    } catch (error) {
      throw new FileError(`${path}: cannot be removed (${(error as Error).message})`, { cause: error });
    }
  },

  async removeFolder(path) {
    await rmdir(path).catch(() => {}); // not there, or not empty
  },

  async sweep(path) {
    const names = await readdir(path).catch(() => []);
    for (const name of names.filter(isLeftover)) release(join(path, name));
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

async function entryOf(folder: string, entry: Dirent): Promise<FolderEntry> {
  const found = entry.isSymbolicLink() ? await stat(join(folder, entry.name)).catch(() => undefined) : entry;
  const kind = found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : 'other';
  return { name: entry.name, kind };
}

/** Where each system wants its caches. A relative XDG_CACHE_HOME is to be ignored, says its specification. */
function cacheHome(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: localAppData } = process.env;
  if (xdg && isAbsolute(xdg)) return xdg;
  const home = homeFolder();
  if (home === undefined) return tmpdir();
  if (process.platform === 'win32') return localAppData ?? join(home, 'AppData', 'Local');
  return process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}

/** A user of whom the system knows no more than the number, as containers have them, has none. */
function homeFolder(): string | undefined {
  try {
    return homedir() || undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}
