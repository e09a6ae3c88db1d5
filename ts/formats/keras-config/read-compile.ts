/** What a model was compiled with. None of it changes what the model predicts, so what is unknown is left aside. */

import { InkgradError, OptionError } from '../../errors.ts';
import { sizeOf } from '../../inputs.ts';
import { isRecord } from '../../json.ts';
import { checkLoss, type LossSpec, lossRoom } from '../../losses.ts';
import { type MetricSpec, readMetrics } from '../../metrics.ts';
import type { Stack } from '../../model/stack.ts';
import { type OptimizerSpec, optimizerRoom } from '../../optimizers.ts';
import { describe } from '../../options.ts';
import type { CompileSpec } from '../../spec.ts';
import { type Json, own } from './json.ts';
import { leaveAside } from './leave-aside.ts';
import { fixed, named, without } from './objects.ts';

/**
 * @param compile Keras 3's `compile_config`, or the `training_config` of earlier ones
 * @returns undefined where the model is not compiled, or with what we do not have
 */
export function readCompile(compile: unknown, model: Stack, source: string): CompileSpec | undefined {
  if (!isRecord(compile) || Object.keys(compile).length === 0) return undefined;
  try {
    const optimizer = readOptimizer(own(compile, 'optimizer') ?? own(compile, 'optimizer_config'));
    const loss = readLoss(compile);
    const last = model.layers.at(-1);
    const activation = model.layers.findLast(({ kind, spec }) => kind.lower(spec, { outputs: 1 }) !== null);
    checkLoss(loss, sizeOf(last?.outputShape ?? []), activation?.kind.activation(activation.spec) ?? 'linear');
    return {
      optimizer,
      loss,
      metrics: readAll('metrics', own(compile, 'metrics'), source),
      weightedMetrics: readAll('weightedMetrics', own(compile, 'weighted_metrics'), source),
    };
  } catch (error) {
    if (!(error instanceof InkgradError)) throw error;
    leaveAside(source, `what it was compiled with (${error.message})`);
    return undefined;
  }
}

/** Fields that say how Keras runs its steps, not what they compute. */
const running = ['name', 'jit_compile', 'is_legacy_optimizer'];

function readOptimizer(value: unknown): OptimizerSpec {
  const { type, config } = named('optimizer', value);
  const { learning_rate: rate, ...others } = without(
    fixed('optimizer', config, { loss_scale_factor: [], decay: [0] }),
    running,
  );
  return optimizerRoom.read('optimizer', {
    type,
    ...present(others),
    ...(rate !== undefined && { learningRate: typeof rate === 'number' ? rate : readSchedule(rate) }),
  });
}

function readSchedule(value: unknown): object {
  const { type, config } = named('optimizer.learning_rate', value);
  return { type, ...without(config, ['name']) };
}

/** Older files say null for what was not asked for. */
function present(config: Json): Json {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null && value !== undefined));
}

/** Names of Keras's functions that are no other spelling of ours. */
const functions: ReadonlyMap<string, string> = new Map([
  ['huber_loss', 'huber'],
  ['log_cosh_error', 'logCosh'],
]);

function readLoss(compile: Json): LossSpec {
  const weights = own(compile, 'loss_weights');
  if (!isOne(weights)) throw new OptionError('loss_weights', 'none', describe(weights));
  const { type, config } = named('loss', single('loss', own(compile, 'loss')));
  return lossRoom.read('loss', { type: functions.get(type) ?? type, ...lossFields('loss', config) });
}

function isOne(weights: unknown): boolean {
  if (Array.isArray(weights)) return weights.length === 1 && isOne(weights[0]);
  return weights === null || weights === undefined || weights === 1;
}

/** Models of several outputs have a list or a record of losses; ours have one. */
function single(argument: string, value: unknown): unknown {
  const values = Array.isArray(value)
    ? value
    : isRecord(value) && !('class_name' in value)
      ? Object.values(value)
      : [value];
  if (values.length === 1) return values[0];
  throw new OptionError(argument, 'one of them', `${values.length}`);
}

function lossFields(argument: string, config: Json): Json {
  const reductions = ['sum_over_batch_size', 'auto'];
  const only = { reduction: reductions, axis: [-1], ignore_class: [], dtype: ['float32'] };
  return present(without(fixed(argument, config, only), ['name', 'fn']));
}

function readAll(argument: string, value: unknown, source: string): readonly MetricSpec[] {
  const given = isRecord(value) && !('class_name' in value) ? Object.values(value) : value;
  const each = Array.isArray(given) ? given.flat() : [];
  return each
    .filter((metric) => metric !== null)
    .flatMap((metric) => {
      try {
        return readMetrics(argument, [readMetric(argument, metric)]);
      } catch (error) {
        if (!(error instanceof InkgradError)) throw error;
        leaveAside(source, `a metric (${error.message})`);
        return [];
      }
    });
}

/** Fields of metrics for which we have the usual value. */
const metricOnly = { summation_method: ['interpolation'], num_labels: [], label_weights: [], ignore_class: [] };

function readMetric(argument: string, value: unknown): unknown {
  if (typeof value === 'string') return functions.get(value) ?? value;
  const { type, config } = named(argument, value);
  if (Object.keys(config).length === 0) return functions.get(type) ?? type; // a function
  const { fn, name, thresholds, ...others } = fixed(argument, config, metricOnly);
  const isWrapper = type === 'MeanMetricWrapper';
  const wrapped = isWrapper ? named(argument, fn).type : type;
  const threshold = Array.isArray(thresholds) && thresholds.length === 1 ? thresholds[0] : (thresholds ?? undefined);
  const fields = lossFields(argument, others);
  return {
    type: functions.get(wrapped) ?? wrapped,
    ...(isWrapper ? {} : fields),
    ...(threshold !== undefined && { threshold }),
    ...(typeof name === 'string' && { name }),
  };
}
