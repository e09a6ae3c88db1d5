/** Scores of a model. */

import type { Rows, Scores } from '../engine/engine.ts';
import { checkInteger, checkOptions } from '../options.ts';
import { checkWeights } from './check-weights.ts';
import { type Batches, gather, isBatches } from './data/batches.ts';
import { createDataset } from './data/held.ts';
import { type Kept, type KeptRows, keptOf } from './data/kept.ts';
import { type SampleWeight, weigh } from './data/weights.ts';
import { type Evaluation, nameFigures } from './figures.ts';
import type { Home } from './network.ts';
import { openDisplay, type Verbosity, verbosity } from './progress.ts';
import type { Data, Trainable } from './trainable.ts';

/** Options of `evaluate`. */
export interface EvaluateOptions {
  /** What the progress display counts in. Default: 32. The scores do not depend on it. */
  readonly batchSize?: number;
  /** How much the loss of each sample counts: a number for each. Default: 1. */
  readonly sampleWeight?: SampleWeight;
  /** As in `fit`. Default: 0. */
  readonly verbose?: Verbosity;
}

const ofArrays = ['batchSize', 'sampleWeight', 'verbose'];

/** What `evaluate` is called with: `(x, y, options)`, `(data, options)` or `(batches, options)`. */
export type EvaluateParameters = readonly [x: unknown, y?: unknown, options?: EvaluateOptions];

export async function evaluate(subject: Trainable, [x, y, options = {}]: EvaluateParameters): Promise<Evaluation> {
  subject.metricNames('evaluate');
  if (isBatches(x)) return evaluateBatches(subject, x as Batches, y === undefined ? {} : (y as EvaluateOptions));
  const kept = keptOf(x);
  if (kept) return evaluateKept(subject, kept, y === undefined ? {} : (y as EvaluateOptions));
  checkEvaluateOptions(options, ofArrays);
  const take = async () => weigh(subject, await subject.data(['x', 'y'], x, y), options);
  return scoreShown(subject, 'x', take, options);
}

async function evaluateKept(subject: Trainable, kept: Kept, options: EvaluateOptions): Promise<Evaluation> {
  checkEvaluateOptions(options, ofArrays);
  const letGo = kept.hold();
  try {
    const take = async () => weigh(subject, await subject.keptData(['x', 'y'], kept), options);
    return await scoreShown(subject, 'x', take, options);
  } finally {
    letGo();
  }
}

/** The batches become one set of rows, so that no figure depends on how they were cut. */
async function evaluateBatches(subject: Trainable, batches: Batches, options: EvaluateOptions): Promise<Evaluation> {
  checkEvaluateOptions(options, ['batchSize', 'verbose']);
  const data = await gather(subject, 'batches', batches);
  return scoreShown(subject, 'batches', async () => data, options);
}

function checkEvaluateOptions(options: EvaluateOptions, names: readonly string[]): void {
  checkOptions('evaluate', options, names);
  const { batchSize = 32, verbose = 0 } = options;
  checkInteger('batchSize', batchSize, 1, Number.MAX_SAFE_INTEGER);
  verbosity(verbose);
}

/** Scores with a display of the progress. */
async function scoreShown(
  subject: Trainable,
  name: string,
  take: () => Promise<Data<Rows | KeptRows>>,
  { batchSize = 32, verbose = 0 }: EvaluateOptions,
): Promise<Evaluation> {
  const names = subject.metricNames('evaluate');
  const prepare = async () => {
    const data = await take();
    subject.scale.check(name, data.rows);
    return data;
  };
  return subject.network.use(async (home, data) => {
    const batches = Math.ceil(data.rows.count / batchSize);
    const display = await openDisplay(verbosity(verbose), 'Evaluate', batches, batchSize);
    try {
      const figures = nameFigures(names, await scoreData(home, subject, name, data));
      if (Number.isNaN(figures.loss)) await checkWeights(home);
      display.update(batches, figures);
      display.finish(figures);
      return figures;
    } catch (error) {
      display.abandon();
      throw error;
    }
  }, prepare);
}

/** Scores of rows that are in the engine no longer than that. */
export async function scoreData(
  { engine, network }: Home,
  { inputs }: Trainable,
  name: string,
  data: Data<Rows | KeptRows>,
): Promise<Scores> {
  const dataset = await createDataset(engine, name, inputs, data);
  return engine.evaluate(network, dataset, { first: 0, end: data.rows.count }).finally(() => engine.release(dataset));
}
