/** Run folders, read back. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ArgumentError, FileError, FormatError } from '../errors.ts';
import { loadModel } from '../load-model.ts';
import type { Sequential } from '../model.ts';
import { nodeFiles } from '../node/files.ts';
import { checkBoolean, checkInteger, checkName, checkNumber, checkText, describe } from '../options.ts';
import { type RunConfig, type RunHistory, type RunRecord, runFiles } from './run-folder.ts';
import { taskNames } from './tasks.ts';

/** A run, with its model loaded; whoever opens it disposes of that. */
export interface OpenRun extends RunRecord {
  readonly model: Sequential;
}

/**
 * Reads a run folder.
 * @throws FileError, FormatError
 */
export async function openRun(folder: string): Promise<OpenRun> {
  const config = await readJson(join(folder, runFiles.config), checkConfig);
  const history = await readJson(join(folder, runFiles.history), checkHistory);
  const path = join(folder, runFiles.model);
  const model = await loadModel(path);
  const [trained, loaded] = [history.weightsSha256, await model.weightsHash()];
  if (trained === loaded) return { config, history, model };
  await model.dispose();
  throw new FormatError(path, `the run's weights, with the SHA-256 ${trained}`, loaded);
}

/** The model file that a path means: itself, or the one in the run folder there. */
export async function modelFile(path: string): Promise<string> {
  const status = await stat(path).catch(() => undefined);
  return status?.isDirectory() ? join(path, runFiles.model) : path;
}

async function readJson<Content>(path: string, check: (content: unknown) => Content): Promise<Content> {
  const bytes = await nodeFiles.read(path);
  if (!bytes)
    throw new FileError(`${path}: there is no such file; name a run folder, as \`inkgrad train\` writes them`);
  try {
    return check(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (error instanceof ArgumentError) {
      throw new FormatError(`${path}: ${error.argument}`, error.expected, error.received, { cause: error });
    }
    if (!(error instanceof SyntaxError)) throw error;
    throw new FormatError(path, 'JSON', error.message, { cause: error });
  }
}

function checkConfig(content: unknown): RunConfig {
  const config = checkObject('contents', content);
  checkName('task', config.task, taskNames);
  const training = checkObject('training', config.training);
  for (const name of ['epochs', 'batchSize']) {
    checkInteger(`training.${name}`, training[name], 1, Number.MAX_SAFE_INTEGER);
  }
  const { learningRate } = checkObject('training.optimizer', training.optimizer);
  checkNumber('training.optimizer.learningRate', learningRate, 'a number', Number.isFinite);
  checkInteger('seed', config.seed, 0, Number.MAX_SAFE_INTEGER);
  const data = checkObject('data', config.data);
  for (const part of ['train', 'test']) {
    const { rows, columns, sha256 } = checkObject(`data.${part}`, data[part]);
    checkInteger(`data.${part}.rows`, rows, 1, Number.MAX_SAFE_INTEGER);
    checkInteger(`data.${part}.columns`, columns, 1, Number.MAX_SAFE_INTEGER);
    checkText(`data.${part}.sha256`, sha256);
  }
  if (data.directory !== undefined) checkText('data.directory', data.directory);
  const engine = checkObject('engine', config.engine);
  checkInteger('engine.threads', engine.threads, 1, Number.MAX_SAFE_INTEGER);
  for (const name of ['simd', 'relaxed']) checkBoolean(`engine.${name}`, engine[name]);
  const versions = checkObject('versions', config.versions);
  for (const name of ['inkgrad', 'node']) checkText(`versions.${name}`, versions[name]);
  const system = checkObject('system', config.system);
  for (const name of ['platform', 'arch']) checkText(`system.${name}`, system[name]);
  return content as RunConfig;
}

function checkHistory(content: unknown): RunHistory {
  const history = checkObject('contents', content);
  checkBoolean('completed', history.completed);
  checkText('weightsSha256', history.weightsSha256);
  const { epoch = [] } = history;
  for (const name of ['epoch', 'loss', 'accuracy', 'val_loss', 'val_accuracy', 'seconds', 'samplesPerSecond']) {
    const column = history[name];
    if (!Array.isArray(column) || column.length !== (epoch as unknown[]).length) {
      throw new ArgumentError(name, 'a number for each epoch', describe(column));
    }
    column.forEach((value, i) => {
      checkNumber(`${name}[${i}]`, value, 'a number', Number.isFinite);
    });
  }
  return content as RunHistory;
}

function checkObject(argument: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ArgumentError(argument, 'an object', describe(value));
}
