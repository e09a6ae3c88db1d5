/** Where the batches of a training come from. */

import type { EpochProgress } from '../../engine/engine.ts';

export interface BatchSource {
  /** Batches of the epoch that has begun, as far as it is known. */
  readonly steps: number | undefined;
  /** Samples a batch. */
  readonly batchSize: number;
  /** Begins an epoch: its figures begin at zero. */
  begin(epoch: number): Promise<void>;
  /** Trains at most so many batches more, at least one; undefined when the epoch has no more. */
  train(maxSteps: number): Promise<EpochProgress | undefined>;
  /** Lets go of whatever is half read. */
  close(): Promise<void>;
}
