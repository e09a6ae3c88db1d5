/** What the compiler of TypeScript knows of programs that were written for TensorFlow.js; `tsc` checks this file. */

import * as tf from 'inkgrad/tfjs';
import { describe, expect, expectTypeOf, test } from 'vitest';

const x = tf.tensor2d([[0], [1]]);
const compiled = () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['mse', 'mae'] });
  return model;
};

describe('hooks have the types of what they are given', () => {
  test('as an object of arrow functions', async () => {
    let seen = 0;
    await compiled().fit(x, x, {
      callbacks: {
        onEpochEnd: (epoch, logs) => {
          expectTypeOf(epoch).toEqualTypeOf<number>();
          expectTypeOf(logs).toEqualTypeOf<tf.Logs | undefined>();
          seen += epoch + (logs?.loss ?? 0);
        },
      },
    });
    expect(seen).toBeGreaterThan(0);
  });

  test('in arrays, as methods, asynchronous', async () => {
    const epochs: number[] = [];
    await compiled().fit(x, x, {
      epochs: 2,
      callbacks: [
        {
          async onEpochEnd(epoch, logs) {
            epochs.push(epoch);
            expectTypeOf(logs?.loss).toEqualTypeOf<number | undefined>();
          },
        },
        { onBatchEnd: async (batch) => void epochs.push(batch) },
      ],
    });
    expect(epochs).toEqual([0, 0, 0, 1]);
  });

  test('that demand their logs, and callbacks of either kind, are taken', async () => {
    class Own extends tf.Callback {
      override async onEpochEnd(epoch: number, logs?: tf.Logs) {
        expect([epoch, typeof logs?.loss]).toEqual([0, 'number']);
      }
    }
    const onEpochEnd = (_epoch: number, logs: tf.Logs) => expect(logs.loss).toBeTypeOf('number');
    const stopping = tf.callbacks.earlyStopping({ monitor: 'loss' });
    await compiled().fit(x, x, { callbacks: [new Own(), stopping, { onEpochEnd }, new tf.CustomCallback({})] });
    // @ts-expect-error: no such hook
    const slip = compiled().fit(x, x, { callbacks: { onEpochEnds: () => {} } });
    await expect(slip).rejects.toThrow('onEpochEnd');
  });
});

test('unknown names compile nowhere, and are refused', () => {
  const model = compiled();
  const known = { optimizer: 'adam', loss: 'meanSquaredError' } as const;
  // @ts-expect-error
  expect(() => tf.layers.dense({ units: 1, activation: 'rellu' })).toThrow("'relu'");
  // @ts-expect-error
  expect(() => tf.layers.activation({ activation: 'rellu' })).toThrow("'relu'");
  // @ts-expect-error
  expect(() => tf.layers.dense({ units: 1, kernelInitializer: 'heNormale' })).toThrow("'heNormal'");
  // @ts-expect-error
  expect(() => tf.layers.dense({ units: 1, kernelRegularizer: 'l3' })).toThrow("'l1'");
  // @ts-expect-error
  expect(() => model.compile({ ...known, optimizer: 'sgdd' })).toThrow("'sgd'");
  // @ts-expect-error
  expect(() => model.compile({ ...known, loss: 'meanSquaredErrorr' })).toThrow("'meanSquaredError'");
  // @ts-expect-error
  expect(() => model.compile({ ...known, metrics: ['acuracy'] })).toThrow("'accuracy'");
});

test("TensorFlow.js's own names compile", () => {
  const leCun = { kernelInitializer: 'leCunNormal', kernelRegularizer: 'l1l2', activation: 'gelu_new' } as const;
  expect(tf.layers.dense({ units: 1, ...leCun, biasInitializer: tf.initializers.ones() })).toBeDefined();
  const model = compiled();
  model.compile({ optimizer: tf.train.adam(0.1), loss: tf.losses.meanSquaredError, metrics: 'acc' });
  model.compile({ optimizer: 'rmsprop', loss: ['binaryCrossentropy'], metrics: ['ce', tf.metrics.binaryAccuracy] });
});
