/** Makes, trains, uses and disposes of model after model, and tells from time to time what memory is held and what threads run. */

import { readdirSync } from 'node:fs';
import { createEngine, layers, sequential } from 'inkgrad';

const [threads, cycles, rounds] = process.argv.slice(2).map(Number);
const rows = 64;
const x = { data: Float32Array.from({ length: rows * 20 }, (_, i) => ((i * 37) % 101) / 101), shape: [rows, 20] };
const y = Uint8Array.from({ length: rows }, (_, row) => row % 3);
const engine = await createEngine({ threads });

async function cycle(seed) {
  const model = sequential({
    seed,
    engine,
    layers: [
      layers.dense({ units: 16, activation: 'relu', inputShape: [20] }),
      layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(x, y, { epochs: 2, validationSplit: 0.25, verbose: 0, warnings: false });
  await model.evaluate(x, y);
  await model.predict(x);
  await model.setWeights(await model.getWeights());
  // What goes wrong must leave nothing behind either.
  await fails(model.predict({ data: new Float32Array(20).fill(Number.NaN), shape: [1, 20] }));
  await fails(
    model.fit(x, y, { validationData: [new Float32Array(20).fill(Number.NaN), [1]], verbose: 0, warnings: false }),
  );
  await fails(
    model.fit(x, y, {
      epochs: 9,
      verbose: 0,
      warnings: false,
      callbacks: { onEpochEnd: () => Promise.reject(new Error()) },
    }),
  );
  await model.dispose();
}

async function fails(promise) {
  const failed = await promise.then(
    () => false,
    () => true,
  );
  if (!failed) throw new Error('it should have failed');
}

for (let round = 0; round < rounds; round++) {
  for (let i = 0; i < cycles; i++) await cycle(round * cycles + i);
  for (let i = 0; i < 3; i++) {
    globalThis.gc();
    await new Promise(setImmediate); // finalizers
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const running = process.platform === 'linux' ? readdirSync('/proc/self/task').length : 0;
  console.log(JSON.stringify({ wasm: await engine.memoryBytes(), heap: heapUsed + arrayBuffers, running }));
}
