/** All checks of the project, each shown with its own tool's output; a list of them with their times at the end. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { ask } from './setup/command.mjs';
import { Fault } from './setup/fault.mjs';
import { findProgram, root } from './setup/paths.mjs';
import { findWasmRust } from './setup/rust.mjs';
import { cargoSettings } from './setup/wasm-builds.mjs';

/** Runs the checks one after the other, all of them even when one fails. A Fault names those that failed. */
export async function check() {
  const results = [];
  for (const { name, ...check } of await listChecks()) {
    const start = performance.now();
    console.log(`\n── ${name}`);
    const result = check.missing ?? (run(check) ? 'passed' : 'FAILED');
    const time = ((performance.now() - start) / 1000).toFixed(1);
    results.push({ name, result, time });
  }

  console.log('\n── Summary');
  for (const { name, result, time } of results) console.log(`${`${time} s`.padStart(8)}  ${name}: ${result}`);
  const failed = results.filter(({ result }) => result === 'FAILED');
  if (failed.length) throw new Fault(`Failed: ${failed.map(({ name }) => name).join(', ')}`);
}

/** Optimising over whole programs is for the WASM: here each test program would take half a minute for it. */
const quickRelease = { CARGO_PROFILE_RELEASE_LTO: 'off', CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16' };

async function listChecks() {
  const wasmRust = await findWasmRust();
  const host = findHostCargo() ?? wasmRust.cargo;
  const coreTests = ['test', '--package', 'inkgrad-core'];
  return [
    { name: 'format and lint (Biome)', ...node('@biomejs/biome/bin/biome', 'check') },
    { name: 'types (tsc)', ...node('typescript/bin/tsc', '--project', '.') },
    { name: 'Rust format', ...cargo(host, 'fmt', '--all', '--check') },
    { name: 'Rust lint, this machine', ...cargo(host, 'clippy', '--workspace', '--all-targets', '--', '-Dwarnings') },
    ...['single', 'threads'].map((build) => wasmLint(wasmRust, build)),
    { name: 'Rust tests', ...cargo(host, ...coreTests, '--release'), env: quickRelease },
    { name: 'Rust tests with debug assertions', ...cargo(host, ...coreTests) },
    { name: 'tests of the package (Vitest)', ...node('vitest/vitest.mjs', 'run'), env: { CARGO: host } },
  ];
}

/** The user's own cargo, which has a newer Clippy than the system's as a rule. */
function findHostCargo() {
  const path = findProgram('cargo');
  return path && ask(path, ['--version']) ? path : undefined;
}

/** Clippy reads the code for WASM with the very compiler and flags of the build, and so finds std built already. */
function wasmLint(rust, build) {
  const { env, cargoArguments } = cargoSettings(build, rust);
  const args = ['--package', 'inkgrad-wasm', '--release', '--target', 'wasm32-unknown-unknown', ...cargoArguments];
  return { name: `Rust lint, WASM ${build}`, ...cargo(rust.cargo, 'clippy', ...args, '--', '-Dwarnings'), env };
}

function node(script, ...args) {
  return { program: process.execPath, args: [join(root, 'node_modules', script), ...args] };
}

/** A cargo command; told as missing where its tool is not installed, which is the case for some systems' packages. */
function cargo(path, command, ...args) {
  const tool = { clippy: 'cargo-clippy', fmt: 'cargo-fmt' }[command];
  const missing = tool && !findProgram(tool, [dirname(path)]) && `NOT RUN, since there is no ${tool} beside ${path}`;
  return { program: path, args: [command, ...args], ...(missing && { missing }) };
}

function run({ program, args, env }) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error) console.error(error.message);
  return status === 0;
}
