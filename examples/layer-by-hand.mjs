// What a dense layer does, computed by hand from a trained model's weights: first for one image, then for a whole batch.
import assert from 'node:assert/strict';
import { layers, loadBinaryDigits, sequential } from 'inkgrad';

const { train, test } = await loadBinaryDigits();
const model = sequential({
  name: 'binary_nn_model',
  seed: 42,
  layers: [
    layers.dense({ units: 25, activation: 'sigmoid', inputShape: [400], name: 'layer1' }),
    layers.dense({ units: 15, activation: 'sigmoid', name: 'layer2' }),
    layers.dense({ units: 1, activation: 'sigmoid', name: 'layer3' }),
  ],
});
model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
await model.fit(train.x, train.y, { epochs: 20, verbose: 0 });

const [W1, b1, W2, b2, W3, b3] = await model.getWeights(); // each { data, shape }, data row by row
const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/** One layer for one example: the vector times the matrix, plus the bias. */
function denseVector(a, W, b) {
  const [inputs, units] = W.shape;
  const out = new Float64Array(units);
  for (let unit = 0; unit < units; unit++) {
    let z = b.data[unit];
    for (let i = 0; i < inputs; i++) z += a[i] * W.data[i * units + unit];
    out[unit] = sigmoid(z);
  }
  console.log(`(1, ${inputs})(${inputs}, ${units}) + (1, ${units}) -> (1, ${units})`);
  return out;
}

/** One layer for all examples at once: the product of two matrices, plus the bias in each row. */
function denseMatrix(A, W, b) {
  const Z = addToRows(matmul(A, W), b.data);
  console.log(`(${A.shape})(${W.shape}) + (1,${b.shape}) -> (${Z.shape})`.replaceAll(',', ', '));
  return { data: Z.data.map(sigmoid), shape: Z.shape };
}

/** The product of two matrices, (m, k)(k, n) -> (m, n). */
function matmul(A, B) {
  const [m, k] = A.shape;
  const n = B.shape[1];
  const data = new Float64Array(m * n);
  for (let row = 0; row < m; row++) {
    for (let i = 0; i < k; i++) {
      const a = A.data[row * k + i];
      for (let column = 0; column < n; column++) data[row * n + column] += a * B.data[i * n + column];
    }
  }
  return { data, shape: [m, n] };
}

function addToRows({ data, shape }, bias) {
  return { data: data.map((value, i) => value + bias[i % shape[1]]), shape };
}

const predictions = await model.predict(test.x); // { data, shape: [2115, 1] }

console.log('One image, as a vector:');
const image = test.x.data.subarray(0, 400);
const a1 = denseVector(image, W1, b1);
const a2 = denseVector(a1, W2, b2);
const a3 = denseVector(a2, W3, b3);
console.log(`probability of a one: ${a3[0].toFixed(6)} by hand, ${predictions.data[0].toFixed(6)} by predict`);

console.log('\nAll held-out images, as a matrix:');
const A1 = denseMatrix(test.x, W1, b1);
const A2 = denseMatrix(A1, W2, b2);
const A3 = denseMatrix(A2, W3, b3);

// The engine computes with 32-bit floats, which have 24 bits, and the code above with JavaScript's 64-bit numbers.
const differences = predictions.data.map((value, i) => Math.abs(value - A3.data[i]));
const largest = Math.max(Math.abs(predictions.data[0] - a3[0]), ...differences);
assert.ok(largest < 1e-5, `by hand and by predict differ by ${largest}`);
console.log(
  `\nEqual to model.predict in all ${differences.length} rows: the largest difference is ${largest.toExponential(1)}.`,
);
