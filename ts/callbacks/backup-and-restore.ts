import { checkBoolean, checkOptions, checkText } from '../options.ts';
import type { BackupFolder } from './backup/folder.ts';
import { filesFor } from './files.ts';
import { checkSaveFreq, type SaveFreq } from './save-freq.ts';
import { type Moment, StateKeeper } from './state-keeper.ts';

/** Options of `callbacks.backupAndRestore`. */
export interface BackupAndRestoreOptions {
  /** The folder of the training's state; of one training alone. */
  readonly backupDir: string;
  /** 'epoch' saves at the end of each epoch, a number after so many batches. Default: 'epoch'. */
  readonly saveFreq?: SaveFreq;
  /** Removes the state when training has come to its end. Default: true. */
  readonly deleteCheckpoint?: boolean;
}

/**
 * Saves the whole state of a training, and has one that was stopped go on from there, in a `fit` of the same model, data
 * and options: it then ends with the weights, to the bit, of a training that was never stopped, on any number of threads.
 * Other callbacks go on from where they were, too, and the history has all epochs. An abort saves the state as well.
 *
 * The state before stays until a new one is on the disk; one that is damaged is told, and the one before it taken.
 * @example
 * ```js
 * import { BackupAndRestore, layers, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new BackupAndRestore({ backupDir: 'backup' }); // stopped, the same call goes on
 * await model.fit(x, y, { epochs: 5, verbose: 0, callbacks: [callback] });
 * ```
 */
export class BackupAndRestore extends StateKeeper {
  readonly #backupDir: string;
  readonly #saveFreq: SaveFreq;
  readonly #deleteCheckpoint: boolean;
  override readonly everyBatches: number;

  /** @throws OptionError */
  constructor(options: BackupAndRestoreOptions) {
    super();
    checkOptions('backupAndRestore', options, ['backupDir', 'saveFreq', 'deleteCheckpoint']);
    const { backupDir, saveFreq = 'epoch', deleteCheckpoint = true } = options;
    this.#backupDir = checkText('backupDir', backupDir);
    this.#saveFreq = checkSaveFreq(saveFreq);
    this.#deleteCheckpoint = checkBoolean('deleteCheckpoint', deleteCheckpoint);
    this.everyBatches = this.#saveFreq === 'epoch' ? Number.POSITIVE_INFINITY : this.#saveFreq;
  }

  isDue({ batches, epochEnds, last }: Moment): boolean {
    if (last) return !this.#deleteCheckpoint;
    return this.#saveFreq === 'epoch' ? epochEnds : batches >= this.#saveFreq;
  }

  /** @throws FileError in pages; FormatError if no state in the folder is whole */
  async read<State>(decode: (bytes: Uint8Array, source: string) => Promise<State>): Promise<State | undefined> {
    const folder = await this.#folder();
    return folder.read(decode, (message) => this.warnings.warn('DAMAGED_CHECKPOINT', message));
  }

  async write(bytes: Uint8Array): Promise<void> {
    await (await this.#folder()).write(bytes);
  }

  async end(): Promise<void> {
    if (this.#deleteCheckpoint) await (await this.#folder()).clear();
  }

  async #folder(): Promise<BackupFolder> {
    const files = filesFor('backupAndRestore');
    const { BackupFolder } = await import('./backup/folder.ts');
    return new BackupFolder(files, this.#backupDir);
  }
}
