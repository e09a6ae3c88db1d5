/** Options and arguments of the commands, and how they are read. */

import { Argument, type Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { OptionError } from '../errors.ts';
import type { FormatName } from '../formats/format.ts';
import { formatToWrite } from '../formats.ts';
import type { LayerDescription } from '../layers.ts';
import { checkInteger, checkName, checkNumber, checkText } from '../options.ts';
import { recipeNames } from '../recipes.ts';
import { checkCheckpointEvery } from './checkpoint-every.ts';
import { exitCodes } from './exit-codes.ts';
import { parseLayers } from './layer-text.ts';
import { defaultRecipe, type TaskName, taskNames } from './tasks.ts';

/** How the values of options are to be given; `undefined` where commander has said what is wrong. */
export interface Parsed {
  /** Set when nothing is to be run: after help, the version or a wrong argument. */
  readonly code?: number;
  /** What was wrong, if anything. */
  readonly message?: string;
}

/** Has commander read the arguments and run what they name. */
export async function parse(program: Command, args: readonly string[]): Promise<Parsed> {
  try {
    await program.parseAsync([...args], { from: 'user' });
    return {};
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { code: exitCodes.done };
    return { code: exitCodes.usage, message: error.message.replace(/^error: /, '') };
  }
}

/** @param otherwise whose epochs the default gives way to */
export function epochsOption(otherwise?: string): Option {
  const { epochs } = defaultRecipe;
  const told = otherwise && `${epochs}, or ${otherwise}`;
  return numberOption('-e, --epochs <number>', 'passes over the training digits', whole(1)).default(epochs, told);
}

/** Of a recipe's own epochs there is no default here. */
export function recipeOption(): Option {
  const description = `sets batch size, learning rate, decay and augmentation: ${recipeNames.join(', ')} (see below)`;
  return new Option('-r, --recipe <name>', description)
    .argParser((given: string) => checked(() => checkName('', given, recipeNames)))
    .conflicts(['batch', 'learningRate', 'augment']);
}

export function seedOption(): Option {
  const { seed } = defaultRecipe;
  return numberOption('-s, --seed <number>', 'seed of the initial weights and the shuffling', whole(0)).default(seed);
}

export function folderOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(text);
}

/** An option whose value is a number. */
export function numberOption(flags: string, description: string, check: (value: unknown) => number): Option {
  return new Option(flags, description).argParser((given: string) => checked(() => check(toNumber(given))));
}

export function whole(least: number, most: number = Number.MAX_SAFE_INTEGER): (value: unknown) => number {
  return (value) => checkInteger('', value, least, most);
}

export function positive(value: unknown): number {
  return checkNumber('', value, 'a number above 0', (number) => number > 0 && Number.isFinite(number));
}

/** From 0 to less than 1. */
export function share(value: unknown): number {
  return checkNumber('', value, 'a number from 0 to less than 1', (number) => number >= 0 && number < 1);
}

export function taskArgument(): Argument {
  return new Argument('[task]', `what to learn: ${taskNames.join(' or ')}`).argParser(task);
}

/** `auto`, `epoch`, `none` or a number of batches. */
export function checkpointOption(): Option {
  return new Option(
    '--checkpoint-every <when>',
    'how often the training is kept for --resume: every few seconds (auto), epoch, a number of steps, or none',
  )
    .argParser((given: string) => checked(() => checkCheckpointEvery('', toNumber(given))))
    .default('auto', "auto, or with --resume the run's own");
}

export function task(given: string): TaskName {
  return checked(() => checkName('', given, taskNames));
}

/** `128,64`, or `none`. */
export function sizes(given: string): number[] {
  if (given === 'none') return [];
  return given.split(',').map((units) => checked(() => checkInteger('', toNumber(units), 1, 65536)));
}

/** Layers such as `dense(64, relu), dense(10, softmax)`. */
export function layerList(given: string): LayerDescription[] {
  return checked(() => parseLayers(given));
}

export function formatName(given: string): FormatName {
  return checked(() => formatToWrite(given as FormatName).name);
}

function text(given: string): string {
  return checked(() => checkText('', given));
}

/** The number that a text stands for; anything else as it is, for the error message. */
function toNumber(given: string): unknown {
  return given.trim() === '' || Number.isNaN(Number(given)) ? given : Number(given);
}

/** What was wrong with a value, for commander to print along with its name. */
export function checked<Value>(check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    const message = `Expected ${error.expected}, got ${error.received}`;
    throw new InvalidArgumentError(message.endsWith('?') ? message : `${message}.`);
  }
}
