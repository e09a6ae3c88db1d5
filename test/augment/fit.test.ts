import {
  type AugmentOptions,
  augmentImages,
  createEngine,
  type Engine,
  type FitOptions,
  ImageTensor,
  layers,
  loadMnist,
  OptionError,
  optimizers,
  sequential,
} from 'inkgrad';
import { loadSampleDigits } from 'inkgrad/data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const everything: AugmentOptions = {
  shift: 2,
  rotate: 12,
  scale: 0.1,
  shear: 10,
  elastic: { alpha: 34, sigma: 4 },
  strokeWidth: 1,
  erase: 6,
  reuse: 2,
};

function network(engine?: Engine, inputShape: readonly number[] = [784], learningRate = 0.001) {
  const model = sequential({
    seed: 5,
    ...(engine && { engine }),
    layers: [
      layers.flatten({ inputShape }),
      layers.dense({ units: 32, activation: 'relu' }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  const optimizer = optimizers.adam({ learningRate });
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

async function hashOf(options: FitOptions, engine?: Engine, inputShape?: readonly number[]) {
  const { train } = await loadSampleDigits();
  await using model = network(engine, inputShape);
  await model.fit(train.x, train.y, { verbose: 0, epochs: 3, ...options });
  return model.weightsHash();
}

describe('the same seed gives the same bits', () => {
  const engines: Engine[] = [];
  beforeAll(async () => {
    for (const threads of [1, 2, 3, 4]) engines.push(await createEngine({ threads }));
  });
  afterAll(() => Promise.all(engines.map((engine) => engine.terminate())));

  test('for any number of threads', async () => {
    const hashes = await Promise.all(engines.map((engine) => hashOf({ augment: everything }, engine)));
    expect(new Set(hashes).size).toBe(1);
    await expect(`${hashes[0]}\n`).toMatchFileSnapshot('golden/everything.txt');
    const plain = await hashOf({}, engines[0]);
    expect(hashes[0]).not.toBe(plain);
    expect(await hashOf({ augment: false }, engines[1])).toBe(plain);
  });

  test('however the axes of a row are told, and with epochs of a few steps', async () => {
    const expected = await hashOf({ augment: everything });
    for (const inputShape of [[28, 28], [28, 28, 1], [784]]) {
      expect(await hashOf({ augment: everything }, undefined, inputShape)).toBe(expected);
    }
    const short = { augment: everything, stepsPerEpoch: 7 };
    expect(await hashOf(short, engines[3])).toBe(await hashOf(short, engines[0]));
  });

  test('when a training goes on in another call, in the middle of a pass', async () => {
    const { train } = await loadSampleDigits();
    const fit = { verbose: 0, augment: { ...everything, reuse: 3 } } as const;
    await using whole = network();
    await whole.fit(train.x, train.y, { ...fit, epochs: 4 });
    await using parts = network();
    await parts.fit(train.x, train.y, { ...fit, epochs: 2 });
    await parts.fit(train.x, train.y, { ...fit, initialEpoch: 2, epochs: 4 });
    expect(await parts.weightsHash()).toBe(await whole.weightsHash());
  });
});

test('fit trains on the images that augmentImages gives, and validates on those that are there', async () => {
  const { train, test: held } = await loadSampleDigits();
  await using model = network(undefined, [784], 0); // it learns nothing, so that figures can be compared
  const validationData = [held.x, held.y] as const;
  const { history } = await model.fit(train.x, train.y, { verbose: 0, epochs: 3, augment: everything, validationData });
  for (const epoch of [0, 1, 2]) {
    const seen = await augmentImages(train.x, everything, { seed: 5, epoch });
    const { loss, accuracy } = await model.evaluate(seen, train.y);
    expect(history.loss[epoch]).toBeCloseTo(loss, 5);
    expect(history.accuracy?.[epoch]).toBeCloseTo(accuracy as number, 6);
    expect(history.val_loss?.[epoch]).toBeCloseTo((await model.evaluate(held.x, held.y)).loss, 6);
  }
  const [first, again, other] = history.loss as [number, number, number];
  expect(again).toBeCloseTo(first, 10); // one pass serves two epochs, in another order
  expect(Math.abs(other - first)).toBeGreaterThan(1e-6);
});

test('the last part that validationSplit cuts off is not augmented', async () => {
  const { train } = await loadSampleDigits();
  await using model = network(undefined, [784], 0);
  const fit = { verbose: 0, augment: everything, validationSplit: 0.25 } as const;
  const { history } = await model.fit(train.x, train.y, fit);
  const cut = Math.floor(train.y.length * 0.75);
  const { loss } = await model.evaluate(train.x.slice(cut), train.y.subarray(cut));
  expect(history.val_loss?.[0]).toBeCloseTo(loss, 6);
});

test('augmentation teaches digits that lie askew', async () => {
  const { train, test: held } = await loadMnist();
  const few = 4000;
  const [x, y] = [train.x.slice(0, few), train.y.subarray(0, few)];
  const shifted = await augmentImages(held.x.slice(0, 2000), { shift: 3, rotate: 10 }, { seed: 9 });
  const accuracyOf = async (augment: boolean) => {
    await using model = network();
    await model.fit(x, y, { verbose: 0, epochs: 20, augment });
    return (await model.evaluate(shifted, held.y.subarray(0, 2000))).accuracy as number;
  };
  const [plain, augmented] = [await accuracyOf(false), await accuracyOf(true)];
  expect(augmented).toBeGreaterThan(plain + 0.08);
});

const square = new ImageTensor(new Uint8Array(2 * 784), [2, 784]);
test.each<[string, readonly number[], FitOptions, RegExp]>([
  ['rows that are no images', [783], { augment: true }, /augment: expected images: rows of shape \[height, width\]/],
  ['colours', [16, 16, 3], { augment: true }, /got rows of shape \[16, 16, 3\]/],
  ['an amount out of its bounds', [784], { augment: { rotate: 200 } }, /augment.rotate: .*from 0 to 180, got 200/],
  ['an amount that is no number', [784], { augment: { erase: '3' } as object }, /augment.erase/],
  ['a misspelt one', [784], { augment: { strokeWith: 1 } as object }, /did you mean 'strokeWidth'/],
  ['no pass', [784], { augment: { reuse: 0 } }, /augment.reuse/],
])('%s is refused by name', async (_, inputShape, options, message) => {
  await using model = network(undefined, inputShape);
  const columns = inputShape.reduce((product, axis) => product * axis);
  const x = columns === 784 ? square : { data: new Float32Array(2 * columns), shape: [2, columns] };
  const error = await model.fit(x, [0, 1], { verbose: 0, ...options }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(OptionError);
  expect(error.message).toMatch(message);
});

test('batches come as they are, and pixels below the ground are refused', async () => {
  await using model = network();
  const options = { verbose: 0, augment: true } as const;
  const batches = (function* () {
    yield [square, [0, 1]] as const;
  })();
  await expect(model.fit(batches as never, options as never)).rejects.toThrow(/augment: expected nothing/);
  const dark = { data: new Float32Array(784).fill(-1), shape: [1, 784] };
  await expect(model.fit(dark, [0], options)).rejects.toThrow(/x: expected pixels of at least 0/);
});
