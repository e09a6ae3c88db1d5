/**
 * What users do with inkgrad, in any runtime that has Node's modules. Prints what it found as JSON, and nothing ends the
 * process but that all is done: threads are there until then.
 */

import { readdirSync } from 'node:fs';
import { createEngine, init, layers, loadBinaryDigits, loadMnist, loadModel, sequential } from 'inkgrad';

const [directory] = process.argv.slice(2);
const { train, test } = await loadBinaryDigits({ directory });

function binaryModel(engine) {
  const model = sequential({
    seed: 42,
    ...(engine && { engine }),
    layers: [
      layers.dense({ units: 25, activation: 'sigmoid', inputShape: [400] }),
      layers.dense({ units: 15, activation: 'sigmoid' }),
      layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  return model;
}

/** Threads of this process, where the system tells. */
function countThreads() {
  try {
    return readdirSync('/proc/self/task').length;
  } catch {
    return Number.NaN;
  }
}

/** Three epochs on an engine of its own, and what was found after the first and the last of them. */
async function trainBinary(threads) {
  const before = countThreads();
  const engine = await createEngine({ threads });
  const started = countThreads() - before;
  const model = binaryModel(engine);
  await model.fit(train.x, train.y, { epochs: 1, verbose: 0 });
  const { accuracy } = await model.evaluate(test.x, test.y);
  await model.fit(train.x, train.y, { initialEpoch: 1, epochs: 3, verbose: 0 });
  const file = `digits-${threads}.safetensors`;
  await model.save(file);
  const loaded = await loadModel(file);
  const [hash, hashOfFile] = [await model.weightsHash(), await loaded.weightsHash()];
  return { engine, found: { info: engine.info, started, accuracy, hash, hashOfFile } };
}

async function trainTenDigits() {
  const { train } = await loadMnist({ directory });
  const model = sequential({
    seed: 42,
    engine: await createEngine({ threads: 2 }),
    layers: [
      layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 64, activation: 'relu' }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  await model.fit(train.x, train.y, { epochs: 3, verbose: 0 });
  return { hash: await model.weightsHash() };
}

async function trainFast() {
  const info = await init({ build: 'fast' });
  const model = binaryModel();
  await model.fit(train.x, train.y, { epochs: 3, verbose: 0 });
  return { info, hash: await model.weightsHash() };
}

const binary = [];
for (const threads of [1, 2, 4]) binary.push(await trainBinary(threads));
const tenDigits = await trainTenDigits();
const fast = await trainFast();
await binary[1].engine.terminate(); // the threads of the others are there until the end
console.log(JSON.stringify({ binary: binary.map(({ found }) => found), tenDigits, fast }));
