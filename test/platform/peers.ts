/** TensorFlow.js and jax-js, which pages are measured against. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Installs them where they are not: some seconds. */
export function installPeers(): void {
  execFileSync(process.execPath, [join(root, 'scripts/install.mjs'), 'bench/peers/node'], { stdio: 'inherit' });
}
