/** `npm start`: both digit tasks, one after the other. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command, Option } from 'commander';
import { engineInfo } from '../engine.ts';
import { InkgradError } from '../errors.ts';
import { version } from '../version.ts';
import { exitCodes, exitCodesText } from './exit-codes.ts';
import { epochsOption, folderOption, parse, seedOption, task } from './options.ts';
import { printError, printLine, spoken } from './output.ts';
import { runTask } from './run.ts';
import { peakResidentBytes } from './run-folder.ts';
import { abortOnSignals, codeAfter } from './signals.ts';
import { defaultRecipe, type TaskName, taskNames } from './tasks.ts';
import { secondsSince } from './training.ts';

interface StartOptions {
  readonly only?: TaskName;
  readonly epochs: number;
  readonly seed: number;
  readonly output: string;
}

/** @returns the exit code */
export async function start(args: readonly string[]): Promise<number> {
  let finished: number = exitCodes.done;
  const program = new Command('npm start --')
    .usage('[options]')
    .description('Train networks on both digit tasks and show how good they are.')
    .addOption(new Option('--only <task>', `one task: ${taskNames.join(' or ')}`).argParser(task))
    .addOption(epochsOption())
    .addOption(seedOption())
    .addOption(folderOption('-o, --output <folder>', 'folder of the run folders').default('runs'))
    .allowExcessArguments(false)
    .addHelpText('after', `\nCtrl-C stops after the current step and keeps the model so far.\n${exitCodesText}`)
    .showHelpAfterError()
    .exitOverride()
    .action(async (options: StartOptions) => {
      finished = await run(options);
    });
  const { code } = await parse(program, args);
  return code ?? finished;
}

async function run(options: StartOptions): Promise<number> {
  const signal = abortOnSignals();
  try {
    await runTasks(options, signal);
    return codeAfter(signal);
  } catch (error) {
    if (signal.aborted && error === signal.reason) {
      printLine('Stopped before training began.');
      return codeAfter(signal);
    }
    if (!(error instanceof InkgradError)) throw error;
    printError(`\n${error.message}`);
    return exitCodes.failed;
  }
}

async function runTasks({ only, epochs, seed, output }: StartOptions, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  const { reason } = await engineInfo();
  printLine(`inkgrad ${version} on Node ${process.versions.node}, ${reason}`);
  const total = { loading: 0, training: 0 };
  const pages: string[] = [];
  const names = only === undefined ? taskNames : [only];
  const recipe = { ...defaultRecipe, epochs, seed };
  for (const name of names) {
    const folder = join(output, name);
    const { seconds, page } = await runTask({ task: name, recipe, folder, signal, out: spoken });
    if (signal.aborted) return;
    total.loading += seconds.loading;
    total.training += seconds.training;
    if (page) pages.push(page);
  }
  const times = { loading: total.loading, training: total.training, total: secondsSince(start) };
  const parts = Object.entries(times).map(([part, seconds]) => `${part} ${seconds.toFixed(1)} s`);
  printLine(`
── Done

${parts.join(', ')}; at most ${Math.round(peakResidentBytes() / 1e6)} MB of memory

Reports, to open in a browser
${pages.map((page) => `  ${pathToFileURL(page).href}`).join('\n')}

What next?
  node dist/cli.js predict ${join(output, names.at(-1) ?? '')} IMAGE   the digit in a picture of yours
  node dist/cli.js --help           all commands
  node examples/binary.mjs          a task as a short program to read and copy; multiclass.mjs is the other
  node examples/layer-by-hand.mjs   what a layer computes, by hand from the weights
  npm run demo                      a page in which the network learns while you draw
  npm start -- --help               other seeds, more epochs`);
}
