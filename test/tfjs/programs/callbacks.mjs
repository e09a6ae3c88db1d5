/** Training that is watched, slowed down and stopped. */

import * as tf from '@tensorflow/tfjs';
import { begin, numbers } from './numbers.mjs';

function waves(count, seed) {
  const next = numbers(seed);
  const xs = Array.from({ length: count }, () => [next(), next(), next()]);
  const ys = xs.map(([a, b, c]) => [Math.sin(2 * a) + b * c, a - b + 0.3 * next()]);
  return { xs: tf.tensor2d(xs), ys: tf.tensor2d(ys) };
}

const train = waves(90, 31);
const held = waves(40, 32);

const model = tf.sequential({ name: 'waves' });
model.add(tf.layers.dense({ units: 12, activation: 'softplus', inputShape: [3] }));
model.add(tf.layers.dense({ units: 2 }));
begin(tf, model, 33);
model.compile({ optimizer: tf.train.adagrad(0.3), loss: 'meanSquaredError', metrics: ['mae'] });

class Watcher extends tf.Callback {
  seen = [];
  async onTrainBegin() {
    this.seen.push(`train ${this.model.outputShape}`);
  }
  async onEpochBegin(epoch) {
    if (epoch === 3) this.model.optimizer.learningRate = 0.1;
  }
  async onEpochEnd(epoch, logs) {
    this.seen.push(`epoch ${epoch} ${Object.keys(logs).sort().join(' ')}`);
  }
  async onTrainEnd() {
    this.seen.push('end');
  }
}

const batches = [];
const watcher = new Watcher();
const first = await model.fit(train.xs, train.ys, {
  epochs: 6,
  batchSize: 40,
  shuffle: false,
  validationData: [held.xs, held.ys],
  callbacks: [
    watcher,
    new tf.CustomCallback({
      onBatchEnd: async (batch, { loss, size }) => {
        batches.push({ batch, size, loss });
        await tf.nextFrame();
      },
    }),
  ],
});

const stopped = await model.fit(train.xs, train.ys, {
  epochs: 200,
  batchSize: 90,
  shuffle: false,
  validationData: [held.xs, held.ys],
  callbacks: tf.callbacks.earlyStopping({ monitor: 'val_loss', patience: 2, minDelta: 0.004 }),
});

const cut = await model.fit(train.xs, train.ys, {
  epochs: 10,
  shuffle: false,
  callbacks: {
    onEpochEnd: (epoch) => {
      if (epoch === 1) model.stopTraining = true;
    },
  },
});

console.log(
  JSON.stringify({
    losses: first.history.loss,
    heldOutLosses: first.history.val_loss,
    absolute: first.history.mae,
    params: { epochs: first.params.epochs, samples: first.params.samples, metrics: first.params.metrics },
    watched: watcher.seen,
    batches,
    stoppedAfter: stopped.epoch.length,
    lastLoss: stopped.history.val_loss.at(-1),
    cutAfter: cut.epoch.length,
  }),
);
