import { init, layers, sequential } from 'inkgrad';

/** Trains a little on two threads: what it ran on, and what came of it. */
export async function train() {
  const { threads } = await init({ threads: 2 });
  const model = sequential({
    seed: 1,
    layers: [layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2] })],
  });
  model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy' });
  const x = [0, 1, 1, 1];
  await model.fit(x, [0, 1], { epochs: 3, verbose: 0 });
  const hash = await model.weightsHash();
  await model.dispose();
  return { threads, hash };
}
