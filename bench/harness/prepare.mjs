/** What must be there before anything is measured. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../scripts/setup/command.mjs';
import { Fault } from '../../scripts/setup/fault.mjs';
import { withLock } from '../../scripts/setup/lock.mjs';
import { installNodeModules } from '../../scripts/setup/node-modules.mjs';
import { findProgram, root } from '../../scripts/setup/paths.mjs';
import { step } from '../../scripts/setup/progress.mjs';
import { nativeTargets, venvPython } from '../contestants.mjs';
import { loadRuntimes } from './platforms.mjs';

/** Installs TensorFlow.js and jax-js, the exact packages of peers/node/package-lock.json, once. */
export async function installNodePeers() {
  await withLock(() => installNodeModules('bench/peers/node'));
}

/** Installs the runtimes that the tests use, which say why if that cannot be done. */
export async function installPlatforms() {
  const { installRuntimes } = await loadRuntimes();
  await step('Node, Bun and Deno', async () => {
    const lack = installRuntimes();
    if (lack) throw new Fault(lack);
  });
}

/** Makes peers/python/.venv and installs the pinned packages; several gigabytes, most of them PyTorch's. */
export async function installPythonPeers() {
  const folder = dirname(dirname(dirname(venvPython)));
  await step('Python peers (several gigabytes)', async (say) => {
    if (!existsSync(venvPython)) {
      const python = ['python3', 'python'].map((name) => findProgram(name)).find(Boolean) ?? 'python3';
      await run(python, ['-m', 'venv', join(folder, '.venv')], { say });
    }
    await run(venvPython, ['-m', 'pip', 'install', '--requirement', join(folder, 'requirements.txt')], { say });
  });
}

/** Compiles the native runner for plain x86-64 (or whatever the machine is) and for x86-64-v3, if there is a cargo. */
export async function buildNative() {
  const cargo = findProgram('cargo');
  if (!cargo) return;
  for (const [name, target] of Object.entries(nativeTargets)) {
    if (name === 'nativeAvx2' && process.arch !== 'x64') continue;
    const args = ['build', '--release', '--package', 'inkgrad-core', '--example', 'bench'];
    const env = {
      CARGO_TARGET_DIR: join(root, target),
      ...(name === 'nativeAvx2' && { RUSTFLAGS: '-Ctarget-cpu=x86-64-v3' }),
    };
    await step(`native runner, ${target}`, (say) => run(cargo, args, { env, say }));
  }
}
