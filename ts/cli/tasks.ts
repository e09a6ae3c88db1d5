/** The digit tasks, as data: what is learnt, by which network, and how. */

import type { ActivationName } from '../activations.ts';
import { defaultAugmentation } from '../augment.ts';
import { type DenseLayer, layers } from '../layers.ts';
import type { LossName } from '../losses.ts';
import { optimizers } from '../optimizers.ts';
import { type Recipe as NamedRecipe, type RecipeName, recipe } from '../recipes.ts';
import { type DigitSource, loadTenDigits, loadZerosAndOnes, type TaskDigits } from './digits.ts';

export interface Task {
  readonly title: string;
  readonly modelName: string;
  /** Pixels of an image. */
  readonly inputs: number;
  readonly hidden: { readonly units: readonly number[]; readonly activation: ActivationName };
  readonly output: { readonly units: number; readonly activation: ActivationName };
  /** Layers are named by it and their number; else as Keras names them. */
  readonly layerName?: string;
  readonly loss: LossName;
  /** Loads the digits in the form that the task wants. */
  readonly load: (source?: DigitSource) => Promise<TaskDigits>;
}

/** What a training follows from, besides the task. */
export interface Recipe {
  readonly epochs: number;
  readonly batchSize: number;
  /** Adam's. */
  readonly learningRate: number;
  readonly seed: number;
  /** Units of each hidden layer. Default: the task's. */
  readonly hiddenUnits?: readonly number[];
  /** What says batch size, learning rate, decay and augmentation in place of those here. Default: none. */
  readonly recipe?: RecipeName;
  /** Changes the images in each pass, as `fit`'s `augment: true`. Default: false. */
  readonly augment?: boolean;
}

/** How a network is compiled and fitted by a recipe. */
export function methodOf({ recipe: name, augment, ...plain }: Recipe, samples: number): Method {
  const { epochs, batchSize, learningRate } = plain;
  if (name !== undefined) return recipe(name, { samples, epochs });
  return {
    compile: { optimizer: optimizers.adam({ learningRate }) },
    fit: { epochs, batchSize, ...(augment && { augment: defaultAugmentation }) },
  };
}

/** The epochs of a recipe when none are asked for. */
export function epochsOf(name: RecipeName | undefined): number {
  return name === undefined ? defaultRecipe.epochs : recipe(name, { samples: 1 }).fit.epochs;
}

export type Method = Pick<NamedRecipe, 'compile' | 'fit'>;

export const defaultRecipe: Recipe = { epochs: 20, batchSize: 32, learningRate: 0.001, seed: 42 };

export type TaskName = 'binary' | 'multiclass';

export const tasks: Readonly<Record<TaskName, Task>> = {
  binary: {
    title: '0 or 1, from 20 x 20 pixels',
    modelName: 'binary_nn_model',
    inputs: 400,
    hidden: { units: [25, 15], activation: 'sigmoid' },
    output: { units: 1, activation: 'sigmoid' },
    layerName: 'layer',
    loss: 'binaryCrossentropy',
    load: loadZerosAndOnes,
  },
  multiclass: {
    title: '0 to 9, from 28 x 28 pixels',
    modelName: 'multiclass_nn_model',
    inputs: 784,
    hidden: { units: [128, 64], activation: 'relu' },
    output: { units: 10, activation: 'softmax' },
    loss: 'categoricalCrossentropy',
    load: loadTenDigits,
  },
};

export const taskNames = Object.keys(tasks) as TaskName[];

/** The layers of a task's network. */
export function layersOf({ inputs, hidden, output, layerName }: Task, { hiddenUnits }: Recipe): DenseLayer[] {
  const sizes = (hiddenUnits ?? hidden.units).map((units) => ({ units, activation: hidden.activation }));
  return [...sizes, output].map(({ units, activation }, i) =>
    layers.dense({
      units,
      activation,
      ...(i === 0 && { inputShape: [inputs] }),
      ...(layerName && { name: `${layerName}${i + 1}` }),
    }),
  );
}
