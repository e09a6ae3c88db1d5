/** A training that uses everything whose state must be kept. */

import { join } from 'node:path';
import { callbacks, createEngine, layers, metrics, optimizers, schedules, sequential } from 'inkgrad';

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Rows around a centre for each class, half of their numbers zero, with weights; the last batch has fewer. */
export function data(rows = 16_007, columns = 30, classes = 5) {
  const random = numbers(1);
  const x = new Float32Array(rows * columns);
  const y = Uint8Array.from({ length: rows }, (_, row) => row % classes);
  for (let i = 0; i < x.length; i++) {
    const near = (i % columns) % classes === y[Math.floor(i / columns)] ? 1 : 0;
    if (random() < 0.5) x[i] = near + random() - 0.5;
  }
  return { x: { data: x, shape: [rows, columns] }, y, sampleWeight: Float32Array.from(y, () => 0.5 + random()) };
}

/** A model of every part that has a state of its own, on an engine of so many threads. */
export async function everything(threads) {
  const regular = { kernelRegularizer: 'l2', kernelConstraint: { type: 'maxNorm', maxValue: 2 } };
  const model = sequential({
    seed: 11,
    engine: await createEngine({ threads }),
    layers: [
      layers.dense(40, { inputShape: [30], ...regular }),
      layers.batchNormalization(),
      layers.prelu(),
      layers.dropout(0.2),
      layers.dense(20, { activation: 'gelu' }),
      layers.layerNormalization(),
      layers.gaussianNoise(0.1),
      layers.gaussianDropout(0.1),
      layers.dense(5, { activation: 'softmax' }),
    ],
  });
  const learningRate = schedules.cosineDecay({ initialLearningRate: 0.01, decaySteps: 5000, alpha: 0.1 });
  model.compile({
    optimizer: optimizers.nadam({ learningRate, useEma: true, gradientAccumulationSteps: 2, globalClipnorm: 1 }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy', metrics.auc()],
    weightedMetrics: ['accuracy'],
  });
  return model;
}

/** How it is trained; callbacks write into `folder`. */
export function fitOptions(folder, { sampleWeight }, more = []) {
  return {
    epochs: 10,
    batchSize: 16,
    validationSplit: 0.1,
    // A pass over the rows is two epochs and a short third.
    stepsPerEpoch: 400,
    sampleWeight,
    verbose: 0,
    callbacks: [
      callbacks.earlyStopping({ monitor: 'val_loss', patience: 4, restoreBestWeights: true }),
      callbacks.reduceLROnPlateau({ monitor: 'loss', factor: 0.5, patience: 1, minDelta: 0.05 }),
      callbacks.modelCheckpoint(join(folder, 'best.safetensors'), { monitor: 'val_loss', saveBestOnly: true }),
      callbacks.csvLogger(join(folder, 'log.csv')),
      ...more,
    ],
  };
}
