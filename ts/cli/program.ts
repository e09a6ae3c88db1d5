/** The commands of `inkgrad`, with their options and help. */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { MOST_THREADS } from '../engine/builds.ts';
import { InkgradError, OptionError } from '../errors.ts';
import { checkInteger, checkName, checkNumber, checkText } from '../options.ts';
import { version } from '../version.ts';
import type { Outcome } from './commands/outcome.ts';
import { exitCodes, exitCodesText } from './exit-codes.ts';
import { defaultRecipe, taskNames, tasks } from './tasks.ts';
import { silent, spoken, type Voice } from './voice.ts';

/**
 * Does what the arguments say.
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.done;
  const program = describeProgram((outcome) => {
    code = outcome.code ?? exitCodes.done;
  });
  const fail = (name: string, message: string, failure: number) => {
    if (args.includes('--json')) printJson({ error: { name, message } });
    return failure;
  };
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.done; // help and version
      return fail('UsageError', error.message.replace(/^error: /, ''), exitCodes.usage);
    }
    if (!(error instanceof InkgradError)) throw error;
    console.error(error.message);
    return fail(error.name, error.message, exitCodes.failed);
  }
}

function printJson(content: object): void {
  console.log(JSON.stringify(content, undefined, 2));
}

/** The options that every command has. */
interface Speech {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** @param finish takes what a command came to, once it was printed */
function describeProgram(finish: (outcome: Outcome) => void): Command {
  const program = new Command('inkgrad')
    .description('Trains networks on handwritten digits, shows how good they are, and reads digits from pictures.')
    .version(version)
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help tells what there is)')
    .exitOverride();

  /** A command with what all have in common. */
  const command = (usage: string, description: string, examples: readonly string[]) =>
    program
      .command(usage)
      .description(description)
      .option('--json', 'print one JSON document, and nothing else, on stdout')
      .option('-q, --quiet', 'print no progress and no explanations, only the result in short')
      .addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}\n\n${exitCodesText}`);

  const run = async (options: Speech, work: (voice: Voice) => Promise<Outcome>): Promise<void> => {
    const outcome = await work(options.json || options.quiet ? silent : spoken);
    if (options.json) printJson(outcome.json);
    else if (options.quiet && outcome.brief !== undefined) console.log(outcome.brief);
    finish(outcome);
  };

  const dataOption = () =>
    new Option(
      '--data <folder>',
      'where the digits are: the four IDX files of MNIST, or for binary X.npy and y.npy',
    ).argParser(text);

  const { epochs, batchSize, learningRate, seed } = defaultRecipe;
  const layerDefaults = taskNames.map((name) => `${tasks[name].hidden.units.join(',')} for ${name}`).join(', ');
  command(
    'train',
    'Train a network, judge it by digits that it has not seen, and write a run folder with its report.',
    [
      'inkgrad train multiclass',
      'inkgrad train binary --epochs 50 --learning-rate 0.003 --output runs/longer',
      'inkgrad train multiclass --layers 256,128,64 --seed 7 --json',
      'inkgrad train binary --data my-digits',
    ],
  )
    .addArgument(new Argument('<task>', `what to learn: ${taskNames.join(' or ')}`).argParser(task))
    .addOption(numberOption('-e, --epochs <number>', 'how often every image is seen', whole(1)).default(epochs))
    .addOption(numberOption('-b, --batch <number>', 'images in a step', whole(1)).default(batchSize))
    .addOption(numberOption('-l, --learning-rate <number>', "Adam's", positive).default(learningRate))
    .addOption(numberOption('-s, --seed <number>', 'what weights and order follow from', whole(0)).default(seed))
    .addOption(
      new Option('--layers <units>', `units of the hidden layers, or none (default: ${layerDefaults})`).argParser(
        sizes,
      ),
    )
    .addOption(numberOption('-t, --threads <number>', 'threads (default: one a core)', whole(1, MOST_THREADS)))
    .addOption(dataOption())
    .addOption(new Option('-o, --output <folder>', 'the run folder (default: runs/<task>)').argParser(text))
    .action((name, { batch, layers, json, quiet, ...options }) =>
      run({ json, quiet }, async (voice) => {
        const { train } = await import('./commands/train.ts');
        return train(name, { ...options, batchSize: batch, ...(layers && { hiddenUnits: layers }) }, voice);
      }),
    );

  command('evaluate', 'Judge the model of a run anew by held-out digits, and print its scores.', [
    'inkgrad evaluate runs/multiclass',
    'inkgrad evaluate runs/multiclass --data other-digits --json',
  ])
    .argument('<run>', 'a run folder')
    .addOption(dataOption())
    .action((folder, options) =>
      run(options, async (voice) => (await import('./commands/evaluate.ts')).evaluate(folder, options, voice)),
    );

  command('report', 'Write the report of a run: report.html and its figures, as SVG and PNG files.', [
    'inkgrad report runs/multiclass',
    'inkgrad report runs/multiclass --output shown',
  ])
    .argument('<run>', 'a run folder')
    .addOption(dataOption())
    .addOption(new Option('-o, --output <folder>', 'where the report goes (default: the run folder)').argParser(text))
    .action((folder, options) =>
      run(options, async (voice) => (await import('./commands/report.ts')).report(folder, options, voice)),
    );

  command('predict', 'Read digits from pictures: PNG or JPEG of any size, dark on light or light on dark.', [
    'inkgrad predict runs/multiclass photo.jpg',
    'inkgrad predict digits.safetensors *.png --json',
    'inkgrad predict runs/multiclass *.png --quiet   # a digit a line, ? for what cannot be read',
  ])
    .argument('<model>', 'a run folder or a .safetensors file')
    .argument('<image...>', 'pictures of one digit each; .raw files are the bytes of a square grey one')
    .action((model, images, options) =>
      run(options, async (voice) => (await import('./commands/predict.ts')).predict(model, images, voice)),
    );

  command('inspect', 'Show what a model is: its layers, parameters, size and hash.', [
    'inkgrad inspect runs/multiclass',
    'inkgrad inspect digits.safetensors --json',
  ])
    .argument('<model>', 'a run folder or a .safetensors file')
    .action((model, options) =>
      run(options, async (voice) => (await import('./commands/inspect.ts')).inspect(model, voice)),
    );

  command('doctor', 'Look whether everything works here: engine, threads, SIMD, data; and say what to fix.', [
    'inkgrad doctor',
    'inkgrad doctor --data mnist --json',
  ])
    .addOption(dataOption())
    .action((options) => run(options, async (voice) => (await import('./commands/doctor.ts')).doctor(options, voice)));

  return program.addHelpText(
    'after',
    `
Examples:
  inkgrad train multiclass
  inkgrad predict runs/multiclass photo.jpg
  inkgrad train --help

${exitCodesText}`,
  );
}

/** An option whose value is a number. */
function numberOption(flags: string, description: string, check: (value: unknown) => number): Option {
  return new Option(flags, description).argParser((given: string) => checked(() => check(toNumber(given))));
}

/** The number that a text stands for; anything else as it is, for the error message. */
function toNumber(given: string): unknown {
  return given.trim() === '' || Number.isNaN(Number(given)) ? given : Number(given);
}

function whole(least: number, most: number = Number.MAX_SAFE_INTEGER): (value: unknown) => number {
  return (value) => checkInteger('', value, least, most);
}

function positive(value: unknown): number {
  return checkNumber('', value, 'a number above 0', (number) => number > 0 && Number.isFinite(number));
}

function task(given: string): string {
  return checked(() => checkName('', given, taskNames));
}

function text(given: string): string {
  return checked(() => checkText('', given));
}

/** `128,64`, or `none`. */
function sizes(given: string): number[] {
  if (given === 'none') return [];
  return given.split(',').map((units) => checked(() => checkInteger('', toNumber(units), 1, 65536)));
}

/** What was wrong with a value, for commander to tell along with its name. */
function checked<Value>(check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    const told = `Expected ${error.expected}, got ${error.received}`;
    throw new InvalidArgumentError(told.endsWith('?') ? told : `${told}.`);
  }
}
