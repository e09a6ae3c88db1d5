/** A model that is saved in the middle of its training, loaded and trained on. */

import * as tf from '@tensorflow/tfjs';
import { begin, numbers } from './numbers.mjs';

const next = numbers(41);
const rows = Array.from({ length: 64 }, () => [next(), next(), next(), next()]);
const xs = tf.tensor2d(rows);
const ys = tf.tensor2d(rows.map(([a, b, c, d]) => (a * b + c > d ? [1, 0] : [0, 1])));

const compile = (model) =>
  model.compile({ optimizer: tf.train.adamax(0.02), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });

const model = tf.sequential();
model.add(tf.layers.dense({ units: 9, inputShape: [4], name: 'hidden' }));
model.add(tf.layers.leakyReLU({ alpha: 0.1 }));
model.add(tf.layers.dense({ units: 2, activation: 'softmax', name: 'out' }));
begin(tf, model, 42);
compile(model);
const first = await model.fit(xs, ys, { epochs: 8, batchSize: 16, shuffle: false });

let saved;
const { modelArtifactsInfo } = await model.save(
  tf.io.withSaveHandler(async (artifacts) => {
    saved = artifacts;
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
  }),
);
const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved));
const same = loaded.predict(xs).sub(model.predict(xs)).abs().max().dataSync()[0];
compile(loaded);
const second = await loaded.fit(xs, ys, { epochs: 8, batchSize: 16, shuffle: false });
const copied = loaded.getLayer('out').getWeights()[0];

const lines = [];
loaded.summary(undefined, undefined, (line) => lines.push(line.replace(/LeakyReLU\d+/, 'LeakyReLU')));

console.log(
  JSON.stringify({
    losses: first.history.loss,
    more: second.history.loss,
    accuracies: second.history.acc,
    type: modelArtifactsInfo.modelTopologyType,
    names: saved.weightSpecs.map(({ name }) => name),
    shapes: saved.weightSpecs.map(({ shape }) => shape),
    bytes: saved.weightData.byteLength,
    same,
    out: copied.arraySync(),
    params: loaded.countParams(),
    layers: loaded.layers.map((layer) => layer.getClassName()),
    shape: loaded.outputs[0].shape,
    lines,
  }),
);
