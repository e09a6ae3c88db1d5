import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { stamp } from './stamps.mjs';

/** Bundles ts/ and the WASM builds into dist/. */
export async function bundleTypeScript() {
  const inputs = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsup.config.ts', 'ts'];
  const outputs = [
    'node.js',
    'node.cjs',
    'index.d.cts',
    'browser.js',
    'inline.js',
    'index.d.ts',
    'inkgrad-threads.wasm',
    'inkgrad-single.wasm',
    'inkgrad-fast.wasm',
  ];
  const mark = stamp(
    'dist',
    [...inputs, 'crates/wasm/pkg-single', 'crates/wasm/pkg-threads', 'crates/wasm/pkg-fast'],
    outputs.map((file) => `dist/${file}`),
  );
  if (mark.isCurrent()) return;
  mark.clear();
  await step('TypeScript', async (say) => {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    await run(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js')], { say });
    writeTypesOfCommonJs();
  });
  mark.write();
}

/** A program in CommonJS may read types of CommonJS only: the same ones, by names of their own. */
function writeTypesOfCommonJs() {
  const folder = join(root, 'dist');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    const types = readFileSync(join(folder, file), 'utf8').replace(/(from ')(\.\/[^']+)\.js'/g, "$1$2.cjs'");
    writeFileSync(join(folder, file.replace('.d.ts', '.d.cts')), types);
  }
}
