/** Files, as Node (and Bun and Deno) have them. */

import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { appendFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { FileError } from '../errors.ts';
import type { FileAccess, FolderEntry } from '../platform.ts';

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

  async append(path, bytes) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, bytes);
    } catch (error) {
      throw new FileError(`${path}: cannot be added to (${(error as Error).message})`, { cause: error });
    }
  },

  packageFolder(name) {
    // From where the program runs first: strict package managers hide its packages from this one.
    for (const from of [join(process.cwd(), 'index.js'), import.meta.url]) {
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

async function entryOf(folder: string, entry: Dirent): Promise<FolderEntry> {
  const found = entry.isSymbolicLink() ? await stat(join(folder, entry.name)).catch(() => undefined) : entry;
  const kind = found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : 'other';
  return { name: entry.name, kind };
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
