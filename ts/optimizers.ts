/** How weights follow from gradients. */

import { room, type Written } from './kind/room.ts';
import type { OptionsOf, SpecOf } from './kind.ts';
import { adadelta } from './optimizers/adadelta.ts';
import { adafactor } from './optimizers/adafactor.ts';
import { adagrad } from './optimizers/adagrad.ts';
import { adam } from './optimizers/adam.ts';
import { adamax } from './optimizers/adamax.ts';
import { adamw } from './optimizers/adamw.ts';
import { ftrl } from './optimizers/ftrl.ts';
import { lion } from './optimizers/lion.ts';
import { nadam } from './optimizers/nadam.ts';
import { rmsprop } from './optimizers/rmsprop.ts';
import { sgd } from './optimizers/sgd.ts';

/**
 * How weights follow from gradients: `compile({ optimizer: 'adam' })`, or `optimizers.adam({ learningRate: 0.002 })`
 * where options differ from Keras's defaults.
 * @example
 * ```js
 * import { layers, optimizers, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { inputShape: [2] })]);
 * model.compile({ optimizer: optimizers.adam({ learningRate: 0.002, clipnorm: 1 }), loss: 'meanSquaredError' });
 * console.log(model.toJSON().compile.optimizer.learningRate); // prints 0.002
 * ```
 */
export const optimizers = {
  /** Stochastic gradient descent, with momentum if asked for. */
  sgd,
  /** Gradients over the root of their mean square (Hinton, 2012). */
  rmsprop,
  /** Gradients over the root of the sum of their squares (Duchi et al., 2011). */
  adagrad,
  /** Steps in the units of the weights (Zeiler, 2012). */
  adadelta,
  /** Adam (Kingma and Ba, 2014) as Keras computes it. */
  adam,
  /** Adam with decoupled weight decay (Loshchilov and Hutter, 2017). */
  adamw,
  /** Adam by the largest gradient instead of the mean square (Kingma and Ba, 2014). */
  adamax,
  /** Adam with Nesterov's momentum (Dozat, 2016). */
  nadam,
  /** Follow the regularized leader (McMahan et al., 2013). */
  ftrl,
  /** Steps of one size, by the sign of the momentum (Chen et al., 2023). */
  lion,
  /** Adam's second moment from the sums of rows and columns (Shazeer and Stern, 2018). */
  adafactor,
} as const;

type AnyOptimizer = (typeof optimizers)[keyof typeof optimizers];
export type OptimizerSpec = SpecOf<AnyOptimizer>;
/** An optimizer as people may write it: a name, or what a function of `optimizers` made. */
export type Optimizer = Written<AnyOptimizer>;

/** Adam as `optimizers.adam` makes it: all options with their values. */
export type Adam = SpecOf<typeof adam>;
/** Options of `optimizers.adam`. */
export type AdamOptions = OptionsOf<typeof adam>;

export const optimizerRoom = room<AnyOptimizer>(optimizers);
