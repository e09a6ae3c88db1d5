/** Metrics that mean something else under another loss. */

import { layers, sequential } from 'inkgrad';
import { expect, test } from 'vitest';

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
