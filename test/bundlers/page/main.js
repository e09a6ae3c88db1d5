import { init, layers, loadBinaryDigits, sequential } from 'inkgrad';

/** Learns to tell zeros from ones, for an epoch, and writes what came of it into the page. */
async function main() {
  const engine = await init({ threads: 2 });
  const { train, test } = await loadBinaryDigits({ url: 'mnist' });
  const model = sequential({
    name: 'binary_nn_model',
    seed: 42,
    layers: [
      layers.dense({ units: 25, activation: 'sigmoid', inputShape: [400] }),
      layers.dense({ units: 15, activation: 'sigmoid' }),
      layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
  await model.fit(train.x, train.y, { epochs: 1 });
  const { accuracy } = await model.evaluate(test.x, test.y);
  const hash = await model.weightsHash();
  await model.dispose();
  document.querySelector('output').value = JSON.stringify({ accuracy, hash, engine });
}

main();
