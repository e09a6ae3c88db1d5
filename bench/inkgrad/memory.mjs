/** The multiclass task as a whole process, 20 epochs with test scores after each; prints what memory it took. */
import { createEngine, layers, loadMnist, sequential } from 'inkgrad';

const [epochs, threads] = process.argv.slice(2).map(Number);
const engine = await createEngine({ threads });
const { train, test } = await loadMnist();
const model = sequential({
  seed: 42,
  engine,
  layers: [
    layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
    layers.dense({ units: 64, activation: 'relu' }),
    layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const wasm = [];
await model.fit(train.x, train.y, {
  epochs,
  batchSize: 32,
  validationData: [test.x, test.y],
  verbose: 0,
  callbacks: {
    async onEpochEnd() {
      wasm.push(await engine.memoryBytes());
    },
  },
});
await model.predict(test.x);
const { accuracy } = await model.evaluate(test.x, test.y);
await model.dispose();
await engine.terminate();
const resident = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ resident, wasmAfterFirst: wasm[0], wasmAfterLast: wasm.at(-1), accuracy }));
