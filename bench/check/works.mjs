/** The works that are counted. `prepare(engine, data)` gives the function to count; `samples` is what it goes through. */
import { ImageTensor } from 'inkgrad';
import { makeModel } from '../inkgrad/tasks.mjs';

/** Training, the copying of the data included; without shuffling, so that all builds meet the same batches. */
const training = (name, rows, units, hidden, batchSize, dataOf) => ({
  name,
  samples: rows,
  async prepare(engine, data) {
    const model = makeModel(engine, { units, hidden });
    const { x, y } = dataOf(data);
    return () => model.fit(x.slice(0, rows), y.subarray(0, rows), { batchSize, shuffle: false, verbose: 0 });
  },
});

const digits = ({ digits }) => digits;
const noise = ({ digits: { x, y } }) => ({
  x: new ImageTensor(
    x.bytes.map((byte) => byte || 1),
    x.shape,
  ),
  y,
});
const network = [784, 128, 64, 10];

export const works = [
  training('MNIST, batch 32', 3200, network, 'relu', 32, digits),
  training('MNIST, batch 512', 3072, network, 'relu', 512, digits),
  training('no zeros, batch 128', 1280, network, 'relu', 128, noise),
  training('binary task', 960, [400, 25, 15, 1], 'sigmoid', 32, ({ binary }) => binary),
  {
    name: 'predicting MNIST',
    samples: 1000,
    async prepare(engine, { digits }) {
      const model = makeModel(engine, { units: network, hidden: 'relu' });
      return () => model.predict(digits.x.slice(0, 1000));
    },
  },
];
