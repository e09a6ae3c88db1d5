/** Small data that a small network learns: points around a centre for each class. */

import { layers, type Sequential, sequential } from 'inkgrad';

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `rows` points of `columns` numbers, class `row % classes` each. */
export function blobs(rows: number, classes = 3, columns = 4, seed = 1) {
  const random = generator(seed);
  const x = new Float32Array(rows * columns);
  const y = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const label = row % classes;
    y[row] = label;
    for (let column = 0; column < columns; column++) {
      x[row * columns + column] = (column % classes === label ? 1 : 0) + (random() - 0.5) * 0.8;
    }
  }
  return { x, y };
}

export function oneHot(labels: ArrayLike<number>, classes: number): number[][] {
  return Array.from(labels, (label) => Array.from({ length: classes }, (_, i) => (i === label ? 1 : 0)));
}

/** A compiled network for blobs of three classes. */
export function classifier(seed = 7): Sequential {
  const model = sequential({
    seed,
    layers: [
      layers.dense({ units: 8, activation: 'relu', inputShape: [4] }),
      layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}
