/** A task's model: built, trained, and evaluated on held-out digits. */

import type { CallbackHooks } from '../callbacks.ts';
import {
  type ClassificationReport,
  type ConfusedPair,
  type ConfusionMatrix,
  classificationReport,
  confusionMatrix,
  mostConfused,
} from '../evaluation.ts';
import type { Verbosity } from '../model/progress.ts';
import { type Sequential, sequential } from '../model.ts';
import type { LabelledRows, Tensor2D, TrainTestSplit } from '../tensor.ts';
import { layersOf, type Method, type Recipe, type Task } from './tasks.ts';

/** A task's model, ready to train. */
export function buildModel(task: Task, recipe: Recipe, { compile }: Method): Sequential {
  const model = sequential({ name: task.modelName, seed: recipe.seed, layers: layersOf(task, recipe) });
  model.compile({ ...compile, loss: task.loss, metrics: ['accuracy'] });
  return model;
}

/** What is kept of each epoch; the figures are named as in Keras's History. */
export const epochColumns = [
  'epoch',
  'loss',
  'accuracy',
  'val_loss',
  'val_accuracy',
  'seconds',
  'samplesPerSecond',
] as const;

/** The finished epochs. */
export type EpochTable = { readonly [Column in (typeof epochColumns)[number]]: number[] };

/** What a training gave. */
export interface Training {
  /** All epochs of the recipe are done: nobody stopped it. */
  readonly completed: boolean;
  /** Seconds of an epoch are those of its training and its validation. */
  readonly epochs: EpochTable;
  /** Of all epochs, and of the one that was broken off. */
  readonly seconds: number;
}

/**
 * Trains until the method's epochs are done or the signal is aborted, which leaves the model as its last step left it.
 * @throws as the model's `fit`, but not the signal's reason
 */
export async function train(
  model: Sequential,
  data: TrainTestSplit<Tensor2D>,
  { fit }: Method,
  signal: AbortSignal,
  verbose: Verbosity,
): Promise<Training> {
  const { train, test } = data;
  const { epochs } = fit;
  const table = emptyTable();
  const start = performance.now();
  const outcome = (completed: boolean) => ({ completed, epochs: table, seconds: secondsSince(start) });
  try {
    await model.fit(train.x, train.y, {
      ...fit,
      validationData: [test.x, test.y],
      callbacks: recorder(table, train.y.length),
      signal,
      verbose,
    });
    return outcome(true);
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    return outcome(table.epoch.length === epochs);
  }
}

/** Fills in a table as `fit` goes. */
function recorder(table: EpochTable, samples: number): CallbackHooks {
  let start = 0;
  return {
    onEpochBegin() {
      start = performance.now();
    },
    onEpochEnd(epoch, logs) {
      const seconds = secondsSince(start);
      const row = { epoch, ...logs, seconds, samplesPerSecond: samples / seconds };
      for (const [name, value] of Object.entries(row)) table[name as keyof EpochTable].push(value);
    },
  };
}

function emptyTable(): EpochTable {
  return Object.fromEntries(epochColumns.map((column) => [column, [] as number[]])) as EpochTable;
}

/** How good a model is. */
export interface Judgement {
  readonly loss: number;
  /** What the model says of each digit. */
  readonly probabilities: Tensor2D;
  readonly report: ClassificationReport;
  readonly matrix: ConfusionMatrix;
  /** The most frequent mistake first. */
  readonly confused: readonly ConfusedPair[];
}

export async function judge(model: Sequential, { x, y }: LabelledRows): Promise<Judgement> {
  const { loss } = await model.evaluate(x, y);
  const probabilities = await model.predict(x);
  const matrix = confusionMatrix(y, probabilities);
  return {
    loss,
    probabilities,
    report: classificationReport(y, probabilities, { digits: 4 }),
    matrix,
    confused: mostConfused(matrix),
  };
}

/** @param start a `performance.now()` */
export function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
