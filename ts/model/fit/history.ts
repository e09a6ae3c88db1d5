import type { Logs } from '../../callbacks/callback.ts';

/** What a training gave, epoch by epoch. */
export interface History {
  /** The numbers of the epochs, from 0. */
  readonly epoch: number[];
  /**
   * Keras's names, a number for each epoch; those of validation only for the epochs that had one. Accuracies are shares
   * from 0 to 1.
   */
  readonly history: Record<string, number[]> & {
    loss: number[];
    accuracy?: number[];
    val_loss?: number[];
    val_accuracy?: number[];
    learning_rate?: number[];
  };
  /** What the training was asked for. */
  readonly params: {
    readonly epochs: number;
    /** Batches of an epoch; undefined for a stream whose length was never seen. */
    steps: number | undefined;
    /** Of a stream that of its largest batch. */
    batchSize: number;
    readonly verbose: 0 | 1 | 2;
  };
}

export function emptyHistory(params: History['params']): History {
  return { epoch: [], history: { loss: [] }, params };
}

export function addEpoch({ epoch: epochs, history }: History, epoch: number, logs: Logs): void {
  epochs.push(epoch);
  for (const [name, value] of Object.entries(logs)) {
    history[name] ??= [];
    history[name].push(value);
  }
}
