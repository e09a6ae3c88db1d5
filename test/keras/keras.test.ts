import { layers, optimizers, sequential } from 'inkgrad';
import { describe, expect, test } from 'vitest';
import {
  decode,
  digits,
  type FloatTensor,
  firstRows,
  type GoldenCase,
  initialWeights,
  type Loss,
  readCases,
  readTask,
  smallInputs,
  smallTargets,
  zerosAndOnes,
} from './golden.ts';

/** As a share of each tensor's largest weight. */
const WEIGHT_TOLERANCE = 5e-5;
/** As a share of the loss. */
const LOSS_TOLERANCE = 1e-3;

async function start(
  { sizes, activations }: { sizes: readonly number[]; activations: readonly GoldenCase['activations'][number][] },
  loss: Loss,
  weights: readonly FloatTensor[],
) {
  const model = sequential({
    seed: 1,
    layers: activations.map((activation, layer) =>
      layers.dense({
        units: sizes[layer + 1] as number,
        activation,
        ...(layer === 0 && { inputShape: [sizes[0] as number] }),
      }),
    ),
  });
  model.compile({ optimizer: optimizers.adam({ learningRate: 0.001 }), loss, metrics: ['accuracy'] });
  await model.setWeights(weights);
  return model;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs((a[i] as number) - (b[i] as number)));
  return largest;
}

const largest = (values: ArrayLike<number>) => largestDifference(values, new Float32Array(values.length));

function expectRelative(received: readonly number[] | undefined, expected: readonly number[], tolerance: number): void {
  expect(received).toHaveLength(expected.length);
  expected.forEach((value, index) => {
    expect(Math.abs((received?.[index] as number) / value - 1), `of number ${index}`).toBeLessThan(tolerance);
  });
}

/** Accuracies are counts of rows over rows: the same rows decided the same way. */
function expectAccuracies(received: readonly number[] | undefined, expected: readonly number[]): void {
  expect(received).toHaveLength(expected.length);
  expect(largestDifference(received as readonly number[], expected)).toBeLessThan(1e-6);
}

describe.each([
  { name: 'binary', read: zerosAndOnes },
  { name: 'multiclass', read: digits },
] as const)("the $name network follows Keras's", ({ name, read }) => {
  const golden = readTask(name);
  const train = read('train', golden.rows);
  const heldOut = read('t10k', golden.testRows);
  const { batchSize } = golden;

  test.each([1, 10] as const)('for %i steps', async (steps) => {
    await using model = await start(golden, golden.loss, initialWeights(golden.sizes));
    const { x, y } = firstRows(train, steps * batchSize);
    const { history } = await model.fit(x, y, { epochs: 1, batchSize, shuffle: false, verbose: 0 });

    const expected = golden.steps[steps];
    const weights = await model.getWeights();
    expect(weights.map((tensor: FloatTensor) => tensor.shape)).toEqual(expected.weights.map(({ shape }) => shape));
    expected.weights.forEach(({ stride, sample, max, sum }, tensor) => {
      const { data } = weights[tensor] as FloatTensor;
      const tolerance = WEIGHT_TOLERANCE * max;
      const taken = data.filter((_, index) => index % stride === 0);
      expect(largestDifference(taken, decode(sample).data), `tensor ${tensor}`).toBeLessThan(tolerance);
      expect(Math.abs(largest(data) - max), `tensor ${tensor}, its largest`).toBeLessThan(tolerance);
      const mean = data.reduce((total, value) => total + value, 0) / data.length;
      expect(Math.abs(mean - sum / data.length), `tensor ${tensor}, its mean`).toBeLessThan(tolerance);
    });
    expectRelative(history.loss, expected.history.loss, LOSS_TOLERANCE);
    expectAccuracies(history.accuracy, expected.history.accuracy);
  });

  test('for 5 epochs, and judges and predicts the same', async () => {
    await using model = await start(golden, golden.loss, initialWeights(golden.sizes));
    const { history } = await model.fit(train.x, train.y, { epochs: 5, batchSize, shuffle: false, verbose: 0 });
    expectRelative(history.loss, golden.epochs.loss, LOSS_TOLERANCE);
    expectAccuracies(history.accuracy, golden.epochs.accuracy);

    const { loss, accuracy } = await model.evaluate(heldOut.x, heldOut.y, { verbose: 0 });
    expectRelative([loss], [golden.evaluation.loss], LOSS_TOLERANCE);
    expectAccuracies([accuracy as number], [golden.evaluation.accuracy]);

    const expected = decode(golden.predictions);
    const predictions = await model.predict(firstRows(heldOut, expected.shape[0] as number).x);
    expect(predictions.shape).toEqual(expected.shape);
    expect(largestDifference(predictions.data, expected.data)).toBeLessThan(1e-4);
  });
});

describe("every activation and loss follows Keras's", () => {
  const { rows, batchSize, bias, cases } = readCases();

  test.each(cases)('$activations, $loss of $targets, kernels x $scale', async (golden) => {
    const { sizes, loss, scale, targets } = golden;
    await using model = await start(golden, loss, initialWeights(sizes, scale, bias));
    const x = smallInputs(rows, sizes[0] as number);
    const y = smallTargets(targets, rows, sizes.at(-1) as number);
    const { history } = await model.fit(x, y, { epochs: 3, batchSize, shuffle: false, verbose: 0 });
    expectRelative(history.loss, golden.epochs.loss, 1e-5);
    expectAccuracies(history.accuracy, golden.epochs.accuracy);

    const weights = await model.getWeights();
    golden.weights.map(decode).forEach(({ shape, data }, tensor) => {
      expect(weights[tensor]?.shape).toEqual(shape);
      const difference = largestDifference((weights[tensor] as FloatTensor).data, data);
      expect(difference, `tensor ${tensor}`).toBeLessThan(WEIGHT_TOLERANCE * largest(data));
    });

    const evaluation = await model.evaluate(x, y, { batchSize, verbose: 0 });
    expectRelative([evaluation.loss], [golden.evaluation.loss], 1e-5);
    expectAccuracies([evaluation.accuracy as number], [golden.evaluation.accuracy]);
    const predictions = await model.predict(x);
    const expected = decode(golden.predictions);
    expect(predictions.shape).toEqual(expected.shape);
    expect(largestDifference(predictions.data, expected.data)).toBeLessThan(WEIGHT_TOLERANCE * largest(expected.data));
  });
});
