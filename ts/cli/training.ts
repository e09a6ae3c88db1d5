/** A task's model: built, trained, and evaluated on held-out digits. */

import type { StateKeeper } from '../callbacks/state-keeper.ts';
import { Callback, type Logs } from '../callbacks.ts';
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

/** What a training needs besides its model and its data. */
export interface TrainingOrder {
  readonly method: Method;
  readonly signal: AbortSignal;
  readonly verbose: Verbosity;
  /** Keeps its states, and has what it goes on from. */
  readonly keeper: StateKeeper | undefined;
}

/**
 * Trains until the method's epochs are done or the signal is aborted, which leaves the model as its last step left it.
 * @throws as the model's `fit`, but not the signal's reason
 */
export async function train(
  model: Sequential,
  data: TrainTestSplit<Tensor2D>,
  { method, signal, verbose, keeper }: TrainingOrder,
): Promise<Training> {
  const { train, test } = data;
  const { fit } = method;
  const recorder = new Recorder(train.y.length);
  const { table } = recorder;
  const outcome = (completed: boolean) => ({ completed, epochs: table, seconds: recorder.seconds });
  try {
    await model.fit(train.x, train.y, {
      ...fit,
      validationData: [test.x, test.y],
      callbacks: [recorder, ...(keeper ? [keeper] : [])],
      signal,
      verbose,
    });
    return outcome(true);
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    return outcome(table.epoch.length === fit.epochs);
  }
}

/** Fills in a table as `fit` goes, and has a clock that stands still while the training is stopped. */
class Recorder extends Callback {
  readonly table = Object.fromEntries(epochColumns.map((column) => [column, [] as number[]])) as EpochTable;
  readonly #samples: number;
  #start = performance.now();
  #startOfEpoch = 0;

  /** @param samples of an epoch */
  constructor(samples: number) {
    super();
    this.#samples = samples;
  }

  /** Of the training so far. */
  get seconds(): number {
    return secondsSince(this.#start);
  }

  override onEpochBegin(): void {
    this.#startOfEpoch = performance.now();
  }

  override onEpochEnd(epoch: number, logs: Logs): void {
    const seconds = secondsSince(this.#startOfEpoch);
    const row = { epoch, ...logs, seconds, samplesPerSecond: this.#samples / seconds };
    for (const column of epochColumns) this.table[column].push(row[column] as number);
  }

  override getState() {
    return { table: this.table, seconds: this.seconds, secondsOfEpoch: secondsSince(this.#startOfEpoch) };
  }

  override setState(state: unknown): void {
    const { table, seconds, secondsOfEpoch } = state as ReturnType<Recorder['getState']>;
    for (const column of epochColumns) this.table[column].push(...table[column]);
    this.#start = performance.now() - 1000 * seconds;
    this.#startOfEpoch = performance.now() - 1000 * secondsOfEpoch;
  }
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
