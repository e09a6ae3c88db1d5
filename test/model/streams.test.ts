/** Batches that come one after the other have the figures of the same batches in arrays, whatever they are. */

import { layers, metrics, type Sequential, sequential } from 'inkgrad';
import { expect, test } from 'vitest';

const rows = 50;
const x = Array.from({ length: rows }, (_, i) => [((i * 37) % 101) / 50 - 1, ((i * 53) % 97) / 48 - 1]);
const y = x.map(([a = 0, b = 0]) => Number(a * b > 0.1));

function compiled(): Sequential {
  const model = sequential([
    layers.dense(6, { activation: 'tanh', inputShape: [2], kernelRegularizer: 'l2' }),
    layers.dense(1, { activation: 'sigmoid' }),
  ]);
  const all = [
    'accuracy',
    'precision',
    'recall',
    metrics.auc(),
    metrics.auc({ curve: 'PR' }),
    'f1Score',
    'hinge',
  ] as const;
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: all, weightedMetrics: ['accuracy'] });
  return model;
}

function* batches(size: number): Generator<[number[][], number[]]> {
  for (let first = 0; first < rows; first += size) yield [x.slice(first, first + size), y.slice(first, first + size)];
}

test.each([16, 7])('in batches of %i', async (size) => {
  await using arrays = compiled();
  await using stream = compiled();
  const options = { epochs: 4, verbose: 0 } as const;
  const expected = await arrays.fit(x, y, { ...options, batchSize: size, shuffle: false });
  const { history } = await stream.fit(() => batches(size), options);
  expect(history).toEqual(expected.history);
  expect(await stream.weightsHash()).toBe(await arrays.weightsHash());
});
