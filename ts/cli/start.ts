/** `npm start`: both digit tasks, one after the other. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { engineInfo } from '../engine.ts';
import { InkgradError, OptionError } from '../errors.ts';
import { checkInteger, checkName, checkOptions, checkText } from '../options.ts';
import { version } from '../version.ts';
import { exitCodes, exitCodesText } from './exit-codes.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { runTask } from './run.ts';
import { peakResidentBytes } from './run-folder.ts';
import { defaultRecipe, type Recipe, type TaskName, taskNames } from './tasks.ts';
import { secondsSince } from './training.ts';
import { spoken } from './voice.ts';

const usage = `Trains networks on both digit tasks and says how good they are.

npm start -- [options]
  --only TASK       one task: ${taskNames.join(' or ')}
  --epochs NUMBER   how often every image is seen; ${defaultRecipe.epochs} if not given
  --seed NUMBER     what the first weights and the order of images follow from; ${defaultRecipe.seed} if not given
  --output FOLDER   where the run folders go; runs if not given
  --help            this text

Ctrl-C stops after the current step and keeps the model so far.
${exitCodesText}`;

/** @returns the exit code */
export async function start(args: readonly string[]): Promise<number> {
  let options: StartOptions | undefined;
  try {
    options = parseOptions(args);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return exitCodes.usage;
  }
  if (!options) {
    console.log(usage);
    return exitCodes.done;
  }
  const signal = abortOnInterrupt();
  try {
    await runTasks(options, signal);
    return signal.aborted ? exitCodes.interrupted : exitCodes.done;
  } catch (error) {
    if (signal.aborted && error === signal.reason) {
      console.log('Stopped before training began.');
      return exitCodes.interrupted;
    }
    if (!(error instanceof InkgradError)) throw error;
    console.error(`\n${error.message}`);
    return exitCodes.failed;
  }
}

async function runTasks({ only, recipe, output }: StartOptions, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  const { reason } = await engineInfo();
  console.log(`inkgrad ${version} on Node ${process.versions.node}, ${reason}`);
  const total = { loading: 0, training: 0 };
  const pages: string[] = [];
  for (const name of only) {
    const folder = join(output, name);
    const { seconds, report } = await runTask({ task: name, recipe, folder, signal, voice: spoken });
    if (signal.aborted) return;
    total.loading += seconds.loading;
    total.training += seconds.training;
    if (report) pages.push(report.html);
  }
  const times = { loading: total.loading, training: total.training, 'all in all': secondsSince(start) };
  const told = Object.entries(times).map(([part, seconds]) => `${part} ${seconds.toFixed(1)} s`);
  console.log(`
── Done

${told.join(', ')}; at most ${Math.round(peakResidentBytes() / 1e6)} MB of memory

Reports, to open in a browser
${pages.map((page) => `  ${pathToFileURL(page).href}`).join('\n')}

What next?
  node dist/cli.js predict ${join(output, only.at(-1) ?? '')} IMAGE   the digit in a picture of yours
  node dist/cli.js --help           all that the command line does
  node examples/binary.mjs          a task as a short program to read and copy; multiclass.mjs is the other
  node examples/layer-by-hand.mjs   what a layer computes, by hand from the weights
  npm run demo                      a page in which the network learns while you draw
  npm start -- --help               other seeds, more epochs`);
}

interface StartOptions {
  readonly only: readonly TaskName[];
  readonly recipe: Recipe;
  readonly output: string;
}

/** @returns undefined when help is asked for */
function parseOptions(args: readonly string[]): StartOptions | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      epochs: { type: 'string' },
      seed: { type: 'string' },
      output: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    strict: false, // what is wrong is told below, in the words of all options here
    allowPositionals: true,
  });
  checkOptions('options', values, ['only', 'epochs', 'seed', 'output', 'help']);
  if (positionals.length > 0) throw new OptionError('arguments', 'options only', `'${positionals[0]}'`);
  if (values.help) return undefined;
  const { only, epochs = defaultRecipe.epochs, seed = defaultRecipe.seed, output = 'runs' } = values;
  return {
    only: only === undefined ? taskNames : [checkName('--only', only, taskNames)],
    recipe: {
      ...defaultRecipe,
      epochs: checkInteger('--epochs', toNumber(epochs), 1, Number.MAX_SAFE_INTEGER),
      seed: checkInteger('--seed', toNumber(seed), 0, Number.MAX_SAFE_INTEGER),
    },
    output: checkText('--output', output),
  };
}

/** The number that a text of digits stands for; anything else as it is, for the error message. */
function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}
