/** Runs to report on: predictions that scikit-learn has judged, and models trained for it. */

import { readFileSync } from 'node:fs';
import { type ImageTensor, type LabelledRows, layers, loadBinaryDigits, loadMnist, sequential } from 'inkgrad';
import type { Run } from '../../ts/report.ts';

interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly 'f1-score': number;
  readonly support: number;
}

/** What scikit-learn says of predictions. */
export interface Expected {
  readonly labels: number[];
  readonly columns: number;
  readonly probabilities: number[];
  readonly accuracy: number;
  readonly counts: number[][];
  readonly shares: number[][];
  readonly report: Readonly<Record<string, Scores>>;
  /** Of the accuracy, by SciPy's `proportion_ci`. */
  readonly interval: readonly [low: number, high: number];
  readonly calibrationError: number;
  readonly auc?: number;
}

export const golden: Readonly<Record<'binary' | 'multiclass', Expected>> = JSON.parse(
  readFileSync(new URL('golden/expected.json', import.meta.url), 'utf8'),
);

export const history: Run['history'] = {
  epoch: [0, 1, 2, 3],
  history: {
    loss: [0.9, 0.4, 0.2, 0.1],
    accuracy: [0.7, 0.85, 0.93, 0.97],
    val_loss: [0.6, 0.35, 0.3, 0.41],
    val_accuracy: [0.8, 0.88, 0.91, 0.9],
  },
};

export function goldenRun({ labels, columns, probabilities }: Expected): Run {
  const data = Float32Array.from(probabilities, (value) => value / 65536);
  return { history, labels, probabilities: { data, shape: [labels.length, columns] } };
}

/** A model that has seen a little, and all that there is to tell of it. */
export async function trainedRun(task: 'binary' | 'multiclass', epochs: number): Promise<Run> {
  const binary = task === 'binary';
  const { train, test } = binary ? await loadBinaryDigits() : await loadMnist();
  const few: LabelledRows<ImageTensor> = { x: train.x.slice(0, 6000), y: train.y.subarray(0, 6000) };
  const model = sequential({
    name: `${task}_nn_model`,
    seed: 42,
    layers: binary
      ? [
          layers.dense({ units: 25, activation: 'sigmoid', inputShape: [400] }),
          layers.dense({ units: 15, activation: 'sigmoid' }),
          layers.dense({ units: 1, activation: 'sigmoid' }),
        ]
      : [
          layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
          layers.dense({ units: 64, activation: 'relu' }),
          layers.dense({ units: 10, activation: 'softmax' }),
        ],
  });
  const loss = binary ? 'binaryCrossentropy' : 'categoricalCrossentropy';
  model.compile({ optimizer: 'adam', loss, metrics: ['accuracy'] });
  const seconds: number[] = [];
  let begun = 0;
  const trained = await model.fit(few.x, few.y, {
    epochs,
    validationData: [test.x, test.y],
    verbose: 0,
    callbacks: {
      onEpochBegin: () => {
        begun = performance.now();
      },
      onEpochEnd: () => {
        seconds.push((performance.now() - begun) / 1000);
      },
    },
  });
  let summary = '';
  model.summary({
    print: (text) => {
      summary = text;
    },
  });
  const [firstKernel] = await model.getWeights();
  const run: Run = {
    title: binary ? 'Zero or one' : 'Handwritten digits, 0 to 9',
    subtitle: `Trained for ${epochs} epochs on ${few.y.length} images`,
    history: trained,
    labels: test.y,
    probabilities: await model.predict(test.x),
    images: test.x,
    model: {
      name: model.name,
      summary,
      seed: model.seed,
      weightsHash: await model.weightsHash(),
      ...(firstKernel && { firstKernel }),
    },
    timings: { seconds, samples: few.y.length },
    recipe: { optimizer: 'Adam', 'learning rate': 0.001, 'batch size': 32, epochs, loss, shuffle: true },
    engine: { threads: 2, SIMD: true },
    command: `npx inkgrad train ${task} --epochs ${epochs} --seed 42`,
  };
  await model.dispose();
  return run;
}
