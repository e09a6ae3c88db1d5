/** How a model is to be trained and judged. */

import type { Loss } from '../engine/engine.ts';
import { type LossName, lossOf } from '../losses.ts';
import { type Metric, metricsOf } from '../metrics.ts';
import { type Adam, optimizerOf } from '../optimizers.ts';
import { checkOptions } from '../options.ts';

export interface CompileOptions {
  readonly optimizer: 'adam' | Adam;
  readonly loss: LossName;
  /** What to measure besides the loss. Default: nothing. */
  readonly metrics?: readonly Metric[];
}

/** CompileOptions, checked. */
export interface Compiled {
  readonly optimizer: Adam;
  readonly loss: Loss;
  readonly metrics: readonly Metric[];
}

/** @throws OptionError */
export function checkCompileOptions(options: { readonly [Name in keyof CompileOptions]: unknown }): Compiled {
  checkOptions('compile', options, ['optimizer', 'loss', 'metrics']);
  const { optimizer, loss, metrics = [] } = options;
  return { optimizer: optimizerOf(optimizer), loss: lossOf(loss), metrics: metricsOf(metrics) };
}
