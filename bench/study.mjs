/**
 * A study of seeds, a run a core, against the same runs one after the other on all cores, in turns: `node bench/study.mjs
 * [--seeds 5] [--epochs 20] [--cores 2] [--turns 4]`, after `npm run setup`. Each turn has seeds of its own, which both train
 * to the same bits: that is checked.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, layers, loadMnist, recipe, sequential } from '../dist/node.js';
import { study } from '../dist/study.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    epochs: { type: 'string', default: '20' },
    cores: { type: 'string', default: String(availableParallelism()) },
    turns: { type: 'string', default: '4' },
  },
});
const [count, epochs, cores, turns] = [values.seeds, values.epochs, values.cores, values.turns].map(Number);

async function oneAfterTheOther(seeds) {
  const { train, test } = await loadMnist();
  const engine = await createEngine({ threads: cores });
  const hashes = [];
  for (const seed of seeds) {
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
  return hashes;
}

async function asAStudy(seeds) {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-bench-study-'));
  try {
    const { runs } = await study({ folder, settings: { epochs }, seeds, cores });
    return runs.map(({ weightsSha256 }) => weightsSha256);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of both ways, what each turn took. */
const taken = { study: [], apart: [] };

async function measure(way, work, seeds) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const hashes = await work(seeds);
  const { user, system } = process.cpuUsage(before);
  taken[way].push({ seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 });
  return hashes;
}

for (let turn = 0; turn < turns; turn++) {
  const seeds = Array.from({ length: count }, (_, i) => turn * count + i + 1);
  const together = await measure('study', asAStudy, seeds);
  const apart = await measure('apart', oneAfterTheOther, seeds);
  if (String(together) !== String(apart)) throw new Error('the runs have other bits');
}
const sum = (way, key) => taken[way].reduce((total, turn) => total + turn[key], 0);
const told = (way) => `${sum(way, 'seconds').toFixed(1)} s, ${sum(way, 'cpu').toFixed(1)} s of processors`;
const ratios = taken.study.map(({ seconds }, i) => (seconds / taken.apart[i].seconds).toFixed(2));
console.log(
  `${turns} turns of ${count} seeds of the plain recipe, ${epochs} epochs, ${cores} cores; all loading included`,
);
console.log(`as studies, a run a core: ${told('study')}`);
console.log(`one after the other, each on ${cores} threads: ${told('apart')}`);
console.log(
  `a study takes ${(sum('study', 'seconds') / sum('apart', 'seconds')).toFixed(2)} of the time (by turns: ${ratios.join(', ')})`,
);
