/** Trains the ten-digit network as a user would, and tells how much memory that took. Nothing ends the process. */

import { engineInfo, layers, loadMnist, sequential } from 'inkgrad';

const { train, test } = await loadMnist();
const model = sequential({
  seed: 42,
  layers: [
    layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
    layers.dense({ units: 64, activation: 'relu' }),
    layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const { history } = await model.fit(train.x, train.y, { epochs: 2, validationData: [test.x, test.y], verbose: 0 });
const { threads } = await engineInfo();
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ threads, peak, accuracy: history.val_accuracy.at(-1) }));
