/**
 * What the Keras-like layer asks of an engine: coarse calls on numbered networks, data sets and trainers that live in
 * one WASM instance. Everything is async and takes and returns only numbers and typed arrays, so that the same calls
 * work on the engine beside us (Node) and on the one in a worker (pages). Arguments are checked by the callers.
 */

import type { EngineError } from '../errors.ts';
import type { LoweredObject } from '../kind/field.ts';

/** What an engine actually runs on. */
export interface EngineInfo {
  /** Threads that compute, the caller's included. */
  readonly threads: number;
  /** Cores that the machine offers. */
  readonly cores: number;
  /** 128-bit SIMD: always true, since every build needs it. */
  readonly simd: boolean;
  /** The fast build is in use, whose multiply-adds are relaxed SIMD's: only by `init({ build: 'fast' })`. */
  readonly relaxed: boolean;
  /**
   * Whose bits it gives: `'fused'` is the fast build, which is only used where relaxed SIMD fuses multiply-adds, and
   * gives the same bits on all engines and processors that do.
   */
  readonly build: 'default' | 'fused';
  /** The page is cross-origin isolated, without which it has one thread; always in Node. */
  readonly isolated: boolean;
  /** Why the engine runs as it does, in a sentence. */
  readonly reason: string;
}

/** Rows of floats, or of bytes that are worth `byte / divisor` each. */
export type Rows =
  | { readonly floats: Float32Array; readonly count: number }
  | { readonly bytes: Uint8Array; readonly divisor: number; readonly count: number };

/** What rows should give: a class id each, or `columns` numbers each. */
export type Targets = { readonly classes: Uint32Array } | { readonly values: Float32Array };

/** Rows `first` (included) to `end` (excluded) of a data set. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Figures over rows: the mean loss, and the metrics in the order of `compile`, each with as many numbers as it gives. */
export interface Scores {
  readonly loss: number;
  readonly metrics: readonly number[];
}

/** Where an epoch stands; the scores are over its samples so far, each measured before the step that used it. */
export interface EpochProgress extends Scores {
  /** Steps (batches) done. */
  readonly steps: number;
  /** Samples seen. */
  readonly samples: number;
}

/** How an epoch begins; its scores begin at zero. */
export interface EpochStart {
  /** From 0. With the network's seed it gives the order of a shuffled epoch. */
  readonly epoch: number;
  /** Takes the rows in a new order. */
  readonly shuffle: boolean;
  /** Goes on where the epoch before stopped, in its order, until its rows are used up. */
  readonly keepOrder?: boolean;
}

/** What an optimizer keeps, besides the weights: with it a training goes on to the same bits. */
export interface OptimizerState {
  /** Of what the engine has it consist. */
  readonly version: number;
  /** Batches that were learned from. */
  readonly iterations: number;
  /** Nadam's product of momentums; 1 for the others. */
  readonly momentumProduct: number;
  /** The learning rate; null where a schedule tells it. */
  readonly learningRate: number | null;
  /** What is kept of each weight, by Keras's names: 'momentum', 'velocity', ... */
  readonly slots: readonly string[];
  /** For each slot the numbers of all trainable variables, laid out as weights are. */
  readonly numbers: Float32Array;
}

/** All numbers of a network at one moment. */
export interface NetworkState {
  /** As `readWeights` gives them. */
  readonly weights: Float32Array;
  readonly optimizer: OptimizerState;
}

/** How an epoch that was stopped goes on. */
export interface EpochPlace extends Omit<EpochStart, 'keepOrder'> {
  /** The epoch whose order the rows have: an earlier one where several share a pass over the rows. */
  readonly orderOf: number;
  /** What `readPlace` gave. */
  readonly place: readonly number[];
}

declare const handle: unique symbol;
/** Numbers that name things inside an engine. */
export type NetworkHandle = number & { readonly [handle]: 'network' };
export type DatasetHandle = number & { readonly [handle]: 'dataset' };
export type TrainerHandle = number & { readonly [handle]: 'trainer' };

/**
 * A WASM instance with its memory and threads, for `sequential({ engine })`: made by `createEngine`, and stopped by
 * its `terminate()`. Its other methods are for the package itself and may change.
 */
export interface Engine {
  /** What it runs on: threads, SIMD, build. */
  readonly info: EngineInfo;
  /** Why the engine is of no use any more: it was terminated, or a thread of it died. Every call fails with it. */
  readonly gone: EngineError | undefined;

  /** Makes a network from the WASM's record `network`, its variables as their initializers say. */
  createNetwork(description: LoweredObject): Promise<NetworkHandle>;
  /** Sets what training minimises and how, by the WASM's record `training`, and starts the optimizer anew. */
  compile(network: NetworkHandle, training: LoweredObject): Promise<void>;
  /** The numbers of all variables in Keras's order, each row-major, end to end. */
  readWeights(network: NetworkHandle): Promise<Float32Array>;
  /** The opposite of `readWeights`; the optimizer's state stays. */
  writeWeights(network: NetworkHandle, weights: Float32Array): Promise<void>;

  /** Weights and optimizer of a compiled network, of the same moment. */
  readState(network: NetworkHandle): Promise<NetworkState>;
  /** The opposite. Throws OptionError and NonFiniteError (argument `optimizer`), and has changed nothing then. */
  writeState(network: NetworkHandle, state: NetworkState): Promise<void>;

  /**
   * Copies rows (and targets, and a weight for each row) into the engine. Throws NonFiniteError (argument `x`) for a NaN
   * or an infinity.
   */
  createDataset(rows: Rows, columns: number, targets?: Targets, weights?: Float32Array): Promise<DatasetHandle>;
  /** A data set of the same rows, which are there once until the last of them is released. */
  shareDataset(dataset: DatasetHandle, targets?: Targets, weights?: Float32Array): Promise<DatasetHandle>;

  /**
   * Gets ready to train on a range of a data set; allocates all that training needs. With the WASM's record `augment`
   * its images are changed in each pass.
   */
  createTrainer(
    network: NetworkHandle,
    dataset: DatasetHandle,
    range: RowRange,
    batchSize: number,
    augment?: LoweredObject,
  ): Promise<TrainerHandle>;
  /** Sets a trainer to the start of an epoch. */
  beginEpoch(trainer: TrainerHandle, start: EpochStart): Promise<void>;
  /** Where the epoch stands. */
  readPlace(trainer: TrainerHandle): Promise<number[]>;
  /** Begins an epoch in the middle, where a trainer of the same rows and batches stood. */
  resumeEpoch(trainer: TrainerHandle, place: EpochPlace): Promise<void>;
  /**
   * Trains up to `maxSteps` more steps of the epoch, or fewer: a call takes about 20 ms at most, or one step, which gives
   * the event loop its turns where it is longer. Nobody else sees the network in the middle of a step. Throws
   * NonFiniteLossError (with the epoch that `beginEpoch` named) as soon as the loss is not finite.
   */
  train(trainer: TrainerHandle, maxSteps: number): Promise<EpochProgress>;

  /** The learning rate of the next step. */
  learningRate(network: NetworkHandle): Promise<number>;
  /** Sets a constant learning rate, in place of a schedule too. */
  setLearningRate(network: NetworkHandle, learningRate: number): Promise<void>;
  /** Ends a training: writes averages of weights in, where the optimizer keeps them. */
  endTraining(network: NetworkHandle): Promise<void>;

  /** Scores of the network on a range of a data set that has targets. */
  evaluate(network: NetworkHandle, dataset: DatasetHandle, range: RowRange): Promise<Scores>;
  /** The last layer's outputs, row-major, for rows of the network's input length. */
  predict(network: NetworkHandle, rows: Rows): Promise<Float32Array>;
  /** The same for a range of a data set. */
  predictDataset(network: NetworkHandle, dataset: DatasetHandle, range: RowRange): Promise<Float32Array>;

  /** Rows of a data set as a training with that record `augment` sees them in a pass: a byte a pixel, row after row. */
  augment(
    dataset: DatasetHandle,
    augment: LoweredObject,
    of: { readonly seed: number; readonly pass: number; readonly rows: Uint32Array },
  ): Promise<Uint8Array>;

  /** Frees a network, data set or trainer. */
  release(thing: NetworkHandle | DatasetHandle | TrainerHandle): Promise<void>;
  /** Bytes of WASM memory in use by the instance; it only grows. */
  memoryBytes(): Promise<number>;
  /** Stops the threads; the engine is of no use afterwards. */
  terminate(): Promise<void>;
}

/** What an engine beside us can also be asked at once: as the calls of these names without `Now`, which throw the same. */
export interface EngineAtHand extends Engine {
  createNetworkNow(description: LoweredObject): NetworkHandle;
  compileNow(network: NetworkHandle, training: LoweredObject): void;
  readWeightsNow(network: NetworkHandle): Float32Array;
  writeWeightsNow(network: NetworkHandle, weights: Float32Array): void;
  createDatasetNow(rows: Rows, columns: number, targets?: Targets, weights?: Float32Array): DatasetHandle;
  evaluateNow(network: NetworkHandle, dataset: DatasetHandle, range: RowRange): Scores;
  predictNow(network: NetworkHandle, rows: Rows): Float32Array;
  releaseNow(thing: NetworkHandle | DatasetHandle | TrainerHandle): void;
}
