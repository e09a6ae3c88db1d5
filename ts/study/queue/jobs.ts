/** What coordinators and workers tell each other by way of Redis. */

import { createHash } from 'node:crypto';
import { taskNames } from '../../cli/tasks.ts';
import { ArgumentError } from '../../errors.ts';
import { checkInteger, checkName, checkNumber, checkRecord, checkText } from '../../options.ts';
import { version } from '../../version.ts';
import type { DigitsOf } from '../digits.ts';
import { type Choice, canonical, type StudyDefinition } from '../options.ts';
import { checkRun, idOf, parts, type RunOrder, type StudyRun } from '../records.ts';
import { checkSetting, type StudySetting } from '../settings.ts';
import { QUEUE } from './connect.ts';

/** A run to be carried out. */
export interface RunJobData {
  /** Other versions may train to other bits. */
  readonly inkgradVersion: string;
  readonly digits: DigitsOf;
  /** SHA-256 of the training digits. */
  readonly sha256: string;
  readonly order: RunOrder;
}

/** What came of it; the weights' file in base64. */
export interface RunJobResult {
  readonly run: StudyRun;
  readonly weights?: string;
}

/** Where Redis has the newest state of a run, until what came of the run is collected. */
export function stateKeyOf(jobId: string): string {
  return `${QUEUE}:state:${jobId}`;
}

/** The same for the same definition: a coordinator that is started again finds its jobs. */
export function studyIdOf(definition: StudyDefinition): string {
  return createHash('sha256')
    .update(canonical({ inkgradVersion: version, ...definition }))
    .digest('hex')
    .slice(0, 24);
}

export function jobDataOf({ task, rows, choice, data }: StudyDefinition, order: RunOrder): RunJobData {
  const digits = { task, ...(rows !== undefined && { rows }), ...(choice && { choice }) };
  return { inkgradVersion: version, digits, sha256: data.train.sha256, order };
}

const most = Number.MAX_SAFE_INTEGER;

/** @throws ArgumentError that names the field */
export function checkJobData(content: unknown): RunJobData {
  const { inkgradVersion, digits, sha256, order } = checkRecord('job', content);
  const { task, rows, choice } = checkRecord('digits', digits);
  const fields = checkRecord('order', order);
  const facts = {
    setting: checkInteger('order.setting', fields.setting, 0, most),
    epochs: checkInteger('order.epochs', fields.epochs, 1, most),
    seed: checkInteger('order.seed', fields.seed, 0, most),
    part: checkName('order.part', fields.part, parts),
  };
  const checkedTask = checkName('digits.task', task, taskNames);
  return {
    inkgradVersion: checkText('inkgradVersion', inkgradVersion),
    digits: {
      task: checkedTask,
      ...(rows !== undefined && { rows: checkInteger('digits.rows', rows, 1, most) }),
      ...(choice !== undefined && { choice: checkChoice(choice) }),
    },
    sha256: checkText('sha256', sha256),
    order: {
      ...facts,
      id: idOf(facts),
      task: checkedTask,
      method: checkSetting('order.method', checkRecord('order.method', fields.method) as StudySetting),
    },
  };
}

function checkChoice(value: unknown): Choice {
  const { validation, splitSeed } = checkRecord('digits.choice', value);
  const share = (number: number) => number > 0 && number < 1;
  return {
    seeds: [],
    validation:
      validation === 'others' ? validation : checkNumber('digits.choice.validation', validation, 'a share', share),
    splitSeed: checkInteger('digits.choice.splitSeed', splitSeed, 0, most),
  };
}

/** @throws ArgumentError that names the field */
export function checkJobResult(content: unknown, order: RunOrder): RunJobResult {
  const { run, weights } = checkRecord('result', content);
  const checked = checkRun(run);
  if (checked.id !== order.id) throw new ArgumentError('result.run.id', order.id, checked.id);
  return { run: checked, ...(weights !== undefined && { weights: checkText('result.weights', weights) }) };
}
