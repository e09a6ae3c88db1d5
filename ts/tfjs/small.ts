import { version as inkgrad } from '../version.ts';
import { confusionMatrix } from './functions.ts';

/** The confusion matrix. @example tf.math.confusionMatrix([0, 1, 1], [0, 1, 0], 2).print(); // [[1, 0], [1, 1]] */
export const math = {
  /** How often each class (row) was taken for each (column). */
  confusionMatrix,
} as const;

/**
 * Versions by package; that of TensorFlow.js is the one whose words these are.
 * @example tf.version.tfjs; // '4.22.0'
 */
export const version = {
  /** Of this package. */
  inkgrad,
  /** Of TensorFlow.js, whose words these are. */
  tfjs: '4.22.0',
} as const;
