import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { spawnInNode } from '../../ts/engine/threads/node.ts';
import { startThreads } from '../../ts/engine/threads.ts';
import { compileWasm } from '../../ts/engine/wasm-module.ts';
import { EngineError, FormatError } from '../../ts/errors.ts';

const dist = new URL('../../dist/', import.meta.url);
const poolWorker = new URL('pool-worker-node.js', dist);
const wasmFile = new URL('inkgrad-threads.wasm', dist);

/** A new instance of the threaded build, without threads yet. */
async function startGlue() {
  const { createGlue } = await import(new URL('glue-threads.js', dist).href);
  const glue: typeof import('../../ts/engine/glue-threads.ts') = createGlue();
  const wasm = glue.initSync({ module: await compileWasm(await readFile(wasmFile), wasmFile.href) });
  return { glue, memory: wasm.memory };
}

/** A worker's script that does `code` and nothing else. */
const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => expect.unreachable('it should have failed'),
    (error) => error,
  );
}

describe('startThreads', () => {
  test('gives each engine a memory and a pool of its own', async () => {
    const engines = await Promise.all([startGlue(), startGlue()]);
    const pools = await Promise.all([
      startThreads(engines[0].glue, 3, 2, spawnInNode(poolWorker)),
      startThreads(engines[1].glue, 2, 2, spawnInNode(poolWorker)),
    ]);
    expect(engines[0].memory).not.toBe(engines[1].memory);
    for (const { memory } of engines) expect(memory.buffer).toBeInstanceOf(SharedArrayBuffer);
    for (const pool of pools) {
      pool.terminate();
      pool.terminate();
    }
  });

  test('spawns nothing for one thread', async () => {
    const { glue } = await startGlue();
    await startThreads(glue, 1, 2, () => expect.unreachable('no worker is needed'));
  });

  test.each([
    ['throws', 'throw new Error("out of luck")', 'out of luck'],
    ['throws what is no error', 'throw null', 'null'],
    ['ends', 'process.exit(3)', 'it ended with code 3'],
    ['never gets ready', 'setInterval(() => {}, 1000)', 'not ready within 0.5 s', 500],
  ])('says what became of a worker that %s', async (_, code, reason, limit?: number) => {
    const { glue } = await startGlue();
    const error = await failure(startThreads(glue, 3, 2, spawnInNode(script(code)), limit));
    expect(error).toBeInstanceOf(EngineError);
    expect(error.message).toBe(`an engine's thread could not be started: ${reason}`);
  });

  test('says so when the worker has no script', async () => {
    const { glue } = await startGlue();
    const error = await failure(startThreads(glue, 2, 2, spawnInNode(new URL('nowhere.js', dist))));
    expect(error).toBeInstanceOf(EngineError);
    expect(error.message).toContain('nowhere.js');
  });
});

describe('compileWasm', () => {
  test.each([
    ['a page', '<!doctype html><html>', '3c 21 64 6f 63 74 79 70 65 20 68 74 6d 6c 3e 3c ("<!doctype html><")'],
    ['nothing', '', 'no bytes'],
    ['a module cut short', '\0asm\x01\0\0\0\x01', '9 bytes: '],
  ])('refuses %s and names the source', async (_, text, received) => {
    const error = await failure(compileWasm(new TextEncoder().encode(text), 'https://example.org/a.wasm'));
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ argument: 'https://example.org/a.wasm' });
    expect((error as FormatError).received).toContain(received);
  });
});
