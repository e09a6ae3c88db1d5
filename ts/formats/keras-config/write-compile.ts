/** What a model is compiled with, in Keras's words. */

import { OptionError } from '../../errors.ts';
import type { MetricSpec } from '../../metrics.ts';
import type { OptimizerSpec } from '../../optimizers.ts';
import type { CompileSpec } from '../../spec.ts';
import type { KerasGeneration } from '../keras-config.ts';
import { leaveAside } from './leave-aside.ts';
import { writeObject } from './write-objects.ts';

/** Keras 3's `compile_config` or Keras 2's `training_config`; undefined, with a warning, if Keras lacks a part. */
export function writeCompile(compile: CompileSpec, keras: KerasGeneration): object | undefined {
  try {
    const common = {
      loss: writeObject('keras.losses', compile.loss, keras, { reduction: 'sum_over_batch_size' }),
      loss_weights: null,
      metrics: writeMetrics(compile.metrics, keras),
      weighted_metrics: writeMetrics(compile.weightedMetrics, keras),
    };
    const optimizer = writeOptimizer(compile.optimizer, keras);
    if (keras === 2) return { ...common, optimizer_config: optimizer };
    return { optimizer, ...common, run_eagerly: false, steps_per_execution: 1, jit_compile: false };
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    leaveAside('model', `what it is compiled with (${error.message})`);
    return undefined;
  }
}

function writeOptimizer(spec: OptimizerSpec, keras: KerasGeneration): object | null {
  const { learningRate: rate, excludeFromWeightDecay, ...others } = spec;
  if (excludeFromWeightDecay !== 'none' && spec.weightDecay !== null) {
    throw new OptionError('excludeFromWeightDecay', "'none', as Keras's files do not say it", "'biases'");
  }
  if (typeof rate === 'object' && rate.type === 'oneCycle') {
    throw new OptionError('learningRate', 'a schedule that Keras has', "'oneCycle'");
  }
  const learningRate = typeof rate === 'number' ? rate : writeObject('keras.optimizers.schedules', rate, keras);
  // Keras takes no whole number for a momentum, and JSON has no other zero.
  const { momentum, ...rest } = others as typeof others & { readonly momentum?: number };
  const moving = momentum ? { momentum } : {};
  return writeObject('keras.optimizers', rest, keras, { learning_rate: learningRate, ...moving });
}

/** Metrics that Keras has as losses only. */
const lossesOnly: readonly string[] = ['huber', 'binaryFocalCrossentropy', 'categoricalFocalCrossentropy'];

function writeMetrics(specs: readonly MetricSpec[], keras: KerasGeneration): unknown[] {
  return specs.flatMap((spec): unknown[] => {
    if (spec.type === 'accuracy') return ['accuracy'];
    if (spec.type === 'expectedCalibrationError') {
      leaveAside('model', `the metric '${spec.type}', which Keras lacks`);
      return [];
    }
    if (lossesOnly.includes(spec.type)) return [writeObject('keras.losses', spec, keras)];
    if (!('threshold' in spec) || !['precision', 'recall'].includes(spec.type)) {
      return [writeObject('keras.metrics', spec, keras)];
    }
    const { threshold, ...others } = spec;
    return [writeObject('keras.metrics', others, keras, { thresholds: threshold })];
  });
}
