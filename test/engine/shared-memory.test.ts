/** Where the system refuses memory for threads to share, an engine takes less, does without threads, or says so. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createEngine, EngineError, layers, sequential } from 'inkgrad';
import { describe, expect, onTestFinished, test } from 'vitest';

/** In place of a device that refuses: from now on to the test's end, shared memory is what `give` makes of it. */
function onDevice(give: (memory: WebAssembly.MemoryDescriptor) => WebAssembly.MemoryDescriptor): void {
  const { Memory } = WebAssembly;
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor.shared ? give(descriptor) : descriptor);
    }
  };
  onTestFinished(() => {
    WebAssembly.Memory = Memory;
  });
}

const MiB = 2 ** 20 / 2 ** 16;

const refuseAbove = (most: number) =>
  onDevice((memory) => {
    if ((memory.maximum ?? 0) > most) throw new RangeError('could not allocate memory');
    return memory;
  });

async function trainedHash(options: Parameters<typeof createEngine>[0]) {
  const engine = await createEngine(options);
  await using model = sequential({ seed: 7, engine, layers: [layers.dense({ units: 2, inputShape: [2] })] });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  await model.fit([[1, 2]], [[3, 4]], { epochs: 3, verbose: 0 });
  const hash = await model.weightsHash();
  await model.dispose();
  await engine.terminate();
  return { hash, info: engine.info };
}

describe('an engine that is refused', () => {
  test('1 GiB takes half', async () => {
    const { hash } = await trainedHash({ threads: 1 });
    refuseAbove(600 * MiB);
    const trained = await trainedHash({ threads: 2 });
    expect(trained.hash).toBe(hash);
    expect(trained.info.threads).toBe(2);
    expect(trained.info.reason).toMatch(
      /^2 threads as asked for, on \d+ cores?; (more threads than cores are slower; )?512 MiB of memory, since 1 GiB was refused \(could not allocate memory\)$/,
    );
  });

  test.each(['default', 'fast'] as const)('all of it does without threads, in the %s build', async (build) => {
    const { hash } = await trainedHash({ threads: 1 });
    refuseAbove(100 * MiB);
    const trained = await trainedHash({ threads: 2, build });
    expect(trained.hash).toBe(hash);
    expect(trained.info).toMatchObject({ threads: 1, relaxed: false, build: 'default' });
    expect(trained.info.reason).toContain(
      'one thread: memory for threads to share was refused (could not allocate memory)',
    );
  });

  test.runIf(process.platform === 'linux')('any memory says so', async () => {
    // V8 reserves 10 GB of addresses for each memory.
    const program = `
      const { createEngine, EngineError } = await import(${JSON.stringify(import.meta.resolve('inkgrad'))});
      const error = await createEngine({ threads: 2 }).catch((error) => error);
      console.log(JSON.stringify({ typed: error instanceof EngineError, message: error.message }));`;
    const node = [process.execPath, '--input-type=module', '-e', program];
    const { stdout } = await promisify(execFile)('bash', ['-c', 'ulimit -v 8000000; exec "$@"', 'bash', ...node]);
    const { typed, message } = JSON.parse(stdout);
    expect(typed).toBe(true);
    expect(message).toMatch(/^the engine could not be started: .*memory/i);
  });
});

test('data that do not fit into the memory are an error, and the engine lives on', async () => {
  onDevice((memory) => ({ ...memory, maximum: 64 * MiB }));
  const engine = await createEngine({ threads: 2 });
  onTestFinished(() => engine.terminate());
  const model = sequential({ seed: 7, engine, layers: [layers.dense({ units: 1, inputShape: [1000] })] });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  const train = (rows: number) =>
    model.fit({ data: new Float32Array(rows * 1000).fill(0.5), shape: [rows, 1000] }, new Float32Array(rows), {
      epochs: 1,
      verbose: 0,
    });
  const error = await train(20_000).catch((error) => error);
  expect(error).toBeInstanceOf(EngineError);
  expect(error.message).toMatch(
    /^the engine failed: memory: \d+ bytes for a data set could not be allocated; .*dispose\(\)/,
  );
  expect((await train(100)).history.loss).toHaveLength(1);
});

test('where the memory ends in a trap, so does the engine', async () => {
  onDevice((memory) => ({ ...memory, maximum: 64 * MiB }));
  const engine = await createEngine({ threads: 2 });
  const model = sequential({ seed: 7, engine, layers: [layers.dense({ units: 1, inputShape: [100_000] })] });
  const error = await model.predict(new Float32Array(200 * 100_000)).catch((error) => error);
  expect(error).toBeInstanceOf(EngineError);
  expect(error.message).toMatch(/^the engine failed: .*its memory may be full/);
  expect(engine.gone).toBe(error);
  await expect(model.getWeights()).rejects.toThrow(error);
  await model.dispose();
});
