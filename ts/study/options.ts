/** What a study is asked for, and what it is defined by. */

import type { DataConfig } from '../cli/run-folder.ts';
import { type TaskName, taskNames } from '../cli/tasks.ts';
import { OptionError } from '../errors.ts';
import { checkBoolean, checkInteger, checkName, checkNumber, checkOptions, describe, isList } from '../options.ts';
import { drawSettings, type RandomSearch } from './random.ts';
import { checkSetting, type Setting, type StudySetting } from './settings.ts';

export const finals = ['chosen', 'all', 'none'] as const;
/** Which settings are trained on all training digits and read the test set: the one that was chosen, all, or none. */
export type Final = (typeof finals)[number];

/** What a study is, apart from how and where it runs. */
export interface StudyPlan {
  /** Default: 'multiclass'. */
  readonly task?: TaskName;
  /** One setting or several. Default: the recipe 'plain'. */
  readonly settings?: StudySetting | readonly StudySetting[];
  /** The seeds themselves, or how many: 1, 2, ... Default: 5. */
  readonly seeds?: number | readonly number[];
  /**
   * The share of the training digits that is held out to choose a setting by, of each digit the same: 0 (nothing is
   * chosen) to less than 1. MNIST's zeros and ones are validated on those that the binary task leaves aside, where this is
   * not said. Default: a sixth, or 0 where there is but one setting.
   */
  readonly validation?: number;
  /** What the choice of the validation digits follows from. Default: 1. */
  readonly splitSeed?: number;
  /** How many of the seeds settings are chosen by. Default: all; 1 in a search. */
  readonly choiceSeeds?: number;
  /** Draws settings in place of those given, which are the grounds that they vary. */
  readonly random?: RandomSearch;
  /**
   * Successive halving (Jamieson and Talwalkar, 2016): all settings get few epochs, and the best of them, one in
   * `factor`, go on to `factor` times as many, until one is left or its epochs are its own. Default: off; a factor of 3.
   */
  readonly halving?: boolean | { readonly factor?: number };
  /** Default: 'chosen', or 'all' where nothing is chosen. */
  readonly final?: Final;
  /** Takes no more than the first so many training digits. Default: all. */
  readonly rows?: number;
}

export const planNames = [
  'task',
  'settings',
  'seeds',
  'validation',
  'splitSeed',
  'choiceSeeds',
  'random',
  'halving',
  'final',
  'rows',
] as const satisfies readonly (keyof StudyPlan)[];

/** How settings are chosen. */
export interface Choice {
  /** The seeds that settings are chosen by. */
  readonly seeds: readonly number[];
  /** The share held out, or the digits that the binary task leaves aside. */
  readonly validation: number | 'others';
  /** What the choice of the validation digits follows from. */
  readonly splitSeed: number;
  /** Of successive halving. */
  readonly factor?: number;
}

/** A StudyPlan, checked, as plain JSON, without its data. */
export interface CheckedPlan {
  /** What is learned. */
  readonly task: TaskName;
  /** What is trained, in the order of tables and figures. */
  readonly settings: readonly Setting[];
  /** Each setting is trained from each of them. */
  readonly seeds: readonly number[];
  /** How one of the settings is chosen; undefined where none is. */
  readonly choice?: Choice;
  /** What the settings were drawn from. */
  readonly random?: RandomSearch;
  /** Which settings are trained on all training digits and tested. */
  readonly final: Final;
  /** Training digits that are taken, the first ones; undefined for all. */
  readonly rows?: number;
}

/** `study.json`: what the results follow from, to the bit. */
export interface StudyDefinition extends CheckedPlan {
  /** The digits, by their hashes. */
  readonly data: { readonly train: DataConfig; readonly test: DataConfig };
}

const most = Number.MAX_SAFE_INTEGER;
const MOST_SEEDS = 100_000;

/**
 * @param ownDigits the digits come from a folder
 * @throws OptionError
 */
export function checkPlan(plan: StudyPlan, ownDigits: boolean): CheckedPlan {
  checkOptions('study', plan, planNames);
  const task = checkName('task', plan.task ?? 'multiclass', taskNames);
  const settings = checkSettings(plan);
  const seeds = checkSeeds(plan.seeds ?? 5);
  const choice = checkChoice(plan, settings.length, seeds, task === 'binary' && !ownDigits);
  const final = checkName('final', plan.final ?? (choice ? 'chosen' : 'all'), finals);
  if (!choice && final !== 'all') {
    const why = settings.length === 1 ? 'there is one setting' : 'validation is 0';
    throw new OptionError('final', `'all', since ${why} and nothing is chosen`, `'${final}'`);
  }
  return {
    task,
    settings,
    seeds,
    ...(choice && { choice }),
    ...(plan.random && { random: plan.random }),
    final,
    ...(plan.rows !== undefined && { rows: checkInteger('rows', plan.rows, 2, most) }),
  };
}

function checkSettings({ settings = {}, random }: StudyPlan): Setting[] {
  const given = (isList(settings) ? settings : [settings]) as readonly StudySetting[];
  if (given.length === 0) throw new OptionError('settings', 'at least one setting', 'none');
  const checked = given.map((setting, i) => checkSetting(isList(settings) ? `settings[${i}]` : 'settings', setting));
  const all = random === undefined ? checked : drawSettings(random, given);
  const names = new Map<string, number>();
  return all.map((setting) => {
    const count = (names.get(setting.name) ?? 0) + 1;
    names.set(setting.name, count);
    if (count > 1 && !random) throw new OptionError('settings', 'settings that differ', `'${setting.name}' twice`);
    return count === 1 ? setting : { ...setting, name: `${setting.name} (${count})` };
  });
}

function checkSeeds(seeds: number | readonly number[]): number[] {
  if (!isList(seeds)) {
    return Array.from({ length: checkInteger('seeds', seeds, 1, MOST_SEEDS) }, (_, i) => i + 1);
  }
  if (seeds.length === 0) throw new OptionError('seeds', 'at least one seed', 'none');
  const checked = seeds.map((seed, i) => checkInteger(`seeds[${i}]`, seed, 0, most));
  if (new Set(checked).size < checked.length) throw new OptionError('seeds', 'each seed once', describe(seeds));
  return checked;
}

function checkChoice(plan: StudyPlan, settings: number, seeds: number[], others: boolean): Choice | undefined {
  const { validation, splitSeed, choiceSeeds, random, halving = false } = plan;
  const factor = typeof halving === 'object' ? checkFactor(halving) : checkBoolean('halving', halving) ? 3 : undefined;
  if (validation !== undefined) {
    checkNumber('validation', validation, 'a number from 0 to less than 1', (share) => share >= 0 && share < 1);
  }
  const seed = checkInteger('splitSeed', splitSeed ?? 1, 0, most);
  const count = checkInteger('choiceSeeds', choiceSeeds ?? (random || factor ? 1 : seeds.length), 1, seeds.length);
  const share = validation ?? (others ? 'others' : settings > 1 ? 1 / 6 : 0);
  if (share !== 0) {
    return {
      seeds: seeds.slice(0, count),
      validation: share,
      splitSeed: seed,
      ...(factor !== undefined && { factor }),
    };
  }
  if (factor !== undefined || choiceSeeds !== undefined) {
    const name = factor === undefined ? 'choiceSeeds' : 'halving';
    throw new OptionError(name, 'several settings and a validation above 0 to choose by', 'nothing to choose');
  }
  return undefined;
}

function checkFactor(halving: object): number {
  checkOptions('halving', halving, ['factor']);
  const { factor = 3 } = halving as { factor?: unknown };
  return checkInteger('halving.factor', factor, 2, 1000);
}

/** The first part in which two definitions differ. */
export function differenceOf(one: StudyDefinition, other: StudyDefinition): string | undefined {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof StudyDefinition>;
  return [...names].find((name) => canonical(one[name]) !== canonical(other[name]));
}

/** JSON in which the order of an object's fields is none of its content. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) as string;
}
