import { createEngine, layers, optimizers, sequential, type WeightTensor } from 'inkgrad';
import { describe, expect, test } from 'vitest';
import { blobs, classifier, oneHot } from './blobs.ts';

const { x, y } = blobs(300);
const unseen = blobs(99, 3, 4, 2);
const quiet = { verbose: 0 } as const;

/** A stack of dense layers, computed in doubles by the definition. */
function forward(weights: readonly WeightTensor[], activations: readonly string[], row: ArrayLike<number>): number[] {
  return activations.reduce((input, activation, layer) => {
    const [kernel, bias] = weights.slice(2 * layer) as [WeightTensor, WeightTensor];
    const units = bias.data.length;
    const sums = Array.from(bias.data, (b, unit) =>
      input.reduce((sum, value, i) => sum + value * (kernel.data[i * units + unit] as number), b),
    );
    if (activation === 'relu') return sums.map((sum) => Math.max(sum, 0));
    if (activation === 'sigmoid') return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
    if (activation === 'tanh') return sums.map(Math.tanh);
    if (activation !== 'softmax') return sums;
    const exps = sums.map((sum) => Math.exp(sum - Math.max(...sums)));
    return exps.map((exp) => exp / exps.reduce((a, b) => a + b));
  }, Array.from(row));
}

describe('fit, evaluate and predict', () => {
  test('learn three classes', async () => {
    await using model = classifier();
    const before = await model.evaluate(x, y);
    const history = await model.fit(x, y, {
      epochs: 30,
      batchSize: 16,
      validationData: [unseen.x, unseen.y],
      ...quiet,
    });

    expect(history.epoch).toEqual(Array.from({ length: 30 }, (_, epoch) => epoch));
    expect(history.params).toEqual({ epochs: 30, steps: 19, batchSize: 16, verbose: 0 });
    expect(Object.keys(history.history)).toEqual(['loss', 'accuracy', 'val_loss', 'val_accuracy']);
    for (const figures of Object.values(history.history)) expect(figures).toHaveLength(30);
    const { loss, accuracy = [], val_accuracy: valAccuracy = [] } = history.history;
    expect(loss[0]).toBeGreaterThan(loss[29] as number);
    expect(accuracy[29]).toBeGreaterThan(0.98);
    expect(valAccuracy[29]).toBeGreaterThan(0.98);

    const after = await model.evaluate(unseen.x, unseen.y);
    expect(after.loss).toBeLessThan(before.loss);
    expect(after).toEqual({ loss: history.history.val_loss?.[29], accuracy: valAccuracy[29] });
  });

  test('predict what the weights say', async () => {
    const activations = ['relu', 'tanh', 'sigmoid', 'linear', 'softmax'] as const;
    await using model = sequential({
      seed: 3,
      layers: activations.map((activation, i) =>
        layers.dense({ units: 5 + i, activation, ...(i === 0 && { inputShape: [4] }) }),
      ),
    });
    const weights = await model.getWeights();
    expect(weights.map(({ shape }) => shape)).toEqual([
      [4, 5],
      [5],
      [5, 6],
      [6],
      [6, 7],
      [7],
      [7, 8],
      [8],
      [8, 9],
      [9],
    ]);
    const { data, shape } = await model.predict(x);
    expect(shape).toEqual([300, 9]);
    for (let row = 0; row < 300; row++) {
      const expected = forward(weights, activations, x.subarray(4 * row, 4 * row + 4));
      for (const [unit, value] of expected.entries()) expect(data[9 * row + unit]).toBeCloseTo(value, 6);
    }
  });

  test('evaluate what the predictions say', async () => {
    await using model = classifier();
    const { data } = await model.predict(x);
    let [loss, hits] = [0, 0];
    y.forEach((label, row) => {
      const p = [...data.subarray(3 * row, 3 * row + 3)];
      loss -= Math.log(p[label] as number) / y.length;
      hits += p.indexOf(Math.max(...p)) === label ? 1 : 0;
    });
    const scores = await model.evaluate(x, y);
    expect(scores.accuracy).toBe(hits / y.length);
    expect(scores.loss).toBeCloseTo(loss, 6);
  });

  test('learn a yes or no with a single sigmoid, and a line with a linear unit', async () => {
    const two = blobs(200, 2, 2);
    await using decider = sequential({
      seed: 1,
      layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })],
    });
    decider.compile({
      optimizer: optimizers.adam({ learningRate: 0.1 }),
      loss: 'binaryCrossentropy',
      metrics: ['accuracy'],
    });
    await decider.fit(two.x, two.y, { epochs: 20, ...quiet });
    expect((await decider.evaluate(two.x, two.y)).accuracy).toBeGreaterThan(0.98);

    await using line = sequential({ seed: 1, layers: [layers.dense({ units: 1, inputShape: [1] })] });
    line.compile({ optimizer: optimizers.adam({ learningRate: 0.1 }), loss: 'mse' });
    const inputs = Float32Array.from({ length: 64 }, (_, i) => i / 64);
    await line.fit(
      inputs,
      inputs.map((value) => 3 * value - 1),
      { epochs: 300, ...quiet },
    );
    const [slope, offset] = await line.getWeights();
    expect(slope?.data[0]).toBeCloseTo(3, 2);
    expect(offset?.data[0]).toBeCloseTo(-1, 2);
    expect(await line.evaluate(inputs, inputs)).toEqual({ loss: expect.any(Number) });
  });

  test('a flat row is one row', async () => {
    await using model = classifier();
    const all = await model.predict(x);
    const one = await model.predict(x.subarray(4, 8));
    expect(one).toEqual({ data: all.data.slice(3, 6), shape: [1, 3] });
    expect(await model.predict([...x.subarray(4, 8)])).toEqual(one);
    expect(await model.predict([[...x.subarray(4, 8)]])).toEqual(one);
  });

  test('every form of samples and labels gives the same weights', async () => {
    const nested = Array.from({ length: 300 }, (_, row) => [...x.subarray(4 * row, 4 * row + 4)]);
    const forms = [
      [x, y],
      [
        { data: x, shape: [300, 4] },
        { data: y, shape: [300, 1] },
      ],
      [{ data: new Float64Array(x), shape: [300, 2, 2] }, new Float64Array(y)],
      [nested, [...y]],
      [nested.map((row) => new Float32Array(row)), oneHot(y, 3)],
    ] as const;
    const hashes = new Set<string>();
    for (const [samples, labels] of forms) {
      await using model = classifier();
      await model.fit(samples, labels, quiet);
      hashes.add(await model.weightsHash());
    }
    expect(hashes.size).toBe(1);
  });

  test('bytes are plain numbers', async () => {
    await using model = classifier();
    const bytes = new Uint8Array([0, 1, 7, 255]);
    expect(await model.predict(bytes)).toEqual(await model.predict(Float32Array.from(bytes)));
  });

  test('accuracy only where it is asked for', async () => {
    await using model = classifier();
    model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
    const { history } = await model.fit(x, y, { validationSplit: 0.1, ...quiet });
    expect(Object.keys(history)).toEqual(['loss', 'val_loss']);
    expect(Object.keys(await model.evaluate(x, y))).toEqual(['loss']);
  });
});

describe('the same numbers', () => {
  const train = async (options: object = {}, seed = 7) => {
    await using model = classifier(seed);
    await model.fit(x, y, { epochs: 3, ...quiet, ...options });
    return model.weightsHash();
  };

  test('for the same seed, others for another', async () => {
    expect(await train()).toBe(await train());
    expect(await train()).not.toBe(await train({}, 8));
    expect(await train()).not.toBe(await train({ shuffle: false }));
  });

  test('for one fit of three epochs and for three of one', async () => {
    await using model = classifier();
    for (let epoch = 0; epoch < 3; epoch++) {
      const { history, epoch: epochs } = await model.fit(x, y, { epochs: epoch + 1, initialEpoch: epoch, ...quiet });
      expect(epochs).toEqual([epoch]);
      expect(history.loss).toHaveLength(1);
    }
    expect(await model.weightsHash()).toBe(await train());
  });

  test('with and without callbacks, validation and display', async () => {
    const heard = await train({ callbacks: { onBatchEnd() {} }, validationData: [unseen.x, unseen.y] });
    expect(heard).toBe(await train());
  });

  test('validationSplit is the end of the samples, cut before they are shuffled', async () => {
    const [head, tail] = [x.subarray(0, 4 * 240), x.subarray(4 * 240)];
    await using whole = classifier();
    const split = await whole.fit(x, y, { epochs: 2, validationSplit: 0.2, ...quiet });
    await using cut = classifier();
    const validationData = [tail, y.subarray(240)] as const;
    const given = await cut.fit(head, y.subarray(0, 240), { epochs: 2, validationData, ...quiet });
    expect(split.history).toEqual(given.history);
    expect(await whole.weightsHash()).toBe(await cut.weightsHash());
  });

  test('validationData goes before validationSplit, as in Keras', async () => {
    await using model = classifier();
    const { params } = await model.fit(x, y, { validationData: [unseen.x, unseen.y], validationSplit: 0.5, ...quiet });
    expect(params.steps).toBe(Math.ceil(300 / 32));
  });

  test('for 1 and for 3 threads', async () => {
    const [one, three] = [await createEngine({ threads: 1 }), await createEngine({ threads: 3 })];
    const hashes: string[] = [];
    for (const engine of [one, three]) {
      await using model = sequential({
        seed: 5,
        engine,
        layers: [
          layers.dense({ units: 64, activation: 'relu', inputShape: [4] }),
          layers.dense({ units: 3, activation: 'softmax' }),
        ],
      });
      model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
      await model.fit(x, y, { epochs: 2, ...quiet });
      hashes.push(await model.weightsHash());
    }
    expect(hashes[0]).toBe(hashes[1]);
    expect([one.info.threads, three.info.threads]).toEqual([1, 3]);
    await one.terminate();
    await three.terminate();
  });
});

describe('compile', () => {
  test('starts the optimizer anew, and the weights stay', async () => {
    await using model = classifier();
    await model.fit(x, y, quiet);
    const weights = await model.getWeights();
    const goOn = async (compileAgain: boolean) => {
      await using copy = classifier();
      await copy.fit(x, y, quiet);
      if (compileAgain) copy.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
      expect(await copy.getWeights()).toEqual(weights);
      await copy.fit(x, y, quiet);
      return copy.weightsHash();
    };
    expect(await goOn(false)).not.toBe(await goOn(true));
  });
});

describe('weights', () => {
  test('what is set is what is got, and what was got is a copy', async () => {
    await using a = classifier(1);
    await using b = classifier(2);
    const weights = await a.getWeights();
    expect(await b.getWeights()).not.toEqual(weights);
    await b.setWeights(weights);
    expect(await b.getWeights()).toEqual(weights);
    expect(await b.weightsHash()).toBe(await a.weightsHash());
    expect(await b.predict(x)).toEqual(await a.predict(x));
    weights[0]?.data.fill(0);
    expect(await a.getWeights()).not.toEqual(weights);
  });
});
