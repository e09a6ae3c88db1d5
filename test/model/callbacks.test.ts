import {
  type Batch,
  Callback,
  type CallbackHooks,
  type CallbackModel,
  type FitOptions,
  type Logs,
  layers,
  NonFiniteLossError,
  OptionError,
  optimizers,
  type Sequential,
  sequential,
} from 'inkgrad';
import { describe, expect, test } from 'vitest';
import { blobs, classifier } from './blobs.ts';

const { x, y } = blobs(100);
const quiet = { batchSize: 32, verbose: 0 } as const;
const withValidation = { ...quiet, validationData: [x, y] } as const;

/** Writes down every call. */
function recorder(): { calls: [hook: string, ...values: unknown[]][]; hooks: CallbackHooks } {
  const calls: [string, ...unknown[]][] = [];
  const note =
    (hook: string) =>
    (...values: unknown[]) => {
      calls.push([hook, ...values]);
    };
  const hooks = {
    onTrainBegin: note('onTrainBegin'),
    onTrainEnd: note('onTrainEnd'),
    onEpochBegin: note('onEpochBegin'),
    onEpochEnd: note('onEpochEnd'),
    onBatchEnd: note('onBatchEnd'),
  };
  return { calls, hooks };
}

test('come in order, with the figures of the history', async () => {
  await using model = classifier();
  const { calls, hooks } = recorder();
  const { history } = await model.fit(x, y, { epochs: 2, ...withValidation, callbacks: hooks });

  const batches = (epoch: number) => [0, 1, 2, 3].map((batch) => ['onBatchEnd', batch, epoch]);
  let epoch = -1;
  const order = calls.map(([hook, number]) => {
    if (hook === 'onEpochBegin') epoch = number as number;
    return hook === 'onBatchEnd'
      ? [hook, number, epoch]
      : hook === 'onTrainEnd'
        ? [hook]
        : [hook, ...(number === undefined ? [] : [number])];
  });
  expect(order).toEqual([
    ['onTrainBegin'],
    ['onEpochBegin', 0],
    ...batches(0),
    ['onEpochEnd', 0],
    ['onEpochBegin', 1],
    ...batches(1),
    ['onEpochEnd', 1],
    ['onTrainEnd'],
  ]);

  const logs = calls.filter(([hook]) => hook === 'onEpochEnd').map((call) => call[2] as Logs);
  expect(logs.map(({ loss }) => loss)).toEqual(history.loss);
  expect(logs.map(({ val_accuracy }) => val_accuracy)).toEqual(history.val_accuracy);
  expect(calls.at(-1)).toEqual(['onTrainEnd', logs[1]]);
  // The mean over the epoch's samples so far: after the last batch it is the epoch's.
  const lastBatch = calls.filter(([hook]) => hook === 'onBatchEnd')[3]?.[2] as Logs;
  expect(lastBatch).toEqual({ loss: history.loss[0], accuracy: history.accuracy?.[0] });
});

test('are awaited, one after the other', async () => {
  await using model = classifier();
  const events: string[] = [];
  const slow = (name: string): CallbackHooks => ({
    async onEpochEnd(epoch) {
      events.push(`${name} ${epoch} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      events.push(`${name} ${epoch} ends`);
    },
  });
  await model.fit(x, y, { epochs: 2, ...quiet, callbacks: [slow('a'), slow('b')] });
  expect(events).toEqual(
    [0, 1].flatMap((epoch) => ['a', 'b'].flatMap((name) => [`${name} ${epoch} begins`, `${name} ${epoch} ends`])),
  );
});

test('may look at the model in training', async () => {
  await using model = classifier();
  const seen: number[] = [];
  const { history } = await model.fit(x, y, {
    epochs: 3,
    ...withValidation,
    callbacks: {
      async onEpochEnd() {
        seen.push((await model.evaluate(x, y)).loss);
        expect((await model.predict(x)).shape).toEqual([100, 3]);
        expect(await model.getWeights()).toHaveLength(4);
        expect((await model.toBytes()).length).toBeGreaterThan(300);
      },
    },
  });
  expect(seen).toEqual(history.val_loss);
});

describe('Callback', () => {
  /** Ends training when the loss is low enough. */
  class StopAtLoss extends Callback {
    readonly models: CallbackModel[] = [];
    readonly limit: number;
    constructor(limit: number) {
      super();
      this.limit = limit;
    }
    override onEpochEnd(_epoch: number, logs: Logs): void {
      this.models.push(this.model);
      if (logs.loss < this.limit) this.model.stopTraining = true;
    }
  }

  test('knows its model and may stop it after the epoch', async () => {
    await using model = classifier();
    const stop = new StopAtLoss(Number.POSITIVE_INFINITY);
    const { epoch } = await model.fit(x, y, { epochs: 5, ...quiet, callbacks: stop });
    expect(epoch).toEqual([0]);
    expect(stop.models).toEqual([model]);
  });

  test('the next fit starts as if nothing had been', async () => {
    await using model = classifier();
    await model.fit(x, y, { epochs: 5, ...quiet, callbacks: new StopAtLoss(Number.POSITIVE_INFINITY) });
    expect((await model.fit(x, y, { epochs: 3, ...quiet })).epoch).toEqual([0, 1, 2]);
  });
});

test('onYield tells how far the epoch is, and training waits for it', async () => {
  await using model = classifier();
  const heard: { epoch: number; batch: number; logs: Logs }[] = [];
  const weights: Set<string>[] = [];
  const onYield = async (epoch: number, batch: number, logs: Logs) => {
    heard.push({ epoch, batch, logs });
    const before = await model.weightsHash();
    await new Promise((resolve) => setTimeout(resolve, 5));
    weights.push(new Set([before, await model.weightsHash()]));
  };
  const { history } = await model.fit(x, y, { epochs: 3, initialEpoch: 1, ...quiet, callbacks: { onYield } });
  expect(heard.map(({ epoch }) => epoch)).toEqual(heard.map(({ epoch }) => epoch).sort());
  for (const epoch of [1, 2]) {
    const batches = heard.filter((call) => call.epoch === epoch).map(({ batch }) => batch);
    expect(batches).toEqual([...new Set(batches)].sort((a, b) => a - b));
    expect(batches.at(-1)).toBe(3);
    const { logs } = heard.findLast((call) => call.epoch === epoch) as { logs: Logs };
    expect(logs).toEqual({ loss: history.loss[epoch - 1], accuracy: history.accuracy?.[epoch - 1] });
  }
  expect(weights.map((hashes) => hashes.size)).toEqual(weights.map(() => 1));
});

test('stopTraining in onBatchEnd closes the epoch at that batch, as in Keras 3', async () => {
  await using model = classifier();
  const { calls, hooks } = recorder();
  const stop: CallbackHooks = {
    onBatchEnd(batch) {
      model.stopTraining = batch === 1;
    },
  };
  const { epoch, history } = await model.fit(x, y, { epochs: 5, ...withValidation, callbacks: [hooks, stop] });
  expect(epoch).toEqual([0]);
  expect(history.val_loss).toHaveLength(1);
  expect(calls.map(([hook]) => hook)).toEqual([
    'onTrainBegin',
    'onEpochBegin',
    'onBatchEnd',
    'onBatchEnd',
    'onEpochEnd',
    'onTrainEnd',
  ]);
});

test.each(['onTrainBegin', 'onEpochBegin', 'onBatchEnd', 'onYield', 'onEpochEnd', 'onTrainEnd'] as const)(
  'an error in %s is what fit rejects with, and the model goes on working',
  async (hook) => {
    await using model = classifier();
    const fault = new Error('mine');
    const callbacks = {
      [hook]() {
        throw fault;
      },
    };
    await expect(model.fit(x, y, { ...quiet, callbacks })).rejects.toBe(fault);
    expect((await model.fit(x, y, quiet)).epoch).toEqual([0]);
  },
);

test.each<[unknown, string]>([
  [
    'earlyStopping',
    "callbacks: expected objects with any of onTrainBegin, onTrainEnd, onEpochBegin, onEpochEnd, onBatchBegin, onBatchEnd, onTrainBatchBegin, onTrainBatchEnd, onYield, onNonFiniteLoss, got 'earlyStopping'",
  ],
  [[() => {}], 'got a function'],
  [{ onEpochEnd: 3 }, 'callbacks.onEpochEnd: expected a function, got 3'],
  [{ onEpochEnds() {} }, "did you mean 'onEpochEnd'?"],
  [{ onPause() {} }, 'callbacks.onPause: expected one of onTrainBegin'],
])('%#: refuses what is no callback', async (callbacks, message) => {
  await using model = classifier();
  await expect(model.fit(x, y, { callbacks: callbacks as never })).rejects.toThrow(OptionError);
  await expect(model.fit(x, y, { callbacks: callbacks as never })).rejects.toThrow(message);
});

test('a loss that is no longer finite says where, counting from the first epoch of all', async () => {
  await using model = classifier();
  model.compile({ optimizer: optimizers.adam({ learningRate: 1e38 }), loss: 'categoricalCrossentropy' });
  const fitting = model.fit(x, y, { epochs: 8, initialEpoch: 5, ...quiet });
  await expect(fitting).rejects.toThrow(NonFiniteLossError);
  const { epoch, batch } = (await fitting.catch((error) => error)) as NonFiniteLossError;
  expect([5, 6, 7]).toContain(epoch);
  expect([0, 1, 2, 3]).toContain(batch);
});

test.each([
  ['arrays', (model: Sequential, options: FitOptions) => model.fit([[0], [1], [2]], [0, 1, 1], options)],
  [
    'a stream',
    (model: Sequential, { batchSize: _, ...options }: FitOptions) =>
      model.fit(
        (): Batch[] => [
          [
            [[0], [1]],
            [0, 1],
          ],
          [[[2]], [1]],
        ],
        options,
      ),
  ],
])('onBatchBegin announces the batches that there are, of %s', async (_, train) => {
  await using model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [1] })]);
  model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy' });
  const heard: string[] = [];
  await train(model, {
    epochs: 2,
    batchSize: 2,
    verbose: 0,
    callbacks: {
      onBatchBegin: (batch) => void heard.push(`begin ${batch}`),
      onBatchEnd: (batch) => void heard.push(`end ${batch}`),
    },
  });
  const epoch = ['begin 0', 'end 0', 'begin 1', 'end 1'];
  expect(heard).toEqual([...epoch, ...epoch]);
});
