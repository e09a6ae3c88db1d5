/**
 * The hashes of some tasks as JSON, for other runtimes than the one that tests run in: `{ info, hashes }`, by threads and
 * task. Arguments: what `Order` says, as JSON.
 */

import { createEngine, type EngineInfo, type EngineOptions } from 'inkgrad';
import { type TaskName, train } from './tasks.ts';

export interface Order {
  readonly build: NonNullable<EngineOptions['build']>;
  readonly threads: readonly number[];
  readonly tasks: readonly TaskName[];
}

export interface Hashes {
  readonly info: EngineInfo;
  readonly hashes: Readonly<Record<string, string>>;
}

const { build, threads, tasks }: Order = JSON.parse(process.argv[2] ?? '');
const found: Hashes[] = [];
for (const count of threads) {
  const engine = await createEngine({ build, threads: count });
  const hashes: Record<string, string> = {};
  for (const task of tasks) hashes[task] = (await train(task, engine)).weights;
  found.push({ info: engine.info, hashes });
  await engine.terminate();
}
console.log(JSON.stringify(found));
