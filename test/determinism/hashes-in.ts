import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Runtime } from '../platform/runtimes.ts';
import type { Hashes, Order } from './hashes.ts';

const script = fileURLToPath(new URL('hashes.ts', import.meta.url));

/** What a runtime makes of some tasks, for each number of threads. It must be one that reads TypeScript (Node 22.18). */
export async function hashesIn({ program: path, args }: Runtime, order: Order): Promise<Hashes[]> {
  const { stdout } = await promisify(execFile)(path, [...args, script, JSON.stringify(order)]);
  return JSON.parse(stdout);
}
