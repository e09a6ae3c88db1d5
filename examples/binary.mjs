// Is it a zero or a one? Three sigmoid layers learn from 1,000 images of 20 x 20 pixels.
import { classificationReport, layers, loadBinaryDigits, optimizers, sequential } from 'inkgrad';

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
model.summary();

model.compile({
  optimizer: optimizers.adam({ learningRate: 0.001 }),
  loss: 'binaryCrossentropy',
  metrics: ['accuracy'],
});
await model.fit(train.x, train.y, { epochs: 20, batchSize: 32, validationData: [test.x, test.y] });

const { loss, accuracy } = await model.evaluate(test.x, test.y);
console.log(`\n${test.y.length} digits it has not seen: loss ${loss.toFixed(4)}, accuracy ${accuracy.toFixed(4)}`);

const probabilities = await model.predict(test.x); // of being a one: { data: Float32Array, shape: [2115, 1] }
console.log(`\n${classificationReport(test.y, probabilities)}`);
