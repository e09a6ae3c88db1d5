import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ask, run } from './command.mjs';
import { cache, findProgram } from './paths.mjs';
import { step } from './progress.mjs';
import { environmentOf } from './rust.mjs';

/** wasm-bindgen's program must be the very version of the crate (see crates/wasm/Cargo.toml). */
const tools = [
  { program: 'wasm-bindgen', crate: 'wasm-bindgen-cli', version: '0.2.130' },
  { program: 'wasm-pack', crate: 'wasm-pack', version: '0.15.1' },
];

const folder = join(cache, `tools-${tools.map(({ program, version }) => `${program}-${version}`).join('-')}`);
const buildFolder = join(folder, 'build');

/** The paths of wasm-bindgen and wasm-pack in their pinned versions; what is missing is built into the user's cache. */
export async function findWasmTools(rust) {
  const paths = {};
  for (const tool of tools) {
    paths[tool.program] = findTool(tool) ?? (await install(tool, rust));
  }
  rmSync(buildFolder, { recursive: true, force: true });
  return paths;
}

function findTool({ program, version }) {
  const candidates = [findProgram(program), findProgram(program, [join(folder, 'bin')])];
  return candidates.find((path) => path && ask(path, ['--version'])?.split(' ')[1] === version);
}

async function install(tool, rust) {
  const { program, crate, version } = tool;
  // The debug profile, without debug information, is built soonest and quick enough for our small WASM.
  const args = ['install', `${crate}@${version}`, '--bin', program, '--debug', '--root', folder];
  const env = {
    ...environmentOf(rust),
    CARGO_PROFILE_DEV_DEBUG: '0',
    CARGO_TARGET_DIR: buildFolder, // one for both, since they have crates in common
  };
  await step(`${program} ${version} (once for all clones)`, (say) => run(rust.cargo, args, { env, say }));
  return join(folder, 'bin', program);
}
