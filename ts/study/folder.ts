/** The folder of a study: its definition, a line for each run, and a line for each reading of the test set. */

import { mkdir, open, readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupFolder } from '../callbacks/backup/folder.ts';
import { ArgumentError, FileError, InkgradError } from '../errors.ts';
import { inFile } from '../formats/in-file.ts';
import { parseText } from '../json.ts';
import { decodeCheckpoint } from '../model/fit/checkpoint.ts';
import { nodeFiles } from '../node/files.ts';
import { lockFolder } from '../node/lock.ts';
import { checkInteger, checkRecord, checkText, describe } from '../options.ts';
import { version } from '../version.ts';
import { differenceOf, type StudyDefinition } from './options.ts';
import { checkRun, checkScores, type Scores, type StudyRun } from './records.ts';

export const studyFiles = {
  definition: 'study.json',
  runs: 'runs.jsonl',
  test: 'test.jsonl',
  weights: 'weights',
  states: '.checkpoints',
} as const;

/** What a run's model makes of the test digits. */
export interface TestScores extends Scores {
  /** Of a run. */
  readonly id: string;
  /** Mean accuracy on the test digits shifted by two pixels along both axes, in all four directions. */
  readonly shiftedAccuracy: number;
}

/** A folder that nobody else writes a study to until this is disposed of. */
export class StudyFolder implements AsyncDisposable {
  readonly path: string;
  readonly #unlock: () => Promise<void>;
  readonly #runs = new Map<string, StudyRun>();
  readonly #scores = new Map<string, TestScores>();
  #readings = 0;

  private constructor(path: string, unlock: () => Promise<void>) {
    this.path = path;
    this.#unlock = unlock;
  }

  /**
   * Makes the folder, or opens that of an earlier call with the same definition.
   * @throws FileError also for another study's folder; FormatError for files that are damaged
   */
  static async open(path: string, definition: StudyDefinition): Promise<StudyFolder> {
    try {
      await mkdir(path, { recursive: true });
    } catch (error) {
      throw new FileError(`${path}: cannot be written to (${(error as Error).message})`, { cause: error });
    }
    const unlock = await lockFolder(path);
    try {
      const folder = new StudyFolder(path, unlock);
      await folder.#begin(definition);
      await folder.#readAll();
      return folder;
    } catch (error) {
      await unlock();
      if (error instanceof InkgradError) throw error;
      throw new FileError(`${path}: cannot be used (${(error as Error).message})`, { cause: error });
    }
  }

  get runs(): ReadonlyMap<string, StudyRun> {
    return this.#runs;
  }

  get scores(): ReadonlyMap<string, TestScores> {
    return this.#scores;
  }

  /** How often the test set was read, those times included after which nothing was written. */
  get readings(): number {
    return this.#readings;
  }

  /** The newest state of a run that was stopped. */
  async state(id: string, warn: (text: string) => void): Promise<Uint8Array | undefined> {
    const decode = async (bytes: Uint8Array, source: string) => {
      await decodeCheckpoint(bytes, source);
      return bytes;
    };
    return this.#states(id).read(decode, warn);
  }

  keepState(id: string, state: Uint8Array): Promise<void> {
    return this.#states(id).write(state);
  }

  /** Keeps what came of a run; a second time of the same does nothing. */
  async add(run: StudyRun, weights: Uint8Array | undefined): Promise<void> {
    if (this.#runs.has(run.id)) return;
    if (weights) await nodeFiles.write(this.weightsPath(run.id), weights);
    await this.#append(studyFiles.runs, run);
    this.#runs.set(run.id, run);
    await this.#states(run.id).clear();
    await nodeFiles.removeFolder(join(this.path, studyFiles.states));
  }

  /** The test set is about to be read. */
  async beginReading(sha256: string): Promise<void> {
    await this.#append(studyFiles.test, { reading: this.#readings + 1, sha256, inkgradVersion: version });
    this.#readings++;
  }

  async addScores(scores: TestScores): Promise<void> {
    await this.#append(studyFiles.test, scores);
    this.#scores.set(scores.id, scores);
  }

  weightsPath(id: string): string {
    return join(this.path, studyFiles.weights, `${id}.safetensors`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#unlock();
  }

  #states(id: string): BackupFolder {
    return new BackupFolder(nodeFiles, join(this.path, studyFiles.states, id));
  }

  async #begin(definition: StudyDefinition): Promise<void> {
    const path = join(this.path, studyFiles.definition);
    await nodeFiles.sweep(this.path);
    const bytes = await nodeFiles.read(path);
    if (!bytes) {
      const others = (await readdir(this.path)).filter((name) => !name.startsWith('.'));
      if (others.length > 0) {
        throw new FileError(
          `${this.path}: holds files (${others.slice(0, 3).join(', ')}) but no study; name another folder`,
        );
      }
      const content = { inkgradVersion: version, ...definition };
      await nodeFiles.write(path, Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`));
      return;
    }
    const text = new TextDecoder().decode(bytes);
    const { inkgradVersion, ...kept } = inFile(path, () => checkRecord('contents', parseText(text, path)));
    const part = differenceOf(definition, kept as unknown as StudyDefinition);
    if (part !== undefined) {
      throw new FileError(
        `${this.path}: holds another study (its ${part} ${part === 'data' ? 'have other hashes' : 'differ'}); name another folder`,
      );
    }
    if (inkgradVersion !== version) {
      throw new FileError(
        `${this.path}: begun by inkgrad ${inkgradVersion}, whose runs may differ from those of ${version}`,
      );
    }
  }

  async #readAll(): Promise<void> {
    for (const run of await this.#read(studyFiles.runs, checkRun)) this.#runs.set(run.id, run);
    for (const line of await this.#read(studyFiles.test, checkTestLine)) {
      if ('id' in line) this.#scores.set(line.id, line);
      else this.#readings = line.reading;
    }
  }

  /** The lines of a file. One that has no end is what a process that was killed left, and is cut off. */
  async #read<Line>(name: string, check: (value: unknown) => Line): Promise<Line[]> {
    const path = join(this.path, name);
    const bytes = (await nodeFiles.read(path)) ?? new Uint8Array();
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end < bytes.length) await truncate(path, end);
    const lines = new TextDecoder().decode(bytes.subarray(0, end)).split('\n').slice(0, -1);
    return lines.map((line, i) => {
      const source = `${path}, line ${i + 1}`;
      return inFile(source, () => check(parseText(line, source)));
    });
  }

  /** One write of a whole line, which is on the disk when this resolves. */
  async #append(name: string, line: object): Promise<void> {
    const path = join(this.path, name);
    try {
      const file = await open(path, 'a');
      try {
        await file.appendFile(`${JSON.stringify(line)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      throw new FileError(`${path}: cannot be added to (${(error as Error).message})`, { cause: error });
    }
  }
}

function checkTestLine(value: unknown): TestScores | { readonly reading: number } {
  const fields = checkRecord('line', value);
  if (fields.reading !== undefined) {
    return { reading: checkInteger('reading', fields.reading, 1, Number.MAX_SAFE_INTEGER) };
  }
  const { shiftedAccuracy } = fields;
  if (typeof shiftedAccuracy !== 'number') {
    throw new ArgumentError('shiftedAccuracy', 'a share', describe(shiftedAccuracy));
  }
  return { id: checkText('id', fields.id), ...checkScores('scores', fields), shiftedAccuracy };
}
