/** Keeps the state of a run's training in its folder, so that a run that was stopped, however, goes on. */

import { join } from 'node:path';
import { BackupFolder } from '../callbacks/backup/folder.ts';
import { type Moment, StateKeeper } from '../callbacks/state-keeper.ts';
import { FileError } from '../errors.ts';
import { nodeFiles } from '../node/files.ts';
import type { CheckpointEvery } from './checkpoint-every.ts';
import type { Output } from './output.ts';
import type { RunConfig } from './run-folder.ts';

/** Milliseconds from one state to the next of 'auto': the work of so long is lost with a power cut. */
const PERIOD = 5000;

/** Where the states of a training are, in its run's folder, until it is over. */
export const unfinishedFolder = '.checkpoint';

/** What the training follows from, as in the run's `config.json`. */
const configFile = 'run.json';

/** The path of the `RunConfig` of an unfinished training. */
export function unfinishedConfig(folder: string): string {
  return join(folder, unfinishedFolder, configFile);
}

/** The states of an unfinished training. */
export function unfinishedStates(folder: string): BackupFolder {
  return new BackupFolder(nodeFiles, join(folder, unfinishedFolder));
}

export class RunKeeper extends StateKeeper implements AsyncDisposable {
  readonly #folder: string;
  readonly #every: CheckpointEvery;
  readonly #warn: Output['warn'];
  #time = performance.now();
  /** What the training goes on from, if it is not in the folder yet. */
  #first: Uint8Array | undefined;
  /** There is something in the folder to go on from. */
  #resumable = false;
  #failed = false;
  override readonly everyBatches: number;
  /** The newest state, which is a model's file, too. */
  newest: Uint8Array | undefined;

  constructor(folder: string, every: CheckpointEvery, { warn }: Output) {
    super();
    this.#folder = folder;
    this.#every = every;
    this.#warn = warn;
    this.everyBatches = typeof every === 'number' ? every : Number.POSITIVE_INFINITY;
  }

  /**
   * Says in the folder what is being trained.
   * @param from what the training goes on from: a state, or those that are 'here'; nothing if it begins
   */
  async open(config: RunConfig, from: Uint8Array | 'here' | undefined): Promise<void> {
    this.#resumable = from === 'here';
    this.#first = from instanceof Uint8Array ? from : undefined;
    await this.#unlessFull(async () => {
      if (from !== 'here') await this.clear();
      if (this.#first) await this.#states.write(this.#first);
      await nodeFiles.write(unfinishedConfig(this.#folder), Buffer.from(`${JSON.stringify(config, undefined, 2)}\n`));
    });
  }

  isDue({ batches, epochEnds, last }: Moment): boolean {
    if (last) return true;
    if (this.#every === 'auto') return performance.now() - this.#time >= PERIOD;
    return this.#every === 'epoch' ? epochEnds : batches >= this.everyBatches;
  }

  async read<State>(decode: (bytes: Uint8Array, source: string) => Promise<State>): Promise<State | undefined> {
    const take = async (bytes: Uint8Array, source: string) => {
      const state = await decode(bytes, source);
      this.newest = bytes;
      return state;
    };
    return (await this.#states.read(take, this.#warn)) ?? (this.#first && take(this.#first, this.#folder));
  }

  /** A training of hours does not end for want of room on the disk. */
  async write(bytes: Uint8Array): Promise<void> {
    this.newest = bytes;
    await this.#unlessFull(async () => {
      await this.#states.write(bytes);
      this.#resumable = true;
    });
    this.#time = performance.now();
  }

  async end(): Promise<void> {}

  /** Removes all that is kept: the run is in its place. */
  async clear(): Promise<void> {
    await nodeFiles.remove(unfinishedConfig(this.#folder));
    await this.#states.clear();
  }

  /** Leaves nothing in the folder that does not help. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#resumable) await this.clear();
  }

  get #states(): BackupFolder {
    return unfinishedStates(this.#folder);
  }

  async #unlessFull(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (!this.#failed) this.#warn(`The training goes on without a checkpoint: ${error.message}`);
      this.#failed = true;
    }
  }
}
