import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** The user's folder for what inkgrad can make again: shared by all clones, free to be deleted. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'inkgrad');

const executable = process.platform === 'win32' ? '.exe' : '';

/** The path of a program, searched as a shell would; `undefined` when there is none. */
export function findProgram(name, folders = (process.env.PATH ?? '').split(delimiter)) {
  return folders.map((folder) => join(folder, name + executable)).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
