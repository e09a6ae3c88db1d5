/** Runs of a study: what is to be trained, what came of it, and how that is read from a file. */

import type { TaskName } from '../cli/tasks.ts';
import { ArgumentError } from '../errors.ts';
import { checkInteger, checkName, checkNumber, checkRecord, checkText, describe, isList } from '../options.ts';
import type { Setting } from './settings.ts';

/** What a run learns from: the training digits without those held out for validation, or all of them. */
export const parts = ['learn', 'all'] as const;
/** What a run learns from. */
export type Part = (typeof parts)[number];

/** One training, as plain JSON. */
export interface RunOrder {
  /** Of the study: part, setting, epochs and seed. */
  readonly id: string;
  readonly task: TaskName;
  /** Its place among the study's settings, from 0. */
  readonly setting: number;
  readonly method: Setting;
  /** Passes over what it learns from. */
  readonly epochs: number;
  /** Of the first weights, the order of rows, and noise. */
  readonly seed: number;
  /** What it learns from. */
  readonly part: Part;
}

/** The misclassified rows and what each was taken for: with the labels, all decisions. */
export interface Mistakes {
  /** Rows of the digits that were scored, from 0. */
  readonly rows: readonly number[];
  /** The class that each was taken for. */
  readonly decisions: readonly number[];
}

/** How a model does on digits that it has not learned from. */
export interface Scores {
  /** Mean over the digits. */
  readonly loss: number;
  /** Share, 0 to 1. */
  readonly accuracy: number;
  /** Each misclassified digit. */
  readonly mistakes: Mistakes;
}

interface RunFacts extends Pick<RunOrder, 'id' | 'setting' | 'epochs' | 'seed' | 'part'> {
  /** Of the training. */
  readonly seconds: number;
}

/** A training that came to its end. */
export interface TrainedRun extends RunFacts {
  /** The SHA-256 of the weights, as `weightsHash` gives it. */
  readonly weightsSha256: string;
  /** Of each epoch, on what was learned from. */
  readonly history: { readonly loss: readonly number[]; readonly accuracy: readonly number[] };
  /** On the validation digits; of a run that learned from all digits there are none. */
  readonly validation?: Scores;
}

/** A training whose loss became infinite or no number: of a setting that is of no use. */
export interface FailedRun extends RunFacts {
  /** What went wrong, in words. */
  readonly failed: string;
}

/** A run that came to its end, one way or the other. */
export type StudyRun = TrainedRun | FailedRun;

export function idOf({ part, setting, epochs, seed }: Pick<RunOrder, 'part' | 'setting' | 'epochs' | 'seed'>): string {
  return `${part}-${setting + 1}-${epochs}-${seed}`;
}

export function isTrained(run: StudyRun): run is TrainedRun {
  return !('failed' in run);
}

const most = Number.MAX_SAFE_INTEGER;

/** @throws ArgumentError that names the field */
export function checkRun(content: unknown): StudyRun {
  const fields = checkRecord('run', content);
  const facts = {
    setting: checkInteger('setting', fields.setting, 0, most),
    epochs: checkInteger('epochs', fields.epochs, 1, most),
    seed: checkInteger('seed', fields.seed, 0, most),
    part: checkName('part', fields.part, parts),
  };
  const id = checkName('id', fields.id, [idOf(facts)]);
  const seconds = checkNumber('seconds', fields.seconds, 'a number', Number.isFinite);
  if (fields.failed !== undefined) return { id, ...facts, failed: checkText('failed', fields.failed), seconds };
  const history = checkRecord('history', fields.history);
  return {
    id,
    ...facts,
    weightsSha256: checkText('weightsSha256', fields.weightsSha256),
    history: {
      loss: checkColumn('history.loss', history.loss, Number.isFinite),
      accuracy: checkColumn('history.accuracy', history.accuracy, Number.isFinite),
    },
    ...(fields.validation !== undefined && { validation: checkScores('validation', fields.validation) }),
    seconds,
  };
}

/** @throws ArgumentError that names the field */
export function checkScores(argument: string, content: unknown): Scores {
  const { loss, accuracy, mistakes } = checkRecord(argument, content);
  const { rows, decisions } = checkRecord(`${argument}.mistakes`, mistakes);
  const isId = (value: number) => Number.isInteger(value) && value >= 0;
  const checked = {
    rows: checkColumn(`${argument}.mistakes.rows`, rows, isId),
    decisions: checkColumn(`${argument}.mistakes.decisions`, decisions, isId),
  };
  if (checked.rows.length !== checked.decisions.length) {
    throw new ArgumentError(`${argument}.mistakes`, 'a decision for each row', `${checked.decisions.length}`);
  }
  return {
    loss: checkNumber(`${argument}.loss`, loss, 'a number', () => true),
    accuracy: checkNumber(`${argument}.accuracy`, accuracy, 'a share', (share) => share >= 0 && share <= 1),
    mistakes: checked,
  };
}

function checkColumn(argument: string, values: unknown, holds: (value: number) => boolean): number[] {
  if (!isList(values)) throw new ArgumentError(argument, 'an array of numbers', describe(values));
  return values.map((value, i) => checkNumber(`${argument}[${i}]`, value, 'a number that makes sense here', holds));
}
