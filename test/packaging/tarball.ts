/** The package as npm packs it, and projects that have it installed: what users get. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Tarball {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Paths of the files in it. */
  readonly files: readonly string[];
}

/** Packs the package into a folder. */
export function pack(folder: string): Tarball {
  const [packed] = JSON.parse(npm(folder, 'pack', root, '--json', '--ignore-scripts', '--pack-destination', folder));
  const files = packed.files.map((file: { path: string }) => file.path);
  return { path: join(folder, packed.filename), size: packed.size, files };
}

/**
 * Makes a folder a project that has the package installed, without the net and without scripts.
 * @param settings of its package.json
 */
export function makeProject(folder: string, { path }: Tarball, settings: object = {}): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', ...settings }));
  npm(folder, 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', path);
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
}
