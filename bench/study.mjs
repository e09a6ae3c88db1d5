/**
 * A study of seeds, a run a core, against the same runs one after the other on all cores: `node bench/study.mjs [--seeds
 * 20] [--epochs 20] [--cores 2]`, after `npm run setup`. Both train to the same bits, which is checked.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, layers, loadMnist, recipe, sequential } from '../dist/node.js';
import { study } from '../dist/study.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    epochs: { type: 'string', default: '20' },
    cores: { type: 'string', default: String(availableParallelism()) },
  },
});
const [seeds, epochs, cores] = [values.seeds, values.epochs, values.cores].map(Number);

async function oneAfterTheOther() {
  const { train, test } = await loadMnist();
  const engine = await createEngine({ threads: cores });
  const hashes = [];
  const start = performance.now();
  for (let seed = 1; seed <= seeds; seed++) {
    const { compile, fit } = recipe('plain', { samples: train.y.length, epochs });
    const model = sequential({
      seed,
      engine,
      layers: [
        layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
        layers.dense({ units: 64, activation: 'relu' }),
        layers.dense({ units: 10, activation: 'softmax' }),
      ],
    });
    model.compile({ ...compile, loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    await model.fit(train.x, train.y, { ...fit, verbose: 0 });
    await model.evaluate(test.x, test.y);
    hashes.push(await model.weightsHash());
    await model.dispose();
  }
  await engine.terminate();
  return { seconds: (performance.now() - start) / 1000, hashes };
}

async function asAStudy() {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-bench-study-'));
  try {
    const start = performance.now();
    const { runs, settings } = await study({ folder, settings: { epochs }, seeds, cores });
    const hashes = runs.map(({ weightsSha256 }) => weightsSha256);
    return { seconds: (performance.now() - start) / 1000, hashes, accuracy: settings[0].test.accuracy };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const together = await asAStudy();
const apart = await oneAfterTheOther();
if (String(together.hashes) !== String(apart.hashes)) throw new Error('the runs have other bits');
const { mean, low, high } = together.accuracy;
const percent = (share) => (100 * share).toFixed(2);
console.log(`${seeds} seeds of the plain recipe, ${epochs} epochs, ${cores} cores`);
console.log(`as a study, a run a core, loading and test set included: ${together.seconds.toFixed(1)} s`);
console.log(`one after the other, each on ${cores} threads: ${apart.seconds.toFixed(1)} s`);
console.log(`test accuracy: ${percent(mean)} % (95 % interval ${percent(low)} to ${percent(high)})`);
