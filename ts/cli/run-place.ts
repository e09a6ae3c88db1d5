/** Run folders to write to: whether they may be, and by whom. */

import { access, constants, mkdir, readdir, readFile, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FileError, InkgradError } from '../errors.ts';
import { lockFolder } from '../node/lock.ts';
import { checkPlaces, replaceFiles, settle } from '../node/replace.ts';
import { allRunFiles, runFiles } from './run-folder.ts';

/** A folder that nobody else writes a run to until this is disposed of. */
export interface RunPlace extends AsyncDisposable {
  /**
   * Replaces the run that is there, if any, as a whole or, when that fails, not at all. Files of others stay.
   * @throws FileError
   */
  replace(files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/**
 * Makes the folder and claims it, so that a wrong place is known before a training and not after it. One that gets no
 * run is removed again if it was made here.
 * @throws FileError also for a folder whose files are no run's, and for one to which another process writes
 */
export async function claimRunFolder(folder: string): Promise<RunPlace> {
  let made: string | undefined;
  try {
    made = await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const unlock = await lockFolder(folder);
    try {
      settle(folder, allRunFiles);
      await checkOwn(folder);
      checkPlaces(folder, allRunFiles);
    } catch (error) {
      await unlock();
      throw error;
    }
    return {
      replace: (files) => replaceFiles(folder, files, allRunFiles),
      async [Symbol.asyncDispose]() {
        await removeEmpty(folder, made);
        await unlock();
      },
    };
  } catch (error) {
    await removeEmpty(folder, made);
    if (error instanceof InkgradError) throw error;
    throw new FileError(`${folder}: cannot be written to (${(error as Error).message})`, { cause: error });
  }
}

/** That the files in a folder, if there are any, are a run's and not somebody's work. Hidden ones do not count. */
async function checkOwn(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  if (names.length === 0 || (await holdsRun(folder))) return;
  const some = names.slice(0, 3).join(', ') + (names.length > 3 ? ', ...' : '');
  throw new FileError(`${folder}: holds files (${some}) but no run of inkgrad; name an empty or another folder`);
}

async function holdsRun(folder: string): Promise<boolean> {
  try {
    const config: unknown = JSON.parse(await readFile(join(folder, runFiles.config), 'utf8'));
    const { task, versions } = config as { task?: unknown; versions?: { inkgrad?: unknown } };
    return typeof task === 'string' && typeof versions?.inkgrad === 'string';
  } catch {
    return false;
  }
}

/** Removes the folders from `folder` up to `top`, as far as they are empty. */
async function removeEmpty(folder: string, top: string | undefined): Promise<void> {
  if (top === undefined) return;
  for (let path = resolve(folder); path.startsWith(resolve(top)); path = dirname(path)) {
    const removed = await rmdir(path).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
