/** What is set differently from run to run: a recipe, and single options in place of the recipe's. */

import { type AugmentOptions, type AugmentSpec, checkAugment } from '../augment/options.ts';
import { epochsOf, type Method } from '../cli/tasks.ts';
import { OptionError } from '../errors.ts';
import { type Optimizer, type OptimizerSpec, optimizerRoom } from '../optimizers.ts';
import { checkInteger, checkName, checkNumber, checkOptions, checkText, describe, isList } from '../options.ts';
import { cosine, methodFrom, type RecipeName, recipeNames, recipeSettings, straight } from '../recipes.ts';

/** How the learning rate goes: it stays; or it rises in a twentieth of the steps and falls as a cosine; or it falls in a line. */
const schedules = { constant: undefined, cosine, linear: straight } as const;
/** How the learning rate goes. */
export type ScheduleName = keyof typeof schedules;
const scheduleNames = Object.keys(schedules) as ScheduleName[];

/** A recipe and what differs from it. */
export interface StudySetting {
  /** What it is called in figures and tables. Default: its options in words. */
  readonly name?: string;
  /** What says all that is not said here. Default: 'plain'. */
  readonly recipe?: RecipeName;
  /** Default: the recipe's. */
  readonly epochs?: number;
  /** Default: the recipe's. */
  readonly batchSize?: number;
  /** The highest rate of a schedule. */
  readonly learningRate?: number;
  /** Default: the recipe's; it ends with the last step. */
  readonly schedule?: ScheduleName;
  /** A name, or what a function of `optimizers` made. Default: the recipe's Adam. */
  readonly optimizer?: Optimizer;
  /** Of matrices; biases do not decay. */
  readonly weightDecay?: number;
  /** As `fit`'s; false takes a recipe's own away. */
  readonly augment?: boolean | AugmentOptions;
  /** Units of each hidden layer. Default: the task's. */
  readonly hiddenUnits?: readonly number[];
}

/** A StudySetting, checked, as plain JSON. */
export interface Setting extends Omit<StudySetting, 'name' | 'recipe' | 'epochs' | 'optimizer' | 'augment'> {
  /** What it is called in figures and tables. */
  readonly name: string;
  /** What says all that is not said here. */
  readonly recipe: RecipeName;
  /** Passes over the training digits. */
  readonly epochs: number;
  /** In place of the recipe's Adam. */
  readonly optimizer?: OptimizerSpec;
  /** What becomes of images; false takes a recipe's own away. */
  readonly augment?: AugmentSpec | false;
}

export const settingNames = [
  'name',
  'recipe',
  'epochs',
  'batchSize',
  'learningRate',
  'schedule',
  'optimizer',
  'weightDecay',
  'augment',
  'hiddenUnits',
] as const satisfies readonly (keyof StudySetting)[];

const most = Number.MAX_SAFE_INTEGER;

/** @throws OptionError */
export function checkSetting(argument: string, setting: StudySetting): Setting {
  checkOptions(argument, setting, settingNames);
  const at = (name: keyof StudySetting) => `${argument}.${name}`;
  const { recipe: given = 'plain', epochs, batchSize, learningRate, schedule, optimizer, weightDecay } = setting;
  const recipe = checkName(at('recipe'), given, recipeNames);
  const spec = optimizer === undefined ? undefined : optimizerRoom.read(at('optimizer'), optimizer);
  const positive = (name: 'learningRate' | 'weightDecay', value: number | undefined, least: string, above: number) =>
    value === undefined
      ? {}
      : { [name]: checkNumber(at(name), value, `a number ${least} 0`, (x) => x > above && Number.isFinite(x)) };
  const checked = {
    recipe,
    epochs: checkInteger(at('epochs'), epochs ?? epochsOf(recipe), 1, most),
    ...(batchSize !== undefined && { batchSize: checkInteger(at('batchSize'), batchSize, 1, most) }),
    ...positive('learningRate', learningRate, 'above', 0),
    ...(schedule !== undefined && { schedule: checkName(at('schedule'), schedule, scheduleNames) }),
    ...(spec && { optimizer: spec }),
    ...positive('weightDecay', weightDecay, 'of at least', -Number.MIN_VALUE),
    ...checkedAugment(at('augment'), setting.augment),
    ...checkedUnits(at('hiddenUnits'), setting.hiddenUnits),
  };
  return { name: checkText(at('name'), setting.name ?? nameOf(setting, recipe)), ...checked };
}

function checkedAugment(argument: string, augment: StudySetting['augment']): Pick<Setting, 'augment'> {
  if (augment === undefined) return {};
  return { augment: checkAugment(argument, augment) ?? false };
}

function checkedUnits(argument: string, units: StudySetting['hiddenUnits']): Pick<Setting, 'hiddenUnits'> {
  if (units === undefined) return {};
  if (!isList(units)) throw new OptionError(argument, 'an array of whole numbers', describe(units));
  return { hiddenUnits: units.map((count, i) => checkInteger(`${argument}[${i}]`, count, 1, 65536)) };
}

/** `best, epochs 10, learning rate 0.004` */
function nameOf({ name: _, recipe: __, ...options }: StudySetting, recipe: RecipeName): string {
  return [recipe, ...optionsInWords(options)].join(', ');
}

/** `epochs 10`, `learning rate 0.004` */
export function optionsInWords(options: StudySetting): string[] {
  return Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${inWords(name)} ${wordsOf(value)}`);
}

/** `learningRate` as `learning rate`. */
export function inWords(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join('-');
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value !== 'object' || value === null) return String(value);
  const { type, ...fields } = value as { readonly type?: unknown };
  if (typeof type === 'string' && type !== 'augmentation') return type;
  const told = Object.entries(fields).filter(([, amount]) => amount !== null && amount !== 0);
  return `(${told.map(([name, amount]) => `${name} ${wordsOf(amount)}`).join(' ')})`;
}

/** How a network is compiled and fitted by a setting. */
export function methodOfSetting(setting: Setting, epochs: number, samples: number): Method {
  const { recipe, schedule, batchSize, learningRate, weightDecay, augment, optimizer } = setting;
  const base = recipeSettings(recipe, epochs);
  const changed = {
    ...base,
    ...(batchSize !== undefined && { batchSize }),
    ...(learningRate !== undefined && { learningRate }),
    ...(schedule !== undefined && { schedule: schedules[schedule] }),
    ...(weightDecay !== undefined && { weightDecay }),
    ...(augment !== undefined && { augment: augment || undefined }),
  };
  const { schedule: course, augment: images, ...rest } = changed;
  const settings = { ...rest, ...(course && { schedule: course }), ...(images && { augment: images }) };
  if (!optimizer) return methodFrom(settings, samples, epochs);
  // The optimizer's own rate, where none is said: what suits Adam suits no other.
  const own = typeof optimizer.learningRate === 'number' && learningRate === undefined;
  const rated = methodFrom(own ? { ...settings, learningRate: optimizer.learningRate } : settings, samples, epochs);
  const adam = rated.compile.optimizer;
  const decays = weightDecay !== undefined || optimizer.weightDecay === null;
  const merged = {
    ...optimizer,
    ...(typeof optimizer.learningRate === 'number' && { learningRate: adam.learningRate }),
    ...(decays && { weightDecay: adam.weightDecay, excludeFromWeightDecay: adam.excludeFromWeightDecay }),
  };
  return { ...rated, compile: { optimizer: optimizerRoom.read('optimizer', merged) } };
}
