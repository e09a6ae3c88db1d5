/**
 * A model as plain JSON: what files hold and messages carry. Every field is there, defaults filled in, and all names
 * are the canonical ones.
 */

import type { LayerSpec } from './layers.ts';
import type { LossSpec } from './losses.ts';
import type { MetricSpec } from './metrics.ts';
import type { OptimizerSpec } from './optimizers.ts';

export interface ModelSpec {
  readonly name: string;
  /** 0 to 2^53 - 1; initial weights, masks and the order of rows follow from it. */
  readonly seed: number;
  /** The axes of one row. */
  readonly inputShape: readonly number[];
  readonly layers: readonly LayerSpec[];
  /** The largest absolute value among the inputs that it learned from; undefined before a training. */
  readonly inputScale?: number;
  readonly compile?: CompileSpec;
}

export interface CompileSpec {
  readonly optimizer: OptimizerSpec;
  readonly loss: LossSpec;
  readonly metrics: readonly MetricSpec[];
  readonly weightedMetrics: readonly MetricSpec[];
}
