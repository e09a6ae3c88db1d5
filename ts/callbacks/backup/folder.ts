/** A folder with the newest states of a training: while one is written, those before it are whole. */

import { FormatError } from '../../errors.ts';
import type { FileAccess } from '../../platform.ts';

const pattern = /^checkpoint-(\d{6,15})\.safetensors$/;

/** How many stay: a damaged one still has one before it. */
const KEPT = 2;

export class BackupFolder {
  readonly #files: FileAccess;
  readonly #path: string;

  constructor(files: FileAccess, path: string) {
    this.#files = files;
    this.#path = path;
  }

  /**
   * The newest state that is whole.
   * @param tell hears of those that are not
   * @throws FormatError if there are states and none is
   */
  async read<State>(
    decode: (bytes: Uint8Array, source: string) => Promise<State>,
    tell: (message: string) => void,
  ): Promise<State | undefined> {
    const damaged: FormatError[] = [];
    for (const number of (await this.#numbers()).reverse()) {
      const path = this.#file(number);
      const bytes = await this.#files.read(path);
      if (!bytes) continue;
      try {
        return await decode(bytes, path);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        damaged.push(error);
        tell(`${error.message}; the checkpoint before it is taken, if there is one`);
      }
    }
    const [first] = damaged;
    if (first) {
      const expected = 'a whole checkpoint; to begin anew, remove the folder or name another';
      const received = `none that can be read of ${damaged.length} (${first.message})`;
      throw new FormatError(this.#path, expected, received, { cause: first });
    }
    return undefined;
  }

  /** @throws FileError */
  async write(bytes: Uint8Array): Promise<void> {
    const numbers = await this.#numbers();
    await this.#files.write(this.#file((numbers.at(-1) ?? 0) + 1), bytes);
    for (const number of numbers.slice(0, Math.max(0, numbers.length + 1 - KEPT))) {
      await this.#files.remove(this.#file(number));
    }
  }

  /** Removes all states, and the folder if nothing else is in it. @throws FileError */
  async clear(): Promise<void> {
    for (const number of await this.#numbers()) await this.#files.remove(this.#file(number));
    await this.#files.removeFolder(this.#path);
  }

  /** The numbers of the states, in order. What writers that were killed have left is removed. */
  async #numbers(): Promise<number[]> {
    await this.#files.sweep(this.#path);
    const entries = await this.#files.list(this.#path);
    if (entries === undefined || entries === 'file') return [];
    return entries
      .flatMap(({ name, kind }) => (kind === 'file' ? [pattern.exec(name)?.[1]] : []))
      .flatMap((number) => (number === undefined ? [] : [Number(number)]))
      .sort((a, b) => a - b);
  }

  #file(number: number): string {
    return this.#files.beside(`${this.#path}/.`, `checkpoint-${String(number).padStart(6, '0')}.safetensors`);
  }
}
