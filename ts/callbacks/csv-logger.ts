import { FormatError, OptionError } from '../errors.ts';
import { checkBoolean, checkOptions, checkText, describe } from '../options.ts';
import type { FileAccess } from '../platform.ts';
import { Callback, type Logs } from './callback.ts';
import { filesFor } from './files.ts';
import { readState } from './state.ts';

/** Options of `callbacks.csvLogger`. */
export interface CSVLoggerOptions {
  /** Between the cells of a row: one character. Default: ','. */
  readonly separator?: string;
  /** Adds to a file that exists, without a second header. Default: false, which replaces it. */
  readonly append?: boolean;
}

/**
 * Writes a row of figures for each epoch, in Keras's columns: `epoch` (from 0), the names of the first epoch's figures
 * in alphabetical order, and without validation the same behind `val_`; 'NA' for what an epoch lacks. A row is in the
 * file before training goes on.
 * @example
 * ```js
 * import { CSVLogger, layers, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new CSVLogger('training.csv', { append: true });
 * await model.fit(x, y, { epochs: 5, verbose: 0, callbacks: [callback] });
 * ```
 */
export class CSVLogger extends Callback {
  readonly #path: string;
  readonly #separator: string;
  readonly #append: boolean;
  #names: readonly string[] | undefined;
  /** Bytes of the file, as far as it is known. */
  #length = 0;

  /** @throws OptionError */
  constructor(path: string, options: CSVLoggerOptions = {}) {
    super();
    checkOptions('csvLogger', options, ['separator', 'append']);
    const { separator = ',', append = false } = options;
    this.#path = checkText('path', path);
    if (typeof separator !== 'string' || !/^[^"\r\n]$/u.test(separator)) {
      throw new OptionError('separator', 'one character, neither a quote nor a line break', describe(separator));
    }
    this.#separator = separator;
    this.#append = checkBoolean('append', append);
  }

  /** @throws FileError */
  override async onTrainBegin(): Promise<void> {
    const files = filesFor('csvLogger');
    this.#names = undefined;
    if (!this.#append && !this.resumes) await files.write(this.#path, new Uint8Array());
    this.#length = (await files.read(this.#path))?.length ?? 0;
  }

  override getState() {
    return { names: this.#names, length: this.#length };
  }

  /** Rows that were written after the state was kept are taken back. @throws FileError */
  override async setState(state: unknown): Promise<void> {
    const files = filesFor('csvLogger');
    const { count, raw } = readState(state);
    const content = (await files.read(this.#path)) ?? new Uint8Array();
    this.#length = Math.min(count('length'), content.length);
    const names = raw('names');
    // A file that is gone begins anew.
    this.#names = content.length > 0 && Array.isArray(names) ? names.map(String) : undefined;
    if (content.length > this.#length) await files.write(this.#path, content.subarray(0, this.#length));
  }

  /** @throws FileError; FormatError if a file to add to has other columns */
  override async onEpochEnd(epoch: number, logs: Logs): Promise<void> {
    const files = filesFor('csvLogger');
    const start = this.#names ? '' : await this.#begin(files, logs);
    const cells = (this.#names as readonly string[]).map((name) => (name === 'epoch' ? epoch : (logs[name] ?? 'NA')));
    const row = new TextEncoder().encode(start + this.#row(cells));
    await files.append(this.#path, row);
    this.#length += row.length;
  }

  /** Settles the columns. Gives what has to stand before the first row. */
  async #begin(files: FileAccess, logs: Logs): Promise<string> {
    const figures = Object.keys(logs).sort();
    const validated = figures.some((name) => name.startsWith('val_'));
    this.#names = ['epoch', ...figures, ...(validated ? [] : figures.map((name) => `val_${name}`))];
    const header = this.#row(this.#names);
    const content = this.#append ? new TextDecoder().decode(await files.read(this.#path)) : '';
    if (content === '') return header;
    const [first = ''] = content.split(/\r?\n/, 1);
    if (first !== header.trimEnd()) throw new FormatError(this.#path, `the columns ${header.trimEnd()}`, first);
    // A program killed in the middle of a row may have left it without an end.
    return content.endsWith('\n') ? '' : '\r\n';
  }

  #row(cells: readonly (string | number)[]): string {
    const quote = (cell: string) =>
      cell.includes(this.#separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    return `${cells.map((cell) => quote(String(cell))).join(this.#separator)}\r\n`;
  }
}
