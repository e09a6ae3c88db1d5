/** Who can be measured: ourselves, ourselves natively, and peers, each a command that speaks protocol.mjs's protocol. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ask } from '../scripts/setup/command.mjs';
import { Fault } from '../scripts/setup/fault.mjs';
import { findProgram, root } from '../scripts/setup/paths.mjs';
import { listBrowsers, loadRuntimes } from './harness/platforms.mjs';

const bench = join(root, 'bench');
export const nodePeersFolder = join(bench, 'peers/node');
const pythonFolder = join(bench, 'peers/python');
export const venvPython = join(
  pythonFolder,
  '.venv',
  process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python',
);

const onNode = (script, ...args) => [process.execPath, join(bench, script), ...args];
const onPython = (script, ...args) => [venvPython, join(pythonFolder, script), ...args];
const fastWasm = join(root, 'dist/inkgrad-fast.wasm');
/** Node 20 has relaxed SIMD behind a flag; later ones have it without, and do not know the flag. */
const relaxedFlags = ['--experimental-wasm-relaxed-simd'].filter((flag) =>
  ask(process.execPath, ['--v8-options'])?.includes(flag),
);
const nativeProgram = (target) => join(root, target, 'release/examples/bench');

/** The target folders of the native builds. */
export const nativeTargets = { native: 'target', nativeAvx2: 'target/x86-64-v3' };

/**
 * `package` is what must be installed, in `peers/python` if `python`. `single`: has no threads in Node. `slow`: takes
 * part in fewer rounds.
 */
const contestants = {
  inkgrad: { label: 'inkgrad', command: onNode('inkgrad/runner.mjs') },
  inkgradResident: { label: 'inkgrad, rows in a data set', command: onNode('inkgrad/runner.mjs', 'resident') },
  inkgradFast: {
    label: 'inkgrad, fast build (relaxed SIMD)',
    command: [process.execPath, ...relaxedFlags, join(bench, 'inkgrad/runner.mjs'), 'fast'],
    fast: true,
  },
  ...(await platforms()),
  native: { label: 'the same kernels, native (SSE, as WASM has it)', native: 'native' },
  nativeAvx2: { label: 'the same kernels, native (AVX2)', native: 'nativeAvx2' },
  jax: { label: 'JAX, one jitted scan', command: onPython('jax_scan.py'), python: 'jax' },
  torchFused: { label: 'PyTorch, fused Adam', command: onPython('torch_eager.py', 'fused'), python: 'torch' },
  torch: { label: 'PyTorch, eager', command: onPython('torch_eager.py'), python: 'torch', slow: true },
  keras: {
    label: 'Keras on TensorFlow',
    command: onPython('keras_tensorflow.py'),
    python: 'tensorflow-cpu',
    slow: true,
  },
  sklearn: { label: 'scikit-learn', command: onPython('scikit_learn.py'), python: 'scikit-learn', slow: true },
  jaxJs: {
    label: 'jax-js, WASM',
    command: onNode('peers/node/jax-js.mjs'),
    node: '@jax-js/jax',
    single: true,
    slow: true,
  },
  tfjs: {
    label: 'TensorFlow.js, WASM',
    command: onNode('peers/node/tensorflow.mjs'),
    node: '@tensorflow/tfjs',
    single: true,
    slow: true,
  },
};

/** inkgrad where the tests try it: `inkgradNode22`, `inkgradDeno2`, `inkgradFirefox`, ... */
async function platforms() {
  const { runtimes } = await loadRuntimes();
  const nameOf = (text) => `inkgrad${text.replace(/\..*|\W/g, '')}`;
  const inRuntimes = runtimes
    .filter(({ name }) => !name.includes('confined'))
    .map(({ name, program, args }) => {
      const command = [program, ...args, join(bench, 'inkgrad/runner.mjs')];
      return [nameOf(name), { label: `inkgrad, in ${name}`, command, runtime: program }];
    });
  const browsers = (await listBrowsers()).filter(({ threads }) => threads);
  const inBrowsers = browsers.map((browser) => {
    const command = onNode('inkgrad/browser-runner.mjs', browser.name);
    return [nameOf(browser.name), { label: `inkgrad, in ${browser.name}`, command, browser }];
  });
  return Object.fromEntries([...inRuntimes, ...inBrowsers]);
}

/**
 * @param {string[] | undefined} names the contestants that are asked for; all by default
 * @returns those of them that can be run here, by name, and why the others cannot
 */
export function findContestants(names = Object.keys(contestants)) {
  const unknown = names.find((name) => !contestants[name]);
  if (unknown) throw new Fault(`there is no contestant ${unknown}; there are ${Object.keys(contestants).join(', ')}`);
  const python = pythonVersions();
  const found = {};
  const missing = [];
  for (const [name, contestant] of Object.entries(contestants)) {
    if (!names.includes(name)) continue;
    const lack = whatLacks(contestant, python);
    if (lack) missing.push({ label: contestant.label, lack });
    else found[name] = { name, ...contestant };
  }
  return { found, missing, python };
}

function whatLacks({ python: wantedPython, node, native, fast, browser, runtime }, python) {
  if (wantedPython && !python[wantedPython]) return `${wantedPython} is not installed: npm run bench:peers`;
  if (node && !existsSync(join(nodePeersFolder, 'node_modules', node)))
    return `${node} is not installed: npm run bench:peers`;
  if (native && !existsSync(nativeProgram(nativeTargets[native]))) return 'there is no cargo, or not this CPU';
  if (browser?.missing) return browser.missing;
  if (runtime && !existsSync(runtime)) return 'it is not installed: the theme `platforms` installs it';
  if (fast && !validates(fastWasm)) return 'this Node has no relaxed SIMD';
}

function validates(wasm) {
  if (!existsSync(wasm)) return false;
  const script = 'process.exit(WebAssembly.validate(require("node:fs").readFileSync(process.argv[1])) ? 0 : 1)';
  return ask(process.execPath, [...relaxedFlags, '--eval', script, wasm]) !== undefined;
}

function pythonVersions() {
  const versions = existsSync(venvPython) && ask(venvPython, [join(pythonFolder, 'versions.py')]);
  return versions ? JSON.parse(versions) : {};
}

/**
 * The command and environment that give a contestant so many threads and no more: what its libraries listen to, and,
 * where the system can, only so many processors.
 */
export function commandFor({ command, native }, { threads, processors = threads, work }) {
  const cores = availableParallelism();
  const taskset = findProgram('taskset');
  const first = cores - processors;
  const pin = taskset && first > 0 ? [taskset, '-c', `${first}-${cores - 1}`] : [];
  const counts = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'NPROC'];
  return {
    command: [...pin, ...(native ? nativeCommand(native, work) : command)],
    env: {
      ...Object.fromEntries(counts.map((name) => [name, String(threads)])),
      ...(threads === 1 && { XLA_FLAGS: '--xla_cpu_multi_thread_eigen=false' }),
    },
  };
}

function nativeCommand(native, { data, rows, units, batch, threads, turn }) {
  return [nativeProgram(nativeTargets[native]), data, rows, units.join(), batch, threads, turn].map(String);
}
