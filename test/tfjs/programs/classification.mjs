/** Flowers of three kinds by four measures. */

import * as tf from '@tensorflow/tfjs';
import { begin, numbers } from './numbers.mjs';

const KINDS = ['setosa', 'versicolor', 'virginica'];
const MEANS = [
  [5.0, 3.4, 1.5, 0.2],
  [5.9, 2.8, 4.3, 1.3],
  [6.6, 3.0, 5.6, 2.0],
];

/** Measures and kinds, the kinds in turns. */
function flowers(count, seed) {
  const next = numbers(seed);
  const kinds = Array.from({ length: count }, (_, i) => i % KINDS.length);
  const measures = kinds.map((kind) => MEANS[kind].map((mean) => mean + 0.9 * next() * next() + 0.2 * next()));
  return { measures, kinds };
}

function toTensors({ measures, kinds }) {
  return tf.tidy(() => {
    const all = tf.tensor2d(measures);
    const { mean, variance } = tf.moments(all, 0);
    const xs = all.sub(mean).div(variance.sqrt());
    return { xs, ys: tf.oneHot(tf.tensor1d(kinds, 'int32'), KINDS.length).toFloat() };
  });
}

const train = toTensors(flowers(120, 1));
const test = toTensors(flowers(45, 2));

const model = tf.sequential();
model.add(tf.layers.dense({ units: 10, activation: 'relu', inputShape: [4] }));
model.add(tf.layers.dense({ units: 8, activation: 'sigmoid', kernelRegularizer: tf.regularizers.l2({ l2: 0.001 }) }));
model.add(tf.layers.dense({ units: KINDS.length, activation: 'softmax' }));
begin(tf, model, 3);
model.compile({
  optimizer: tf.train.momentum(0.1, 0.9),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});

const lines = [];
const history = await model.fit(train.xs, train.ys, {
  epochs: 15,
  batchSize: 16,
  shuffle: false,
  callbacks: {
    onEpochEnd: (epoch, logs) => {
      lines.push(Object.keys(logs).sort().join(' '));
      if (epoch % 5 === 0)
        console.error(`epoch ${epoch}: loss ${logs.loss.toFixed(4)}, accuracy ${logs.acc.toFixed(3)}`);
    },
  },
});

const predicted = tf.tidy(() => model.predict(test.xs).argMax(-1));
const expected = test.ys.argMax(-1);
const confusion = tf.math.confusionMatrix(expected, predicted, KINDS.length);
const [accuracy] = tf.tidy(() => [predicted.equal(expected).mean().dataSync()[0]]);

console.log(
  JSON.stringify({
    losses: history.history.loss,
    accuracies: history.history.acc,
    figures: lines[0],
    epochs: history.epoch.length,
    confusion: confusion.arraySync(),
    accuracy,
    predicted: KINDS[predicted.dataSync()[7]],
    probabilities: model.predict(test.xs.slice([0, 0], [3, 4])).arraySync(),
  }),
);
