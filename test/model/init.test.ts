import { availableParallelism } from 'node:os';
import { createEngine, type Engine, EngineError, engineInfo, init, OptionError } from 'inkgrad';
import { expect, test } from 'vitest';
import { blobs, classifier } from './blobs.ts';

const { x } = blobs(30);

test('the default engine starts by itself, one thread a core', async () => {
  const info = await engineInfo();
  expect(info).toEqual({
    threads: availableParallelism(),
    cores: availableParallelism(),
    simd: true,
    relaxed: false,
    build: 'default',
    isolated: true,
    reason: expect.any(String),
  });
});

test('init puts another in its place; models stay where they are', async () => {
  await using model = classifier();
  const before = await model.predict(x);
  expect(await init({ threads: 1 })).toMatchObject({ threads: 1 });
  expect(await engineInfo()).toMatchObject({ threads: 1 });
  await using other = classifier();
  expect(await other.predict(x)).toEqual(before);
  expect(await model.predict(x)).toEqual(before);
  expect(await init({ threads: 3 })).toMatchObject({ threads: 3 });
  expect(await model.predict(x)).toEqual(before);
  expect(await other.predict(x)).toEqual(before);
});

test('of several at once the last one stays', async () => {
  const infos = await Promise.all([init({ threads: 2 }), init({ threads: 1 }), init({ threads: 3 })]);
  expect(infos.map(({ threads }) => threads)).toEqual([2, 1, 3]);
  expect(await engineInfo()).toMatchObject({ threads: 3 });
});

test('one that cannot be started leaves the one there is', async () => {
  await init({ threads: 1 });
  await expect(init({ wasmUrl: new URL('./nowhere/', import.meta.url) })).rejects.toThrow('nowhere');
  expect(await engineInfo()).toMatchObject({ threads: 1 });
  await using model = classifier();
  expect((await model.predict(x)).shape).toEqual([30, 3]);
});

test('several that cannot be started leave it too, in whatever order they fail', async () => {
  await init({ threads: 1 });
  const failing = () => init({ wasmUrl: new URL('./nowhere/', import.meta.url) });
  const unreachable = () => init({ wasmUrl: 'http://127.0.0.1:9/' });
  for (const starts of [
    [failing, failing],
    [failing, unreachable],
    [unreachable, failing, failing],
  ]) {
    const outcomes = await Promise.allSettled(starts.map((start) => start()));
    expect(outcomes.map(({ status }) => status)).toEqual(starts.map(() => 'rejected'));
    expect(await engineInfo()).toMatchObject({ threads: 1 });
  }
  const outcomes = await Promise.allSettled([failing(), init({ threads: 2 }), unreachable()]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
  expect(await engineInfo()).toMatchObject({ threads: 2 });
  await using model = classifier();
  expect((await model.predict(x)).shape).toEqual([30, 3]);
});

test('an engine of one own is of no use after its end, and says so', async () => {
  const engine: Engine = await createEngine({ threads: 1 });
  const { layers, sequential } = await import('inkgrad');
  const model = sequential({ engine, layers: [layers.dense({ units: 2, inputShape: [4] })] });
  expect((await model.predict(x)).shape).toEqual([30, 2]);
  await engine.terminate();
  await expect(model.predict(x)).rejects.toThrow(EngineError);
});

test.each([
  [{ threads: 0 }, 'threads: expected a whole number from 1 to 64, got 0'],
  [{ threads: 65 }, 'got 65'],
  [{ threads: 1.5 }, 'got 1.5'],
  [{ threads: '2' }, "got '2'"],
  [{ wasmUrl: 3 }, 'wasmUrl: expected a text or a URL, got 3'],
  [{ thread: 2 }, "did you mean 'threads'?"],
  [2, 'expected an object with options, got 2'],
])('%j: %s', async (options, message) => {
  for (const start of [init, createEngine]) {
    await expect(start(options as never)).rejects.toThrow(OptionError);
    await expect(start(options as never)).rejects.toThrow(message);
  }
});
