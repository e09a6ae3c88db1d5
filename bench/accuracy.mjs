/**
 * How accurate the recipes make 784-128-64-10, over seeds, on MNIST's test digits, as they are and shifted by two pixels
 * along both axes: `node bench/accuracy.mjs [--only best:40,fast97:1] [--seeds 3] [--threads 1]`, after `npm run setup`.
 * All 60,000 training digits, the last weights; nothing is chosen by the test digits.
 */

import { parseArgs } from 'node:util';
import { createEngine, ImageTensor, layers, loadMnist, recipe, sequential } from '../dist/node.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    threads: { type: 'string', default: '1' },
  },
});

/** Recipes and epochs, and the least mean accuracy that is asked of them, in percent. */
const goals = [
  ['plain:20', 97.6],
  ['best:10', 98.45],
  ['best:40', 98.6],
  ['augmented:20', 99.0],
  ['augmented:120', 99.25],
  ['fast97:1', 97.2],
  ['fast97:2', 97.8],
  ['fast97:4', 98.1],
];

const side = 28;
const { train, test } = await loadMnist();
const askew = [
  [2, 2],
  [2, -2],
  [-2, 2],
  [-2, -2],
].map(([right, down]) => shifted(test.x, right, down));
const engine = await createEngine({ threads: Number(values.threads) });

function shifted({ bytes, shape }, right, down) {
  const moved = bytes.map((_, i) => {
    const [x, y] = [(i % side) - right, (Math.floor(i / side) % side) - down];
    return x < 0 || y < 0 || x >= side || y >= side ? 0 : bytes[i - down * side - right];
  });
  return new ImageTensor(moved, shape);
}

async function run(name, epochs, seed) {
  const { compile, fit } = recipe(name, { samples: train.y.length, epochs });
  const model = sequential({
    seed,
    engine,
    layers: [
      layers.dense({ units: 128, activation: 'relu', inputShape: [side * side] }),
      layers.dense({ units: 64, activation: 'relu' }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ ...compile, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const start = process.cpuUsage();
  await model.fit(train.x, train.y, { ...fit, verbose: 0 });
  const { user } = process.cpuUsage(start);
  const accuracyOf = async (x) => 100 * (await model.evaluate(x, test.y)).accuracy;
  const turns = [];
  for (const x of askew) turns.push(await accuracyOf(x));
  const figures = { test: await accuracyOf(test.x), askew: mean(turns), seconds: user / 1e6 };
  await model.dispose();
  return figures;
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

for (const [goal, least] of goals) {
  if (values.only && !values.only.split(',').includes(goal)) continue;
  const [name, epochs] = goal.split(':');
  const runs = [];
  for (let seed = 1; seed <= Number(values.seeds); seed++) runs.push(await run(name, Number(epochs), seed));
  const column = (key) => runs.map((figures) => figures[key]);
  const all = column('test').map((accuracy) => accuracy.toFixed(2));
  const figures = ['test', 'askew', 'seconds'].map((key) => mean(column(key)).toFixed(2));
  console.log(
    `${name}, ${epochs} epochs: test ${figures[0]} % (${all.join(', ')}; asked for: ${least}), ` +
      `shifted ${figures[1]} %, ${figures[2]} CPU seconds a run`,
  );
}
await engine.terminate();
