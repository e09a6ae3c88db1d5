import { bundleTypeScript } from './bundle.mjs';
import { buildFigures } from './figures.mjs';
import { withLock } from './lock.mjs';
import { installNodeModules } from './node-modules.mjs';
import { buildWasm } from './wasm-builds.mjs';

/** Makes a fresh clone ready to run; does only what is not done or has changed. */
export async function setUp() {
  const start = performance.now();
  await withLock(async () => {
    await installNodeModules();
    await buildWasm();
    await buildFigures();
    await bundleTypeScript();
  });
  console.log(`Set-up ready in ${((performance.now() - start) / 1000).toFixed(2)} s`);
}
