/** Models as the engine takes them. */

import { OptionError } from '../errors.ts';
import type { LoweredObject } from '../kind/field.ts';
import { lossRoom, targetsOf } from '../losses.ts';
import { metricRoom } from '../metrics.ts';
import { optimizerRoom } from '../optimizers.ts';
import type { CompileSpec } from '../spec.ts';
import type { Layer } from './layer.ts';

/** The engine's record `network`. @throws OptionError for a model without a layer that computes */
export function lowerNetwork(inputs: number, seed: number, layers: readonly Layer[]): LoweredObject {
  const computing = layers.map((layer) => layer.lower()).filter((layer) => layer !== null);
  if (computing.length === 0) throw new OptionError('layers', 'at least one layer that computes', 'none');
  return { inputs, seed, layers: computing };
}

/** The engine's record `training`. */
export function lowerTraining(compile: CompileSpec, outputs: number): LoweredObject {
  const { optimizer, loss, metrics, weightedMetrics } = compile;
  const lowering = { outputs, signs: targetsOf(loss) === 'signs' };
  return {
    ...(optimizerRoom.lower(optimizer, lowering) as LoweredObject),
    loss: lossRoom.lower(loss, lowering),
    metrics: metrics.map((metric) => metricRoom.lower(metric, lowering)),
    weightedMetrics: weightedMetrics.map((metric) => metricRoom.lower(metric, lowering)),
  };
}
