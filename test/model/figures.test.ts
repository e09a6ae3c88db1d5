/** Metrics that mean something else under another loss. */

import { layers, sequential } from 'inkgrad';
import { expect, expectTypeOf, test } from 'vitest';

test.each(['mse', 'hinge', 'binaryCrossentropy'] as const)(
  'targets of 0 and 1 are signs to a hinge metric under %s',
  async (loss) => {
    await using model = sequential([layers.dense(1, { inputShape: [1] })]);
    await model.setWeights([[[1]], [0]]);
    model.compile({ optimizer: 'sgd', loss, metrics: ['hinge', 'squaredHinge'] });
    const figures = await model.evaluate([[0.5], [-0.2], [0.3], [0.9]], [1, 0, 0, 0]);
    // keras.metrics.Hinge() and SquaredHinge() of Keras 3.15.1 on these outputs and targets.
    expect(figures).toMatchObject({ hinge: expect.closeTo(1.125, 6), squared_hinge: expect.closeTo(1.5475, 6) });
  },
);

test('a score for each class is typed by the names that it has', async () => {
  await using model = sequential([layers.dense(3, { activation: 'softmax', inputShape: [1] })]).compile({
    optimizer: 'sgd',
    loss: 'categoricalCrossentropy',
    metrics: ['accuracy', 'f1Score'],
  });
  const figures = await model.evaluate([[0], [1], [2]], [0, 1, 2]);
  expectTypeOf(figures.accuracy).toEqualTypeOf<number>();
  expect(figures.f1_score_2).toBeTypeOf('number');
  // @ts-expect-error: that is no name of Keras's
  expect(figures.f1Score).toBeUndefined();
  // @ts-expect-error: nobody asked for it
  expect(figures.precision).toBeUndefined();
});

test('a model that computes nothing is refused, and harms no other', async () => {
  await using other = sequential([layers.dense(1, { inputShape: [4] })]);
  await other.predict([[1, 2, 3, 4]]);
  const model = sequential([layers.activation('linear', { inputShape: [4] })]);
  await expect(model.predict([[1, 2, 3, 4]])).rejects.toThrow('layers: expected at least one layer that computes');
  await other.predict([[1, 2, 3, 4]]);
  await using linear = sequential([layers.dense(1, { inputShape: [4] }), layers.activation('linear')]);
  expect((await linear.predict([[1, 2, 3, 4]])).shape).toEqual([1, 1]);
});
