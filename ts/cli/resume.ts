/** Runs that go on. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError, FormatError, OptionError } from '../errors.ts';
import { decodeCheckpoint, type Progress } from '../model/fit/checkpoint.ts';
import { nodeFiles } from '../node/files.ts';
import { settle } from '../node/replace.ts';
import { checkConfig } from './check-run.ts';
import type { Output } from './output.ts';
import { checkFolder, readJson } from './read-run.ts';
import { allRunFiles, type RunConfig, runFiles } from './run-folder.ts';
import { unfinishedConfig, unfinishedStates } from './run-keeper.ts';
import type { Recipe } from './tasks.ts';

/** A training that can go on. */
export interface KeptTraining {
  readonly config: RunConfig;
  /** How far it has come; undefined if it was stopped before anything was kept. */
  readonly progress: Progress | undefined;
  /** The state that it goes on from, if that is the one of a run that was written. */
  readonly state: Uint8Array | undefined;
}

/**
 * What a run folder has to go on from: the training that was interrupted there, or else the run.
 * @throws FileError, FormatError
 */
export async function readKeptTraining(folder: string, { warn }: Output): Promise<KeptTraining> {
  await checkFolder(folder);
  settle(folder, allRunFiles);
  const unfinished = unfinishedConfig(folder);
  if (await exists(unfinished)) {
    const config = await readJson(unfinished, checkConfig);
    const kept = await unfinishedStates(folder).read(decodeCheckpoint, warn);
    return { config, progress: kept?.progress, state: undefined };
  }
  const config = await readJson(join(folder, runFiles.config), checkConfig);
  const path = join(folder, runFiles.model);
  const state = await nodeFiles.read(path);
  if (!state) throw new FileError(`${path}: there is no such file`);
  const { progress } = await decodeCheckpoint(state, path).catch((error) => {
    if (!(error instanceof FormatError) || !error.expected.startsWith('a checkpoint')) throw error;
    const reason = 'it was written by an earlier version, or with --checkpoint-every none';
    throw new FormatError(path, error.expected, `${error.received}: ${reason}`, { cause: error });
  });
  return { config, progress, state };
}

/**
 * How a training goes on.
 * @param epochs all that there are to be; the run's own if undefined
 * @throws OptionError if that leaves nothing to do
 */
export function recipeOf({ config, progress, state }: KeptTraining, epochs: number | undefined): Recipe {
  const { training, seed, model } = config;
  const all = epochs ?? training.epochs;
  const done = progress?.epoch ?? 0;
  const least = done + (progress?.begun ? 1 : 0);
  if (all < least) throw new OptionError('--epochs', `at least ${least}, where the run is`, `${all}`);
  if (state && all === done) {
    throw new OptionError(
      '--epochs',
      `more than the ${done} that the run has had`,
      epochs === undefined ? 'none' : `${all}`,
    );
  }
  const { batchSize, optimizer, recipe, augment } = training;
  const hiddenUnits = model.layers.slice(0, -1).map(({ units }) => units);
  const learningRate = optimizer.learningRate as number; // of a recipe it may be a schedule, which the recipe brings
  const plain = { epochs: all, batchSize, learningRate, seed, hiddenUnits };
  if (recipe === undefined) return { ...plain, ...(augment && { augment: true }) };
  if (all !== training.epochs) {
    throw new OptionError('--epochs', `the ${training.epochs} that the recipe's schedule was made for`, `${all}`);
  }
  return { ...plain, recipe };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
