import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { stamp } from './stamps.mjs';
import { thinMaps } from './thin-maps.mjs';

/** Those of package.json that have types. */
const entries = new Set(['index', 'data', 'formats', 'report', 'digits', 'tfjs']);

/** Bundles ts/ and the WASM builds into dist/. */
export async function bundleTypeScript() {
  const inputs = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsup.config.ts', 'ts'];
  const scripts = ['bound-parquet', 'pack-fonts', 'pack-wasm', 'sample-digits', 'setup/thin-maps'].map(
    (name) => `scripts/${name}.mjs`,
  );
  const builds = ['single', 'threads', 'fast'];
  const outputs = [
    'node.js',
    'node.cjs',
    'index.d.cts',
    'browser.js',
    'inline.js',
    'index.d.ts',
    'figures.wasm.br',
    ...builds.map((build) => `inkgrad-${build}.wasm`),
  ];
  const mark = stamp(
    'dist',
    [...inputs, ...scripts, 'crates/figures/pkg', ...builds.map((build) => `crates/wasm/pkg-${build}`)],
    outputs.map((file) => `dist/${file}`),
  );
  if (mark.isCurrent()) return;
  mark.clear();
  await step('TypeScript', async (say) => {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    await run(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js')], { say });
    await thinMaps(join(root, 'dist'));
    writeTypesOfCommonJs();
  });
  mark.write();
}

/** A program in CommonJS may read types of CommonJS only, and one of modules either: so the types are CommonJS's. */
function writeTypesOfCommonJs() {
  const folder = join(root, 'dist');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    const path = join(folder, file);
    const name = file.replace('.d.ts', '');
    const types = readFileSync(path, 'utf8').replace(/(from ')(\.\/[^']+)\.js'/g, "$1$2.cjs'");
    writeFileSync(join(folder, `${name}.d.cts`), types);
    if (entries.has(name)) writeFileSync(path, `export * from './${name}.cjs';\n`);
    else rmSync(path);
  }
}
