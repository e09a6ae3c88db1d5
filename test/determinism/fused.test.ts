/**
 * The fused build: bits of its own, the same natively and wherever an engine fuses. Those in golden/fused are the native
 * build's; `npx vitest run test/determinism -u` writes them anew.
 */

import { createEngine, type Engine } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installRuntimes, runtimes } from '../platform/runtimes.ts';
import { golden, goldenFile } from './golden.ts';
import { hashesIn } from './hashes-in.ts';
import { nativeHashes } from './native.ts';

const tasks = ['ten digits', 'zeros and ones', 'everything at once', 'everything at once, dense'] as const;

describe('the native build', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine({ threads: 1 });
  });
  afterAll(() => engine.terminate());

  test.each(tasks)('%s give the fused bits they always gave', { timeout: 600_000 }, async (task) => {
    const [one, three] = await nativeHashes(task, engine, [1, 3], 'fused');
    await expect(`${one}\n`).toMatchFileSnapshot(goldenFile(task, 'fused'));
    expect(three).toBe(one);
    expect(one).not.toBe(golden(task));
  });
});

const missing = installRuntimes();
if (missing && process.env.CI) throw new Error(missing);
if (missing) console.warn(`NOT RUN, the fused build in other Nodes: ${missing}`);

/** Node 20 has no relaxed SIMD. */
const nodes = runtimes.filter(({ name }) => name.startsWith('Node') && !name.startsWith('Node 20.'));

describe.skipIf(missing).each(nodes)('$name', (node) => {
  test('gives the fused bits with any number of threads', { timeout: 300_000 }, async () => {
    const threads = [1, 2, 3];
    const found = await hashesIn(node, { build: 'fast', threads, tasks });
    const hashes = Object.fromEntries(tasks.map((task) => [task, golden(task, 'fused')]));
    expect(found).toMatchObject(threads.map((count) => ({ info: { threads: count, build: 'fused' }, hashes })));
  });
});
