/**
 * A model as plain JSON: what files hold and messages carry. Every field is there, defaults filled in, and all names
 * are the canonical ones.
 */

import type { LayerSpec } from './layers.ts';
import type { LossSpec } from './losses.ts';
import type { MetricSpec } from './metrics.ts';
import type { OptimizerSpec } from './optimizers.ts';

/** What a model is, without its weights, as plain JSON: `model.toJSON()`. */
export interface ModelSpec {
  /** The model's name. */
  readonly name: string;
  /** 0 to 2^53 - 1; initial weights, masks and the order of rows follow from it. */
  readonly seed: number;
  /** The axes of one row. */
  readonly inputShape: readonly number[];
  /** The layers, input side first. */
  readonly layers: readonly LayerSpec[];
  /** The largest absolute value among the inputs that it learned from; undefined before a training. */
  readonly inputScale?: number;
  /** Undefined for a model that is not compiled. */
  readonly compile?: CompileSpec;
}

/** What `compile` was told, all options with their values. */
export interface CompileSpec {
  /** How weights follow from gradients. */
  readonly optimizer: OptimizerSpec;
  /** What training makes small. */
  readonly loss: LossSpec;
  /** What is measured besides. */
  readonly metrics: readonly MetricSpec[];
  /** What is measured by sample weights. */
  readonly weightedMetrics: readonly MetricSpec[];
}
