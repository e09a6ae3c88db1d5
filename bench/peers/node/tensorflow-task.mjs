/** TensorFlow.js: layers models, `fit` and `predict`; in Node and in pages. */
import * as tf from '@tensorflow/tfjs';
import { toFloats } from '../../harness/floats.mjs';

/** Rows to warm up with. */
const enough = 2048;

/** The work in TensorFlow.js's words, on whatever backend it has. */
export function taskOf(work, data) {
  if (work.kind === 'learn') return learnTask(work, data);
  const { x, y } = data;
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
  const options = optionsOf(work);
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
      const few = Math.min(rows, enough);
      await model.fit(images.slice([0, 0], [few, units[0]]), labels.slice([0, 0], [few, -1]), {
        ...options,
        epochs: 1,
      });
    },
    end: () => tf.disposeVariables(),
  };
}

/** One network that learns part after part, and is judged in between: each time a part in a new order. */
function learnTask(work, { parts, test }) {
  const images = ({ x, y }) => tf.tensor2d(toFloats(x), [y.length, work.units[0]]);
  const sets = parts.map((part) => [images(part), tf.oneHot(Int32Array.from(part.y), 10)]);
  const asked = images(test);
  let model = build(work);
  let next = 0;
  const judge = async () => {
    const read = tf.tidy(() => model.predict(asked, { batchSize: 1000 }).argMax(1));
    const digits = await read.data();
    read.dispose();
    return test.y.filter((digit, row) => digit === digits[row]).length / test.y.length;
  };
  return {
    run: () => model.fit(...sets[next++ % sets.length], optionsOf(work)),
    judge,
    /** Fewer rows, which the network then forgets. */
    async warmUp() {
      const few = sets[0].map((rows) => rows.slice(0, Math.min(rows.shape[0], enough)));
      await model.fit(...few, optionsOf(work));
      await judge();
      tf.dispose([...few, model]);
      model = build(work);
    },
  };
}

function optionsOf({ batch, epochs }) {
  return { batchSize: batch, epochs, shuffle: true, verbose: 0, yieldEvery: 'never' };
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
