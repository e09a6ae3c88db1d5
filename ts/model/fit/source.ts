/** Where the batches of a training come from. */

import type { AugmentSpec } from '../../augment/options.ts';
import type { EpochProgress } from '../../engine/engine.ts';

export interface BatchSource<Place extends SourcePlace = SourcePlace> {
  /** Batches of the epoch that has begun, as far as it is known. */
  readonly steps: number | undefined;
  /** Samples a batch. */
  readonly batchSize: number;
  /** What a place is of: a training goes on with the same alone. */
  readonly settings: SourceSettings;
  /** Begins an epoch: its figures begin at zero. */
  begin(epoch: number): Promise<void>;
  /** Whether the epoch has another batch; a stream is asked for it. */
  hasMore(): Promise<boolean>;
  /** Trains at most so many batches more, at least one, of those that there are. */
  train(maxSteps: number): Promise<EpochProgress>;
  /** Where it stands, within an epoch or at its end. */
  place(): Promise<Place>;
  /** Goes to a place that `place` told, in place of `begin`. */
  resume(epoch: number, place: Place): Promise<void>;
  /** Lets go of whatever is half read. */
  close(): Promise<void>;
}

export interface SourceSettings {
  /** Null for a stream. */
  readonly samples: number | null;
  readonly batchSize: number | null;
  readonly shuffle: boolean | null;
  readonly stepsPerEpoch: number | null;
  readonly augment: AugmentSpec | null;
}

/** A place in arrays. */
export interface ArrayPlace {
  /** The epoch in which the pass over the rows began. */
  readonly orderOf: number;
  /** Where the engine stands. */
  readonly engine: readonly number[];
}

/** A place in a stream. */
export interface StreamPlace {
  /** Batches of the stream that are done. */
  readonly taken: number;
  /** Where the engine stands in the epoch; empty at its beginning. */
  readonly engine: readonly number[];
}

export type SourcePlace = ArrayPlace | StreamPlace;
