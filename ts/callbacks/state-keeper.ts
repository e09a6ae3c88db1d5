import { Callback } from './callback.ts';

/** A moment at which a training could be stopped and go on. */
export interface Moment {
  /** Batches since the last state that was kept, or since the training began. */
  readonly batches: number;
  /** An epoch is over, its validation and what callbacks make of it included. */
  readonly epochEnds: boolean;
  /** No more epochs follow. */
  readonly last: boolean;
}

/**
 * A callback that keeps whole states of a training, so that one that was stopped goes on from there. `fit` asks it when
 * all other callbacks are done.
 */
export abstract class StateKeeper extends Callback {
  /** Batches after which a state is due. */
  readonly everyBatches: number = Number.POSITIVE_INFINITY;

  /** Whether a state is to be kept now. One is too when the training is aborted. */
  abstract isDue(moment: Moment): boolean;
  /**
   * The newest state that can be read; undefined if there is none.
   * @param decode throws a FormatError for a state that is damaged
   */
  abstract read<State>(decode: (bytes: Uint8Array, source: string) => Promise<State>): Promise<State | undefined>;
  /** Keeps a state. @throws FileError; the states that were kept before are still there */
  abstract write(bytes: Uint8Array): Promise<void>;
  /** The training has come to its end. */
  abstract end(): Promise<void>;
}
