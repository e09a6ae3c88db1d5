/** The commands of `inkgrad`, with their options and help. */

import { Command, Option } from 'commander';
import { MOST_THREADS } from '../engine/builds.ts';
import { InkgradError } from '../errors.ts';
import { writtenFormats } from '../formats.ts';
import { printableJson } from '../printable.ts';
import { version } from '../version.ts';
import type { Outcome } from './commands/outcome.ts';
import { exitCodes, exitCodesText } from './exit-codes.ts';
import {
  checkpointOption,
  epochsOption,
  folderOption,
  formatName,
  layerList,
  numberOption,
  parse,
  positive,
  recipeOption,
  seedOption,
  sizes,
  taskArgument,
  whole,
} from './options.ts';
import { type Output, printError, printLine, silent, spoken } from './output.ts';
import { recipesText } from './recipe-text.ts';
import { inOptions } from './say-warnings.ts';
import { goOnUnread } from './streams.ts';
import { addAugmentCommand, addCompareCommand, addStudyCommand, addWorkerCommand } from './study-program.ts';
import { defaultRecipe, taskNames, tasks } from './tasks.ts';

/**
 * Does what the arguments say.
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  let finished: number = exitCodes.done;
  const program = describeProgram((outcome) => {
    finished = outcome.code ?? exitCodes.done;
  });
  const printFailure = (name: string, message: string) => {
    if (args.includes('--json')) printJson({ error: { name, message } });
  };
  try {
    const { code, message } = await parse(program, args);
    if (message !== undefined) printFailure('UsageError', message);
    return code ?? finished;
  } catch (error) {
    if (!(error instanceof InkgradError)) throw error;
    const told = inOptions(error.message);
    printError(told);
    printFailure(error.name, told);
    return exitCodes.failed;
  }
}

/** Whether an option was named, and is not at its default. */
function isGiven(command: Command, name: string): boolean {
  return command.getOptionValueSource(name) === 'cli';
}

/** That a training is named once: by a task, or by the run that it goes on with, whose own settings hold. */
function checkResumes(command: Command, task: string | undefined, run: string | undefined): void {
  if (run === undefined) {
    if (task === undefined) command.error("error: missing required argument 'task', or --resume and a run");
    return;
  }
  const names = ['batch', 'learningRate', 'recipe', 'augment', 'seed', 'layers', 'output'];
  const settings = names.filter((name) => isGiven(command, name));
  const flags = command.options.filter((option) => settings.includes(option.attributeName())).map(({ long }) => long);
  const useless = [...(task === undefined ? [] : [`'${task}'`]), ...flags];
  if (useless.length === 0) return;
  command.error(`error: --resume goes on with the run's own task and settings: leave out ${useless.join(', ')}`);
}

function printJson(content: object): void {
  console.log(printableJson(content));
}

/** The options that every command has. */
interface Speech {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** @param finish takes what a command came to, once it was printed */
function describeProgram(finish: (outcome: Outcome) => void): Command {
  const program = new Command('inkgrad')
    .description('Train networks on handwritten digits, evaluate them, and read digits from pictures.')
    .version(version)
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(see --help)')
    .exitOverride();

  /** A command with what all have in common. */
  const command = (usage: string, description: string, examples: readonly string[], notes = '') =>
    program
      .command(usage)
      .description(description)
      .option('--json', 'print one JSON document on stdout and nothing else')
      .option('-q, --quiet', 'print only the result, without progress or explanations')
      .addHelpText(
        'after',
        `${notes && `\n${notes}\n`}\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}\n\n${exitCodesText}`,
      );

  const run = async (options: Speech, work: (out: Output) => Promise<Outcome>): Promise<void> => {
    const outcome = await work(options.json || options.quiet ? silent : spoken);
    if (options.json) printJson(outcome.json);
    else if (options.quiet && outcome.brief !== undefined) printLine(outcome.brief);
    finish(outcome);
  };

  const dataOption = () =>
    folderOption('--data <folder>', 'folder of the digits: the four IDX files of MNIST, or X.npy and y.npy for binary');

  const { batchSize, learningRate } = defaultRecipe;
  const layerDefaults = taskNames.map((name) => `${tasks[name].hidden.units.join(',')} for ${name}`).join(', ');
  const trainExamples = [
    'inkgrad train multiclass',
    'inkgrad train binary --epochs 50 --learning-rate 0.003 --output runs/longer',
    'inkgrad train multiclass --layers 256,128,64 --seed 7 --json',
    'inkgrad train binary --data my-digits',
    'inkgrad train multiclass --recipe augmented --epochs 20',
    'inkgrad train --resume runs/multiclass   # goes on where it was stopped, to the same bits',
    'inkgrad train --resume runs/multiclass --epochs 40',
  ];
  command(
    'train',
    'Train a network, evaluate it on held-out digits, and write a run folder with its report.',
    trainExamples,
    recipesText(),
  )
    .addArgument(taskArgument())
    .addOption(epochsOption("the recipe's or the resumed run's own"))
    .addOption(numberOption('-b, --batch <number>', 'digits per training step', whole(1)).default(batchSize))
    .addOption(numberOption('-l, --learning-rate <number>', "Adam's learning rate", positive).default(learningRate))
    .addOption(recipeOption())
    .option(
      '--augment',
      'change the images in each epoch: shifted, turned, scaled, sheared and bent a little; recipes set this themselves',
    )
    .addOption(seedOption())
    .addOption(
      new Option('--layers <units>', `units of the hidden layers, or none (default: ${layerDefaults})`).argParser(
        sizes,
      ),
    )
    .addOption(numberOption('-t, --threads <number>', 'threads (default: one per core)', whole(1, MOST_THREADS)))
    .addOption(dataOption())
    .addOption(folderOption('-o, --output <folder>', 'run folder, new or of an earlier run (default: runs/<task>)'))
    .addOption(checkpointOption())
    .addOption(folderOption('--resume <run>', 'continue the training of a run folder; --epochs is then the total'))
    .action((name, { batch, layers, json, quiet, resume: folder, ...options }, command: Command) => {
      checkResumes(command, name, folder);
      return run({ json, quiet }, async (out) => {
        goOnUnread();
        const { resume, train } = await import('./commands/train.ts');
        if (folder === undefined) {
          const epochs = isGiven(command, 'epochs') ? options.epochs : undefined;
          return train(name, { ...options, epochs, batchSize: batch, ...(layers && { hiddenUnits: layers }) }, out);
        }
        const { epochs, threads, data, checkpointEvery } = options;
        const given = {
          threads,
          data,
          ...(isGiven(command, 'checkpointEvery') && { checkpointEvery }),
          ...(isGiven(command, 'epochs') && { epochs }),
        };
        return resume(folder, given, out);
      });
    });

  command('evaluate', "Re-evaluate a run's model on the held-out digits, and print its scores.", [
    'inkgrad evaluate runs/multiclass',
    'inkgrad evaluate runs/multiclass --data other-digits --json',
  ])
    .argument('<run>', 'run folder')
    .addOption(dataOption())
    .action((folder, options) =>
      run(options, async (out) => (await import('./commands/evaluate.ts')).evaluate(folder, options, out)),
    );

  command('report', "Write a run's report: report.html, and its figures as SVG and PNG files.", [
    'inkgrad report runs/multiclass',
    'inkgrad report runs/multiclass --output shown',
  ])
    .argument('<run>', 'run folder')
    .addOption(dataOption())
    .addOption(folderOption('-o, --output <folder>', 'folder of the report (default: the run folder)'))
    .action((folder, options) =>
      run(options, async (out) => {
        goOnUnread();
        return (await import('./commands/report.ts')).report(folder, options, out);
      }),
    );

  command('read', 'Read the handwritten digits in pictures: photos, scans, drawings; several digits, several lines.', [
    'inkgrad read photo.jpg',
    'inkgrad read *.png --json',
    'inkgrad read form.png --boxes found.png',
  ])
    .argument('<picture...>', 'PNG, JPEG, WebP, GIF or BMP files')
    .addOption(folderOption('--boxes <file>', 'PNG file to draw what was found in'))
    .action((pictures, { boxes, ...speech }) =>
      run(speech, async (out) => (await import('./commands/read.ts')).read(pictures, { boxes }, out)),
    );

  command('predict', 'Read a digit from each picture by a model: dark on light or light on dark, of any size.', [
    'inkgrad predict runs/multiclass photo.jpg',
    'inkgrad predict digits.safetensors *.png --json',
    'inkgrad predict model.keras photo.jpg',
    'inkgrad predict runs/multiclass *.png --quiet   # a digit per line, ? for what cannot be read',
    'inkgrad predict photo.jpg   # without a model: as inkgrad read',
  ])
    .argument(
      '<model or image...>',
      'a run folder or a model file of any format, and pictures; .raw files are square grey ones',
    )
    .action((paths, options) =>
      run(options, async (out) => (await import('./commands/predict.ts')).predict(paths, out)),
    );

  command('inspect', "Show a model's layers, parameters, size and hash.", [
    'inkgrad inspect runs/multiclass',
    'inkgrad inspect digits.safetensors --json',
    'inkgrad inspect model.keras',
  ])
    .argument('<model>', 'run folder, or model file of any format')
    .action((model, options) =>
      run(options, async (out) => (await import('./commands/inspect.ts')).inspect(model, out)),
    );

  command('convert', "Write a model in another format: Keras's, TensorFlow.js's, NumPy's, JavaScript, or our own.", [
    'inkgrad convert model.keras digits.safetensors',
    'inkgrad convert runs/multiclass web/model.json   # for TensorFlow.js',
    'inkgrad convert runs/multiclass digits.mjs   # a JavaScript module that predicts',
    "inkgrad convert torch.safetensors model.keras --layers 'dense(64,relu),dense(10,softmax)'",
  ])
    .argument('<from>', 'run folder, or model file of any format')
    .argument('<to>', 'file to write; its ending tells the format')
    .addOption(
      new Option('-f, --format <name>', `${writtenFormats.join(', ')} (default: as the file ends)`).argParser(
        formatName,
      ),
    )
    .addOption(
      new Option('--layers <layers>', 'layers, where a file holds weights only (default: guessed)').argParser(
        layerList,
      ),
    )
    .action((from, to, { format, layers, ...speech }) =>
      run(speech, async (out) => (await import('./commands/convert.ts')).convert(from, to, { format, layers }, out)),
    );

  const parts = { command, run, dataOption };
  addStudyCommand(parts);
  addWorkerCommand(parts);
  addCompareCommand(parts);
  addAugmentCommand(parts);

  command('doctor', 'Check the installation (engine, threads, SIMD, data), and say how to fix what is wrong.', [
    'inkgrad doctor',
    'inkgrad doctor --data mnist --json',
  ])
    .addOption(dataOption())
    .action((options) => run(options, async (out) => (await import('./commands/doctor.ts')).doctor(options, out)));

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
