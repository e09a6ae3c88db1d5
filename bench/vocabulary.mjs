/**
 * What each word costs: an epoch of the ten-digit network with one thing changed, against the plain one with Adam, in
 * turns. `node bench/vocabulary.mjs [THREADS [ROUNDS]]`; milliseconds are medians, ratios those of each round's two.
 */
import { callbacks, createEngine, layers, loadMnist, metrics, optimizers, sequential } from 'inkgrad';
import { median } from './harness/statistics.mjs';

const [threads = 2, rounds = 5] = process.argv.slice(2).map(Number);
const engine = await createEngine({ threads });
const { train } = await loadMnist();

const dense = (units, options) => layers.dense(units, { activation: 'relu', ...options });
const first = dense(128, { inputShape: [784] });
const last = dense(10, { activation: 'softmax' });
const plain = [first, dense(64), last];
const linear = (units) => layers.dense(units, { ...(units === 128 && { inputShape: [784] }), useBias: false });
const normalized = (units) => [linear(units), layers.batchNormalization(), layers.activation('relu')];

/** `most`: how many times the plain epoch it may take. */
const cases = {
  plain: { most: 1 },
  ...Object.fromEntries(
    Object.keys(optimizers)
      .filter((name) => name !== 'adam')
      .map((name) => [name, { optimizer: optimizers[name](), most: 1.5 }]),
  ),
  'adam, clipnorm': { optimizer: optimizers.adam({ clipnorm: 1 }) },
  'adam, globalClipnorm': { optimizer: optimizers.adam({ globalClipnorm: 1 }) },
  'adam, averages': { optimizer: optimizers.adam({ useEma: true }) },
  dropout: { layers: [first, layers.dropout(0.2), dense(64), layers.dropout(0.2), last], most: 1.15 },
  'dropout on the input': { layers: [layers.dropout(0.2, { inputShape: [784] }), dense(128), dense(64), last] },
  batchNormalization: { layers: [...normalized(128), ...normalized(64), last], most: 1.3 },
  layerNormalization: { layers: [first, layers.layerNormalization(), dense(64), layers.layerNormalization(), last] },
  'all metrics and callbacks': {
    metrics: ['accuracy', 'topKCategoricalAccuracy', 'precision', 'recall', 'f1Score', 'auc', 'mse'].concat(
      metrics.expectedCalibrationError(),
    ),
    callbacks: () => [callbacks.earlyStopping({ monitor: 'loss', patience: 99 }), callbacks.terminateOnNaN()],
    most: 1.05,
  },
  augmented: { fit: { augment: true }, most: 1.8 },
};

async function epoch({ layers = plain, optimizer = 'adam', metrics = ['accuracy'], callbacks = () => [], fit }) {
  await using model = sequential(layers, { seed: 42, engine });
  model.compile({ optimizer, loss: 'categoricalCrossentropy', metrics });
  const times = [];
  let start;
  const clock = {
    onEpochBegin() {
      start = performance.now();
    },
    onEpochEnd() {
      times.push(performance.now() - start);
    },
  };
  const options = { epochs: 3, verbose: 0, warnings: false, ...fit };
  await model.fit(train.x, train.y, { ...options, callbacks: [...callbacks(), clock] });
  return median(times.slice(1)); // the first one warms up
}

const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, work] of Object.entries(cases)) times[name].push(await epoch(work));
}
const rows = Object.entries(cases).map(([name, { most }]) => {
  const ratio = median(times[name].map((time, round) => time / times.plain[round]));
  const goal = most === undefined ? '' : `${most} ${ratio <= most ? '' : 'missed'}`.trim();
  return { name, ms: Math.round(median(times[name])), ratio: Number(ratio.toFixed(2)), goal };
});
console.table(rows);
await engine.terminate();
