/** The commands for many runs. */

import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { finals } from '../study/options.ts';
import type { Outcome } from './commands/outcome.ts';
import { checked, folderOption, numberOption, seedOption, share, whole } from './options.ts';
import type { Output } from './output.ts';
import { goOnUnread } from './streams.ts';
import { parseAmounts, parseRange, parseSeeds, parseSetting } from './study-text.ts';
import { taskNames } from './tasks.ts';

export interface Program {
  /** A command with what all have in common. */
  readonly command: (usage: string, description: string, examples: readonly string[], notes?: string) => Command;
  readonly run: (
    speech: { readonly json?: boolean; readonly quiet?: boolean },
    work: (out: Output) => Promise<Outcome>,
  ) => Promise<void>;
  readonly dataOption: () => Option;
}

const settingNotes = `A setting is a recipe and what differs from it, separated by commas: name, recipe, epochs, batchSize, learningRate,
schedule (constant, cosine, linear), optimizer, weightDecay, augment (true, false), hiddenUnits (256-128). A plan is a JSON
file with the options of study() of inkgrad/study, where augment and optimizer may be objects.

Each run is trained on one thread. Results stay in the folder, one line per run in runs.jsonl: the same command goes on
where it was stopped. Settings are chosen on digits held out of the training set; the test set is read once, at the end.`;

const queueNotes = `Needs two packages: npm install bullmq@6 ioredis@6. The digits are found here or by --data, and must have the SHA-256 of
the study's. A worker that is stopped or killed loses no run: another goes on from its last state.`;

/** `study` */
export function addStudyCommand({ command, run, dataOption }: Program): void {
  command(
    'study',
    'Train settings over seeds, one run per core; choose the best, and report its accuracy with a 95 % interval.',
    [
      'inkgrad study multiclass --seeds 20',
      'inkgrad study multiclass --setting recipe=plain --setting recipe=best,epochs=10 --seeds 5',
      'inkgrad study multiclass --setting epochs=5 --random 20 --range learningRate=0.0003..0.01:log --halving',
      'inkgrad study binary --seeds 20',
      'inkgrad study plan.json --output studies/mine --cores 4',
      'inkgrad study multiclass --seeds 20 --queue redis://queue.local:6379   # for inkgrad worker',
    ],
    settingNotes,
  )
    .argument('<task or plan>', 'what to learn, multiclass or binary, or a JSON file')
    .addOption(repeated('--setting <options>', 'a setting (may be repeated; default: recipe=plain)', parseSetting))
    .addOption(
      new Option('--seeds <numbers>', 'how many, or which: 3,5,8 (default: 5)').argParser(checking(parseSeeds)),
    )
    .addOption(numberOption('--validation <share>', 'share of the training digits to choose by (default: 1/6)', share))
    .addOption(numberOption('--choice-seeds <number>', 'seeds to choose by (default: all; 1 in a search)', whole(1)))
    .addOption(numberOption('--random <trials>', 'draw this many settings from the ranges', whole(1)))
    .addOption(
      repeated('--range <option=values>', 'what to draw: from..to, from..to:log, from..to:whole or a|b|c', parseRange),
    )
    .addOption(numberOption('--random-seed <number>', 'seed of the random search (default: 1)', whole(0)))
    .addOption(
      new Option(
        '--halving [factor]',
        'few epochs for all, more for the best, one in this many (default: 3)',
      ).argParser((given) => checking(whole(2, 1000))(Number(given))),
    )
    .addOption(new Option('--final <which>', 'which to train on all digits and test (default: chosen)').choices(finals))
    .addOption(numberOption('--rows <number>', 'use only this many training digits, the first ones', whole(2)))
    .addOption(numberOption('-c, --cores <number>', 'runs at a time (default: one per core)', whole(1, 1024)))
    .addOption(dataOption())
    .addOption(folderOption('--queue <url>', 'let workers carry out the runs, through a Redis: redis:// or rediss://'))
    .addOption(folderOption('-o, --output <folder>', 'folder of the study (default: studies/<task>)'))
    .action((given, { json, quiet, ...options }) =>
      run({ json, quiet }, async (out) => {
        goOnUnread();
        const { study } = await import('./commands/study.ts');
        return study(given, options, commandLine(), out);
      }),
    );
}

/** `worker` */
export function addWorkerCommand({ command, run, dataOption }: Program): void {
  command(
    'worker',
    'Carry out runs of studies from a queue, until Ctrl-C; on any number of machines.',
    [
      'inkgrad worker redis://queue.local:6379',
      "inkgrad worker 'rediss://:password@queue.example.com:6380' --cores 4 --data mnist",
    ],
    queueNotes,
  )
    .argument('<url>', 'address of a Redis: redis://, or rediss:// for TLS; with a password if it has one')
    .addOption(numberOption('-c, --cores <number>', 'runs at a time (default: one per core)', whole(1, 1024)))
    .addOption(
      numberOption('--patience <seconds>', 'silence after which a run goes to another worker', whole(1)).default(30),
    )
    .addOption(dataOption())
    .action((url, { json, quiet, ...options }) =>
      run({ json, quiet }, async (out) => {
        goOnUnread();
        return (await import('./commands/worker.ts')).worker(url, options, out);
      }),
    );
}

/** `compare` */
export function addCompareCommand({ command, run, dataOption }: Program): void {
  command('compare', "Compare two runs: their curves, McNemar's test, the digits that changed sides, what was set.", [
    'inkgrad compare runs/multiclass runs/augmented',
    'inkgrad compare runs/a runs/b --output runs/a-and-b --json',
  ])
    .argument('<run>', 'run folder')
    .argument('<other>', 'another')
    .addOption(dataOption())
    .addOption(folderOption('-o, --output <folder>', 'folder of comparison.html').default('comparison'))
    .action((one, other, { json, quiet, ...options }) =>
      run({ json, quiet }, async (out) => {
        goOnUnread();
        return (await import('./commands/compare.ts')).compare([one, other], options, out);
      }),
    );
}

/** `augment` */
export function addAugmentCommand({ command, run, dataOption }: Program): void {
  command('augment', 'Draw what augmentation makes of digits, as a PNG or SVG file.', [
    'inkgrad augment augmented.png',
    'inkgrad augment stronger.svg --amounts shift=3,rotate=20,scale=0.2,shear=10,elastic=34:4',
    'inkgrad augment dropped.png --amounts dropout=0.3 --task binary',
  ])
    .addArgument(
      new Argument('<file>', 'what to write, ending with .png or .svg').argParser((given: string) => {
        if (/\.(png|svg)$/.test(given)) return given;
        throw new InvalidArgumentError('Expected a name that ends with .png or .svg.');
      }),
    )
    .addOption(
      new Option(
        '--amounts <amounts>',
        "shift, rotate, ... as of fit's augment (default: as train --augment)",
      ).argParser(checking(parseAmounts)),
    )
    .addOption(new Option('--task <task>', 'whose digits').choices(taskNames).default('multiclass'))
    .addOption(seedOption())
    .addOption(dataOption())
    .action((file, { json, quiet, ...options }) =>
      run({ json, quiet }, async (out) => (await import('./commands/augment.ts')).augment(file, options, out)),
    );
}

/** An option that may be given several times. */
function repeated<Value>(flags: string, description: string, read: (text: string) => Value): Option {
  const parse = checking(read);
  return new Option(flags, description).argParser((text: string, before?: readonly Value[]) => [
    ...(before ?? []),
    parse(text),
  ]);
}

function checking<Given, Value>(read: (given: Given) => Value): (given: Given) => Value {
  return (given) => checked(() => read(given));
}

/** What was typed, for a POSIX shell. A password in an address is left out. */
function commandLine(): string {
  const words = process.argv.slice(2).map((word) => {
    const bare = word.replace(/^(rediss?:\/\/)[^@/]*@/, '$1...@');
    return /^[\w./:@%+=,-]+$/.test(bare) ? bare : `'${bare.replaceAll("'", "'\\''")}'`;
  });
  return ['npx inkgrad', ...words].join(' ');
}
