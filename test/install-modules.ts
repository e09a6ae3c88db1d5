/** What only some tests need, installed where it is not there. */

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../scripts/install.mjs', import.meta.url));

/** Installs what the package-lock.json of a folder of the repository names: some seconds. */
export function installModules(folder: string): void {
  execFileSync(process.execPath, [script, folder], { stdio: 'inherit' });
}
