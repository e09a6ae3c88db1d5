import {
  layers,
  OptionError,
  optimizers,
  type Recipe,
  type RecipeName,
  recipe,
  recipeNames,
  schedules,
  sequential,
} from 'inkgrad';
import { loadSampleDigits } from 'inkgrad/data';
import { expect, test } from 'vitest';

async function train(options: Pick<Recipe, 'compile' | 'fit'>) {
  const { train, test: held } = await loadSampleDigits();
  await using model = sequential({
    seed: 1,
    layers: [
      layers.dense({ units: 32, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ ...options.compile, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const { history } = await model.fit(train.x, train.y, { ...options.fit, verbose: 0 });
  const { accuracy } = await model.evaluate(held.x, held.y);
  return { losses: history.loss, accuracy: accuracy as number, hash: await model.weightsHash() };
}

test("plain is Keras's defaults, and all recipes learn", async () => {
  const { train: digits } = await loadSampleDigits();
  const samples = digits.y.length;
  const plain = await train(recipe('plain', { samples, epochs: 8 }));
  expect(plain.hash).toBe(
    (await train({ compile: { optimizer: optimizers.adam() }, fit: { epochs: 8, batchSize: 32 } })).hash,
  );
  for (const name of ['best', 'augmented', 'fast97'] as const) {
    const { accuracy, losses } = await train(recipe(name, { samples, epochs: 8 }));
    expect(losses).toHaveLength(8);
    expect(accuracy, name).toBeGreaterThan(plain.accuracy - 0.03); // they were made for sixty times the digits;
  }
});

test('a recipe has its own epochs, and a schedule that ends with the last step', () => {
  const samples = 60_000;
  const epochs = recipeNames.map((name) => recipe(name, { samples }).fit.epochs);
  expect(epochs).toEqual([20, 40, 120, 1]);
  const { compile, fit } = recipe('augmented', { samples, epochs: 20 });
  expect(fit).toMatchObject({ epochs: 20, batchSize: 128, augment: { shift: 1.5, reuse: 1, dropout: 0 } });
  const steps = 20 * Math.ceil(samples / 128);
  expect(compile.optimizer).toMatchObject({
    type: 'adam',
    learningRate: schedules.cosineDecay({
      initialLearningRate: 0,
      warmupTarget: 0.004,
      warmupSteps: Math.floor(steps / 20),
      decaySteps: steps - Math.floor(steps / 20),
    }),
    weightDecay: 0.05,
    excludeFromWeightDecay: 'biases',
  });
  expect(recipe('best', { samples }).fit.augment).toMatchObject({ dropout: 0.3, shift: 0, elastic: null });
  expect(recipe('fast97', { samples: 3 }).fit).toEqual({ epochs: 1, batchSize: 32 });
  for (const name of recipeNames) expect(JSON.parse(JSON.stringify(recipe(name, { samples })))).toBeTruthy();
});

test.each<[string, unknown[], RegExp]>([
  ['an unknown recipe', ['bset', { samples: 1 }], /recipe: .*did you mean 'best'/],
  ['no samples', ['best', {}], /samples/],
  ['an unknown option', ['best', { samples: 1, epoch: 3 }], /did you mean 'epochs'/],
  ['no epochs', ['best', { samples: 1, epochs: 0 }], /epochs/],
])('%s is refused by name', (_, [name, options], message) => {
  expect(() => recipe(name as RecipeName, options as { samples: number })).toThrow(OptionError);
  expect(() => recipe(name as RecipeName, options as { samples: number })).toThrow(message);
});
