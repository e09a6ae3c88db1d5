/** What a model is compiled with: `trainingConfig`, whose optimizers have names of their own. */

import { isRecord } from '../../json.ts';
import { type LossSpec, losses } from '../../losses.ts';
import { type MetricSpec, metrics } from '../../metrics.ts';
import { type OptimizerSpec, optimizers } from '../../optimizers.ts';
import type { CompileSpec } from '../../spec.ts';
import { leaveAside } from '../keras-config/leave-aside.ts';

type Json = Readonly<Record<string, unknown>>;

interface OptimizerClass {
  readonly type: OptimizerSpec['type'];
  /** Its options in TensorFlow.js's names, and in ours. */
  readonly fields: Readonly<Record<string, string>>;
}

const rate = { learningRate: 'learningRate' };
const betas = { beta1: 'beta1', beta2: 'beta2', epsilon: 'epsilon' };
const classes: Readonly<Record<string, OptimizerClass>> = {
  SGD: { type: 'sgd', fields: rate },
  Momentum: { type: 'sgd', fields: { ...rate, momentum: 'momentum', useNesterov: 'nesterov' } },
  Adam: { type: 'adam', fields: { ...rate, ...betas } },
  Adamax: { type: 'adamax', fields: { ...rate, ...betas } },
  RMSProp: {
    type: 'rmsprop',
    fields: { ...rate, decay: 'rho', momentum: 'momentum', epsilon: 'epsilon', centered: 'centered' },
  },
  Adagrad: { type: 'adagrad', fields: { ...rate, initialAccumulatorValue: 'initialAccumulatorValue' } },
  Adadelta: { type: 'adadelta', fields: { ...rate, rho: 'rho', epsilon: 'epsilon' } },
};

/** Losses, whose names there are also metrics'. */
const lossNames: Readonly<Partial<Record<LossSpec['type'], string>>> = {
  meanSquaredError: 'mean_squared_error',
  meanAbsoluteError: 'mean_absolute_error',
  meanAbsolutePercentageError: 'mean_absolute_percentage_error',
  meanSquaredLogarithmicError: 'mean_squared_logarithmic_error',
  hinge: 'hinge',
  squaredHinge: 'squared_hinge',
  categoricalHinge: 'categorical_hinge',
  logCosh: 'logcosh',
  categoricalCrossentropy: 'categorical_crossentropy',
  sparseCategoricalCrossentropy: 'sparse_categorical_crossentropy',
  binaryCrossentropy: 'binary_crossentropy',
  klDivergence: 'kullback_leibler_divergence',
  poisson: 'poisson',
};

const metricNames: Readonly<Partial<Record<MetricSpec['type'], string>>> = {
  accuracy: 'accuracy',
  binaryAccuracy: 'binary_accuracy',
  categoricalAccuracy: 'categorical_accuracy',
  meanSquaredError: 'mse',
  meanAbsoluteError: 'mae',
  meanAbsolutePercentageError: 'mape',
};

/** The same in Keras's words, as far as they differ. */
export function trainingToKeras(training: unknown): unknown {
  if (!isRecord(training) || !isRecord(training.optimizer_config)) return training;
  const { class_name: name, config } = training.optimizer_config;
  const known = typeof name === 'string' && Object.hasOwn(classes, name) ? classes[name] : undefined;
  if (!known || !isRecord(config)) return training;
  const fields = Object.entries(known.fields).map(([theirs, ours]) => [ours, config[theirs]]);
  return { ...training, optimizer_config: { class_name: known.type, config: Object.fromEntries(fields) } };
}

/** Undefined, with a warning, where TensorFlow.js lacks a part; it would not load the model otherwise. */
export function writeTraining({ optimizer, loss, metrics: measured, weightedMetrics }: CompileSpec): Json | undefined {
  const [optimizerConfig, lossName] = [writeOptimizer(optimizer), lossNames[loss.type]];
  if (!optimizerConfig || lossName === undefined || !isPlain(loss, losses[loss.type] as () => LossSpec)) {
    leaveAside('model', `what it is compiled with ('${optimizer.type}', '${loss.type}'), which TensorFlow.js lacks`);
    return undefined;
  }
  const names = measured.map((metric) =>
    isPlain(metric, metrics[metric.type] as () => MetricSpec) ? metricNames[metric.type] : undefined,
  );
  const lacking = [...measured.filter((_, i) => names[i] === undefined), ...weightedMetrics];
  if (lacking.length > 0) {
    leaveAside('model', `metrics that TensorFlow.js lacks: ${lacking.map(({ type }) => type).join(', ')}`);
  }
  return { loss: lossName, metrics: names.filter((name) => name !== undefined), optimizer_config: optimizerConfig };
}

function writeOptimizer(spec: OptimizerSpec): Json | undefined {
  const fields: Json = { ...spec };
  const moves = spec.type === 'sgd' && spec.momentum !== 0;
  const [name, known] =
    Object.entries(classes).find(([name, { type }]) => type === spec.type && (name === 'Momentum') === moves) ?? [];
  if (!known || typeof spec.learningRate !== 'number') return undefined;
  const own = Object.values(known.fields);
  const usual = (optimizers[spec.type] as () => OptimizerSpec)() as unknown as Json;
  const others = Object.keys(fields).filter((field) => !own.includes(field));
  if (others.some((field) => JSON.stringify(fields[field]) !== JSON.stringify(usual[field]))) return undefined;
  const config = Object.entries(known.fields).map(([theirs, ours]) => [theirs, fields[ours]]);
  return { class_name: name, config: Object.fromEntries(config) };
}

/** That it has no options but the usual ones, whatever it is called. */
function isPlain(spec: object, usual: () => object): boolean {
  return JSON.stringify({ ...spec, name: '' }) === JSON.stringify({ ...usual(), name: '' });
}
