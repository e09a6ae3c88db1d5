/** A run's model, evaluated again. */

import { FormatError } from '../errors.ts';
import type { LabelledRows } from '../tensor.ts';
import type { Output } from './output.ts';
import { type OpenRun, openRun } from './read-run.ts';
import { dataConfig } from './run-folder.ts';
import { tasks } from './tasks.ts';
import { type Judgement, judge } from './training.ts';

export interface JudgedRun extends OpenRun {
  readonly heldOut: LabelledRows;
  /** They are the digits that the run was evaluated on. */
  readonly sameDigits: boolean;
  readonly judgement: Judgement;
}

/**
 * Opens a run, whose model the caller disposes of, and evaluates it on the held-out digits of its own data or of other.
 * @param directory the digits' folder; else where the run had them from
 * @throws FileError, FormatError, EngineError and their like
 */
export async function judgeRun(folder: string, directory: string | undefined, { warn }: Output): Promise<JudgedRun> {
  const run = await openRun(folder);
  try {
    const { task, data } = run.config;
    const source = directory ?? data.directory;
    const { test: heldOut } = await tasks[task].load(source === undefined ? {} : { directory: source });
    const inputs = run.model.layers[0]?.inputs;
    if (inputs !== heldOut.x.shape[1]) {
      throw new FormatError(folder, `a model of ${heldOut.x.shape[1]} pixels, as the task has`, `one of ${inputs}`);
    }
    const sameDigits = dataConfig(heldOut).sha256 === data.test.sha256;
    if (!sameDigits) warn('These are not the digits that the run was evaluated on.');
    return { ...run, heldOut, sameDigits, judgement: await judge(run.model, heldOut) };
  } catch (error) {
    await run.model.dispose();
    throw error;
  }
}
