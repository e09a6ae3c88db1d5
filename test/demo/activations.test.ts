/** The activations that the demo shows are those of the engine. */

import { type ActivationName, ImageTensor, layers, sequential } from 'inkgrad';
import { expect, test } from 'vitest';
import { activationsOf, functions, hiddenUnitsOf } from '../../examples/browser/src/activations.ts';

const image = new ImageTensor(
  Uint8Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? 0 : (7 * i) % 256)),
  [1, 400],
);

test.for(Object.keys(functions) as ActivationName[])('activations of hidden layers: %s', async (activation) => {
  const hidden = [
    layers.dense({ units: 25, activation, inputShape: [400], biasInitializer: 'glorotUniform' }),
    layers.dense({ units: 15, activation, useBias: false }),
  ];
  await using model = sequential([...hidden, layers.dense(1, { activation: 'sigmoid' })]);
  const found = activationsOf(await hiddenUnitsOf(model), image);
  expect(found.map(({ length }) => length)).toEqual([25, 15]);
  for (const [i, activations] of found.entries()) {
    await using part = sequential(hidden.slice(0, i + 1));
    await part.setWeights((await model.getWeights()).slice(0, [2, 3][i]));
    const { data } = await part.predict(image);
    for (const [unit, value] of data.entries()) expect(activations[unit]).toBeCloseTo(value, 4);
  }
});

test('layers that the demo could not have made end them', async () => {
  await using model = sequential([
    layers.dense({ units: 4, activation: 'relu', inputShape: [400] }),
    layers.dense(4, { activation: 'gelu' }),
    layers.dense(4, { activation: 'relu' }),
    layers.dense(1, { activation: 'sigmoid' }),
  ]);
  expect(await hiddenUnitsOf(model)).toHaveLength(1);
});
