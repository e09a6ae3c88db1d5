/** `tf.losses` and `tf.metrics`: functions on tensors, which `compile` knows by their names. */

import { OptionError } from '../errors.ts';
import { losses as houseLosses } from '../losses.ts';
import { describe } from '../options.ts';
import { softplus } from './ops/elementwise.ts';
import { refused } from './refusals.ts';
import { type Operand, Tensor, tensorOf, valuesOf } from './tensor.ts';
import { convert } from './values.ts';

/**
 * How TensorFlow.js makes one number of many.
 * @example tf.losses.meanSquaredError([1, 2], [3, 5], undefined, tf.Reduction.SUM).print(); // 13
 */
export enum Reduction {
  /** All losses as they are. */
  NONE = 0,
  /** Their weighted mean. */
  MEAN = 1,
  /** Their sum. */
  SUM = 2,
  /** Their weighted sum over the number of weights that are not 0. */
  SUM_BY_NONZERO_WEIGHTS = 3,
}

const of = (name: string, x: Operand): Tensor =>
  x instanceof Tensor ? x : new Tensor(convert(valuesOf(name, x), 'float32'), false);

const EPSILON = 1e-7;

function computeWeightedLoss(
  losses: Operand,
  weights?: Operand,
  reduction: Reduction = Reduction.SUM_BY_NONZERO_WEIGHTS,
): Tensor {
  const each = of('losses', losses);
  const weight = weights === undefined ? undefined : of('weights', weights);
  const weighted = weight ? each.mul(weight) : each;
  if (reduction === Reduction.NONE) return weighted;
  if (reduction === Reduction.SUM) return weighted.sum();
  if (!weight) return weighted.mean();
  const spread = each.onesLike().mul(weight);
  return weighted.sum().div(reduction === Reduction.MEAN ? spread.sum() : spread.notEqual(0).sum().cast('float32'));
}

/** A loss of each pair of numbers, weighted and reduced. */
function lossOf(each: (labels: Tensor, predictions: Tensor) => Tensor) {
  return (labels: Operand, predictions: Operand, weights?: Operand, reduction?: Reduction): Tensor =>
    computeWeightedLoss(each(of('labels', labels), of('predictions', predictions)), weights, reduction);
}

/**
 * Losses as functions of labels and predictions.
 * @example tf.losses.meanSquaredError([1, 2], [3, 5]).print(); // 6.5
 */
export const losses = {
  /** The mean of |label - prediction|. */
  absoluteDifference: lossOf((y, p) => y.sub(p).abs()),
  /** A loss of losses: weighted, and made one number of. */
  computeWeightedLoss,
  /** The mean of max(1 - label * prediction, 0); labels are 0 and 1. */
  hingeLoss: lossOf((y, p) => new Tensor(convert(y.mul(2).sub(1).mul(p).neg().add(1).relu().values, 'float32'))),
  /** Squared for errors below `delta`, linear beyond. */
  huberLoss: (labels: Operand, predictions: Operand, weights?: Operand, delta = 1, reduction?: Reduction): Tensor => {
    const error = of('predictions', predictions).sub(labels).abs();
    const quadratic = error.minimum(delta);
    return computeWeightedLoss(quadratic.square().mul(0.5).add(error.sub(quadratic).mul(delta)), weights, reduction);
  },
  /** Binary cross-entropy of probabilities. */
  logLoss: (
    labels: Operand,
    predictions: Operand,
    weights?: Operand,
    epsilon = EPSILON,
    reduction?: Reduction,
  ): Tensor => {
    const [y, p] = [of('labels', labels), of('predictions', predictions)];
    const ones = p.onesLike();
    const each = y
      .mul(p.add(epsilon).log())
      .add(ones.sub(y).mul(ones.sub(p).add(epsilon).log()))
      .neg();
    return computeWeightedLoss(each, weights, reduction);
  },
  /** The mean of (label - prediction)^2. */
  meanSquaredError: lossOf((y, p) => y.squaredDifference(p)),
  /** Binary cross-entropy of logits. */
  sigmoidCrossEntropy: (
    multiClassLabels: Operand,
    logits: Operand,
    weights?: Operand,
    labelSmoothing = 0,
    reduction?: Reduction,
  ): Tensor => {
    const y = of('multiClassLabels', multiClassLabels)
      .mul(1 - labelSmoothing)
      .add(labelSmoothing / 2);
    const x = of('logits', logits);
    const { data, shape } = x.values;
    const tail = tensorOf({
      data: Float32Array.from(data, (value) => softplus(-Math.abs(value))),
      shape,
      dtype: 'float32',
    });
    return computeWeightedLoss(x.relu().sub(x.mul(y)).add(tail), weights, reduction);
  },
  /** Categorical cross-entropy of logits and one-hot labels. */
  softmaxCrossEntropy: (
    onehotLabels: Operand,
    logits: Operand,
    weights?: Operand,
    labelSmoothing = 0,
    reduction?: Reduction,
  ): Tensor => {
    const y = of('onehotLabels', onehotLabels);
    const classes = y.shape.at(-1) ?? 1;
    const smooth = labelSmoothing === 0 ? y : y.mul(1 - labelSmoothing).add(labelSmoothing / classes);
    return computeWeightedLoss(smooth.mul(of('logits', logits).logSoftmax()).sum(-1).neg(), weights, reduction);
  },
  ...refused(['cosineDistance'], "loss: 'cosineProximity' in compile", 'losses.'),
} as const;

const clipped = (p: Tensor): Tensor => p.clipByValue(EPSILON, 1 - EPSILON);

/** Figures of each row, as a tensor. */
const meanSquaredError = (y: Operand, p: Operand): Tensor => of('yTrue', y).squaredDifference(p).mean(-1);
const meanAbsolutePercentageError = (y: Operand, p: Operand): Tensor => {
  const truth = of('yTrue', y);
  return truth.sub(p).div(truth.abs().maximum(EPSILON)).abs().mean(-1).mul(100);
};

/** What was found and is there, over what was found (or is there). */
function foundOver(total: (y: Tensor, p: Tensor) => Tensor) {
  return (yTrue: Operand, yPred: Operand): Tensor => {
    const [y, p] = [of('yTrue', yTrue).equal(1), of('yPred', yPred).equal(1)];
    const truePositives = y.logicalAnd(p).sum().cast('float32');
    return truePositives.divNoNan(total(y, p).sum().cast('float32'));
  };
}

/**
 * Metrics as functions of labels and predictions.
 * @example tf.metrics.meanAbsoluteError([[1, 2]], [[3, 5]]).print(); // [2.5]
 */
export const metrics = {
  /** The share of a row's outputs on their label's side of 0.5. */
  binaryAccuracy: (yTrue: Operand, yPred: Operand): Tensor =>
    of('yPred', yPred).greater(0.5).cast('float32').equal(yTrue).mean(-1),
  /** Binary cross-entropy of each row. */
  binaryCrossentropy: (yTrue: Operand, yPred: Operand): Tensor => {
    const [y, p] = [of('yTrue', yTrue), clipped(of('yPred', yPred))];
    return y
      .mul(p.log())
      .add(y.neg().add(1).mul(p.neg().add(1).log()))
      .mean(-1)
      .neg();
  },
  /** 1 where the largest output is the class id's. */
  sparseCategoricalAccuracy: (yTrue: Operand, yPred: Operand): Tensor =>
    of('yTrue', yTrue).flatten().equal(of('yPred', yPred).argMax(-1)).cast('float32'),
  /** 1 where the largest output is the one-hot label's. */
  categoricalAccuracy: (yTrue: Operand, yPred: Operand): Tensor =>
    of('yTrue', yTrue).argMax(-1).equal(of('yPred', yPred).argMax(-1)).cast('float32'),
  /** Categorical cross-entropy of each row. */
  categoricalCrossentropy: (yTrue: Operand, yPred: Operand): Tensor => {
    const p = of('yPred', yPred);
    return of('yTrue', yTrue)
      .mul(clipped(p.div(p.sum(-1, true))).log())
      .sum(-1)
      .neg();
  },
  /** The share of what was found that is right. */
  precision: foundOver((_, p) => p),
  /** The share of what is there that was found. */
  recall: foundOver((y) => y),
  /** Minus the cosine of the angle between label and prediction. */
  cosineProximity: (yTrue: Operand, yPred: Operand): Tensor => {
    const unit = (x: Tensor) => x.div(x.square().sum(-1, true).maximum(1e-12).sqrt());
    return unit(of('yTrue', yTrue))
      .mul(unit(of('yPred', yPred)))
      .sum(-1)
      .neg();
  },
  /** The mean of |label - prediction| of each row. */
  meanAbsoluteError: (yTrue: Operand, yPred: Operand): Tensor => of('yTrue', yTrue).sub(yPred).abs().mean(-1),
  /** 100 times the mean of |label - prediction| / |label| of each row. */
  meanAbsolutePercentageError,
  /** Another name of `meanAbsolutePercentageError`. */
  MAPE: meanAbsolutePercentageError,
  /** Another name of `meanAbsolutePercentageError`. */
  mape: meanAbsolutePercentageError,
  /** The mean of (label - prediction)^2 of each row. */
  meanSquaredError,
  /** Another name of `meanSquaredError`. */
  MSE: meanSquaredError,
  /** Another name of `meanSquaredError`. */
  mse: meanSquaredError,
  /** The share of the variance that the predictions explain. */
  r2Score: (yTrue: Operand, yPred: Operand): Tensor => {
    const y = of('yTrue', yTrue);
    const residual = y.squaredDifference(yPred).sum();
    return residual.div(y.squaredDifference(y.mean()).sum()).neg().add(1);
  },
} as const;

/** The losses that functions of `tf.losses` and `tf.metrics` stand for in `compile`. */
const lossOfFunction = new Map<unknown, unknown>([
  [losses.meanSquaredError, 'meanSquaredError'],
  [losses.absoluteDifference, 'meanAbsoluteError'],
  [losses.huberLoss, houseLosses.huber()],
  [losses.hingeLoss, 'hinge'],
  [losses.logLoss, 'binaryCrossentropy'],
  [losses.sigmoidCrossEntropy, houseLosses.binaryCrossentropy({ fromLogits: true })],
  [losses.softmaxCrossEntropy, houseLosses.categoricalCrossentropy({ fromLogits: true })],
  [metrics.meanSquaredError, 'meanSquaredError'],
  [metrics.meanAbsoluteError, 'meanAbsoluteError'],
  [metrics.meanAbsolutePercentageError, 'meanAbsolutePercentageError'],
  [metrics.binaryCrossentropy, 'binaryCrossentropy'],
  [metrics.categoricalCrossentropy, 'categoricalCrossentropy'],
  [metrics.cosineProximity, 'cosineSimilarity'],
]);

/** What `compile` calls a loss that it was given. @throws OptionError */
export function lossNamed(given: unknown): unknown {
  const only = Array.isArray(given) && given.length === 1 ? given[0] : given;
  if (typeof only !== 'function') return only;
  const found = lossOfFunction.get(only);
  if (found !== undefined) return found;
  throw new OptionError('loss', 'a name, or a function of tf.losses: others have no derivative here', describe(only));
}

/** The name of a metric: its own, or that of a function of `tf.metrics`. @throws OptionError */
export function metricNamed(argument: string, given: unknown): unknown {
  if (typeof given !== 'function') return given;
  const found = Object.entries(metrics).find(([, metric]) => metric === given)?.[0];
  const loss = lossOfFunction.get(given);
  const name = found ?? (typeof loss === 'string' ? loss : undefined);
  if (name !== undefined && name !== 'r2Score') return name;
  throw new OptionError(argument, "a name such as 'accuracy', or a function of tf.metrics", describe(given));
}
