/** More threads than the first layer has panels, and more than a step has work for: the bits are those of one thread. */

import {
  createEngine,
  type Engine,
  type FitOptions,
  ImageTensor,
  type LayerDescription,
  layers,
  loadMnist,
  optimizers,
  type Sequential,
  sequential,
} from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const threadCounts = [1, 5, 8, 12, 16];
const engines: Engine[] = [];
let x: ImageTensor;
let y: Uint8Array;

beforeAll(async () => {
  const { train } = await loadMnist();
  [x, y] = [train.x.slice(0, 1000), train.y.subarray(0, 1000)];
  for (const threads of threadCounts) engines.push(await createEngine({ threads }));
});
afterAll(() => Promise.all(engines.map((engine) => engine.terminate())));

type Stack = readonly LayerDescription[];
const plain: Stack = [
  layers.dense(128, { activation: 'relu', inputShape: [784] }),
  layers.dense(70, { activation: 'tanh' }),
  layers.dense(10, { activation: 'softmax' }),
];

describe.each<[string, Stack, 'adam' | 'sgd', number, boolean, FitOptions?]>([
  ['rows with zeros', plain, 'adam', 32, true],
  ['large batches', plain, 'adam', 256, true],
  ['rows without zeros', plain, 'adam', 64, false],
  ['gradients that are kept', plain, 'sgd', 64, true],
  [
    'a narrow first layer',
    [layers.dense(20, { activation: 'relu', inputShape: [784] }), ...plain.slice(1)],
    'adam',
    50,
    true,
  ],
  [
    'statistics of the batch',
    [
      layers.dense(64, { inputShape: [784] }),
      layers.batchNormalization(),
      layers.activation('relu'),
      ...plain.slice(1),
    ],
    'adam',
    64,
    true,
  ],
  [
    'noise on the way in',
    [layers.dropout(0.2, { inputShape: [784] }), layers.dense(48), ...plain.slice(1)],
    'adam',
    64,
    true,
  ],
  ['noise on the way', [...plain.slice(0, 1), layers.dropout(0.2), ...plain.slice(1)], 'adam', 64, true],
  ['images that change', plain, 'adam', 64, true, { augment: true }],
])('%s', (_, stack, optimizer, batchSize, hasZeros, options) => {
  test('give one outcome', async () => {
    const rows = hasZeros
      ? x
      : new ImageTensor(
          x.bytes.map((byte) => byte || 1),
          x.shape,
        );
    const outcomes = [];
    for (const engine of engines) {
      const model: Sequential = sequential(stack, { seed: 11, engine });
      model.compile({
        optimizer: optimizer === 'sgd' ? optimizers.sgd({ momentum: 0.9, globalClipnorm: 1 }) : 'adam',
        loss: 'categoricalCrossentropy',
        metrics: ['accuracy'],
      });
      const { history } = await model.fit(rows, y, { ...options, epochs: 2, batchSize, verbose: 0 });
      outcomes.push({ history, hash: await model.weightsHash() });
      await model.dispose();
    }
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  }, 120_000);
});
