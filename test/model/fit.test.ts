/** What `fit` trains on, and how it is watched. */

import {
  BusyError,
  callbacks,
  EmptyDataError,
  type EpochReport,
  layers,
  NonFiniteError,
  NonFiniteLossError,
  OptionError,
  optimizers,
  ShapeError,
  sequential,
} from 'inkgrad';
import { describe, expect, test } from 'vitest';
import { blobs, classifier } from './blobs.ts';

const { x, y } = blobs(96);
const quiet = { batchSize: 32, verbose: 0 } as const;

/** The rows of a batch. */
const xs = (batch: number, size = 32) => x.subarray(4 * size * batch, 4 * size * (batch + 1));
const ys = (batch: number, size = 32) => y.subarray(size * batch, size * (batch + 1));

describe('validation', () => {
  test.each([
    [1, [0, 1, 2, 3, 4]],
    [2, [1, 3]],
    [
      [1, 4],
      [0, 3],
    ],
    [7, []],
  ])('with validationFreq %j is after the epochs %j', async (validationFreq, epochs) => {
    await using model = classifier();
    const seen: number[] = [];
    const { history } = await model.fit(x, y, {
      ...quiet,
      epochs: 5,
      validationData: [x, y],
      validationFreq,
      callbacks: {
        onEpochEnd(epoch, logs) {
          if (logs.val_loss !== undefined) seen.push(epoch);
        },
      },
    });
    expect(seen).toEqual(epochs);
    expect(history.loss).toHaveLength(5);
    expect(history.val_loss ?? []).toHaveLength(epochs.length);
  });

  test('on batches gives what it gives on all rows', async () => {
    const [all, batches] = await Promise.all(
      [[x, y] as const, () => [0, 1, 2].map((i) => [xs(i), ys(i)] as const)].map(async (validationData) => {
        await using model = classifier();
        return (await model.fit(x, y, { ...quiet, epochs: 2, validationData })).history;
      }),
    );
    expect(batches).toEqual(all);
    expect(all?.val_loss).toHaveLength(2);
  });
});

describe('epochs', () => {
  test('gives each epoch as fit trains it', async () => {
    await using fitted = classifier();
    await using watched = classifier();
    const { epoch, history } = await fitted.fit(x, y, { ...quiet, epochs: 3, validationData: [x, y] });
    const reports: EpochReport[] = [];
    for await (const report of watched.epochs(x, y, { ...quiet, epochs: 3, validationData: [x, y] })) {
      reports.push(report);
      expect((await watched.evaluate(x, y)).loss).toBe(report.logs.val_loss);
      await expect(watched.fit(x, y, quiet)).rejects.toThrow(BusyError);
    }
    expect(reports.map((report) => report.epoch)).toEqual(epoch);
    expect(reports.map(({ logs }) => logs.loss)).toEqual(history.loss);
    expect(await watched.weightsHash()).toBe(await fitted.weightsHash());
  });

  test('ends the training when the loop is left', async () => {
    await using model = classifier();
    await using stopped = classifier();
    const ends: unknown[] = [];
    const hooks = callbacks.lambda({
      onTrainEnd(logs) {
        ends.push(logs);
      },
    });
    for await (const { epoch, logs } of model.epochs(x, y, { ...quiet, epochs: 10, callbacks: hooks })) {
      if (epoch < 1) continue;
      expect(ends).toEqual([]);
      ends.push(logs);
      break;
    }
    expect(ends).toEqual([ends[0], ends[0]]);
    await stopped.fit(x, y, { ...quiet, epochs: 2 });
    expect(await model.weightsHash()).toBe(await stopped.weightsHash());
    expect((await model.fit(x, y, quiet)).epoch).toEqual([0]);
  });

  test('throws what fit throws', async () => {
    await using model = classifier();
    await expect(model.epochs(x, y, { epochs: 0 }).next()).rejects.toThrow(OptionError);
    await expect(model.epochs(xs(0), y).next()).rejects.toThrow(ShapeError);
    expect((await model.fit(x, y, quiet)).epoch).toEqual([0]);
  });
});

describe('batches', () => {
  async function* generated() {
    for (let i = 0; i < 3; i++) {
      await new Promise(setImmediate);
      yield { xs: xs(i), ys: ys(i) };
    }
  }
  const listed = new Set([0, 1, 2].map((i) => [xs(i), ys(i)] as const));

  test.each([
    ['a function that returns an async generator', generated],
    ['a function that returns an array', () => [...listed]],
    ['a function that returns a promise', async () => listed],
    ['an iterable', listed],
  ])('from %s train as the same rows do', async (_name, batches) => {
    await using whole = classifier();
    await using streamed = classifier();
    const expected = await whole.fit(x, y, { ...quiet, epochs: 3, shuffle: false, validationData: [x, y] });
    const given = await streamed.fit(batches, { epochs: 3, verbose: 0, validationData: [x, y] });
    expect(await streamed.weightsHash()).toBe(await whole.weightsHash());
    expect(given.history.val_loss).toEqual(expected.history.val_loss);
    expect(given.history.loss).toEqual(expected.history.loss.map((loss) => expect.closeTo(loss, 12)));
    expect(given.history.accuracy).toEqual(expected.history.accuracy?.map((share) => expect.closeTo(share, 12)));
    expect(given.params).toEqual(expected.params);
  });

  test('of several sizes count by their rows', async () => {
    await using model = classifier();
    const parts = [x.subarray(0, 40), x.subarray(40, 384)];
    const labels = [y.subarray(0, 10), y.subarray(10, 96)];
    const scores = [0, 1].map(async (i) => {
      await using fresh = classifier();
      if (i === 1) await fresh.trainOnBatch(parts[0] as Float32Array, labels[0] as Uint8Array);
      return fresh.evaluate(parts[i] as Float32Array, labels[i] as Uint8Array);
    });
    const [first, second] = (await Promise.all(scores)) as [{ loss: number }, { loss: number }];
    const { history } = await model.fit(() => [0, 1].map((i) => ({ xs: parts[i] as never, ys: labels[i] as never })), {
      verbose: 0,
    });
    expect(history.loss).toEqual([expect.closeTo((10 * first.loss + 86 * second.loss) / 96, 6)]);
  });

  test('go on over epochs with stepsPerEpoch, and begin anew when they are used up', async () => {
    await using model = classifier();
    const [taken, begun] = [[] as number[], [] as number[]];
    const batches = function* () {
      begun.push(taken.length);
      for (let i = 0; i < 3; i++) {
        taken.push(i);
        yield [xs(i), ys(i)] as const;
      }
    };
    const lengths: number[] = [];
    await model.fit(batches, {
      epochs: 4,
      stepsPerEpoch: 2,
      verbose: 0,
      callbacks: {
        onEpochEnd() {
          lengths.push(taken.length);
        },
      },
    });
    expect(taken).toEqual([0, 1, 2, 0, 1, 2]);
    expect(lengths).toEqual([2, 3, 5, 6]);
    expect(begun).toEqual([0, 3]);
  });

  test('that are left in the middle are told so', async () => {
    await using model = classifier();
    let closed = false;
    const batches = function* () {
      try {
        for (let i = 0; ; i = (i + 1) % 3) yield [xs(i), ys(i)] as const;
      } finally {
        closed = true;
      }
    };
    await model.fit(batches, {
      verbose: 0,
      callbacks: {
        onBatchEnd(batch) {
          model.stopTraining = batch === 4;
        },
      },
    });
    expect(closed).toBe(true);
  });

  test('are named in errors', async () => {
    await using model = classifier();
    const nan = new Float32Array(8).fill(Number.NaN);
    const cases: [unknown, new (...values: never[]) => Error, string][] = [
      [() => [[x, y, y, y]], OptionError, 'batches: batch 0 of epoch 0: expected [x, y], [x, y, sampleWeight] or'],
      [() => [{ xs: x.subarray(1), ys: y }], ShapeError, 'batches: batch 0 of epoch 0.xs: expected a multiple'],
      [
        () => [
          [x, y],
          [nan, [0, 1]],
        ],
        NonFiniteError,
        'batches: batch 1 of epoch 0: expected finite numbers, got NaN at row 0, column 0',
      ],
      [() => [], EmptyDataError, 'batches: expected at least one batch an epoch'],
      [generated(), EmptyDataError, 'got none in epoch 1'],
      [() => 3, OptionError, 'batches: expected something to iterate, or a function that returns it, got 3'],
    ];
    for (const [batches, kind, message] of cases) {
      const fitting = model.fit(batches as never, { epochs: 2, verbose: 0 });
      await expect(fitting).rejects.toThrow(kind);
      await expect(fitting).rejects.toThrow(message);
    }
    await expect(model.fit(generated, { batchSize: 3 } as never)).rejects.toThrow('batchSize: expected nothing');
    expect((await model.fit(x, y, quiet)).epoch).toEqual([0]);
  });

  test('are scored and predicted as the same rows are', async () => {
    await using model = classifier();
    expect(await model.evaluate(generated)).toEqual(await model.evaluate(x, y));
    const whole = await model.predict(x);
    expect(await model.predict(new Set([0, 1, 2].map((i) => xs(i))))).toEqual(whole);
    expect(await model.predict(generated)).toEqual(whole);
    await expect(model.predict(() => [])).rejects.toThrow(EmptyDataError);
    const nan = new Float32Array(4).fill(Number.NaN);
    await expect(model.predict(() => [x, nan])).rejects.toThrow('batches: batch 1: expected finite numbers, got NaN');
  });
});

describe('on one batch', () => {
  test('a step is that of fit, and scores are those of evaluate', async () => {
    await using stepped = classifier();
    await using fitted = classifier();
    const scores = await stepped.evaluate(x, y);
    expect(await stepped.testOnBatch(x, y)).toEqual(scores);
    expect(await stepped.predictOnBatch(x)).toEqual(await stepped.predict(x));
    const { loss, accuracy } = await stepped.trainOnBatch(x, y);
    const { history } = await fitted.fit(x, y, { batchSize: 96, shuffle: false, verbose: 0 });
    expect([[loss], [accuracy]]).toEqual([history.loss, history.accuracy]);
    expect(loss).toBeCloseTo(scores.loss, 6);
    expect(await stepped.weightsHash()).toBe(await fitted.weightsHash());
  });

  test('nothing is trained while fit is', async () => {
    await using model = classifier();
    const fitting = model.fit(x, y, quiet);
    await expect(model.trainOnBatch(x, y)).rejects.toThrow(BusyError);
    await fitting;
    const training = model.trainOnBatch(x, y);
    await expect(model.fit(x, y, quiet)).rejects.toThrow(BusyError);
    await training;
    await expect(model.trainOnBatch(x, y, { sampleWeights: [] } as never)).rejects.toThrow(
      "did you mean 'sampleWeight'?",
    );
  });
});

describe('a callback', () => {
  test.each(['onTrainBegin', 'onEpochBegin', 'onBatchEnd', 'onYield', 'onEpochEnd', 'onTrainEnd'] as const)(
    'that never settles in %s gives way to the signal',
    async (hook) => {
      await using model = classifier();
      const controller = new AbortController();
      const reason = new Error('enough');
      const never = () => {
        setTimeout(() => controller.abort(reason), 5);
        return new Promise<void>(() => {});
      };
      const fitting = model.fit(x, y, { ...quiet, signal: controller.signal, callbacks: { [hook]: never } });
      await expect(fitting).rejects.toBe(reason);
      expect((await model.fit(x, y, quiet)).epoch).toEqual([0]);
    },
  );

  test('may set the weights, which nobody else may while fit trains', async () => {
    await using model = classifier();
    const start = await model.getWeights();
    const hash = await model.weightsHash();
    const fitting = model.fit(x, y, {
      ...quiet,
      callbacks: {
        async onEpochEnd() {
          await model.setWeights(start);
        },
      },
    });
    await expect(model.setWeights(start)).rejects.toThrow(BusyError);
    await fitting;
    expect(await model.weightsHash()).toBe(hash);
  });

  test('earlyStopping leaves the weights of the best epoch', async () => {
    await using model = classifier();
    const hashes: string[] = [];
    const stop = callbacks.earlyStopping({ monitor: 'accuracy', mode: 'min', restoreBestWeights: true, patience: 2 });
    const remember = callbacks.lambda({
      async onEpochEnd() {
        hashes.push(await model.weightsHash());
      },
    });
    const { history } = await model.fit(x, y, { ...quiet, epochs: 50, callbacks: [remember, stop] });
    const accuracy = history.accuracy as number[];
    expect(stop.bestEpoch).toBe(accuracy.indexOf(Math.min(...accuracy)));
    expect(stop.stoppedEpoch).toBe(hashes.length - 1);
    expect(hashes.length).toBe((stop.bestEpoch as number) + 3);
    expect(await model.weightsHash()).toBe(hashes[stop.bestEpoch as number]);
  });

  test('does not know which way an unknown figure gets better', async () => {
    await using model = classifier();
    const fitting = model.fit(x, y, { ...quiet, callbacks: callbacks.earlyStopping({ monitor: 'mine' }) });
    await expect(fitting).rejects.toThrow(
      "monitor: expected 'loss', 'val_loss', 'accuracy' or 'val_accuracy'; of any other figure, with mode 'min' or 'max', got 'mine'",
    );
  });

  test('adds figures to the history', async () => {
    await using model = classifier();
    const { history } = await model.fit(x, y, {
      ...quiet,
      epochs: 2,
      callbacks: {
        onEpochEnd(epoch, logs) {
          logs.mine = 10 * epoch;
        },
      },
    });
    expect(history.mine).toEqual([0, 10]);
  });
});

describe('a loss that is not finite', () => {
  const diverging = () => {
    const model = sequential({ seed: 3, layers: [layers.dense({ units: 1, inputShape: [4] })] });
    model.compile({ optimizer: optimizers.adam({ learningRate: 1e38 }), loss: 'mse' });
    return model;
  };

  test('is what fit rejects with', async () => {
    await using model = diverging();
    await expect(model.fit(x, y, { ...quiet, epochs: 5 })).rejects.toThrow(NonFiniteLossError);
    const raising = callbacks.terminateOnNaN({ raiseError: true });
    await using other = diverging();
    await expect(other.fit(x, y, { ...quiet, epochs: 5, callbacks: raising })).rejects.toThrow(NonFiniteLossError);
  });

  test('ends the training in order with terminateOnNaN', async () => {
    await using model = diverging();
    const ends: unknown[] = [];
    const { history, epoch } = await model.fit(x, y, {
      ...quiet,
      epochs: 5,
      validationData: [x, y],
      callbacks: [callbacks.terminateOnNaN(), { onTrainEnd: (logs) => void ends.push(logs) }],
    });
    expect(epoch.length).toBeLessThan(5);
    expect(history.loss.at(-1)).toBeNaN();
    expect(history.val_loss?.at(-1)).toBeNaN();
    expect(history.val_loss).toHaveLength(epoch.length);
    expect(ends).toEqual([{ loss: Number.NaN, val_loss: Number.NaN }]);
  });
});
