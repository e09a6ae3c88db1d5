/** TensorFlow.js: layers models, `fit` and `predict`; in Node and in pages. */
import * as tf from '@tensorflow/tfjs';

/** The work in TensorFlow.js's words, on whatever backend it has. */
export function taskOf(work, { x, y }) {
  const { rows, units, calls } = work;
  const rowsAsked = work.kind === 'predictOne' ? 1 : rows;
  const images = tf.tensor2d(x, [rows, units[0]]).slice([0, 0], [rowsAsked, units[0]]);
  if (work.kind !== 'fit') {
    const model = build(work);
    return {
      async run() {
        for (let call = 0; call < calls; call++) {
          const outputs = model.predict(images, { batchSize: rowsAsked });
          await outputs.data();
          outputs.dispose();
        }
      },
      end: () => tf.disposeVariables(),
    };
  }
  const labels = units.at(-1) === 1 ? tf.tensor2d(Float32Array.from(y), [rows, 1]) : tf.oneHot(Int32Array.from(y), 10);
  const options = { batchSize: work.batch, epochs: work.epochs, shuffle: true, verbose: 0, yieldEvery: 'never' };
  let model = build(work);
  return {
    async run() {
      if (work.fresh) {
        model.dispose();
        model = build(work);
      }
      await model.fit(images, labels, options);
    },
    /** Fewer rows: an epoch takes many seconds, and these kernels are as fast after a few steps. */
    async warmUp() {
      const few = Math.min(rows, 2048);
      await model.fit(images.slice([0, 0], [few, units[0]]), labels.slice([0, 0], [few, -1]), {
        ...options,
        epochs: 1,
      });
    },
    end: () => tf.disposeVariables(),
  };
}

function build({ units: [inputs, ...units], hidden }) {
  const last = units.at(-1);
  const model = tf.sequential({
    layers: units.map((count, i) =>
      tf.layers.dense({
        units: count,
        activation: i < units.length - 1 ? hidden : last === 1 ? 'sigmoid' : 'softmax',
        ...(i === 0 && { inputShape: [inputs] }),
      }),
    ),
  });
  model.compile({
    optimizer: tf.train.adam(0.001),
    loss: last === 1 ? 'binaryCrossentropy' : 'categoricalCrossentropy',
  });
  return model;
}
