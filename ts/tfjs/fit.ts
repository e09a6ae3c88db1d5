/** What `fit` and `fitDataset` can be told, in TensorFlow.js's words, and what they give. */

import type { BatchesFitOptions, FitOptions, History as HouseHistory } from '../model/fit.ts';
import { checkInteger, checkOptions } from '../options.ts';
import type { FitCallbacks, Params } from './callbacks.ts';
import { type DatasetLike, isDataset, pairsOf } from './pairs.ts';
import { type Tensor, valuesOf } from './tensor.ts';

/** A weight for each class, by its id. */
export interface ClassWeight {
  [classIndex: number]: number;
}

interface CommonFitArgs {
  /** Default: 1 (fitDataset: needed by TensorFlow.js, 1 here). */
  epochs?: number;
  /** 0 silent, 1 a progress bar, 2 a line an epoch. Default: 0. */
  verbose?: 0 | 1 | 2;
  /** One or several objects with hooks, or what a function of `tf.callbacks` made. */
  callbacks?: FitCallbacks | FitCallbacks[];
  /** How much the loss of each class counts. Default: 1. */
  classWeight?: ClassWeight | ClassWeight[];
  /** The number of the first epoch. Default: 0. */
  initialEpoch?: number;
  /** Of no effect: training pauses every 20 ms. */
  yieldEvery?: 'auto' | 'batch' | 'epoch' | 'never' | number;
}

/** Options of `fit`. */
export interface ModelFitArgs extends CommonFitArgs {
  /** Default: 32. */
  batchSize?: number;
  /** The share of the samples, their last ones, that is validated on and not trained on. Default: 0. */
  validationSplit?: number;
  /** Samples and labels to validate on, and perhaps how much each counts. */
  validationData?: [Tensor, Tensor] | [Tensor, Tensor, Tensor];
  /** Default: true. */
  shuffle?: boolean | 'batch';
  /** How much the loss of each sample counts. Default: 1. */
  sampleWeight?: Tensor;
  /** Batches of an epoch. Default: all. */
  stepsPerEpoch?: number;
  /** Batches of a validation. Default: all. */
  validationSteps?: number;
}

/** Options of `fitDataset`. */
export interface ModelFitDatasetArgs extends CommonFitArgs {
  /** Batches of an epoch. Default: all of a pass. */
  batchesPerEpoch?: number;
  /** Samples and labels, or a dataset, to validate on. */
  validationData?: [Tensor, Tensor] | [Tensor, Tensor, Tensor] | DatasetLike;
  /** Batches of a validation. Default: all. */
  validationBatches?: number;
  /** Of no effect on the figures. */
  validationBatchSize?: number;
}

/** Options of `evaluate`. */
export interface ModelEvaluateArgs {
  /** Of no effect on the figures. */
  batchSize?: number;
  /** Of no effect: nothing is printed. */
  verbose?: 0 | 1 | 2;
  /** How much the loss of each sample counts. Default: 1. */
  sampleWeight?: Tensor;
  /** Batches to evaluate. Default: all. */
  steps?: number;
}

/**
 * What a training gave, epoch by epoch.
 * @example
 * ```js
 * import * as tf from 'inkgrad/tfjs';
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
 * const { epoch, history } = await model.fit(tf.tensor2d([[1], [2]]), tf.tensor2d([[2], [4]]), { epochs: 2 });
 * console.log(epoch, history.loss.length); // prints [ 0, 1 ] 2
 * ```
 */
export class History {
  /** The numbers of the epochs, from 0. */
  readonly epoch: number[];
  /** The figures by name, each epoch by epoch. */
  readonly history: { [name: string]: number[] };
  /** What the training was asked for. */
  readonly params: Params;

  constructor({ epoch, history }: Pick<HouseHistory, 'epoch' | 'history'>, params: Params) {
    this.epoch = epoch;
    this.history = history;
    this.params = params;
  }

  /** TensorFlow.js's figures may be in tensors yet; these are numbers. */
  async syncData(): Promise<void> {}
}

const common = ['epochs', 'verbose', 'callbacks', 'classWeight', 'initialEpoch', 'yieldEvery'];

const one = <T>(value: T | T[] | undefined): T | undefined => (Array.isArray(value) ? value[0] : value);

/** Options that are there. */
function defined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== null)) as T;
}

/** `fit`'s arguments for the house's `fit`, callbacks apart. @throws OptionError */
export function toFitOptions(args: ModelFitArgs): FitOptions {
  checkOptions('fit', args, [
    ...common,
    'batchSize',
    'validationSplit',
    'validationData',
    'shuffle',
    'sampleWeight',
    'stepsPerEpoch',
    'validationSteps',
  ]);
  const { yieldEvery: _, callbacks: __, validationSteps: ___, ...options } = args;
  const { validationData, sampleWeight, shuffle, classWeight, verbose = 0, ...others } = options;
  return {
    ...defined({
      ...others,
      validationData: validationData && heldOut(validationData),
      sampleWeight: sampleWeight && valuesOf('sampleWeight', sampleWeight),
      shuffle: shuffle === 'batch' ? true : shuffle,
      classWeight: one(classWeight),
    }),
    verbose,
  } as FitOptions;
}

/** `fitDataset`'s arguments for the house's `fit`, callbacks apart. @throws OptionError */
export function toDatasetFitOptions(args: ModelFitDatasetArgs): BatchesFitOptions {
  checkOptions('fitDataset', args, [
    ...common,
    'batchesPerEpoch',
    'validationData',
    'validationBatches',
    'validationBatchSize',
  ]);
  const { batchesPerEpoch, validationData, validationBatches, validationBatchSize, classWeight, verbose = 0 } = args;
  const { epochs, initialEpoch } = args;
  const held =
    validationData &&
    (isDataset(validationData)
      ? pairsOf('validationData', validationData, validationBatches)
      : heldOut(validationData));
  return {
    ...defined({
      epochs,
      initialEpoch,
      stepsPerEpoch: batchesPerEpoch,
      validationData: held,
      validationBatchSize,
      classWeight: one(classWeight),
    }),
    verbose,
  } as BatchesFitOptions;
}

function heldOut(data: [Tensor, Tensor] | [Tensor, Tensor, Tensor]): FitOptions['validationData'] {
  return data.map((tensor, i) => valuesOf(`validationData[${i}]`, tensor)) as unknown as FitOptions['validationData'];
}

/** What callbacks and the history are told of a training. */
export function paramsOf(
  { epochs = 1, initialEpoch = 0, verbose = 0 }: CommonFitArgs,
  rows: { readonly samples: number | null; readonly steps: number | null; readonly batchSize: number | null },
  metrics: readonly string[],
  doValidation: boolean,
): Params {
  const all = doValidation ? [...metrics, ...metrics.map((name) => `val_${name}`)] : [...metrics];
  return { epochs, initialEpoch, ...rows, verbose, doValidation, metrics: all };
}

/** Rows that `fit` trains on, and how many a batch has. */
export function rowsOf(
  samples: number,
  { batchSize = 32, validationSplit = 0, validationData, stepsPerEpoch }: ModelFitArgs,
) {
  checkInteger('batchSize', batchSize, 1, Number.MAX_SAFE_INTEGER);
  const trained = validationData ? samples : Math.floor(samples * (1 - validationSplit));
  const sizeOf = (batch: number) => {
    const place = batch * batchSize;
    // With stepsPerEpoch an epoch may begin anywhere, so that nobody knows which of its batches is a short one.
    return stepsPerEpoch === undefined ? Math.min(batchSize, trained - place) : undefined;
  };
  return { samples: trained, steps: stepsPerEpoch ?? null, batchSize, sizeOf };
}
