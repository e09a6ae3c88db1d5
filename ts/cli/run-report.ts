/** The page and the figures of a run. */

import { basename, resolve } from 'node:path';
import type { Sequential } from '../model.ts';
import { plural, whole } from '../report/format.ts';
import type { Run, WrittenReport } from '../report/node.ts';
import type { LabelledRows } from '../tensor.ts';
import { summaryText } from './model-facts.ts';
import type { RunConfig, RunRecord } from './run-folder.ts';
import { tasks } from './tasks.ts';
import type { Judgement } from './training.ts';

/** What there is to show of a model besides its run's record. */
export interface Shown extends RunRecord {
  /** The run's folder, by whose name it is called. */
  readonly folder: string;
  readonly model: Sequential;
  /** What the model was evaluated on. */
  readonly heldOut: LabelledRows;
  readonly judgement: Judgement;
}

/**
 * The page and its figures as files, by their paths in the run folder.
 * @throws FileError; EmptyDataError for a run that was stopped in its first epoch
 */
export async function drawRunReport(shown: Shown): Promise<Map<string, Uint8Array>> {
  // Loaded when a report is drawn, since it brings a chart library along.
  const { drawReport } = await import('../report/files.ts');
  return drawReport(await reportRun(shown));
}

/**
 * Writes `report.html` and its figures into a folder.
 * @throws FileError; EmptyDataError for a run that was stopped in its first epoch
 */
export async function writeRunReport(output: string, shown: Shown): Promise<WrittenReport> {
  const { writeReport } = await import('../report/node.ts');
  return writeReport(output, await reportRun(shown));
}

async function reportRun({ folder, config, history, model, heldOut, judgement }: Shown): Promise<Run> {
  const { epoch, loss, accuracy, val_loss, val_accuracy, seconds } = history;
  const { train, test } = config.data;
  const name = basename(resolve(folder)); // none for the root
  const [firstKernel] = await model.getWeights();
  return {
    title: tasks[config.task].title,
    subtitle: `Trained for ${plural(epoch.length, 'epoch')} on ${plural(train.rows, 'digit')}, evaluated on ${whole(heldOut.y.length)} others.`,
    ...(name && { name }),
    ...(history.finished !== undefined && { date: history.finished }),
    history: { epoch, history: { loss, accuracy, val_loss, val_accuracy } },
    labels: heldOut.y,
    probabilities: judgement.probabilities,
    images: heldOut.x,
    model: {
      name: model.name,
      summary: summaryText(model),
      seed: config.seed,
      parameters: model.countParams(),
      weightsHash: history.weightsSha256,
      ...(firstKernel && { firstKernel }),
    },
    timings: { seconds, samples: train.rows },
    recipe: {
      task: config.task,
      'images to learn from': train.rows,
      'their SHA-256': train.sha256,
      'images held out': test.rows,
      'SHA-256 of those': test.sha256,
      loss: config.training.loss,
      optimizer: 'Adam',
      ...methodFacts(config.training),
      'batch size': config.training.batchSize,
      epochs: history.completed ? config.training.epochs : `${epoch.length} of ${config.training.epochs}, then stopped`,
    },
    engine: {
      threads: config.engine.threads,
      SIMD: config.engine.simd,
      'relaxed SIMD': config.engine.relaxed,
      inkgrad: config.versions.inkgrad,
      Node: config.versions.node,
      system: `${config.system.platform} ${config.system.arch}`,
    },
    command: commandOf(config, model),
  };
}

/** What a recipe says, in a few words for each setting. */
function methodFacts({ recipe, optimizer, augment }: RunConfig['training']): Record<string, string | number> {
  const { learningRate, weightDecay } = optimizer;
  const amounts = Object.entries(augment ?? {}).filter(([name, amount]) => name !== 'type' && amount);
  return {
    ...(recipe && { recipe }),
    'learning rate': typeof learningRate === 'number' ? learningRate : settingsText(learningRate),
    ...(weightDecay && { 'weight decay': weightDecay }),
    ...(amounts.length > 0 && { augmentation: settingsText(Object.fromEntries(amounts)) }),
  };
}

/** `cosineDecay: warmupTarget 0.004, ...` */
function settingsText({ type, ...settings }: { readonly type?: string } & Record<string, unknown>): string {
  const text = (value: unknown) =>
    typeof value === 'object' && value !== null ? `(${settingsText(value as Record<string, unknown>)})` : String(value);
  const told = Object.entries(settings).filter(([name]) => name !== 'type');
  return `${type ? `${type}: ` : ''}${told.map(([name, value]) => `${name} ${text(value)}`).join(', ')}`;
}

/** What trains the same again, for a POSIX shell. The layers are the model's own: a text in the record may be anything. */
function commandOf({ task, training, seed, data }: RunConfig, { layers }: Sequential): string {
  const hidden = layers.slice(0, -1).map(({ units }) => units);
  const { recipe, augment, epochs, batchSize, optimizer } = training;
  return [
    `npx inkgrad train ${task} --epochs ${epochs}`,
    recipe === undefined
      ? `--batch ${batchSize} --learning-rate ${optimizer.learningRate}${augment ? ' --augment' : ''}`
      : `--recipe ${recipe}`,
    `--layers ${hidden.join(',') || 'none'} --seed ${seed}`,
    ...(data.directory === undefined ? [] : [`--data ${shellWord(data.directory)}`]),
  ].join(' ');
}

/** A text as one word, in which a shell expands nothing. */
function shellWord(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
