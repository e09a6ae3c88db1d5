/** Node, Bun and Deno in the versions that inkgrad is tried in. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedVersion, installPackages, readJson } from './install-packages.ts';

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
  const failure = installPackages(folder);
  if (failure) return failure;
  const lacking = kinds.find((kind) => !isInstalled(kind));
  return lacking && `npm did not bring ${lacking.key}-${system} to ${folder}; it needs npm's registry`;
}

function isInstalled({ key }: { key: string }): boolean {
  return installedVersion(folder, `${key}-${system}`) === versionOf(key);
}

function versionOf(key: string): string | undefined {
  return pins[`${key}-${system}`]?.split('@').at(-1);
}
