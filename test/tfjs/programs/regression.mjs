/** Miles per gallon by horsepower, after TensorFlow.js's codelab on making predictions from 2D data. */

import * as tf from '@tensorflow/tfjs';
import { begin, numbers } from './numbers.mjs';

function getData() {
  const next = numbers(21);
  return Array.from({ length: 128 }, () => {
    const horsepower = 130 + 85 * next();
    return { horsepower, mpg: 60 * Math.exp(-horsepower / 90) + 8 + 2 * next() };
  });
}

function createModel() {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [1], units: 1, useBias: true }));
  model.add(tf.layers.dense({ units: 20, activation: 'sigmoid' }));
  model.add(tf.layers.dense({ units: 1, useBias: true }));
  return model;
}

function convertToTensor(data) {
  return tf.tidy(() => {
    const inputTensor = tf.tensor2d(
      data.map((d) => d.horsepower),
      [data.length, 1],
    );
    const labelTensor = tf.tensor2d(
      data.map((d) => d.mpg),
      [data.length, 1],
    );
    const [inputMax, inputMin] = [inputTensor.max(), inputTensor.min()];
    const [labelMax, labelMin] = [labelTensor.max(), labelTensor.min()];
    const normalizedInputs = inputTensor.sub(inputMin).div(inputMax.sub(inputMin));
    const normalizedLabels = labelTensor.sub(labelMin).div(labelMax.sub(labelMin));
    return { inputs: normalizedInputs, labels: normalizedLabels, inputMax, inputMin, labelMax, labelMin };
  });
}

function testModel(model, { inputMax, inputMin, labelMin, labelMax }) {
  const [xs, preds] = tf.tidy(() => {
    const xsNorm = tf.linspace(0, 1, 10);
    const predictions = model.predict(xsNorm.reshape([10, 1]));
    const unNormXs = xsNorm.mul(inputMax.sub(inputMin)).add(inputMin);
    const unNormPreds = predictions.mul(labelMax.sub(labelMin)).add(labelMin);
    return [unNormXs.dataSync(), unNormPreds.dataSync()];
  });
  return Array.from(xs).map((x, i) => ({ x, y: preds[i] }));
}

const tensors = convertToTensor(getData());
const before = tf.memory().numTensors;
const model = createModel();
begin(tf, model, 22, 0.9);
model.compile({ optimizer: tf.train.sgd(0.1), loss: tf.losses.meanSquaredError, metrics: ['mse', 'mae'] });
const { history } = await model.fit(tensors.inputs, tensors.labels, { batchSize: 32, epochs: 30, shuffle: false });
const evaluated = model.evaluate(tensors.inputs, tensors.labels);

console.log(
  JSON.stringify({
    tensors: before,
    losses: history.loss,
    squared: history.mse,
    absolute: history.mae,
    evaluated: evaluated.map((figure) => figure.dataSync()[0]),
    curve: testModel(model, tensors),
  }),
);
