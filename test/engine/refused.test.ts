/** Threads that a host refuses: fewer and a reason where nobody asked for a number, else an error. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { startLocalEngine } from '../../ts/engine/start.ts';
import { spawnInNode } from '../../ts/engine/threads/node.ts';
import type { SpawnWorker } from '../../ts/engine/threads.ts';
import { layers } from '../../ts/layers.ts';
import { lowerNetwork } from '../../ts/model/lower.ts';
import { sequential } from '../../ts/model.ts';

const dist = new URL('../../dist/', import.meta.url);

/** A host of four cores on which the workers after the first `most` are refused. */
function host(most: number) {
  const spawn = spawnInNode(new URL('pool-worker-node.js', dist));
  let spawned = 0;
  const stingy: SpawnWorker = (orders, listener) => {
    if (spawned++ >= most) throw new Error('out of luck');
    return spawn(orders, listener);
  };
  return {
    offer: { cores: 4, isolated: true, whyNotFused: () => undefined },
    module: async (file: string) =>
      WebAssembly.compile((await readFile(new URL(`inkgrad-${file}.wasm`, dist))) as BufferSource),
    singleGlue: async () => (await import(new URL('glue-single.js', dist).href)).createGlue(),
    threadsGlue: async () => {
      spawned = 0;
      return (await import(new URL('glue-threads.js', dist).href)).createGlue();
    },
    spawn: stingy,
  };
}

describe('a host that refuses some workers', () => {
  test.each([
    [2, 3, '3 threads for 4 cores; no more than these: '],
    [1, 2, '2 threads for 4 cores; no more than these: '],
    [0, 1, 'one thread: '],
  ])('and gives %i: %i threads', async (most, threads, reason) => {
    const engine = await startLocalEngine(undefined, 'default', host(most));
    expect(engine.info).toMatchObject({
      threads,
      reason: `${reason}an engine's thread could not be started: out of luck`,
    });
    const { layers: stacked } = sequential([layers.dense(1, { inputShape: [2] })]);
    const network = await engine.createNetwork(lowerNetwork(2, 1, stacked));
    expect(await engine.predict(network, { floats: new Float32Array(2), count: 1 })).toHaveLength(1);
    await engine.terminate();
  });

  test('and can start threads but once: one thread', async () => {
    const engine = await startLocalEngine(undefined, 'default', { ...host(2), oneTry: true });
    expect(engine.info).toMatchObject({ threads: 1 });
    await engine.terminate();
  });

  test('fails when their number was asked for', async () => {
    await expect(startLocalEngine(4, 'default', host(2))).rejects.toMatchObject({
      name: 'EngineError',
      message: "an engine's thread could not be started: out of luck",
    });
  });
});

describe('Node', () => {
  /** What an engine runs on in a process of its own. */
  async function info(flags: string[], before = ''): Promise<{ threads: number; reason: string }> {
    const program = `${before}
      const { init } = await import(${JSON.stringify(new URL('node.js', dist).href)});
      console.log(JSON.stringify(await init()));`;
    const args = [...flags, '--no-warnings', '--input-type=module', '-e', program];
    return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
  }

  test('under the permission model: one thread and the reason', async () => {
    const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
    expect(await info([flag, '--allow-fs-read=*'])).toMatchObject({
      threads: 1,
      reason: expect.stringMatching(/^one thread: an engine's thread could not be started: Access .*restricted/),
    });
  });

  describe.skipIf(process.platform === 'win32' || availableParallelism() < 2)('with few files that may be open', () => {
    /** What comes of a start when so many more may be opened. */
    async function start(left: number): Promise<string> {
      const program = `
        import { closeSync, openSync } from 'node:fs';
        import { createEngine } from ${JSON.stringify(new URL('node.js', dist).href)};
        const first = await createEngine({ threads: 1 });
        const held = [];
        try {
          for (;;) held.push(openSync('/dev/null'));
        } catch {}
        for (const file of held.splice(0, ${left})) closeSync(file);
        const told = ({ info }) => \`\${info.threads}: \${info.reason}\`;
        console.log(await createEngine({}).then(told, ({ name, message }) => \`\${name}: \${message}\`));
        process.exit(0);`;
      const command = 'ulimit -n 100; exec "$0" --input-type=module -e "$1"';
      return (await promisify(execFile)('/bin/sh', ['-c', command, process.execPath, program])).stdout.trim();
    }

    test('as many threads as can be started, and a typed error where nothing can', async () => {
      expect(await start(2)).toMatch(/^1: one thread: an engine's thread could not be started: .*EMFILE/);
      expect(await start(30)).toMatch(/^\d+: \d+ threads for/);
      expect(await start(0)).toMatch(/^EngineError: the engine could not be started: EMFILE/);
    });
  });

  test('without SharedArrayBuffer: one thread and the reason', async () => {
    expect(await info([], 'delete globalThis.SharedArrayBuffer;')).toMatchObject({
      threads: 1,
      reason: 'one thread: there is no SharedArrayBuffer',
    });
  });
});
