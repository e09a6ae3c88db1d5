/** One step, or one score, on one batch. */

import type { EpochProgress } from '../engine/engine.ts';
import { checkOptions } from '../options.ts';
import { createDataset, Held } from './data/held.ts';
import { type ClassWeight, type SampleWeight, weigh } from './data/weights.ts';
import { scoreData } from './evaluate.ts';
import { type Evaluation, nameFigures } from './figures.ts';
import type { Home } from './network.ts';
import type { Data, Trainable } from './trainable.ts';

/** Options of `testOnBatch`. */
export interface TestOnBatchOptions {
  /** How much the loss of each sample counts: a number for each. Default: 1. */
  readonly sampleWeight?: SampleWeight;
}

/** Options of `trainOnBatch`. */
export interface TrainOnBatchOptions extends TestOnBatchOptions {
  /** How much the loss of a class's samples counts, by class id. Not together with `sampleWeight`. */
  readonly classWeight?: ClassWeight;
}

export async function trainOnBatch(
  subject: Trainable,
  x: unknown,
  y: unknown,
  options: TrainOnBatchOptions,
): Promise<Evaluation> {
  const names = subject.metricNames('trainOnBatch');
  subject.checkIdle('trainOnBatch');
  checkOptions('trainOnBatch', options, ['sampleWeight', 'classWeight']);
  const prepare = async () => weigh(subject, await subject.data(['x', 'y'], x, y), options);
  subject.phase = 'training';
  try {
    return await subject.network.use(async (home, data) => {
      const { progress } = await trainBatch(home, subject, 'x', data, { epoch: 0, place: [] });
      return nameFigures(names, progress);
    }, prepare);
  } finally {
    subject.phase = 'idle';
  }
}

export async function testOnBatch(
  subject: Trainable,
  x: unknown,
  y: unknown,
  options: TestOnBatchOptions,
): Promise<Evaluation> {
  const names = subject.metricNames('testOnBatch');
  checkOptions('testOnBatch', options, ['sampleWeight']);
  const prepare = async () => weigh(subject, await subject.data(['x', 'y'], x, y), options);
  return subject.network.use(
    async (home, data) => nameFigures(names, await scoreData(home, subject, 'x', data)),
    prepare,
  );
}

/** A step on all rows of some data, which are in the engine no longer than that, and where the engine stands then. */
export async function trainBatch(
  { engine, network }: Home,
  { inputs, scale }: Trainable,
  name: string,
  data: Data,
  before: { readonly epoch: number; readonly place: readonly number[] },
): Promise<{ readonly progress: EpochProgress; readonly place: number[] }> {
  scale.learn(data.rows);
  const held = new Held(engine);
  try {
    const { count } = data.rows;
    const dataset = await held.keep(createDataset(engine, name, inputs, data));
    const trainer = await held.keep(engine.createTrainer(network, dataset, { first: 0, end: count }, count));
    const { epoch, place } = before;
    if (place.length === 0) await engine.beginEpoch(trainer, { epoch, shuffle: false });
    // None of these rows is done yet, and the figures are those of the batches before.
    else await engine.resumeEpoch(trainer, { epoch, shuffle: false, orderOf: epoch, place: [0, ...place.slice(1)] });
    const progress = await engine.train(trainer, 1);
    return { progress, place: await engine.readPlace(trainer) };
  } finally {
    await held.release();
  }
}
