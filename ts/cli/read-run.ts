/** Run folders, read back. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError, FormatError } from '../errors.ts';
import { inFile } from '../formats/in-file.ts';
import { parseText } from '../json.ts';
import { loadModel } from '../load-model.ts';
import type { Sequential } from '../model.ts';
import { nodeFiles } from '../node/files.ts';
import { settle } from '../node/replace.ts';
import { checkConfig, checkEpochs, checkHistory } from './check-run.ts';
import { allRunFiles, type RunRecord, runFiles } from './run-folder.ts';
import { unfinishedConfig } from './run-keeper.ts';

const advice = 'name a run folder, as `inkgrad train` writes them';

/** A run, with its model loaded; whoever opens it disposes of that. */
export interface OpenRun extends RunRecord {
  readonly model: Sequential;
}

/**
 * Reads a run folder.
 * @throws FileError, FormatError
 */
export async function openRun(folder: string): Promise<OpenRun> {
  await checkFolder(folder);
  settle(folder, allRunFiles);
  await checkBegun(folder, runFiles.config);
  try {
    return await readRun(folder);
  } catch (error) {
    // A training that ends at this moment replaces the files between two reads; the second time they are all its own.
    if (!(error instanceof FormatError)) throw error;
    return readRun(folder);
  }
}

async function readRun(folder: string): Promise<OpenRun> {
  const config = await readJson(join(folder, runFiles.config), checkConfig);
  const history = await readJson(join(folder, runFiles.history), (content) => {
    const checked = checkHistory(content);
    checkEpochs({ config, history: checked });
    return checked;
  });
  const path = join(folder, runFiles.model);
  const model = await loadModel(path);
  const [trained, loaded] = [history.weightsSha256, await model.weightsHash()];
  if (trained === loaded) return { config, history, model };
  await model.dispose();
  throw new FormatError(path, `the run's weights, with the SHA-256 ${trained}`, loaded);
}

/**
 * The model file that a path means: itself, or the one in the run folder there.
 * @throws FileError
 */
export async function modelFile(path: string): Promise<string> {
  const status = await stat(path).catch(() => undefined);
  if (!status?.isDirectory()) return path;
  settle(path, allRunFiles);
  await checkBegun(path, runFiles.model);
  return join(path, runFiles.model);
}

/** @throws FileError unless there is a folder of that name */
export async function checkFolder(path: string): Promise<void> {
  const status = await stat(path).catch(() => undefined);
  if (!status) throw new FileError(`${path}: there is no such folder; ${advice}`);
  if (!status.isDirectory()) throw new FileError(`${path}: is no folder; ${advice}`);
}

/** That a folder has a run's file, and not only a training that never came so far. */
async function checkBegun(folder: string, file: string): Promise<void> {
  const isThere = (path: string) => stat(path).then(Boolean, () => false);
  if ((await isThere(join(folder, file))) || !(await isThere(unfinishedConfig(folder)))) return;
  throw new FileError(`${folder}: its training was interrupted; go on with it: inkgrad train --resume ${folder}`);
}

/** @throws FileError, FormatError */
export async function readJson<Content>(path: string, check: (content: unknown) => Content): Promise<Content> {
  const bytes = await nodeFiles.read(path);
  if (!bytes) throw new FileError(`${path}: there is no such file; ${advice}`);
  return inFile(path, () => check(parseText(new TextDecoder().decode(bytes), path)));
}
