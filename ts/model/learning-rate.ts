/** The learning rate of a model's optimizer. */

import { checkNumber } from '../options.ts';
import type { Trainable } from './trainable.ts';

export async function getLearningRate(subject: Trainable): Promise<number> {
  subject.metricNames('getLearningRate');
  return subject.network.use(({ engine, network }) => engine.learningRate(network));
}

export async function setLearningRate(subject: Trainable, learningRate: unknown): Promise<void> {
  subject.metricNames('setLearningRate');
  subject.checkIdle('setLearningRate', 'paused');
  const rate = checkNumber(
    'learningRate',
    learningRate,
    'a finite number of at least 0',
    (value) => value >= 0 && Number.isFinite(Math.fround(value)),
  );
  await subject.network.use(({ engine, network }) => engine.setLearningRate(network, rate));
}
