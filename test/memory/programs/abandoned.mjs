/**
 * Makes models and trains each once, and disposes of none. Prints the memory of the process after each quarter of them,
 * and at last whether the first model, which was kept, is as it was: JSON in lines.
 */

import { init, layers, sequential } from 'inkgrad';

const [threads, count] = process.argv.slice(2).map(Number);
await init({ threads });

const make = () => {
  const model = sequential({
    seed: 1,
    layers: [
      layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  return model;
};

const x = { data: Float32Array.from({ length: 8 * 784 }, (_, i) => (i % 13) / 13), shape: [8, 784] };
const y = Uint8Array.from({ length: 8 }, (_, row) => row);
const kept = make();
await kept.fit(x, y, { verbose: 0, warnings: false });
const before = await kept.weightsHash();
for (let i = 1; i <= count; i++) {
  await make().fit(x, y, { verbose: 0, warnings: false });
  if (i % (count / 4) === 0) console.log(JSON.stringify({ models: i, resident: process.memoryUsage().rss }));
}
console.log(JSON.stringify({ same: (await kept.weightsHash()) === before }));
