import { layers, OptionError, sequential } from 'inkgrad';
import { expect, test } from 'vitest';

const x = [
  [1, 10, 5],
  [3, 30, 5],
  [5, 20, 5],
];

test('a normalization layer learns mean and variance of each number, as Keras', async () => {
  await using model = sequential([layers.normalization({ inputShape: [3] }), layers.dense(1)]);
  await model.layers[0]?.adapt(x);
  const [mean, variance] = await model.getWeights();
  expect(Array.from(mean?.data ?? [])).toEqual([3, 20, 5]);
  // Population variances, by hand: ((1-3)^2 + 0 + (5-3)^2) / 3, (100 + 100 + 0) / 3, 0.
  for (const [i, wanted] of [8 / 3, 200 / 3, 0].entries()) expect(variance?.data[i]).toBeCloseTo(wanted, 5);
  await expect(model.layers[1]?.adapt(x)).rejects.toThrow(OptionError);
});
