/** What `fit` and `evaluate` measure besides the loss. */

import { OptionError } from './errors.ts';
import { room, type Written } from './kind/room.ts';
import type { Snake } from './kind/spelling.ts';
import type { SpecOf } from './kind.ts';
import {
  accuracy,
  binaryAccuracy,
  categoricalAccuracy,
  sparseCategoricalAccuracy,
  sparseTopKCategoricalAccuracy,
  topKCategoricalAccuracy,
} from './metrics/accuracy.ts';
import { auc } from './metrics/auc.ts';
import { cosineSimilarity, expectedCalibrationError, rootMeanSquaredError } from './metrics/errors.ts';
import { lossMetrics } from './metrics/loss-metrics.ts';
import { f1Score, precision, recall } from './metrics/precision-recall.ts';
import { describe, isList } from './options.ts';

/**
 * What is measured besides the loss: `compile({ metrics: ['accuracy', metrics.f1Score()] })`.
 * @example
 * ```js
 * import { layers, metrics, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy', metrics.precision({ threshold: 0.7 })] });
 * console.log(model.metrics.map(({ name }) => name)); // prints [ 'accuracy', 'precision' ]
 * ```
 */
export const metrics = {
  /** The share of rows classified correctly, 0 to 1: by the largest of several outputs, or by a single one's side of 0.5. */
  accuracy,
  /** The share of outputs on their target's side of a threshold. */
  binaryAccuracy,
  /** Share of rows whose largest output is the one-hot label's. */
  categoricalAccuracy,
  /** Share of rows whose largest output is the class id's. */
  sparseCategoricalAccuracy,
  /** The share of rows whose class is among the k largest outputs. */
  topKCategoricalAccuracy,
  /** Share of rows whose class id is among the k largest outputs. */
  sparseTopKCategoricalAccuracy,
  /** The share of what was found that is right. */
  precision,
  /** The share of what is there that was found. */
  recall,
  /** The harmonic mean of precision and recall. */
  f1Score,
  /** The area under the ROC curve or the precision-recall curve. */
  auc,
  /** The root of the mean of (label - output)^2. */
  rootMeanSquaredError,
  /** How far confidence is from accuracy (Guo et al., 2017). */
  expectedCalibrationError,
  ...lossMetrics,
  /** The cosine of the angle between target and output. */
  cosineSimilarity,
} as const;

type AnyMetric = (typeof metrics)[keyof typeof metrics];
export type MetricSpec = SpecOf<AnyMetric>;
/** A metric as people may write it: a name, or what a function of `metrics` made. */
export type Metric = Written<AnyMetric>;

export const metricRoom = room<AnyMetric>(metrics);

/**
 * Metrics from what people wrote. One that was given by a name in lower case is logged by that name, as in Keras:
 * 'mse' as mse.
 * @throws OptionError
 */
export function readMetrics(argument: string, list: unknown): readonly MetricSpec[] {
  if (!isList(list)) throw new OptionError(argument, "an array such as ['accuracy']", describe(list));
  return list.map((written, index) => {
    const spec = metricRoom.read(`${argument}[${index}]`, written);
    return typeof written === 'string' ? { ...spec, name: logName(written, spec.name) } : spec;
  });
}

/**
 * What the figure of a metric written so is called; any text where the type does not tell: of objects, of names that
 * begin with a capital. A score for each class has the number of each behind its name.
 */
export type FigureNameOf<Written extends Metric> = Written extends `${infer First}${string}`
  ? Written extends 'f1Score' | 'f1_score' | 'F1Score'
    ? 'f1_score' | `f1_score_${number}`
    : Written extends 'logCosh'
      ? 'logcosh'
      : First extends Uppercase<First>
        ? string
        : Snake<Written>
  : string;

function logName(written: string, name: string): string {
  return /[A-Z]/.test(written) ? name : written;
}

/** The names of all numbers that metrics give, in order; a second one of a name has `_1` behind it, and so on. */
export function figureNames(list: readonly MetricSpec[], outputs: number): string[] {
  const taken = new Set<string>(['loss']);
  const free = (name: string, again: number): string => {
    const full = again === 0 ? name : `${name}_${again}`;
    return taken.has(full) ? free(name, again + 1) : full;
  };
  const figures = list.flatMap((spec) => {
    const width = metrics[spec.type].width(spec, outputs);
    return width === 1 ? [spec.name] : Array.from({ length: width }, (_, i) => `${spec.name}_${i}`);
  });
  return figures.map((figure) => {
    const name = free(figure, 0);
    taken.add(name);
    return name;
  });
}
