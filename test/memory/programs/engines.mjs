/** Starts, uses and ends engine after engine, and tells what memory the process holds from time to time. */

import { createEngine, ImageTensor, layers, sequential } from 'inkgrad';

const [threads, engines, rounds] = process.argv.slice(2).map(Number);
const [rows, columns] = [20_000, 784];
const x = new ImageTensor(new Uint8Array(rows * columns).fill(100), [rows, columns]);
const y = new Uint8Array(rows);

async function useEngine() {
  const engine = await createEngine({ threads });
  const model = sequential({ seed: 1, engine, layers: [layers.dense({ units: 1, inputShape: [columns] })] });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  await model.evaluate(x, y);
  await engine.terminate();
}

for (let round = 0; round < rounds; round++) {
  for (let i = 0; i < engines; i++) await useEngine();
  for (let i = 0; i < 3; i++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 20)); // finalizers, and threads that end
  }
  console.log(JSON.stringify({ resident: process.memoryUsage().rss }));
}
