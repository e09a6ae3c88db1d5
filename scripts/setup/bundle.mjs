import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './command.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { stamp } from './stamps.mjs';
import { thinMaps } from './thin-maps.mjs';

/** The entries of package.json that have types, and what they are of. */
const entries = new Map([
  ['index', 'node.js'],
  ['study', 'study.js'],
  ...['data', 'formats', 'report', 'digits', 'tfjs'].map((name) => [name, `${name}-node.js`]),
]);

/** Bundles ts/ and the WASM builds into dist/. */
export async function bundleTypeScript() {
  const inputs = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsup.config.ts', 'ts'];
  const scripts = ['bound-parquet', 'pack-fonts', 'pack-wasm', 'page-script', 'sample-digits', 'setup/thin-maps'].map(
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
    await writeTypesOfCommonJs();
  });
  mark.write();
}

/** A program in CommonJS may read types of CommonJS only, and one of modules either: so the types are CommonJS's. */
async function writeTypesOfCommonJs() {
  const folder = join(root, 'dist');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    const path = join(folder, file);
    const name = file.replace('.d.ts', '');
    const types = readFileSync(path, 'utf8').replace(/(from ')(\.\/[^']+)\.js'/g, "$1$2.cjs'");
    const script = entries.get(name);
    const values = script && Object.keys(await import(pathToFileURL(join(folder, script)).href));
    writeFileSync(join(folder, `${name}.d.cts`), values ? withTypesMarked(types, values) : types);
    if (script) writeFileSync(path, `export * from './${name}.cjs';\n`);
    else rmSync(path);
  }
}

/** Of classes that are exported as types the bundler has lost that they are. */
function withTypesMarked(types, values) {
  const mark = (name) => (name.startsWith('type ') || values.includes(name.split(' ').at(-1)) ? name : `type ${name}`);
  return types.replace(/^export \{ (.*) \};$/m, (_, names) => `export { ${names.split(', ').map(mark).join(', ')} };`);
}
