/** Sets of files in a folder that are replaced as a whole or not at all, whenever the process is killed. */

import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileError } from '../errors.ts';
import { isLeftover, release, temporaryIn } from './temporary.ts';
import { syncFolder, writeSynced } from './write-file.ts';

/** The new files lie in it, on the disk, from the moment that it has this name until all have their own. */
const pending = '.inkgrad-new';
const contents = 'contents.json';

/**
 * Puts files into a folder in place of those that had been put there before; all others stay.
 *
 * They are written to a temporary folder first, whose renaming decides: before it nothing has changed, and after it
 * the rest is done at once or, should the process be killed within that millisecond, by the next `settle`.
 *
 * @param files by their paths in the folder, with `/` between the parts; put in place in this order
 * @param names all paths that files of the set may have: those that `files` lacks are removed
 * @throws FileError
 */
export async function replaceFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  names: readonly string[],
): Promise<void> {
  settle(folder, names);
  checkPlaces(folder, names);
  const temporary = temporaryIn(folder);
  try {
    await mkdir(temporary);
    const written = Array.from(files, async ([name, bytes]) => {
      await mkdir(dirname(join(temporary, name)), { recursive: true });
      await writeSynced(join(temporary, name), bytes);
    });
    // Until the last has ended, so that none is written into a folder that is being removed.
    const failed = (await Promise.allSettled(written)).find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
    await writeSynced(join(temporary, contents), Buffer.from(JSON.stringify([...files.keys()])));
    await syncFolder(temporary);
    settle(folder, names); // what another process may have left pending in the meantime
    renameSync(temporary, join(folder, pending));
    settle(folder, names);
  } catch (error) {
    throw unwritable(folder, error);
  } finally {
    release(temporary);
  }
  await syncFolder(folder);
}

/**
 * Finishes or sweeps away what a process that was killed has left in a folder.
 * @param names as for `replaceFiles`: a folder from elsewhere can name no others
 * @throws FileError
 */
export function settle(folder: string, names: readonly string[]): void {
  try {
    for (const entry of readdirSync(folder)) {
      if (entry === pending) putInPlace(folder, names);
      else if (isLeftover(entry)) release(join(folder, entry));
    }
  } catch (error) {
    if (isMissing(error)) return;
    throw unwritable(folder, error);
  }
}

/** Without a turn of the event loop, so that there is no moment at which a signal could end it in the middle. */
function putInPlace(folder: string, names: readonly string[]): void {
  const from = join(folder, pending);
  const listed: unknown = JSON.parse(readFileSync(join(from, contents), 'utf8'));
  if (!Array.isArray(listed)) throw new FileError(`${join(from, contents)}: expected a list of files`);
  checkPlaces(folder, names);
  const put = listed.filter((name) => names.includes(name));
  for (const name of names.filter((name) => !put.includes(name))) rmSync(join(folder, name), { force: true });
  for (const name of put) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    unlessMissing(() => renameSync(join(from, name), join(folder, name))); // another process may do the same
  }
  rmSync(from, { recursive: true, force: true });
  for (const part of foldersOf(names)) {
    try {
      rmdirSync(join(folder, part));
    } catch {
      // Not there, or not empty.
    }
  }
}

/**
 * That no folder or link stands where a file of the set, or a folder of its files, would go.
 * @throws FileError
 */
export function checkPlaces(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const found = statusOf(join(folder, name));
    if (found?.isDirectory()) throw new FileError(`${join(folder, name)}: a folder is where a file would go`);
  }
  for (const part of foldersOf(names)) {
    const found = statusOf(join(folder, part));
    if (found && !found.isDirectory()) {
      throw new FileError(`${join(folder, part)}: a ${found.isFile() ? 'file' : 'link'} is where a folder would go`);
    }
  }
}

function foldersOf(names: readonly string[]): Set<string> {
  return new Set(names.map((name) => dirname(name)).filter((part) => part !== '.'));
}

function statusOf(path: string) {
  try {
    return lstatSync(path);
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function unlessMissing(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function unwritable(folder: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  return new FileError(`${folder}: cannot be written to (${(error as Error).message})`, { cause: error });
}
