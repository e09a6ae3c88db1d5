/** The binary task as a whole process: MNIST's files are read, the network is trained and judged. */
import { layers, loadBinaryDigits, sequential } from 'inkgrad';

const { train, test } = await loadBinaryDigits();
const model = sequential({
  name: 'binary_nn_model',
  seed: 42,
  layers: [
    layers.dense({ units: 25, activation: 'sigmoid', inputShape: [400] }),
    layers.dense({ units: 15, activation: 'sigmoid' }),
    layers.dense({ units: 1, activation: 'sigmoid' }),
  ],
});
model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
await model.fit(train.x, train.y, { epochs: 20, batchSize: 32, verbose: 0 });
const { accuracy } = await model.evaluate(test.x, test.y);
if (accuracy < 0.95) throw new Error(`the network learned nothing: accuracy ${accuracy}`);
