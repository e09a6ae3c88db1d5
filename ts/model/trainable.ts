/** A model, as the files that train and score it see it. */

import type { CallbackModel } from '../callbacks/callback.ts';
import type { Rows, Targets } from '../engine/engine.ts';
import { atOnce, soon, type Work } from '../engine/turn.ts';
import { OptionError, ShapeError } from '../errors.ts';
import type { ModelContent } from '../formats/format.ts';
import { sizeOf, takeRows, takeTargets } from '../inputs.ts';
import { type TargetKind, targetsOf } from '../losses.ts';
import { figureNames } from '../metrics.ts';
import type { CompileSpec } from '../spec.ts';
import type { Kept, KeptRows } from './data/kept.ts';
import { InputScale } from './input-scale.ts';
import type { Home } from './network.ts';

/** Samples, and with them labels and weights, ready for an engine. */
export interface Data<AnyRows extends Rows | KeptRows = Rows> {
  readonly rows: AnyRows;
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
  /**
   * Works with the network, which stays meanwhile.
   * @param prepare what comes first, and is wanted for the work
   * @throws DisposedError
   */
  use<T, Ready = void>(
    work: (home: Home, ready: Ready) => Promise<T>,
    prepare?: () => Ready | Promise<Ready>,
  ): Promise<T>;
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
  /** At once where they are few. */
  rows(name: string, x: unknown): Rows | Promise<Rows>;
  /** The whole model as of now, with what its optimizer keeps or without. */
  content(withOptimizer: boolean): Promise<ModelContent>;
  data(names: DataNames, x: unknown, y: unknown): Promise<Data>;
  /** The same without turns of the event loop. */
  dataNow(names: DataNames, x: unknown, y: unknown): Data;
  /** @throws ShapeError */
  keptRows(name: string, kept: Kept): KeptRows;
  /** @throws ShapeError, LabelError, OptionError for data without labels */
  keptData(names: DataNames, kept: Kept): Promise<Data<KeptRows>>;
  /**
   * @param allowed a phase in which it can be done although `fit` is at work
   * @throws BusyError while `fit` is at work
   */
  checkIdle(method: string, allowed?: Trainable['phase']): void;
}

/** What differs from model to model. */
export interface TrainableParts extends Pick<Trainable, 'model' | 'network' | 'content' | 'checkIdle'> {
  /** The axes of a row that comes in, and of one that goes out. */
  shapes(): { readonly inputShape: readonly number[]; readonly outputShape: readonly number[] };
  /** @throws DisposedError, NotCompiledError */
  compiled(method: string): CompileSpec;
}

export function makeTrainable({ shapes, compiled, ...parts }: TrainableParts): Trainable {
  const take = function* ([nameOfX, nameOfY]: DataNames, x: unknown, y: unknown): Work<Data> {
    const kind = targetsOf(compiled('fit').loss);
    const rows = yield* takeRows(nameOfX, x, it.inputs);
    return { rows, kind, targets: yield* takeTargets(nameOfY, y, rows.count, kind, it.outputs) };
  };
  const it: Trainable = {
    ...parts,
    phase: 'idle',
    scale: new InputScale(),
    get inputShape() {
      return shapes().inputShape;
    },
    get inputs() {
      return sizeOf(shapes().inputShape);
    },
    get outputs() {
      return sizeOf(shapes().outputShape);
    },
    metricNames: (method) => {
      const { metrics, weightedMetrics } = compiled(method);
      return figureNames([...metrics, ...weightedMetrics], it.outputs);
    },
    rows: (name, x) => soon(takeRows(name, x, it.inputs)),
    data: async (names, x, y) => soon(take(names, x, y)),
    dataNow: (names, x, y) => atOnce(take(names, x, y)),
    keptRows: (name, kept) => {
      const { count, inputShape } = kept.facts;
      if (sizeOf(inputShape) === it.inputs) return { kept, count };
      throw new ShapeError(name, `a data set of ${it.inputs} numbers a row`, `one of ${sizeOf(inputShape)}`);
    },
    keptData: async ([nameOfX, nameOfY], kept) => {
      const kind = targetsOf(compiled('fit').loss);
      const rows = it.keptRows(nameOfX, kept);
      const { labels, weights } = kept.facts;
      if (!labels) throw new OptionError(nameOfX, 'a data set with labels, as of dataset(x, y)', 'one without');
      const targets = await soon(takeTargets(nameOfY, labels, rows.count, kind, it.outputs));
      return { rows, kind, targets, ...(weights && { weights }) };
    },
  };
  return it;
}
