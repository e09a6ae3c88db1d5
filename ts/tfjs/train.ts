/** `tf.train`: optimizers by TensorFlow.js's names, arguments and defaults. */

import { OptionError } from '../errors.ts';
import { type Optimizer as HouseOptimizer, type OptimizerSpec, optimizerRoom, optimizers } from '../optimizers.ts';
import { checkNumber, describe } from '../options.ts';
import { schedules } from '../schedules.ts';
import { refuse } from './refusals.ts';

const byHand = "model.fit or model.trainOnBatch: inkgrad derives a model's own losses, not functions";

/** How weights follow from gradients, for `compile`. @example tf.train.adam(0.01).learningRate; // 0.01 */
export class Optimizer {
  readonly #className: string;
  readonly #rateSetters = new Set<(rate: number) => void>();
  #spec: OptimizerSpec;
  #rate: number;

  /** @param rate the learning rate of the first step */
  constructor(className: string, spec: OptimizerSpec, rate = Number(spec.learningRate)) {
    this.#className = className;
    this.#spec = spec;
    this.#rate = rate;
  }

  /** What the engine is told. */
  get spec(): OptimizerSpec {
    return this.#spec;
  }

  /** Set, it is that of the next step, in models that are compiled with it too. */
  get learningRate(): number {
    return this.#rate;
  }

  set learningRate(rate: number) {
    checkNumber('learningRate', rate, 'a finite number of at least 0', (value) => value >= 0 && Number.isFinite(value));
    this.#rate = rate;
    this.#spec = { ...this.#spec, learningRate: rate };
    for (const set of this.#rateSetters) set(rate);
  }

  /** As `learningRate = ...`. */
  setLearningRate(learningRate: number): void {
    this.learningRate = learningRate;
  }

  /** Calls `set` with each new learning rate from now on, until what this returns is called. */
  onRate(set: (rate: number) => void): () => void {
    this.#rateSetters.add(set);
    return () => this.#rateSetters.delete(set);
  }

  /** TensorFlow.js's name of it. */
  getClassName(): string {
    return this.#className;
  }

  /** Its options. */
  getConfig(): Record<string, unknown> {
    return { ...this.#spec };
  }

  /** Not here: inkgrad derives the losses of models, not functions. */
  readonly minimize = refuse('Optimizer.minimize', byHand);
  /** Not here: inkgrad derives the losses of models, not functions. */
  readonly computeGradients = refuse('Optimizer.computeGradients', byHand);
  /** Not here: inkgrad derives the losses of models, not functions. */
  readonly applyGradients = refuse('Optimizer.applyGradients', byHand);

  /** Does nothing: an optimizer holds no memory of its own. */
  dispose(): void {}
}

/** TensorFlow.js writes null for its default. */
const orDefault = (value: number | null | undefined, initial: number): number => value ?? initial;

const EPSILON = 1e-7;

/** Optimizers, by functions of their names. @example tf.train.adam(0.01).getClassName(); // 'Adam' */
export const train = {
  /** Stochastic gradient descent. */
  sgd: (learningRate: number): Optimizer => new Optimizer('SGD', optimizers.sgd(learningRate)),
  /** Gradient descent with momentum. */
  momentum: (learningRate: number, momentum: number, useNesterov = false): Optimizer =>
    new Optimizer('Momentum', optimizers.sgd(learningRate, { momentum, nesterov: useNesterov })),
  /** Gradients over the root of their mean square. */
  rmsprop: (
    learningRate: number,
    decay = 0.9,
    momentum = 0,
    epsilon: number | null = null,
    centered = false,
  ): Optimizer =>
    new Optimizer(
      'RMSProp',
      optimizers.rmsprop(learningRate, { rho: decay, momentum, epsilon: orDefault(epsilon, EPSILON), centered }),
    ),
  /** Its epsilon stands where Keras has it, outside the bias correction. */
  adam: (learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon: number | null = null): Optimizer =>
    new Optimizer('Adam', optimizers.adam(learningRate, { beta1, beta2, epsilon: orDefault(epsilon, EPSILON) })),
  /** Steps in the units of the weights. */
  adadelta: (learningRate = 0.001, rho = 0.95, epsilon: number | null = null): Optimizer =>
    new Optimizer('Adadelta', optimizers.adadelta(learningRate, { rho, epsilon: orDefault(epsilon, EPSILON) })),
  /** Adam by the largest gradient instead of the mean square. */
  adamax: (learningRate = 0.002, beta1 = 0.9, beta2 = 0.999, epsilon: number | null = null, decay = 0): Optimizer => {
    const options = { beta1, beta2, epsilon: orDefault(epsilon, EPSILON) };
    const rate =
      decay === 0
        ? learningRate
        : schedules.inverseTimeDecay({ initialLearningRate: learningRate, decaySteps: 1, decayRate: decay });
    return new Optimizer('Adamax', optimizers.adamax({ learningRate: rate, ...options }), learningRate);
  },
  /** Gradients over the root of the sum of their squares. */
  adagrad: (learningRate: number, initialAccumulatorValue = 0.1): Optimizer =>
    new Optimizer('Adagrad', optimizers.adagrad(learningRate, { initialAccumulatorValue })),
} as const;

/** The names that `compile` takes. */
export type OptimizerName = Extract<HouseOptimizer, string>;

/** What TensorFlow.js makes of the names. */
const named: Readonly<Record<string, () => Optimizer>> = {
  sgd: () => train.sgd(0.01),
  rmsprop: () => train.rmsprop(0.001),
  adagrad: () => train.adagrad(0.01),
  adadelta: () => train.adadelta(1),
  adam: () => train.adam(),
  adamax: () => train.adamax(),
};

/** The optimizer that `compile` was given. @throws OptionError */
export function toOptimizer(given: unknown): Optimizer {
  if (given instanceof Optimizer) return given;
  if (typeof given === 'string') {
    const make = Object.hasOwn(named, given.toLowerCase()) ? named[given.toLowerCase()] : undefined;
    return make?.() ?? new Optimizer(given, optimizerRoom.read('optimizer', given));
  }
  throw new OptionError('optimizer', "a name such as 'sgd', or what a function of tf.train made", describe(given));
}
