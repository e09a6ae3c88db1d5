/** A model, as the files that train and score it see it. */

import type { CallbackModel } from '../callbacks/callback.ts';
import type { Rows, Targets } from '../engine/engine.ts';
import type { ModelContent } from '../formats/format.ts';
import type { TargetKind } from '../losses.ts';
import type { InputScale } from './input-scale.ts';
import type { Home } from './network.ts';

/** Samples, and with them labels and weights, ready for an engine. */
export interface Data {
  readonly rows: Rows;
  readonly targets: Targets;
  /** What the loss takes them for. */
  readonly kind: TargetKind;
  /** One a row; without any all count 1. */
  readonly weights?: Float32Array;
}

/** Names of arguments, for errors. */
export type DataNames = readonly [x: string, y: string];

/** What is asked of a network: model/network.ts's, or another's that has a place to be. */
export interface NetworkAccess {
  /** Works with the network, which stays meanwhile. @throws DisposedError */
  use<T>(work: (home: Home) => Promise<T>): Promise<T>;
  /** @throws DisposedError */
  checkOpen(): void;
}

export interface Trainable {
  readonly model: CallbackModel;
  readonly network: NetworkAccess;
  /** Numbers in a row of samples. */
  readonly inputs: number;
  /** The axes of a row of samples. */
  readonly inputShape: readonly number[];
  /** Numbers that the last layer gives for a row. */
  readonly outputs: number;
  /** How large the numbers are that it learned from. */
  readonly scale: InputScale;
  /** Whether `fit` is at work: 'paused' while it waits for code of the user's, which may then set weights. */
  phase: 'idle' | 'training' | 'paused';
  /**
   * The names of the numbers that the engine gives as metrics, in its order.
   * @throws DisposedError, NotCompiledError
   */
  metricNames(method: string): readonly string[];
  rows(name: string, x: unknown): Rows;
  /** The whole model as of now, with what its optimizer keeps or without. */
  content(withOptimizer: boolean): Promise<ModelContent>;
  data(names: DataNames, x: unknown, y: unknown): Data;
  /**
   * @param allowed a phase in which it can be done although `fit` is at work
   * @throws BusyError while `fit` is at work
   */
  checkIdle(method: string, allowed?: Trainable['phase']): void;
}
