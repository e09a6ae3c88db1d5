// A program as a user writes it: compiled against the packed types, and run with the packed code.
import { type History, layers, loadBinaryDigits, optimizers, type Sequential, sequential } from 'inkgrad';
import { version } from 'inkgrad/inline';
import { type Run, report, writeReport } from 'inkgrad/report';

declare const process: { argv: string[] };

const directory = process.argv[2] ?? '';
const { train, test } = await loadBinaryDigits({ directory });
const model: Sequential = sequential({
  name: 'binary_nn_model',
  seed: 42,
  layers: [
    layers.dense({ units: 25, activation: 'sigmoid', inputShape: [400] }),
    layers.dense({ units: 15, activation: 'sigmoid' }),
    layers.dense({ units: 1, activation: 'sigmoid' }),
  ],
});
model.compile({
  optimizer: optimizers.adam({ learningRate: 0.001 }),
  loss: 'binaryCrossentropy',
  metrics: ['accuracy'],
});
const history: History = await model.fit(train.x, train.y, { epochs: 20, batchSize: 32, verbose: 0 });
const { accuracy } = await model.evaluate(test.x, test.y);
const run: Run = { history, labels: test.y, probabilities: await model.predict(test.x), images: test.x };
await model.dispose();
const { html, figures }: { html: string; figures: string } = await writeReport('run', run);
console.log(
  JSON.stringify({ version, epochs: history.epoch.length, accuracy, page: report(run).length, html, figures }),
);
