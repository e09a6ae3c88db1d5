/** How a model is to be trained and judged. */

import { type Loss, lossRoom } from '../losses.ts';
import { type Metric, readMetrics } from '../metrics.ts';
import { type Optimizer, optimizerRoom } from '../optimizers.ts';
import { checkOptions } from '../options.ts';
import type { CompileSpec } from '../spec.ts';

/** Options of `compile`: how the model is trained and what is measured. */
export interface CompileOptions<
  Metrics extends readonly Metric[] = readonly Metric[],
  Weighted extends readonly Metric[] = readonly Metric[],
> {
  /** A name such as 'adam', or `optimizers.adam({ ... })`. */
  readonly optimizer: Optimizer;
  /** A name such as 'categoricalCrossentropy', or `losses.huber({ ... })`. */
  readonly loss: Loss;
  /** What to measure besides the loss, each row alike. Default: nothing. */
  readonly metrics?: Metrics;
  /** The same, by the weights of samples and classes that `fit` and `evaluate` are given. Default: nothing. */
  readonly weightedMetrics?: Weighted;
}

/** @throws OptionError */
export function checkCompileOptions(options: { readonly [Name in keyof CompileOptions]: unknown }): CompileSpec {
  checkOptions('compile', options, ['optimizer', 'loss', 'metrics', 'weightedMetrics']);
  const { optimizer, loss, metrics = [], weightedMetrics = [] } = options;
  return {
    optimizer: optimizerRoom.read('optimizer', optimizer),
    loss: lossRoom.read('loss', loss),
    metrics: readMetrics('metrics', metrics),
    weightedMetrics: readMetrics('weightedMetrics', weightedMetrics),
  };
}
