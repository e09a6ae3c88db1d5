import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';
import { findProgram, root } from './paths.mjs';
import { step } from './progress.mjs';

/**
 * Installs what the package-lock.json of a folder names, unless it is there. Not by `npm ci`, which refuses a lock file that does not
 * name the optional packages of every other system too, and not every registry carries those.
 */
export async function installNodeModules(folder = '.') {
  if (isInstalled(folder)) return;
  const title = folder === '.' ? 'node modules' : `node modules of ${folder}`;
  const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund'];
  await step(title, (say) => run(...npm(...args), { say }));
}

/** npm writes down in node_modules what it has put there: compared, so that after `npm install x` nothing is left to do. */
function isInstalled(folder) {
  const wanted = readPackages(`${folder}/package-lock.json`);
  const present = readPackages(`${folder}/node_modules/.package-lock.json`);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => !path || optional || present[path]?.version === version,
  );
}

function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** npm by its script where it is known (run by npm itself, or beside this Node), since on Windows `npm` is no program. */
function npm(...args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, [script, ...args]];
  return [findProgram('npm') ?? join(dirname(process.execPath), 'npm'), args];
}
