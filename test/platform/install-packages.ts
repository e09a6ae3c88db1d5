/** Packages that carry programs, which only some tests need: each in a folder of its own, with a lock file. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what a folder's package.json names. The packages carry the programs themselves; no script need run. Not by
 * `npm ci`, which wants the packages of every other system in the lock file, and not every registry has them all.
 * @param flags more of npm's
 * @returns why that cannot be done, if so
 */
export function installPackages(folder: string, ...flags: string[]): string | undefined {
  const command = ['npm install --no-save --ignore-scripts --no-audit --no-fund', ...flags].join(' ');
  try {
    execFileSync(command, { cwd: folder, stdio: 'pipe', shell: true });
    return undefined;
  } catch (error) {
    return `\`${command}\` failed in ${folder}: ${(error as { stderr?: Buffer }).stderr ?? error}`;
  }
}

/** The version of a package that is installed in a folder. */
export function installedVersion(folder: string, name: string): string | undefined {
  try {
    return readJson(join(folder, 'node_modules', name, 'package.json')).version;
  } catch {
    return undefined;
  }
}

export function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
