/** How a model is to be trained and judged, from TensorFlow.js's words. */

import { type LossName, lossRoom } from '../losses.ts';
import { type Metric, type MetricSpec, metricRoom } from '../metrics.ts';
import { checkCompileOptions } from '../model/compile.ts';
import { checkOptions } from '../options.ts';
import type { CompileSpec } from '../spec.ts';
import { lossNamed, metricNamed } from './losses.ts';
import type { Tensor } from './tensor.ts';
import { type Optimizer, type OptimizerName, toOptimizer } from './train.ts';

type LossOrMetricFn = (yTrue: never, yPred: never) => Tensor;
/** Of metrics: the house's names, and short ones that are read by the loss. */
type MetricName = Extract<Metric, string> | 'accuracy' | 'acc' | 'crossentropy' | 'ce';

/** Options of `compile`. */
export interface ModelCompileArgs {
  /** A name, or what a function of `tf.train` made. */
  optimizer: OptimizerName | Optimizer;
  /** A name, or a function of `tf.losses` or `tf.metrics`. */
  loss: LossName | LossName[] | LossOrMetricFn | LossOrMetricFn[] | { type: string };
  /** Names, or functions of `tf.metrics`. Default: none. */
  metrics?: MetricName | LossOrMetricFn | (MetricName | LossOrMetricFn | { type: string })[];
}

interface Compiled {
  readonly optimizer: Optimizer;
  readonly spec: CompileSpec;
}

/** @throws OptionError */
export function compiledFrom(args: ModelCompileArgs, outputs: number): Compiled {
  checkOptions('compile', args, ['optimizer', 'loss', 'metrics']);
  const optimizer = toOptimizer(args.optimizer);
  const loss = lossRoom.read('loss', lossNamed(args.loss));
  const given = args.metrics === undefined || args.metrics === null ? [] : [args.metrics].flat();
  const metrics = given.map((metric, i) => toMetric(`metrics[${i}]`, metric, loss, outputs));
  return { optimizer, spec: checkCompileOptions({ optimizer: optimizer.spec, loss, metrics }) };
}

/** A metric under the name that TensorFlow.js logs it by. */
function toMetric(argument: string, given: unknown, loss: { readonly type: string }, outputs: number): MetricSpec {
  const name = metricNamed(argument, given);
  if (name === 'accuracy' || name === 'acc') return named(accuracyFor(loss.type, outputs), 'acc');
  if (name === 'crossentropy' || name === 'ce') return named(crossentropyFor(loss.type, outputs), 'ce');
  const spec = metricRoom.read(argument, name);
  return typeof name === 'string' ? { ...spec, name } : spec;
}

function named(type: string, name: string): MetricSpec {
  return { ...metricRoom.read('metrics', type), name };
}

function accuracyFor(loss: string, outputs: number): string {
  if (outputs === 1 || loss === 'binaryCrossentropy') return 'binaryAccuracy';
  return loss === 'sparseCategoricalCrossentropy' ? 'sparseCategoricalAccuracy' : 'categoricalAccuracy';
}

function crossentropyFor(loss: string, outputs: number): string {
  if (outputs === 1 || loss === 'binaryCrossentropy') return 'binaryCrossentropy';
  return loss === 'sparseCategoricalCrossentropy' ? loss : 'categoricalCrossentropy';
}
