// Which digit is it? Two ReLU layers and a softmax learn from MNIST's 60,000 images of 28 x 28 pixels.
import {
  classificationReport,
  confusionMatrix,
  layers,
  loadMnist,
  mostConfused,
  optimizers,
  sequential,
} from 'inkgrad';

const { train, test } = await loadMnist();

const model = sequential({
  name: 'multiclass_nn_model',
  seed: 42,
  layers: [
    layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
    layers.dense({ units: 64, activation: 'relu' }),
    layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
model.summary();

model.compile({
  optimizer: optimizers.adam({ learningRate: 0.001 }),
  loss: 'categoricalCrossentropy',
  metrics: ['accuracy'],
});
await model.fit(train.x, train.y, { epochs: 20, batchSize: 32, validationData: [test.x, test.y] });

const { loss, accuracy } = await model.evaluate(test.x, test.y);
console.log(`\n${test.y.length} digits it has not seen: loss ${loss.toFixed(4)}, accuracy ${accuracy.toFixed(4)}`);

const probabilities = await model.predict(test.x); // of each digit: { data: Float32Array, shape: [10000, 10] }
console.log(`\n${classificationReport(test.y, probabilities)}`);

const matrix = confusionMatrix(test.y, probabilities); // matrix.counts[label][prediction]
for (const { label, prediction, count } of mostConfused(matrix, { top: 5 })) {
  console.log(`${label} taken for ${prediction}: ${count} times`);
}
