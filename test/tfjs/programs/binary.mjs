/** Inside or outside of a ring. */

import * as tf from '@tensorflow/tfjs';
import { begin, numbers } from './numbers.mjs';

function points(count, seed) {
  const next = numbers(seed);
  const xs = Array.from({ length: count }, () => [next(), next()]);
  const ys = xs.map(([x, y]) => (Math.hypot(x, y) < 0.7 ? 1 : 0));
  return [tf.tensor2d(xs), tf.tensor2d(ys, [count, 1])];
}

const [xTrain, yTrain] = points(200, 11);
const [xVal, yVal] = points(64, 12);

const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 16, activation: 'tanh', inputShape: [2], kernelInitializer: 'heNormal' }),
    tf.layers.dense({ units: 8, activation: 'elu' }),
    tf.layers.dense({ units: 1, activation: 'sigmoid' }),
  ],
});
begin(tf, model, 13);
model.compile({ optimizer: tf.train.rmsprop(0.01), loss: 'binaryCrossentropy', metrics: ['accuracy', 'mse'] });

const { history } = await model.fit(xTrain, yTrain, {
  epochs: 12,
  batchSize: 32,
  shuffle: false,
  validationData: [xVal, yVal],
});

const [loss, accuracy] = model.evaluate(xVal, yVal, { batchSize: 64 });
const scores = model.predict(xVal);
const right = scores.greater(0.5).equal(yVal.cast('bool')).sum();
const onBatch = await model.trainOnBatch(xTrain.slice(0, 50), yTrain.slice(0, 50));

console.log(
  JSON.stringify({
    losses: history.loss,
    accuracies: history.acc,
    errors: history.mse,
    heldOutLosses: history.val_loss,
    heldOutAccuracies: history.val_acc,
    loss: (await loss.data())[0],
    accuracy: accuracy.dataSync()[0],
    right: right.arraySync(),
    onBatch,
    metrics: model.metricsNames,
    score: scores.dataSync()[0],
  }),
);
