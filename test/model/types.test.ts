/** What the compiler of TypeScript knows: `npm test` checks this file's types, and here is what comes of it when it runs. */

import { layers, metrics, optimizers, sequential } from 'inkgrad';
import { describe, expect, expectTypeOf, test } from 'vitest';

const x = [[0], [1], [2], [3]];
const y = [0, 0, 1, 1];
const stack = () => [
  layers.dense(4, { activation: 'relu', inputShape: [1] }),
  layers.dense(1, { activation: 'sigmoid' }),
];

describe('figures', () => {
  test('are named as compile named them', async () => {
    await using model = sequential(stack()).compile({
      optimizer: 'adam',
      loss: 'binaryCrossentropy',
      metrics: ['accuracy', 'mse', 'binaryAccuracy'],
    });
    const figures = await model.evaluate(x, y);
    expectTypeOf(figures.accuracy).toEqualTypeOf<number>();
    expectTypeOf(figures.binary_accuracy).toEqualTypeOf<number>();
    // @ts-expect-error: a slip of the pen
    expect(figures.acuracy).toBeUndefined();
    expect(Object.keys(figures)).toEqual(['loss', 'accuracy', 'mse', 'binary_accuracy']);
  });

  test('are the loss alone where nothing else was asked for', async () => {
    await using model = sequential(stack()).compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
    const figures = await model.evaluate(x, y);
    expectTypeOf(figures).toHaveProperty('loss');
    // @ts-expect-error: compile was not given it
    expect(figures.accuracy).toBeUndefined();
  });

  test('have any name where the types do not tell', async () => {
    await using model = sequential(stack());
    model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: [metrics.auc({ name: 'area' }), 'AUC'] });
    const figures = await model.evaluate(x, y);
    expectTypeOf(figures.area).toEqualTypeOf<number | undefined>();
    expect(Object.keys(figures)).toEqual(['loss', 'area', 'auc']);
  });
});

test('unknown names compile nowhere, and are refused with the nearest one', () => {
  const model = sequential(stack());
  const meant = (name: string) => `did you mean '${name}'?`;
  const adam = { optimizer: 'adam', loss: 'mse' } as const;
  // @ts-expect-error
  expect(() => layers.dense(1, { activation: 'rellu' })).toThrow(meant('relu'));
  // @ts-expect-error
  expect(() => layers.dense(1, { kernelInitialiser: 'zeros' })).toThrow(meant('kernelInitializer'));
  // @ts-expect-error
  expect(() => layers.dense(1, { kernelInitializer: 'he_normale' })).toThrow(meant('heNormal'));
  // @ts-expect-error
  expect(() => layers.dense(1, { kernelRegularizer: 'l3' })).toThrow(meant('l1'));
  // @ts-expect-error
  expect(() => layers.dense(1, { kernelConstraint: 'maxNorms' })).toThrow(meant('maxNorm'));
  // @ts-expect-error
  expect(() => layers.dens(1)).toThrow(TypeError);
  // @ts-expect-error
  expect(() => optimizers.adam({ learningrate: 0.1 })).toThrow(meant('learningRate'));
  // @ts-expect-error
  expect(() => model.compile({ ...adam, optimizer: 'adamm' })).toThrow(meant('adam'));
  // @ts-expect-error
  expect(() => model.compile({ ...adam, loss: 'msse' })).toThrow(meant('mse'));
  // @ts-expect-error
  expect(() => model.compile({ ...adam, metrics: ['accurracy'] })).toThrow(meant('accuracy'));
  // @ts-expect-error
  expect(() => model.compile({ ...adam, metric: ['accuracy'] })).toThrow(meant('metrics'));
});
