import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ArgumentError,
  type BackupAndRestoreOptions,
  BusyError,
  type CallbackHooks,
  callbacks,
  createEngine,
  type Engine,
  FileError,
  type FitOptions,
  FormatError,
  type History,
  layers,
  loadModel,
  OptionError,
  optimizers,
  type Sequential,
  sequential,
} from 'inkgrad';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { blobs } from '../model/blobs.ts';

const { x, y } = blobs(203);
const stop = new Error('stop');

let engines: Engine[];
beforeAll(async () => {
  engines = await Promise.all([1, 2].map((threads) => createEngine({ threads })));
});
afterAll(async () => {
  for (const engine of engines) await engine.terminate();
});
afterEach(() => vi.restoreAllMocks());

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function build(
  changes: { seed?: number; units?: number; loss?: 'sparseCategoricalCrossentropy'; engine?: number } = {},
): Sequential {
  const { seed = 7, units = 8, loss = 'categoricalCrossentropy', engine = 0 } = changes;
  const model = sequential({
    seed,
    engine: engines[engine] as Engine,
    layers: [
      layers.dense(units, { activation: 'relu', inputShape: [4] }),
      layers.dropout(0.3),
      layers.dense(3, { activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: optimizers.nadam(), loss, metrics: ['accuracy'] });
  return model;
}

const options = { epochs: 5, batchSize: 16, verbose: 0, warnings: false } as const satisfies FitOptions;

/** Aborts after so many batches of a training. */
function stopAfter(batches: number) {
  const abort = new AbortController();
  let done = 0;
  const callback: CallbackHooks = {
    onBatchEnd() {
      if (++done === batches) abort.abort(stop);
    },
  };
  return { callback, signal: abort.signal };
}

interface Stopped {
  readonly after: number;
  readonly backup: BackupAndRestoreOptions;
  readonly more?: FitOptions;
  readonly others?: () => CallbackHooks[];
}

/** A training that was stopped by an abort and went on in another model. */
async function stopped({ after, backup, more = {}, others = () => [] }: Stopped): Promise<[string, History]> {
  const { callback, signal } = stopAfter(after);
  const all = (hooks: CallbackHooks) => [...others(), hooks, callbacks.backupAndRestore(backup)];
  const train = (model: Sequential, how: FitOptions) => model.fit(x, y, { ...options, ...more, ...how });
  await using first = build();
  await expect(train(first, { callbacks: all(callback), signal })).rejects.toBe(stop);
  await using second = build({ engine: 1 });
  const history = await train(second, { callbacks: all(stopAfter(Number.NaN).callback) });
  return [await second.weightsHash(), history];
}

async function never(more: FitOptions = {}): Promise<[string, History]> {
  await using model = build();
  const history = await model.fit(x, y, { ...options, ...more });
  return [await model.weightsHash(), history];
}

describe('a training that is aborted goes on', () => {
  test.each([1, 12, 13, 14, 40, 64])('after batch %i, wherever the last state was due', async (after) => {
    const backupDir = join(temporaryFolder(), 'backup');
    for (const saveFreq of ['epoch', 5, 1000] as const) {
      expect(await stopped({ after, backup: { backupDir, saveFreq } })).toEqual(await never());
      expect(existsSync(backupDir)).toBe(false);
    }
  });

  test.each<[string, FitOptions]>([
    ['validation', { validationSplit: 0.2, validationFreq: 2 }],
    ['passes of several epochs', { stepsPerEpoch: 5 }],
    ['rows in their order', { shuffle: false }],
    ['weights of samples', { sampleWeight: Float32Array.from(y, (label) => 0.5 + label) }],
    ['a later beginning', { initialEpoch: 2 }],
    ['a batch of all', { batchSize: 1000 }],
  ])('with %s', async (_, more) => {
    const backup = { backupDir: join(temporaryFolder(), 'backup'), saveFreq: 3 };
    for (const after of [2, 4]) expect(await stopped({ after, backup, more })).toEqual(await never(more));
  });

  test('on batches that come one after the other', async () => {
    const backup = { backupDir: temporaryFolder(), saveFreq: 3 };
    function* batches() {
      for (let row = 0; row < 200; row += 10) yield [x.slice(row * 4, row * 4 + 40), y.slice(row, row + 10)] as const;
    }
    for (const stepsPerEpoch of [undefined, 7]) {
      const how = { epochs: 4, verbose: 0, ...(stepsPerEpoch && { stepsPerEpoch }) } as const;
      await using whole = build();
      const expected = await whole.fit(batches, how);
      for (const after of [3, 19, 20, 22]) {
        const { callback, signal } = stopAfter(after);
        const keep = () => callbacks.backupAndRestore(backup);
        await using first = build();
        await expect(first.fit(batches, { ...how, callbacks: [callback, keep()], signal })).rejects.toBe(stop);
        await using second = build({ engine: 1 });
        const hooks = [stopAfter(Number.NaN).callback, keep()];
        expect(await second.fit(batches, { ...how, callbacks: hooks })).toEqual(expected);
        expect(await second.weightsHash()).toBe(await whole.weightsHash());
      }
    }
  });

  test('within epochs()', async () => {
    const backup = { backupDir: temporaryFolder() };
    const { callback, signal } = stopAfter(20);
    await using first = build();
    const told: number[] = [];
    const loop = async (model: Sequential, how: FitOptions) => {
      for await (const { epoch } of model.epochs(x, y, { ...options, ...how })) told.push(epoch);
    };
    const keep = () => callbacks.backupAndRestore(backup);
    await expect(loop(first, { callbacks: [callback, keep()], signal })).rejects.toBe(stop);
    await using second = build();
    await loop(second, { callbacks: [stopAfter(Number.NaN).callback, keep()] });
    expect(told).toEqual([0, 1, 2, 3, 4]);
    expect(await second.weightsHash()).toBe((await never())[0]);
  });
});

describe('other callbacks go on from where they were', () => {
  test('those of Keras', async () => {
    const [folder, wholeFolder] = [temporaryFolder(), temporaryFolder()];
    const others = (folder: string) => () => [
      callbacks.earlyStopping({ monitor: 'val_loss', patience: 2, minDelta: 0.03, restoreBestWeights: true }),
      callbacks.reduceLROnPlateau({ monitor: 'loss', factor: 0.5, patience: 2, minDelta: 0.1, cooldown: 1 }),
      callbacks.csvLogger(join(folder, 'log.csv')),
      callbacks.modelCheckpoint(join(folder, 'best.safetensors'), { saveBestOnly: true }),
      callbacks.learningRateScheduler((_, rate) => rate * 0.99),
    ];
    const more = { validationSplit: 0.2, epochs: 12 };
    const expected = await never({ ...more, callbacks: others(wholeFolder)() });
    const log = readFileSync(join(wholeFolder, 'log.csv'), 'utf8');
    for (const after of [5, 23, 33]) {
      const backup = { backupDir: join(folder, 'backup') };
      expect(await stopped({ after, backup, more, others: others(folder) })).toEqual(expected);
      expect(readFileSync(join(folder, 'log.csv'), 'utf8')).toBe(log);
      const best = await Promise.all([folder, wholeFolder].map((at) => loadModel(join(at, 'best.safetensors'))));
      expect(await best[0]?.weightsHash()).toBe(await best[1]?.weightsHash());
    }
  });

  test('rows that csvLogger wrote after the last state are taken back', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'log.csv');
    const others = () => [callbacks.csvLogger(path), callbacks.lambda({ onYield: () => {} })];
    await stopped({ after: 30, backup: { backupDir: join(folder, 'a') }, others });
    const whole = readFileSync(path, 'utf8');
    const { callback, signal } = stopAfter(30);
    const all = (hooks: CallbackHooks) => [...others(), hooks, callbacks.backupAndRestore({ backupDir: folder })];
    await using first = build();
    await expect(first.fit(x, y, { ...options, callbacks: all(callback), signal })).rejects.toBe(stop);
    writeFileSync(path, '2,0.5,0.5\r\n3,0.', { flag: 'a' }); // as a process that was killed leaves it
    await using second = build();
    await second.fit(x, y, { ...options, callbacks: all(stopAfter(Number.NaN).callback) });
    expect(readFileSync(path, 'utf8')).toBe(whole);
  });

  test('those of the user, by getState and setState', async () => {
    const kept = { list: [1, Number.NaN, -0, Number.NEGATIVE_INFINITY], text: 'a "b"', none: null, is: true };
    const arrays = { floats: Float32Array.of(1.5, -0, Number.NaN), empty: new Float32Array(), nested: [{ a: {} }] };
    const calls: unknown[] = [];
    const others = () => [
      {
        onTrainBegin: () => void calls.push('onTrainBegin'),
        getState: () => ({ ...kept, ...arrays }),
        setState: (state: unknown) => void calls.push(state),
      },
    ];
    await stopped({ after: 3, backup: { backupDir: temporaryFolder() }, others });
    expect(calls).toEqual(['onTrainBegin', 'onTrainBegin', { ...kept, ...arrays }]);
  });

  test.each<[string, unknown]>([
    ['a function', () => {}],
    ['an object of a class', { deep: [new Map()] }],
    ['bytes', new Uint8Array(3)],
    ['a bigint', 1n],
    ['a key with a meaning', { $array: 0 }],
  ])('which may not keep %s', async (_, state) => {
    await using model = build();
    const hooks = [{ getState: () => state }, callbacks.backupAndRestore({ backupDir: temporaryFolder() })];
    await expect(model.fit(x, y, { ...options, callbacks: hooks })).rejects.toThrow(ArgumentError);
  });

  test.each([['getState'], ['setState']])('%s is a function', async (name) => {
    await using model = build();
    await expect(model.fit(x, y, { callbacks: { [name]: 1 } as never })).rejects.toThrow(
      `callbacks.${name}: expected a function, got 1`,
    );
  });
});

describe('the folder', () => {
  test('holds the two newest states while training goes on, and what others have put there', async () => {
    const backupDir = join(temporaryFolder(), 'new', 'backup');
    mkdirSync(backupDir, { recursive: true });
    writeFileSync(join(backupDir, 'mine.txt'), 'mine');
    writeFileSync(join(backupDir, `.inkgrad-${2 ** 22 + 1}-00000000`), 'of a process that is gone');
    const seen: string[][] = [];
    const look = { onEpochBegin: () => void seen.push(readdirSync(backupDir).sort()) };
    const { callback, signal } = stopAfter(40);
    await using model = build();
    const all = [look, callback, callbacks.backupAndRestore({ backupDir })];
    await expect(model.fit(x, y, { ...options, callbacks: all, signal })).rejects.toBe(stop);
    const state = (number: number) => `checkpoint-00000${number}.safetensors`;
    expect(seen).toEqual([
      ['mine.txt'],
      [state(1), 'mine.txt'],
      [state(1), state(2), 'mine.txt'],
      [state(2), state(3), 'mine.txt'],
    ]);
    expect(readdirSync(backupDir).sort()).toEqual([state(3), state(4), 'mine.txt']);
    await using loaded = await loadModel(join(backupDir, state(4)));
    expect(await loaded.weightsHash()).toBe(await model.weightsHash());
    await model.fit(x, y, {
      ...options,
      callbacks: [look, stopAfter(0).callback, callbacks.backupAndRestore({ backupDir })],
    });
    expect(readdirSync(backupDir)).toEqual(['mine.txt']);
  });

  test('keeps the last state if it is told to, from which more epochs go on', async () => {
    const backupDir = temporaryFolder();
    const keep = () => callbacks.backupAndRestore({ backupDir, saveFreq: 1000, deleteCheckpoint: false });
    await using first = build();
    await first.fit(x, y, { ...options, epochs: 3, callbacks: keep() });
    expect(readdirSync(backupDir)).toHaveLength(1);
    await using second = build({ engine: 1 });
    const history = await second.fit(x, y, { ...options, callbacks: keep() });
    expect([await second.weightsHash(), history]).toEqual(await never());
    await using third = build();
    const all = await third.fit(x, y, { ...options, callbacks: keep() });
    expect(all.epoch).toEqual([0, 1, 2, 3, 4]);
    expect(await third.weightsHash()).toBe(await second.weightsHash());
  });

  test('a state that is damaged is told, and the one before it taken', async () => {
    const backupDir = temporaryFolder();
    const { callback, signal } = stopAfter(30);
    const warnings: string[] = [];
    const listen = (warning: Error) => void warnings.push(warning.message);
    process.on('warning', listen);
    onTestFinished(() => void process.off('warning', listen));
    const train = (model: Sequential, hooks: CallbackHooks, more: FitOptions = {}) =>
      model.fit(x, y, {
        ...options,
        ...more,
        warnings: true,
        callbacks: [hooks, callbacks.backupAndRestore({ backupDir })],
      });
    await using first = build();
    await expect(train(first, callback, { signal })).rejects.toBe(stop);
    const [before, newest] = readdirSync(backupDir)
      .sort()
      .map((name) => join(backupDir, name)) as [string, string];
    const bytes = readFileSync(newest);
    writeFileSync(newest, bytes.with(bytes.length - 3, (bytes.at(-3) as number) ^ 4));
    await using second = build();
    await train(second, stopAfter(0).callback);
    expect(await second.weightsHash()).toBe((await never())[0]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(warnings).toEqual([expect.stringMatching(/checkpoint-000003.*the checkpoint before it is taken/)]);

    mkdirSync(backupDir);
    for (const path of [before, newest]) writeFileSync(path, bytes.subarray(0, 1000));
    await using third = build();
    await expect(train(third, callback)).rejects.toThrow(FormatError);
    await expect(train(third, callback)).rejects.toThrow(
      /to begin anew, remove the folder.*none that can be read of 2/,
    );
    expect(await third.weightsHash()).toBe(await build().weightsHash());
    writeFileSync(newest, await first.toBytes());
    await expect(train(third, callback)).rejects.toThrow('expected a checkpoint of a training, got a model alone');
  });

  test('of another training is refused by what differs', async () => {
    const backupDir = temporaryFolder();
    const keep = () => callbacks.backupAndRestore({ backupDir });
    const { callback, signal } = stopAfter(30);
    await using first = build();
    await expect(first.fit(x, y, { ...options, callbacks: [callback, keep()], signal })).rejects.toBe(stop);
    const wrong: [Sequential, FitOptions, string][] = [
      [build({ seed: 8 }), {}, 'seed: expected 7, as in '],
      [build({ units: 9 }), {}, 'layers[0].units: expected 8, as in '],
      [
        build({ loss: 'sparseCategoricalCrossentropy' }),
        {},
        'compile.loss.type: expected "categoricalCrossentropy", as in ',
      ],
      [build(), { batchSize: 17 }, 'batchSize: expected 16, as in '],
      [build(), { shuffle: false }, 'shuffle: expected true, as in '],
      [build(), { validationSplit: 0.5 }, 'samples: expected 203, as in '],
      [build(), { stepsPerEpoch: 5 }, 'stepsPerEpoch: expected null, as in '],
      [build(), { classWeight: { 0: 2 } }, 'data: expected "samples, labels and weights of checksum '],
      [build(), { epochs: 2 }, 'epochs: expected at least 3, for '],
      [build(), { callbacks: [keep()] }, 'callbacks[1]: expected an object of hooks, as in the state, got none'],
      [
        build(),
        { callbacks: [callback, callbacks.terminateOnNaN(), keep()] },
        'callbacks[1]: expected none, as in the state, got TerminateOnNaN',
      ],
      [
        build(),
        { callbacks: [callbacks.terminateOnNaN(), callback, keep()] },
        'callbacks[0]: expected an object of hooks, as in the state, got TerminateOnNaN',
      ],
    ];
    for (const [model, more, message] of wrong) {
      const how = { ...options, callbacks: [callback, keep()], ...more };
      await expect(model.fit(x, y, how), message).rejects.toThrow(OptionError);
      await expect(model.fit(x, y, how)).rejects.toThrow(message);
      await model.dispose();
    }
    await using again = build();
    const others = x.map((value) => 1 - value);
    const how = { ...options, callbacks: [callback, keep()] };
    await expect(again.fit(others, y, how)).rejects.toThrow('data: expected "samples, labels and weights of checksum ');
    expect(readdirSync(backupDir)).toHaveLength(2);
  });

  test('that cannot be written to is a FileError', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'mine');
    await using model = build();
    const keep = callbacks.backupAndRestore({ backupDir: join(file, 'below') });
    await expect(model.fit(x, y, { ...options, callbacks: keep })).rejects.toThrow(FileError);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

test('a training that fails keeps the last state', async () => {
  const backupDir = temporaryFolder();
  await using model = build();
  const fail = {
    onEpochBegin(epoch: number) {
      if (epoch === 2) throw new RangeError('mine');
    },
  };
  const keep = callbacks.backupAndRestore({ backupDir });
  await expect(model.fit(x, y, { ...options, callbacks: [fail, keep] })).rejects.toThrow(RangeError);
  expect(readdirSync(backupDir)).toHaveLength(2);
  await model.fit(x, y, { ...options, callbacks: [{}, keep] });
  expect(await model.weightsHash()).toBe((await never())[0]);
});

test('a training that diverges keeps the last state before', async () => {
  const backupDir = temporaryFolder();
  await using model = build();
  const explode = callbacks.lambda({
    async onEpochBegin(epoch) {
      if (epoch === 2) await this.model.setLearningRate(1e38);
    },
  });
  const keep = callbacks.backupAndRestore({ backupDir, deleteCheckpoint: false });
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const history = await model.fit(x, y, { ...options, callbacks: [explode, callbacks.terminateOnNaN(), keep] });
  expect(history.history.loss.at(-1)).toBeNaN();
  expect(readdirSync(backupDir)).toHaveLength(2);
});

describe('options', () => {
  test.each<[unknown, string]>([
    [undefined, 'backupAndRestore: expected an object with options'],
    [{}, 'backupDir: expected a text that is not empty'],
    [{ backupDir: 'a', saveFreq: 'batch' }, "saveFreq: expected 'epoch' or a number of batches, got 'batch'"],
    [{ backupDir: 'a', saveFreq: 0 }, 'saveFreq: expected a whole number of at least 1, got 0'],
    [{ backupDir: 'a', deleteCheckpoint: 1 }, 'deleteCheckpoint: expected true or false, got 1'],
    [{ backupDir: 'a', saveFrq: 1 }, "did you mean 'saveFreq'?"],
  ])('%j', (given, message) => {
    expect(() => callbacks.backupAndRestore(given as BackupAndRestoreOptions)).toThrow(OptionError);
    expect(() => callbacks.backupAndRestore(given as BackupAndRestoreOptions)).toThrow(message);
  });

  test('one backup a training', async () => {
    await using model = build();
    const keep = callbacks.backupAndRestore({ backupDir: temporaryFolder() });
    await expect(model.fit(x, y, { ...options, callbacks: [keep, keep] })).rejects.toThrow(
      'callbacks: expected one backupAndRestore, got several',
    );
  });

  test('the model is busy while a state is read and written', async () => {
    await using model = build();
    const keep = callbacks.backupAndRestore({ backupDir: temporaryFolder(), saveFreq: 1 });
    const training = model.fit(x, y, { ...options, callbacks: keep });
    await expect(model.fit(x, y, options)).rejects.toThrow(BusyError);
    await training;
  });
});
