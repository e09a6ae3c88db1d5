// A program of TensorFlow.js in TypeScript, of which only the import was changed.
import * as tf from 'inkgrad/tfjs';

const xs: tf.Tensor2D = tf.tensor2d([
  [1, 2, 3, 4],
  [2, 1, 4, 3],
  [4, 3, 1, 2],
  [3, 4, 2, 1],
]);
const labels: tf.Tensor1D = tf.tensor1d([0, 1, 2, 2], 'int32');
const ys: tf.Tensor2D = tf.tidy(() => tf.oneHot(labels, 3).toFloat() as tf.Tensor2D);

function build(inputs: number): tf.Sequential {
  const model = tf.sequential();
  model.add(
    tf.layers.dense({
      units: 6,
      inputShape: [inputs],
      activation: 'relu',
      kernelInitializer: tf.initializers.heNormal({ seed: 1 }),
      kernelRegularizer: tf.regularizers.l2({ l2: 1e-4 }),
    }),
  );
  model.add(tf.layers.dense({ units: 3, activation: 'softmax' }));
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

const model: tf.LayersModel = build(4);
const named: string[] = [];
const history = await model.fit(xs, ys, {
  epochs: 3,
  batchSize: 2,
  callbacks: {
    onEpochEnd: async (epoch: number, logs?: tf.Logs) => {
      if (epoch === 0 && logs) named.push(...Object.keys(logs).filter((name) => name !== 'loss'));
    },
  },
});
const losses = history.history.loss as number[];
const prediction = model.predict(xs) as tf.Tensor2D;
const rows: number[][] = prediction.arraySync();
const classes = prediction.argMax(-1).dataSync();
const [loss] = model.evaluate(xs, ys) as tf.Scalar[];
const first: number = (await (loss as tf.Scalar).data())[0] as number;
const [kernel] = (model.layers[0] as tf.LayersModel['layers'][number]).getWeights();
const mean: number = tf.tidy(() => prediction.sub(ys).square().mean().dataSync()[0] as number);
if (!(first > 0 && mean > 0) || rows.length !== 4) throw new Error(`${first} ${mean}`);
console.log(
  JSON.stringify({
    epochs: losses.length,
    shape: prediction.shape,
    classes: classes.length,
    weights: kernel?.shape,
    named: named[0],
  }),
);
