/** The folder of a run: all that it takes to look at it, to repeat it and to use its model. */

import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { AugmentSpec } from '../augment.ts';
import type { EngineInfo } from '../engine/engine.ts';
import type { ClassificationReport, ConfusedPair, ConfusionMatrix } from '../evaluation.ts';
import type { LayerSpec } from '../layers.ts';
import type { LossName } from '../losses.ts';
import type { Sequential } from '../model.ts';
import type { Adam } from '../optimizers.ts';
import type { RecipeName } from '../recipes.ts';
import { figuresFolder, pageFile, reportFiles } from '../report/names.ts';
import { ImageTensor, type LabelledRows, type Tensor2D, type TrainTestSplit } from '../tensor.ts';
import { version } from '../version.ts';
import type { CheckpointEvery } from './checkpoint-every.ts';
import { reportText } from './report-text.ts';
import { type Method, type Recipe, type TaskName, tasks } from './tasks.ts';
import type { EpochTable, Judgement, Training } from './training.ts';

export const runFiles = {
  config: 'config.json',
  history: 'history.json',
  metrics: 'metrics.json',
  report: 'report.txt',
  model: 'model.safetensors',
  page: pageFile,
  figures: figuresFolder,
} as const;

type DenseSpec = Extract<LayerSpec, { readonly type: 'dense' }>;

/** `config.json`: what the run follows from. */
export interface RunConfig {
  readonly task: TaskName;
  readonly model: { readonly name: string; readonly parameters: number; readonly layers: readonly DenseSpec[] };
  readonly training: {
    readonly loss: LossName;
    /** By the recipe's name, if it has one. */
    readonly recipe?: RecipeName;
    readonly optimizer: Adam & { readonly name: 'adam' };
    readonly epochs: number;
    readonly batchSize: number;
    readonly augment?: AugmentSpec;
    readonly shuffle: true;
  };
  readonly seed: number;
  readonly data: {
    readonly train: DataConfig;
    readonly test: DataConfig;
    /** The folder that it was read from, if one was named. */
    readonly directory?: string;
  };
  /** If not 'auto'; for `--resume`, as the training's bits do not follow from it. */
  readonly checkpointEvery?: CheckpointEvery;
  readonly engine: EngineInfo;
  readonly versions: { readonly inkgrad: string; readonly node: string; readonly v8: string };
  readonly system: { readonly platform: string; readonly arch: string };
}

export interface DataConfig {
  readonly rows: number;
  readonly columns: number;
  /** Of the pixels' bytes, or of their floats' (little-endian) if they came as floats, and then the labels' bytes. */
  readonly sha256: string;
}

/** `history.json`: how training went; the columns have a number for each finished epoch. */
export interface RunHistory extends EpochTable {
  /** False when training was stopped before its last epoch was over. */
  readonly completed: boolean;
  /** When it ended, in UTC. Runs of older versions lack it. */
  readonly finished?: string;
  /** Of the whole training. */
  readonly totalSeconds: number;
  /** The most memory that the process has held so far. */
  readonly peakResidentBytes: number;
  /** As `weightsHash()` tells it of the model in `model.safetensors`. */
  readonly weightsSha256: string;
}

/** `metrics.json`: how good the model is on the held-out digits. Not there for a training that was stopped. */
export interface RunMetrics extends Pick<ClassificationReport, 'perClass' | 'macroAverage' | 'weightedAverage'> {
  readonly loss: number;
  readonly accuracy: number;
  readonly confusionMatrix: ConfusionMatrix;
  readonly mostConfused: readonly ConfusedPair[];
}

/** What a run follows from, and how it went. */
export interface RunRecord {
  readonly config: RunConfig;
  readonly history: RunHistory;
}

/** All that a run folder is made of, apart from the report. */
export interface Run {
  readonly task: TaskName;
  readonly recipe: Recipe;
  readonly method: Method;
  readonly data: TrainTestSplit<Tensor2D>;
  /** The folder that the data was read from, if one was named. */
  readonly directory: string | undefined;
  readonly engine: EngineInfo;
  readonly model: Sequential;
  readonly checkpointEvery: CheckpointEvery;
  readonly training: Training;
  /** Of a training that was completed. */
  readonly judgement: Judgement | undefined;
}

/** All that a run may consist of, by paths in its folder. */
export const allRunFiles: readonly string[] = [
  runFiles.config,
  runFiles.history,
  runFiles.metrics,
  runFiles.report,
  ...reportFiles,
  runFiles.model,
];

/**
 * A run as files, by their paths in its folder.
 * @param report the page and its figures, if there are any
 * @param model the model's file
 */
export function filesOf(
  { judgement }: Run,
  { config, history }: RunRecord,
  report: ReadonlyMap<string, Uint8Array>,
  model: Uint8Array,
): Map<string, Uint8Array> {
  const json = (content: object) => Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`);
  return new Map<string, Uint8Array>([
    [runFiles.config, json(config)],
    [runFiles.history, json(history)],
    ...(judgement
      ? ([
          [runFiles.metrics, json(metricsOf(judgement))],
          [runFiles.report, Buffer.from(reportText(judgement))],
        ] as const)
      : []),
    ...report,
    [runFiles.model, model], // last: whoever waits for it finds the others in place
  ]);
}

/** What a run follows from is known before it begins. */
export function configOf({
  task,
  recipe,
  method,
  data,
  directory,
  engine,
  model,
  checkpointEvery,
}: Omit<Run, 'training' | 'judgement'>): RunConfig {
  const { compile, fit } = method;
  return {
    task,
    model: {
      name: model.name,
      parameters: model.countParams(),
      layers: model.layers.map(({ spec }) => spec as DenseSpec),
    },
    training: {
      loss: tasks[task].loss,
      ...(recipe.recipe !== undefined && { recipe: recipe.recipe }),
      optimizer: { name: 'adam', ...(compile.optimizer as Adam) },
      ...fit,
      shuffle: true,
    },
    seed: recipe.seed,
    data: {
      train: dataConfig(data.train),
      test: dataConfig(data.test),
      ...(directory !== undefined && { directory: resolve(directory) }),
    },
    ...(checkpointEvery !== 'auto' && { checkpointEvery }),
    engine,
    versions: { inkgrad: version, node: process.versions.node, v8: process.versions.v8 },
    system: { platform: process.platform, arch: process.arch },
  };
}

export function dataConfig({ x, y }: LabelledRows): DataConfig {
  const [rows, columns] = x.shape;
  const pixels = x instanceof ImageTensor ? x.bytes : x.data;
  return { rows, columns, sha256: createHash('sha256').update(pixels).update(y).digest('hex') };
}

/** How a run went. */
export async function historyOf({ training, model }: Run): Promise<RunHistory> {
  const { completed, epochs, seconds } = training;
  return {
    completed,
    finished: new Date().toISOString(),
    ...epochs,
    totalSeconds: seconds,
    peakResidentBytes: peakResidentBytes(),
    weightsSha256: await model.weightsHash(),
  };
}

export function metricsOf({ loss, report, matrix, confused }: Judgement): RunMetrics {
  return { loss, ...report, confusionMatrix: matrix, mostConfused: confused };
}

/** The most memory that this process has held so far. */
export function peakResidentBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}
