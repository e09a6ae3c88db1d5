/** The works that several themes measure. */

/** The binary task's network and the ten-digit one. */
export const binaryUnits = [400, 25, 15, 1];
export const digitUnits = [784, 128, 64, 10];

export const work = {
  kind: 'fit',
  units: digitUnits,
  hidden: 'relu',
  batch: 32,
  epochs: 1,
  fresh: false,
  calls: 1,
  turn: 400,
  cold: false,
};

/** An epoch of MNIST's 60,000 digits. */
export const digitEpoch = ({ data, quick }, change) => ({
  ...work,
  data: data.path('digits'),
  rows: quick ? 6000 : 60_000,
  ...change,
});

/** An epoch of rows without zeros. */
export const noiseEpoch = ({ data, quick }, rows, change) => ({
  ...work,
  data: data.path('noise'),
  rows: quick ? rows / 10 : rows,
  ...change,
});

/** The binary task: 20 epochs of 1,000 images, from new weights each time. */
export const binaryTraining = ({ data }) => ({
  ...work,
  data: data.path('binary'),
  rows: 1000,
  units: binaryUnits,
  hidden: 'sigmoid',
  epochs: 20,
  fresh: true,
});

/** Outputs for MNIST's 10,000 test images, or for one of them. */
export const predictions = ({ data }, change) => ({
  ...work,
  kind: 'predict',
  data: data.path('test'),
  rows: 10_000,
  ...change,
});

/**
 * Floating-point operations of the matrix products of one epoch: each layer's outputs, its weights' gradients, and
 * its inputs' gradients but for the first layer's, which nobody needs.
 */
export function flopOfEpoch({ units, rows }) {
  const products = units.slice(1).map((outputs, i) => 2 * units[i] * outputs);
  const first = products[0];
  return rows * (3 * products.reduce((sum, product) => sum + product) - first);
}
