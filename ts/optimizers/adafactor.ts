import { anyNumber, flag, moreThanZero } from '../kind/field.ts';
import { optimizer, size } from './optimizer.ts';

/** Adam's second moment from the sums of rows and columns (Shazeer and Stern, 2018). Learning rate 0.001. */
export const adafactor = optimizer(
  'adafactor',
  0.001,
  {
    /** The second moment's decay is `1 - step ^ beta2Decay`. Default: -0.8. */
    beta2Decay: anyNumber(-0.8),
    /** Added to squared gradients. Default: 1e-30. */
    epsilon1: moreThanZero(1e-30),
    /** The least size of a variable that steps are measured by. Default: 0.001. */
    epsilon2: moreThanZero(1e-3),
    /** Steps are shortened to this root mean square. Default: 1. */
    clipThreshold: moreThanZero(1),
    /** Of no effect, as in Keras: the learning rate is at most 1 / sqrt(step) either way. Default: true. */
    relativeStep: flag(true),
  },
  {
    // Keras keeps the full second moment too, and two unused numbers for a vector.
    slots: (_, shape) => size(shape) + (shape.length < 2 ? 2 : size(shape.slice(0, -1)) + (shape.at(-1) as number)),
  },
);
