/** Writes of single files that leave the old content or the new, never a part. */

import { chmod, chown, constants, lstat, mkdir, open, readlink, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { release, temporaryIn } from './temporary.ts';

/** As many links in a row as Linux follows. */
const mostLinks = 40;

/**
 * Writes a file under a temporary name beside it, waits for the disk and renames it. Links are followed; the mode of a
 * file that is replaced stays. What is not a regular file, such as a pipe or `/dev/stdout`, is written to as it is.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const present = await stat(path).catch(undefinedIfMissing);
  // Links of /dev and /proc lead to streams of a process that may have no other name.
  if (present && (!present.isFile() || /^\/(dev|proc)\//.test(path))) {
    await writeFile(path, bytes, { flag: constants.O_WRONLY });
    return;
  }
  // A rename would not ask; `access` would, but Deno then wants to know who we are.
  if (present) await (await open(path, 'r+')).close();
  const target = await followLinks(path);
  const folder = dirname(target);
  const temporary = temporaryIn(folder);
  try {
    await writeSynced(temporary, bytes, present ? 0o600 : 0o666);
    if (present) {
      await chown(temporary, present.uid, present.gid).catch(() => {}); // for root alone
      await chmod(temporary, present.mode & 0o7777);
    }
    await rename(temporary, target);
  } finally {
    release(temporary);
  }
  await syncFolder(folder);
}

/** Writes a new file; its bytes are on the disk when this resolves, or a crash may leave the name with none of them. */
export async function writeSynced(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The names in a folder are on the disk when this resolves, where the system has a way to ask for that. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows opens no folders, and some file systems cannot sync them: the file itself is safe.
  }
}

/** Where a file is, or would be made, that a path names; `realpath` knows no links to what is not there yet. */
async function followLinks(path: string): Promise<string> {
  let target = path;
  for (let links = 0; links < mostLinks; links++) {
    const found = await lstat(target).catch(undefinedIfMissing);
    if (!found?.isSymbolicLink()) return target;
    target = resolve(dirname(target), await readlink(target));
  }
  throw new Error(`more than ${mostLinks} links in a row`);
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
