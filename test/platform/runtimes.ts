/** Node, Bun and Deno in the versions that inkgrad is tried in. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Runtime {
  /** With the version: `Node 20.20.2`. */
  readonly name: string;
  readonly program: string;
  /** What stands before the script. */
  readonly args: readonly string[];
}

/** Where a lock file pins each runtime's package for each system; 900 MB, so apart from the repository's own packages. */
const folder = fileURLToPath(new URL('runtimes/', import.meta.url));
const system = `${process.platform}-${process.arch}`;

const kinds: readonly { name: string; key: string; program: string; args?: readonly string[] }[] = [
  { name: 'Node', key: 'node20', program: 'bin/node' },
  { name: 'Node', key: 'node22', program: 'bin/node' },
  { name: 'Node', key: 'node24', program: 'bin/node' },
  { name: 'Node', key: 'node26', program: 'bin/node' },
  { name: 'Bun', key: 'bun', program: 'bin/bun' },
  { name: 'Deno', key: 'deno', program: 'deno', args: ['run', '--allow-all'] },
  // All that training and saving need. To hear of its own threads, a program needs more.
  {
    name: 'Deno, confined',
    key: 'deno',
    program: 'deno',
    args: ['run', '--no-prompt', '--allow-read', '--allow-write=.'],
  },
];

const { optionalDependencies: pins } = readJson(join(folder, 'package.json'));

export const runtimes: readonly Runtime[] = kinds.map(({ name, key, program, args = [] }) => ({
  name: `${name} ${versionOf(key) ?? key}`,
  program: join(folder, 'node_modules', `${key}-${system}`, program),
  args,
}));

/** Installs those that are not there. Says why if that cannot be done. */
export function installRuntimes(): string | undefined {
  const unknown = kinds.find(({ key }) => versionOf(key) === undefined);
  if (unknown) return `no package of ${unknown.key} for ${system} is named in ${folder}package.json`;
  if (kinds.every(isInstalled)) return undefined;
  // The packages carry the programs themselves; no script need run. Not by `npm ci`, which wants the packages of every
  // other system in the lock file, and not every registry has them all.
  const command = 'npm install --no-save --ignore-scripts --no-audit --no-fund';
  try {
    execFileSync(command, { cwd: folder, stdio: 'pipe', shell: true });
  } catch (error) {
    return `\`${command}\` failed in ${folder}: ${(error as { stderr?: Buffer }).stderr ?? error}`;
  }
  const lacking = kinds.find((kind) => !isInstalled(kind));
  return lacking && `\`${command}\` in ${folder} did not bring ${lacking.key}-${system}; it needs npm's registry`;
}

function isInstalled({ key }: { key: string }): boolean {
  try {
    return readJson(join(folder, 'node_modules', `${key}-${system}`, 'package.json')).version === versionOf(key);
  } catch {
    return false;
  }
}

function versionOf(key: string): string | undefined {
  return pins[`${key}-${system}`]?.split('@').at(-1);
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
