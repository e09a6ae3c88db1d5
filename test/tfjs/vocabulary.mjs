/**
 * Layers, losses, optimizers and the like in which Keras and TensorFlow.js agree, one after the other: what a short
 * training with each gives. Constraints are not among them (TensorFlow.js applies them to weights that are set, and not in
 * training), nor hardSigmoid, adadelta and centered rmsprop.
 */

import * as tf from '@tensorflow/tfjs';
import { begin, numbers } from './programs/numbers.mjs';

const next = numbers(51);
const rows = Array.from({ length: 48 }, () => Array.from({ length: 6 }, next));
const xs = tf.tensor2d(rows);
const numbersOut = tf.tensor2d(rows.map(([a, b, c, d]) => [a * b + c, d - a]));
const classes = tf.tensor2d(rows.map(([a, b]) => (a > b ? [1, 0] : [0, 1])));
const ids = tf.tensor1d(
  rows.map(([a, b]) => (a > b ? 0 : 1)),
  'float32',
);
const signs = tf.tensor2d(rows.map(([a, b]) => (a > b ? [1, -1] : [-1, 1])));
const shares = tf.tensor2d(rows.map(([a]) => [(a + 1) / 2, (1 - a) / 2]));

const results = {};

async function run(
  name,
  { layers = [], last = {}, ys = numbersOut, loss = 'meanSquaredError', optimizer, metrics = [] },
) {
  const model = tf.sequential();
  model.add(tf.layers.dense({ units: 7, activation: 'tanh', inputShape: [6] }));
  for (const layer of layers) model.add(layer);
  model.add(tf.layers.dense({ units: 2, ...last }));
  begin(tf, model, 52, 0.6);
  model.compile({ optimizer: optimizer ?? tf.train.sgd(0.05), loss, metrics });
  const { history } = await model.fit(xs, ys, { epochs: 4, batchSize: 20, shuffle: false });
  results[name] = { ...history, outputs: Array.from(model.predict(xs.slice(0, 2)).dataSync()) };
}

const l = tf.layers;
await run('elu layer', { layers: [l.elu()] });
await run('leakyReLU layer', { layers: [l.leakyReLU()] });
await run('prelu layer', { layers: [l.prelu()] });
await run('reLU layer', { layers: [l.reLU()] });
await run('softmax layer', { layers: [l.softmax()] });
await run('batchNormalization', { layers: [l.batchNormalization()] });
await run('layerNormalization', { layers: [l.layerNormalization()] });
await run('rescaling', { layers: [l.rescaling({ scale: 0.5, offset: 0.1 })] });
await run('reshape and flatten', { layers: [l.reshape({ targetShape: [7, 1] }), l.flatten()] });
await run('no bias', { last: { useBias: false } });
const activations = [
  'elu',
  'relu',
  'relu6',
  'selu',
  'linear',
  'sigmoid',
  'softplus',
  'softsign',
  'tanh',
  'swish',
  'mish',
];
for (const activation of [...activations, 'gelu', 'gelu_new']) {
  await run(`activation ${activation}`, { layers: [l.dense({ units: 5, activation })] });
}
await run('activation layer', { layers: [l.activation({ activation: 'softsign' })] });
await run('l1', { last: { kernelRegularizer: tf.regularizers.l1({ l1: 0.01 }) } });
await run('l2', { last: { kernelRegularizer: tf.regularizers.l2() } });
await run('l1l2', { last: { kernelRegularizer: tf.regularizers.l1l2(), biasRegularizer: 'l1l2' } });

for (const loss of ['meanAbsoluteError', 'meanAbsolutePercentageError', 'logcosh', 'cosineProximity'])
  await run(loss, { loss });
await run('meanSquaredLogarithmicError', {
  loss: 'meanSquaredLogarithmicError',
  ys: shares,
  last: { activation: 'sigmoid' },
});
await run('poisson', { loss: 'poisson', ys: shares, last: { activation: 'softplus' } });
await run('kullbackLeiblerDivergence', {
  loss: 'kullbackLeiblerDivergence',
  ys: shares,
  last: { activation: 'softmax' },
});
await run('hinge', { loss: 'hinge', ys: signs });
await run('squaredHinge', { loss: 'squaredHinge', ys: signs });
await run('categoricalHinge', { loss: 'categoricalHinge', ys: classes });
await run('binaryCrossentropy', {
  loss: 'binaryCrossentropy',
  ys: classes,
  last: { activation: 'sigmoid' },
  metrics: ['accuracy', 'crossentropy'],
});
await run('categoricalCrossentropy', {
  loss: 'categoricalCrossentropy',
  ys: classes,
  last: { activation: 'softmax' },
  metrics: ['acc', 'categoricalCrossentropy', 'mse', tf.metrics.meanAbsoluteError],
});
await run('sparseCategoricalCrossentropy', {
  loss: 'sparseCategoricalCrossentropy',
  ys: ids,
  last: { activation: 'softmax' },
  metrics: ['accuracy'],
});
await run('softmaxCrossEntropy', { loss: tf.losses.softmaxCrossEntropy, ys: classes });
await run('sigmoidCrossEntropy', { loss: tf.losses.sigmoidCrossEntropy, ys: classes });
await run('huberLoss', { loss: tf.losses.huberLoss });
await run('absoluteDifference', { loss: tf.losses.absoluteDifference });

const { train } = tf;
await run('nesterov', { optimizer: train.momentum(0.05, 0.9, true) });
await run('rmsprop', { optimizer: train.rmsprop(0.01, 0.8, 0.5) });
await run('rmsprop by name', { optimizer: 'rmsprop' });
await run('adagrad by name', { optimizer: 'adagrad' });
await run('adamax by name', { optimizer: 'adamax' });
await run('adamax, decaying', { optimizer: train.adamax(0.02, 0.8, 0.99, 1e-7, 0.3) });
await run('adam by name', { optimizer: 'adam' });
await run('sgd by name', { optimizer: 'sgd' });

console.log(JSON.stringify(results));
