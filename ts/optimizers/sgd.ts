import { belowOne, flag } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

/** Stochastic gradient descent, with momentum and Nesterov's look ahead if asked for. Learning rate 0.01. */
export const sgd = optimizer(
  'sgd',
  0.01,
  {
    /** The share of the last step that the next one keeps. Default: 0. */
    momentum: belowOne(0),
    /** Default: false. */
    nesterov: flag(false),
  },
  { aliases: ['SGD'], slots: ({ momentum }, shape) => (momentum === 0 ? 0 : size(shape)) },
);
