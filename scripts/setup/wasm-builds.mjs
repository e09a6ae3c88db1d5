/** The three WASM builds of crates/wasm; HACKING.md ("Building") has the reason of every flag. */
import { readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { run } from './command.mjs';
import { Fault } from './fault.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { environmentOf, findWasmRust } from './rust.mjs';
import { stamp } from './stamps.mjs';
import { findWasmTools } from './wasm-tools.mjs';

const linkArguments = (...names) => names.map((name) => `-Clink-arg=--${name}`);

const threadLinking = [
  ...linkArguments('shared-memory', 'import-memory', `max-memory=${2 ** 30}`),
  ...['__heap_base', '__wasm_init_tls', '__tls_size', '__tls_align', '__tls_base'].flatMap((symbol) =>
    linkArguments(`export=${symbol}`),
  ),
];

const builds = [
  {
    name: 'single',
    rustFlags: ['-Ctarget-feature=+simd128'],
    cargoArguments: [],
    optimizerFlags: [],
  },
  {
    name: 'threads',
    rustFlags: ['-Ctarget-feature=+simd128,+atomics,+bulk-memory,+mutable-globals', ...threadLinking],
    cargoArguments: ['--features', 'threads'],
    optimizerFlags: ['--enable-threads'],
  },
  {
    name: 'fast',
    rustFlags: ['-Ctarget-feature=+simd128,+relaxed-simd,+atomics,+bulk-memory,+mutable-globals', ...threadLinking],
    cargoArguments: ['--features', 'threads,fused'],
    optimizerFlags: ['--enable-threads', '--enable-relaxed-simd'],
  },
];

/**
 * For a small download: level 2, which unrolls loops as far as level 3 (kernels need that) and copies fewer functions
 * into their callers; a panic is a trap without a text.
 */
const optimizationLevel = '2';
const rustFlags = [
  '-Cllvm-args=-unroll-threshold=300',
  '-Cllvm-args=-disable-lsr', // it splits addresses that a load of WASM can hold whole
  '-Zunstable-options',
  '-Cpanic=immediate-abort',
];

/** What rustc uses by default and every engine that has simd128 has too. */
export const featureFlags = [
  '--enable-bulk-memory',
  '--enable-mutable-globals',
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--enable-reference-types',
  '--enable-multivalue',
];

const optimizerFlags = [
  '-O3',
  '--one-caller-inline-max-function-size=60', // kernels stay functions of their own
  '--enable-simd',
  ...featureFlags,
];

/** Builds what is not up to date. */
export async function buildWasm() {
  const stale = builds.filter((build) => !stampOf(build).isCurrent());
  if (!stale.length) return;
  const rust = await findWasmRust();
  const tools = await findWasmTools(rust);
  for (const build of stale) {
    const mark = stampOf(build);
    mark.clear();
    await step(`WASM, ${build.name} build, with ${rust.name}`, (say) => buildOne(build, rust, tools, say));
    mark.write();
  }
  const [threads, fast] = ['threads', 'fast'].map((name) =>
    readFileSync(join(root, `crates/wasm/pkg-${name}/inkgrad_wasm.js`), 'utf8'),
  );
  if (threads !== fast)
    throw new Fault('The glue of the fast build differs from that of threads, which is used for both.');
}

function stampOf({ name }) {
  return stamp(
    `wasm-${name}`,
    ['Cargo.toml', 'Cargo.lock', 'crates/core/Cargo.toml', 'crates/core/src', 'crates/wasm/Cargo.toml'].concat([
      'crates/wasm/src',
      'scripts/setup/wasm-builds.mjs',
      'scripts/setup/wasm-tools.mjs',
    ]),
    [`crates/wasm/pkg-${name}/inkgrad_wasm.js`, `crates/wasm/pkg-${name}/inkgrad_wasm_bg.wasm`],
  );
}

/** How cargo works on one build, whether it compiles it or only reads it over (Clippy). */
export function cargoSettings(name, rust) {
  const build = builds.find((candidate) => candidate.name === name);
  return {
    cargoArguments: ['-Zbuild-std=panic_abort,std', ...build.cargoArguments],
    env: {
      ...environmentOf(rust),
      PATH: [dirname(rust.cargo), process.env.PATH].join(delimiter), // wasm-pack and Clippy are found by name
      CARGO_TARGET_DIR: join(root, 'target', `wasm-${name}`),
      CARGO_PROFILE_RELEASE_OPT_LEVEL: optimizationLevel,
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: [
        ...rustFlags,
        ...build.rustFlags,
        ...samePathsEverywhere(rust),
      ].join(' '),
      ...(rust.linker && { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: rust.linker }),
    },
  };
}

async function buildOne({ name, ...build }, rust, tools, say) {
  const folder = `pkg-${name}`;
  const { env, cargoArguments } = cargoSettings(name, rust);
  env.PATH = [dirname(tools['wasm-bindgen']), env.PATH].join(delimiter);
  const options = ['--release', '--target', 'web', '--out-dir', folder, '--no-pack', '--no-opt', '--mode', 'force'];
  await run(tools['wasm-pack'], ['build', 'crates/wasm', ...options, '--', ...cargoArguments], { env, say });

  const wasm = join(root, 'crates/wasm', folder, 'inkgrad_wasm_bg.wasm');
  const optimized = `${wasm}.optimized`;
  const optimizer = join(root, 'node_modules/binaryen/bin/wasm-opt');
  const names = process.env.INKGRAD_WASM_NAMES ? ['-g'] : ['--strip-debug', '--strip-producers'];
  const flags = [...optimizerFlags, ...names, ...build.optimizerFlags];
  await run(process.execPath, [optimizer, ...flags, wasm, '-o', optimized], { say });
  renameSync(optimized, wasm);
}

/** Panic messages name source files: without the folders of this machine, so that every clone builds the same bytes. */
export function samePathsEverywhere({ library }) {
  const cargoHome = process.env.CARGO_HOME || join(homedir(), '.cargo');
  return [
    `--remap-path-prefix=${root}=/inkgrad`,
    `--remap-path-prefix=${cargoHome}=/cargo`,
    `--remap-path-prefix=${library}=/rust/library`,
  ];
}
