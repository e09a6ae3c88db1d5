/** Data that stay in an engine. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  callbacks,
  createEngine,
  type Dataset,
  type DatasetOptions,
  DisposedError,
  dataset,
  EmptyDataError,
  EngineError,
  type FitOptions,
  LabelError,
  layers,
  loadMnist,
  NonFiniteError,
  OptionError,
  ShapeError,
  sequential,
} from 'inkgrad';
import { describe, expect, expectTypeOf, onTestFinished, test } from 'vitest';
import { blobs, classifier } from './blobs.ts';

const { x, y } = blobs(96);
const quiet = { batchSize: 32, verbose: 0 } as const;
const rising = Float32Array.from(y, (_, row) => row / y.length);
/** As x, y, without the last rows. */
const [fewX, fewY] = [x.subarray(0, 4 * 60), y.subarray(0, 60)];

describe('give the bits that copies give', () => {
  test.each<[string, FitOptions, DatasetOptions]>([
    ['in a plain training', {}, {}],
    ['in batches that come in order', { shuffle: false, batchSize: 7, stepsPerEpoch: 3 }, {}],
    ['with a split', { validationSplit: 0.25 }, {}],
    ['with weights of classes', { classWeight: { 0: 2, 1: 0.5 } }, {}],
    ['with weights of samples', { sampleWeight: rising }, {}],
    ['with weights of their own', { sampleWeight: rising }, { sampleWeight: rising }],
    ['on images that change', { augment: { shift: 0.5 } }, {}],
  ])('%s', async (_, options, kept) => {
    const images = x.map(Math.abs);
    await using data = await dataset(images, y, kept);
    const { sampleWeight, ...rest } = options;
    const outcomes = [];
    for (const given of [
      [images, y, { ...quiet, ...options, epochs: 3 }],
      [data, { ...quiet, ...(kept.sampleWeight ? rest : options), epochs: 3 }],
    ]) {
      await using model = classifier();
      const { history } = await model.fit(...(given as [Dataset]));
      const predictions = await model.predict(given[0] as Dataset);
      outcomes.push({ history, predictions, hash: await model.weightsHash() });
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
  });

  test('in validation, evaluation and epochs', async () => {
    await using few = await dataset(fewX, fewY);
    const outcomes = [];
    for (const validationData of [[fewX, fewY] as const, few]) {
      await using model = classifier();
      const { history } = await model.fit(x, y, { ...quiet, epochs: 2, validationData });
      const figures = await (validationData === few ? model.evaluate(few) : model.evaluate(fewX, fewY));
      const weighted = { sampleWeight: rising.subarray(0, 60) };
      const others = await (validationData === few
        ? model.evaluate(few, weighted)
        : model.evaluate(fewX, fewY, weighted));
      for await (const { logs } of model.epochs(few, { ...quiet, epochs: 2 })) outcomes.push(logs);
      outcomes.push(history, figures, others);
    }
    expect(outcomes.slice(5)).toEqual(outcomes.slice(0, 5));
  });

  test('as images, nested arrays and numbers of any type, with the axes that are told', async () => {
    const rows = Array.from({ length: 96 }, (_, row) => Array.from(x.subarray(4 * row, 4 * row + 4)));
    await using model = classifier();
    const expected = await model.predict(x);
    for (const [samples, labels, options, shape] of [
      [rows, undefined, {}, [4]],
      [x, undefined, { inputShape: [2, 2] }, [2, 2]],
      [{ data: x, shape: [96, 2, 2] }, y, {}, [2, 2]],
      [x, [...y], {}, [4]],
      [new Float64Array(x), { data: y, shape: [96, 1] }, {}, [4]],
    ] as const) {
      await using data = await dataset(samples, labels, options);
      expect([data.rows, data.inputShape]).toEqual([96, shape]);
      expect(await model.predict(data)).toEqual(expected);
    }
    const { test: digits } = await loadMnist();
    const few = digits.x.slice(0, 300);
    await using data = await dataset(few);
    await using digit = sequential([layers.dense(10, { activation: 'softmax', inputShape: [784] })]);
    expect(await digit.predict(data)).toEqual(await digit.predict(few));
    await digit.dispose();
  });

  test('in a checkpoint: a training on arrays goes on with them', async () => {
    const backupDir = mkdtempSync(join(tmpdir(), 'inkgrad-dataset-'));
    onTestFinished(() => rmSync(backupDir, { recursive: true }));
    await using data = await dataset(x, y);
    const options = () => ({ ...quiet, callbacks: callbacks.backupAndRestore({ backupDir, deleteCheckpoint: false }) });
    await using first = classifier();
    await first.fit(x, y, { ...options(), epochs: 1 });
    await using second = classifier();
    const { history } = await second.fit(data, { ...options(), epochs: 3 });
    await using whole = classifier();
    await whole.fit(x, y, { ...quiet, epochs: 3 });
    expect(history.loss).toHaveLength(3);
    expect(await second.weightsHash()).toBe(await whole.weightsHash());
  });

  test('however the arrays change afterwards', async () => {
    const [samples, labels] = [x.slice(), y.slice()];
    await using data = await dataset(samples, labels);
    await using model = classifier();
    const before = await model.evaluate(data);
    samples.fill(9);
    labels.fill(0);
    expect(await model.evaluate(data)).toEqual(before);
  });
});

test('labels are what the loss takes them for', async () => {
  const sides = y.map((label) => (label > 0 ? 1 : 0));
  await using data = await dataset(x, sides);
  await using model = sequential([layers.dense(1, { inputShape: [4] })]);
  for (const loss of ['mse', 'hinge', 'binaryCrossentropy'] as const) {
    model.compile({ optimizer: 'sgd', loss });
    expect(await model.evaluate(data)).toEqual(await model.evaluate(x, sides));
  }
});

test('eight models that learn at once have them once', async () => {
  const engine = await createEngine({ threads: 1 });
  const { train } = await loadMnist();
  const before = await engine.memoryBytes();
  await using data = await dataset(train.x.slice(0, 20_000), train.y.subarray(0, 20_000), { engine });
  const bytes = (await engine.memoryBytes()) - before;
  expect(bytes).toBeGreaterThan(20e6);
  const models = Array.from({ length: 8 }, (_, seed) => {
    const model = sequential([layers.dense(10, { activation: 'softmax', inputShape: [784] })], { seed, engine });
    return model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  });
  await Promise.all(models.map((model) => model.fit(data, { ...quiet, validationData: data })));
  const more = (await engine.memoryBytes()) - before - bytes;
  expect(more).toBeLessThan(bytes / 2);
  for (let round = 0; round < 6; round++) {
    await using _again = await dataset(train.x.slice(0, 20_000), undefined, { engine });
  }
  expect((await engine.memoryBytes()) - before).toBeLessThan(3 * bytes);
  await engine.terminate();
});

describe('disposed of', () => {
  test('while they are in use, they stay until they are not', async () => {
    const data = await dataset(x, y);
    await using model = classifier();
    await using other = classifier();
    const at: string[] = [];
    const uses = [
      model.fit(data, { ...quiet, epochs: 3, validationData: data, callbacks: { onEpochEnd: () => data.dispose() } }),
      other.evaluate(data),
      other.predict(data),
    ].map((use, i) => use.then(() => at.push(`use ${i}`)));
    await Promise.all([...uses, data.dispose()]);
    await data.dispose();
    expect(at).toHaveLength(3);
  });

  test('they throw a DisposedError', async () => {
    const data = await dataset(x, y);
    await data.dispose();
    await using model = classifier();
    for (const use of [
      () => model.fit(data, quiet),
      () => model.fit(x, y, { ...quiet, validationData: data }),
      () => model.evaluate(data),
      () => model.predict(data),
    ]) {
      await expect(use()).rejects.toThrow(DisposedError);
    }
    await model.fit(x, y, quiet);
  });

  test('by those who forget them', async () => {
    const engine = await createEngine({ threads: 1 });
    const size = async (rounds: number) => {
      for (let round = 0; round < rounds; round++)
        await dataset(new Float32Array(1e6).fill(1), undefined, { inputShape: [10], engine });
      return engine.memoryBytes();
    };
    // The engine would have to hold all of them: 1.2 GB, more than it can have.
    expect(await size(300)).toBeLessThan(2 ** 30);
    await engine.terminate();
  }, 60_000);
});

describe('are refused', () => {
  test('by models of another engine', async () => {
    const engine = await createEngine({ threads: 1 });
    await using data = await dataset(x, y, { engine });
    await using model = classifier();
    for (const use of [() => model.fit(data, quiet), () => model.evaluate(data), () => model.predict(data)]) {
      const error = await use().catch((error) => error);
      expect(error).toBeInstanceOf(OptionError);
      expect(error.message).toBe("x: expected data of the model's engine, got data of another engine");
    }
    await expect(model.fit(x, y, { ...quiet, validationData: data })).rejects.toThrow(/^validationData: expected data/);
    await engine.terminate();
    await expect(model.predict(data)).rejects.toThrow(EngineError);
  });

  test('where they do not fit', async () => {
    await using model = classifier();
    await using bare = await dataset(x, undefined, { inputShape: [4] });
    await expect(model.fit(bare, quiet)).rejects.toThrow(/^x: expected a data set with labels/);
    expect((await model.predict(bare)).shape[0]).toBe(96);
    await using short = await dataset(x, undefined, { inputShape: [3] });
    await expect(model.predict(short)).rejects.toThrow(ShapeError);
    await using wrong = await dataset(
      x,
      y.map(() => 7),
    );
    await expect(model.evaluate(wrong)).rejects.toThrow(LabelError);
    await using weighted = await dataset(x, y, { sampleWeight: rising });
    await expect(model.evaluate(weighted, { sampleWeight: rising })).rejects.toThrow(
      /^sampleWeight: expected nothing beside/,
    );
    await expect(model.fit(weighted, { ...quiet, classWeight: [1, 2] })).rejects.toThrow(
      /^classWeight: expected nothing/,
    );
    await using negative = await dataset(
      x.map((number) => -Math.abs(number)),
      y,
    );
    await expect(model.fit(negative, { ...quiet, augment: { shift: 0.5 } })).rejects.toThrow(/at row 0, column 0/);
  });

  test('before they are there', async () => {
    await expect(dataset(x)).rejects.toThrow(OptionError);
    await expect(dataset(x, y.subarray(1))).rejects.toThrow(ShapeError);
    await expect(dataset([[1], [2]], y)).rejects.toThrow(ShapeError);
    await expect(dataset([], [])).rejects.toThrow(EmptyDataError);
    await expect(dataset(x.with(5, Number.NaN), y)).rejects.toThrow(NonFiniteError);
    await expect(dataset(x, rising.with(5, Number.NaN))).rejects.toThrow(/^y: expected finite numbers/);
    await expect(dataset(x, y, { inputShape: [0] })).rejects.toThrow(ShapeError);
    // @ts-expect-error
    await expect(dataset(x, y, { inputSize: 4 })).rejects.toThrow(/did you mean 'inputShape'/);
  });
});

test('have types', async () => {
  await using data = await dataset(x, y);
  expectTypeOf(data).toEqualTypeOf<Dataset>();
  expectTypeOf(data.rows).toEqualTypeOf<number>();
  expectTypeOf(data.inputShape).toEqualTypeOf<readonly number[]>();
  await using model = classifier();
  const figures = await model.evaluate(data, { batchSize: 8 });
  expectTypeOf(figures.loss).toEqualTypeOf<number>();
  // @ts-expect-error: labels are the data set's
  await expect(model.fit(data, y, quiet)).rejects.toThrow(OptionError);
  // @ts-expect-error: no one makes one by hand
  await expect(model.predict({ rows: 96, inputShape: [4] })).rejects.toThrow(/^x: expected/);
});
