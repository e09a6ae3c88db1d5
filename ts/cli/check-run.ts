/** What the JSON files of a run folder must hold: they come from other versions, other people and text editors. */

import { checkAugment } from '../augment.ts';
import { ArgumentError } from '../errors.ts';
import { checkBoolean, checkInteger, checkName, checkNumber, checkRecord, checkText, describe } from '../options.ts';
import { recipeNames } from '../recipes.ts';
import { scheduleRoom } from '../schedules.ts';
import { checkCheckpointEvery } from './checkpoint-every.ts';
import type { RunConfig, RunHistory, RunRecord } from './run-folder.ts';
import { taskNames } from './tasks.ts';
import { epochColumns } from './training.ts';

/** @throws ArgumentError that names the field */
export function checkConfig(content: unknown): RunConfig {
  const config = checkRecord('contents', content);
  checkName('task', config.task, taskNames);
  checkModel(checkRecord('model', config.model));
  const training = checkRecord('training', config.training);
  checkText('training.loss', training.loss);
  for (const name of ['epochs', 'batchSize']) checkCount(`training.${name}`, training[name]);
  const { learningRate } = checkRecord('training.optimizer', training.optimizer);
  if (typeof learningRate === 'object') scheduleRoom.read('training.optimizer.learningRate', learningRate);
  else checkNumber('training.optimizer.learningRate', learningRate, 'a number', Number.isFinite);
  if (training.recipe !== undefined) checkName('training.recipe', training.recipe, recipeNames);
  checkAugment('training.augment', training.augment);
  checkInteger('seed', config.seed, 0, Number.MAX_SAFE_INTEGER);
  checkData(checkRecord('data', config.data));
  if (config.checkpointEvery !== undefined) checkCheckpointEvery('checkpointEvery', config.checkpointEvery);
  const engine = checkRecord('engine', config.engine);
  checkCount('engine.threads', engine.threads);
  for (const name of ['simd', 'relaxed']) checkBoolean(`engine.${name}`, engine[name]);
  checkTexts('versions', config.versions, ['inkgrad', 'node']);
  checkTexts('system', config.system, ['platform', 'arch']);
  return content as RunConfig;
}

function checkModel({ name, parameters, layers }: Record<string, unknown>): void {
  checkText('model.name', name);
  checkCount('model.parameters', parameters);
  if (!Array.isArray(layers)) throw new ArgumentError('model.layers', 'an array', describe(layers));
  layers.forEach((layer, i) => {
    checkText(`model.layers[${i}].name`, checkRecord(`model.layers[${i}]`, layer).name);
  });
}

function checkData(data: Record<string, unknown>): void {
  for (const part of ['train', 'test']) {
    const { rows, columns, sha256 } = checkRecord(`data.${part}`, data[part]);
    checkCount(`data.${part}.rows`, rows);
    checkCount(`data.${part}.columns`, columns);
    checkText(`data.${part}.sha256`, sha256);
  }
  if (data.directory !== undefined) checkText('data.directory', data.directory);
}

/** @throws ArgumentError that names the field */
export function checkHistory(content: unknown): RunHistory {
  const history = checkRecord('contents', content);
  checkBoolean('completed', history.completed);
  if (history.finished !== undefined) checkDate('finished', history.finished);
  checkText('weightsSha256', history.weightsSha256);
  for (const name of ['totalSeconds', 'peakResidentBytes']) {
    checkNumber(name, history[name], 'a number', Number.isFinite);
  }
  const epochs = Array.isArray(history.epoch) ? history.epoch.length : 0;
  for (const name of epochColumns) {
    const column = history[name];
    if (!Array.isArray(column) || column.length !== epochs) {
      throw new ArgumentError(name, 'a number for each epoch', describe(column));
    }
    column.forEach((value, i) => {
      checkNumber(`${name}[${i}]`, value, 'a number', Number.isFinite);
    });
  }
  return content as RunHistory;
}

/** That the epochs are those of the recipe, from the first on. */
export function checkEpochs({ config, history }: RunRecord): void {
  const { epochs } = config.training;
  if (history.epoch.length > epochs) {
    throw new ArgumentError('epoch', `at most the ${epochs} epochs of the recipe`, `${history.epoch.length}`);
  }
  history.epoch.forEach((epoch, i) => {
    checkInteger(`epoch[${i}]`, epoch, i, i);
  });
}

function checkDate(argument: string, value: unknown): void {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return;
  throw new ArgumentError(argument, "a date such as '2026-11-26T14:04:00.000Z'", describe(value));
}

function checkCount(argument: string, value: unknown): void {
  checkInteger(argument, value, 1, Number.MAX_SAFE_INTEGER);
}

function checkTexts(argument: string, value: unknown, names: readonly string[]): void {
  const texts = checkRecord(argument, value);
  for (const name of names) checkText(`${argument}.${name}`, texts[name]);
}
