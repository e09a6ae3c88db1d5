/**
 * Makes a model that is too large for an engine, and then more than the default engine holds, which are all kept. Prints
 * as JSON what was said of the first, and how many different things the others, which are alike, predict.
 */

import { createEngine, init, layers, sequential } from 'inkgrad';

/** 51 MB of weights. */
const make = () => sequential({ seed: 1, layers: [layers.dense({ units: 16_000, inputShape: [800] })] });
const x = new Float32Array(800).fill(0.5);

const engine = await createEngine({ threads: 2 });
const large = sequential({ engine, layers: [layers.dense({ units: 335_000, inputShape: [800] })] });
const failure = await large.predict(x).then(
  () => 'no error',
  ({ name, message }) => ({ name, message }),
);
await engine.terminate();

await init({ threads: 2 });
const kept = Array.from({ length: 24 }, () => make());
const sums = [];
for (const round of [1, 2]) {
  for (const model of kept) sums.push(round * (await model.predict(x)).data.reduce((sum, value) => sum + value));
}
console.log(JSON.stringify({ failure, sums: new Set(sums.map((sum, i) => sum / (i < 24 ? 1 : 2))).size }));
