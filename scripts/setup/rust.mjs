/**
 * Finds a Rust that can build its standard library anew with WASM atomics. Threads need that: the library that comes
 * ready for wasm32 was built without them. So the library's source must lie beside the compiler, and cargo's
 * `-Zbuild-std` is unstable, which RUSTC_BOOTSTRAP=1 allows on a stable compiler too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, run } from './command.mjs';
import { Fault } from './fault.mjs';
import { findProgram } from './paths.mjs';
import { step } from './progress.mjs';

/** The release that the project is built and tested with; older than `oldest` lacks a way to panic. */
const tested = '1.96.0';
const oldest = [1, 92];

const debianPackages = ['rustc-web', 'cargo-web', 'rust-web-src', 'lld-19'];

const help = `inkgrad needs a Rust compiler that can build WebAssembly with threads. There are two ways to get one:

  1. with rustup (https://rustup.rs):
       rustup toolchain install ${tested} --profile minimal --component rust-src --component clippy --component rustfmt
     (it is added beside your other toolchains; the default stays as it is)
  2. on Debian 12 or newer, as root:
       apt-get update && apt-get install -y --no-install-recommends ${debianPackages.join(' ')} gcc libc6-dev

Then run this again.`;

/** The compiler for WASM: { name, cargo, rustc, linker?, library }; as root on Debian it may install one, saying so. */
export async function findWasmRust() {
  const rust = fromRustup() ?? fromSystem() ?? (await installOnDebian());
  if (process.platform !== 'win32' && !['cc', 'gcc', 'clang'].some((name) => findProgram(name))) {
    throw new Fault(
      'Rust needs a C linker (cc): install one, for example by `apt-get install gcc libc6-dev`, `dnf install gcc` or ' +
        '`xcode-select --install`, and run this again.',
    );
  }
  return rust;
}

/** The environment in which cargo and wasm-pack use this compiler. */
export function environmentOf({ cargo, rustc }) {
  return { CARGO: cargo, RUSTC: rustc, RUSTC_BOOTSTRAP: '1' };
}

/** Way 1: a toolchain of rustup's that has the `rust-src` component; its compiler brings its own WASM linker. */
function fromRustup() {
  const list = ask('rustup', ['toolchain', 'list', '--verbose']) ?? '';
  const toolchains = list
    .split('\n')
    .map((line) => /^(?<name>\S+)\s+(?:\(.*\)\s+)?(?<sysroot>\S.*)$/.exec(line)?.groups)
    .filter(Boolean)
    .map(({ name, sysroot }) => describe(`rustup's ${name}`, sysroot))
    .filter(Boolean);
  return toolchains.find(({ name }) => name.includes(tested)) ?? toolchains[0];
}

/** Way 2: the system's own packages, with LLVM's linker. */
function fromSystem() {
  const linker = findWasmLinker();
  const rust = linker && describe('the system', '/usr');
  return rust && { ...rust, linker };
}

function describe(name, sysroot) {
  const rustc = findProgram('rustc', [join(sysroot, 'bin')]);
  const cargo = findProgram('cargo', [join(sysroot, 'bin')]);
  const library = join(sysroot, 'lib/rustlib/src/rust/library');
  if (!rustc || !cargo || !existsSync(join(library, 'Cargo.lock'))) return undefined;
  const version = /^rustc (\d+)\.(\d+)\S*/.exec(ask(rustc, ['--version']) ?? '');
  if (!version) return undefined;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) return undefined;
  return { name: `${name} (${version[0]})`, rustc, cargo, library };
}

function findWasmLinker() {
  const release = (name) => Number(name.slice('wasm-ld-'.length));
  const newest = existsSync('/usr/bin')
    ? readdirSync('/usr/bin')
        .filter((name) => /^wasm-ld-\d+$/.test(name))
        .sort((a, b) => release(b) - release(a))[0]
    : undefined;
  return newest ?? (findProgram('wasm-ld') && 'wasm-ld');
}

async function installOnDebian() {
  if (process.getuid?.() !== 0 || !isDebian() || !findProgram('apt-get')) throw new Fault(help);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`  No Rust with WebAssembly threads found; installing Debian's: ${debianPackages.join(' ')}`);
  await step("Debian's Rust", async (say) => {
    await run('apt-get', ['update'], { env, say });
    const packages = [...debianPackages, 'gcc', 'libc6-dev'];
    // All are looked up before the first is unpacked, so nothing is left half-installed where one is not to be had.
    await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env, say });
  }).catch((error) => {
    throw new Fault(`${error.message}\n\n${help}`);
  });
  const rust = fromSystem();
  if (!rust) throw new Fault(help);
  return rust;
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
