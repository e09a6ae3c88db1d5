/** The WASM that draws figures as PNG: crates/figures, which is optimised for size. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { environmentOf, findWasmRust } from './rust.mjs';
import { stamp } from './stamps.mjs';
import { featureFlags, samePathsEverywhere } from './wasm-builds.mjs';

const manifest = join(root, 'crates/figures/Cargo.toml');
const target = 'wasm32-unknown-unknown';

/** Builds it, and writes down the licences of what is in it, if it is not up to date. */
export async function buildFigures() {
  const inputs = ['Cargo.toml', 'Cargo.lock', 'src'].map((name) => `crates/figures/${name}`);
  const outputs = ['crates/figures/pkg/figures.wasm', 'crates/figures/pkg/licences.txt'];
  const mark = stamp('figures', [...inputs, 'scripts/setup/figures.mjs', 'scripts/setup/wasm-builds.mjs'], outputs);
  if (mark.isCurrent()) return;
  mark.clear();
  const rust = await findWasmRust();
  const [wasm, licences] = outputs.map((file) => join(root, file));
  mkdirSync(dirname(wasm), { recursive: true });
  await step(`WASM of figures, with ${rust.name}`, async (say) => {
    await build(rust, wasm, say);
    writeFileSync(licences, await licencesOf(rust));
  });
  mark.write();
}

async function build(rust, wasm, say) {
  const folder = join(root, 'target/figures');
  const env = {
    ...environmentOf(rust),
    CARGO_TARGET_DIR: folder,
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: samePathsEverywhere(rust).join(' '),
    ...(rust.linker && { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: rust.linker }),
  };
  const args = ['--release', '--locked', '--target', target, '-Zbuild-std=panic_abort,std'];
  await run(rust.cargo, ['build', '--manifest-path', manifest, ...args], { env, say });
  const built = join(folder, target, 'release/inkgrad_figures.wasm');
  const flags = ['-Oz', '--strip-debug', '--strip-producers', ...featureFlags];
  await run(process.execPath, [join(root, 'node_modules/binaryen/bin/wasm-opt'), ...flags, built, '-o', wasm], { say });
}

async function licencesOf(rust) {
  const args = ['metadata', '--format-version', '1', '--locked', '--filter-platform', target];
  const { packages } = JSON.parse(
    await run(rust.cargo, [...args, '--manifest-path', manifest], { env: environmentOf(rust) }),
  );
  return packages
    .filter(({ source }) => source !== null) // others' crates
    .map((crate) =>
      [`${crate.name} ${crate.version}, ${crate.license}, ${crate.repository}`, ...textsOf(crate)].join('\n\n'),
    )
    .join('\n\n');
}

/** MIT's, where there is a choice: it is short. */
function textsOf({ manifest_path }) {
  const files = readdirSync(dirname(manifest_path)).filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name));
  const chosen = files.filter((name) => /mit/i.test(name));
  const read = (name) => readFileSync(join(dirname(manifest_path), name), 'utf8').trim();
  return (chosen.length > 0 ? chosen : files).map(read);
}
