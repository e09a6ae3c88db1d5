import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Runtime } from '../platform/runtimes.ts';
import type { Hashes, Order } from './hashes.ts';

const program = fileURLToPath(new URL('hashes.ts', import.meta.url));

/** What another Node makes of some tasks, for each number of threads. It must be one that reads TypeScript (22.18). */
export async function hashesIn({ program: node, args }: Runtime, order: Order): Promise<Hashes[]> {
  const { stdout } = await promisify(execFile)(node, [...args, program, JSON.stringify(order)]);
  return JSON.parse(stdout);
}
