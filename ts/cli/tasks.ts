/** The digit tasks, as data: what is learnt, by which network, and how. */

import { type LoadMnistOptions, loadBinaryDigits, loadMnist } from '../data.ts';
import { type DenseLayer, layers } from '../layers.ts';
import type { LossName } from '../losses.ts';
import type { TrainTestSplit } from '../tensor.ts';

export interface Task {
  readonly title: string;
  readonly modelName: string;
  readonly layers: readonly DenseLayer[];
  readonly loss: LossName;
  /** Loads the digits in the form that the task wants; the options say where MNIST is. */
  readonly load: (options?: LoadMnistOptions) => Promise<TrainTestSplit>;
}

/** What a training follows from, besides the task. */
export interface Recipe {
  readonly epochs: number;
  readonly batchSize: number;
  /** Adam's. */
  readonly learningRate: number;
  readonly seed: number;
}

export const defaultRecipe: Recipe = { epochs: 20, batchSize: 32, learningRate: 0.001, seed: 42 };

export type TaskName = 'binary' | 'multiclass';

export const tasks: Readonly<Record<TaskName, Task>> = {
  binary: {
    title: '0 or 1, from 20 x 20 pixels',
    modelName: 'binary_nn_model',
    layers: [
      layers.dense({ units: 25, activation: 'sigmoid', inputShape: [400], name: 'layer1' }),
      layers.dense({ units: 15, activation: 'sigmoid', name: 'layer2' }),
      layers.dense({ units: 1, activation: 'sigmoid', name: 'layer3' }),
    ],
    loss: 'binaryCrossentropy',
    load: loadBinaryDigits,
  },
  multiclass: {
    title: '0 to 9, from 28 x 28 pixels',
    modelName: 'multiclass_nn_model',
    layers: [
      layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
      layers.dense({ units: 64, activation: 'relu' }),
      layers.dense({ units: 10, activation: 'softmax' }),
    ],
    loss: 'categoricalCrossentropy',
    load: loadMnist,
  },
};

export const taskNames = Object.keys(tasks) as TaskName[];
